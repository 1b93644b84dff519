"""Short lines without a number that are the titles of items: in capitals, alone above text, or before a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.headings import USUAL_ITEM
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare
from archive_builder.text.words import folded

_LEAST = 3
"""Minimum number of lines that make the titles of a document."""
_CAPITALS = 12
"""A line of capitals of so many words may be a title."""


def capital_lines(blocks: Sequence[Block], head: int) -> set[int]:
    """The lines of capitals that stand alone above text, where at least three of them make the document's titles."""
    found = {i for i in range(head + 1, len(blocks) - 1) if _stands_alone(blocks[i], blocks[i + 1])}
    return found if len(found) >= _LEAST else set()


def _stands_alone(block: Block, below: Block) -> bool:
    text = folded(block.text)
    return (
        block.kind is BlockKind.PARAGRAPH
        and not (block.marker or block.number or block.tight or block.level)
        and text.isupper()
        and len(text) > _SHORTEST
        and len(text.split()) <= _CAPITALS
        and not re.search(r"[.;,?!]$|: \S", text)
        and not (below.text.isupper() and len(below.text.split()) <= _CAPITALS)
        and not below.tight
    )


_SHORTEST = 3
_SHORT_TITLE = 7
"""A title that nothing but its place sets apart has so many words at most."""
NO_TITLE = r"""(?: {ATTEND_PRESENT} | {ATTEND_ABSENT} | in \s+ {ATTEND_PRESENT} | {HEAD_FIELD} | {HEAD_TIME}
    | {HEAD_BEGAN} | {HEAD_PLACE} | {HEAD_ENDED} | {SIGNED} | {CHAIR}
    | {UPCOMING} \s+ {MEETING} ) \b .* | .* \d{4} .*"""


def plain_lines(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The short lines that stand alone above text, where nothing else sets the titles of typed notes apart."""
    short = [i for i in range(head + 1, len(blocks) - 1) if _is_short_line(blocks[i], vocabulary)]
    usual = {i for i in short if USUAL_ITEM.match(blocks[i].text, vocabulary) and not blocks[i + 1].tight}
    found = {
        i
        for i in short
        if _is_text_of(blocks[i + 1])
        and not (blocks[i - 1].gap and _is_short_line(blocks[i - 1], vocabulary))
    }
    if len(usual) >= _LEAST:
        found |= usual
    names = {i for i in found if len(bare(blocks[i].text, vocabulary)) < len(blocks[i].text)}
    return found - names if len(found - names) >= _LEAST else set()


def colon_lines(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The short lines that end in a colon above text, where several are the titles of usual items."""
    found = {
        i
        for i in range(head + 1, len(blocks) - 1)
        if blocks[i].text.rstrip().endswith(":") and _is_short_line(blocks[i], vocabulary, ":")
        if not blocks[i + 1].tight and not blocks[i + 1].text.rstrip().endswith(":")
    }
    usual = sum(1 for i in found if USUAL_ITEM.match(blocks[i].text, vocabulary))
    return found if len(found) > _LEAST and usual >= _USUAL else set()


_USUAL = 2
"""So many titles of usual items tell that lines like them are titles too."""


def _is_short_line(block: Block, vocabulary: Vocabulary, end: str = "") -> bool:
    text = folded(block.text).removesuffix(end)
    return (
        block.kind is BlockKind.PARAGRAPH
        and not (block.marker or block.number or block.tight or block.level)
        and text[:1].isupper()
        and len(text.split()) <= _SHORT_TITLE
        and not re.search(r"[.;,:?!]$", text)
        and not compiled(NO_TITLE, vocabulary).fullmatch(text)
    )


def _is_text_of(below: Block) -> bool:
    """True if a block below a title is what was said: a point of a list, or a sentence."""
    return not below.tight and (
        below.kind is BlockKind.ITEM or (is_prose(below) and below.text.rstrip().endswith((".", "?", "!")))
    )
