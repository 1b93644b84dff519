"""Which numbered lines are the titles of items: a chain of short lines that count on.

"1. Apologies", "52 Matters arising", "19.09.03 Minutes", "7. Village plan": in minutes the
number alone does not tell a title from a numbered paragraph; a chain over the whole document does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare
from archive_builder.text.words import folded

_NUMBER = re.compile(r"\(?(?P<number>\d{1,4}(?:[./-]\d{1,4})*)[.)]?")
_LEADING = re.compile(
    r"(?:(?:Agenda\s+)?(?:Item|ITEM)\s+(?=\d{1,3}\s?[.):–-])|[A-Z]{1,4}[./ -]?(?=\d))?"
    r"(?P<number>\d{1,4}(?:[./-]\d{1,4})*)\s*[.):–-]?\s+(?:\d{1,2}\.\s+)?(?=[^\W\d_])"
    r"|(?P<tight>\d{1,3})\.(?=[A-Z])"
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]+\.?,?\s+\d{4}\b")
"""A date, in whatever language its month is printed."""
_MOST_WORDS = 16
_LEAST = 3
"""So many titles make a chain."""
_STEP = 3
"""A number may be left out, or two, and the chain goes on."""


@dataclass(frozen=True, slots=True)
class Title:
    """A numbered line that may be a title."""

    block: int
    number: tuple[int, ...]


def titles(blocks: Sequence[Block], head: int) -> set[int]:
    """The blocks below `head` that are numbered titles: the longest chain that counts on."""
    candidates = [c for i, block in enumerate(blocks) if i > head and (c := _candidate(blocks, i, block))]
    best: list[Title] = []
    for depth in sorted({len(c.number) for c in candidates}):
        chain = _chain([c for c in candidates if len(c.number) == depth])
        if len(chain) > len(best) and len(chain) >= _LEAST and _has_text_between(blocks, chain):
            best = chain
            break
    return {title.block for title in best}


def _candidate(blocks: Sequence[Block], index: int, block: Block) -> Title | None:
    """A short numbered line at the margin that ends no sentence."""
    if not (is_prose(block) or block.kind is BlockKind.HEADING) or (
        block.level and block.kind is BlockKind.ITEM
    ):
        return None
    text = folded(block.text)
    number = _NUMBER.fullmatch(block.marker) if block.marker else _LEADING.match(text)
    most = _MOST_WORDS * (2 if text.isupper() else 1)
    if not number or len(text.split()) > most or re.search(r"[;,?]$", text) or _DAY.match(text):
        return None
    if (
        text.endswith(".")
        and not block.bold
        and not text.isupper()
        and block.kind is not BlockKind.HEADING
        and len(text.split()) > 7
    ):
        return None
    printed = number["number"] or number.groupdict().get("tight") or ""
    return Title(index, tuple(int(part) for part in re.split(r"[./-]", printed)))


def _chain(candidates: Sequence[Title]) -> list[Title]:
    """The longest run that counts on from any start, each number one to three above the last."""
    best: list[Title] = []
    for start in range(min(len(candidates), 12)):
        chain = [candidates[start]]
        for candidate in candidates[start + 1 :]:
            if _counts_on(chain[-1].number, candidate.number):
                chain.append(candidate)
        if len(chain) > len(best):
            best = chain
    return best


def _counts_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """True if a number follows another: in its last part, or before a year that stays: "042/25", "043/25"."""
    last = before[:-1] == number[:-1] and 0 < number[-1] - before[-1] <= _STEP
    return last or (before[1:] == number[1:] and 0 < number[0] - before[0] <= _STEP)


def _has_text_between(blocks: Sequence[Block], chain: Sequence[Title]) -> bool:
    """True if text stands below at least half of the titles: else it is a list."""
    positions = {title.block for title in chain}
    below = sum(1 for title in chain if title.block + 1 < len(blocks) and title.block + 1 not in positions)
    return below * 2 >= len(chain)


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
        and not re.search(r"[.;,:?!]$", text)
        and not (below.text.isupper() and len(below.text.split()) <= _CAPITALS)
        and not below.tight
    )


_SHORTEST = 3
_SHORT_TITLE = 7
"""A title that nothing but its place sets apart has so many words at most."""
_NO_TITLE = re.compile(
    r"(?:present|apologies|attend\w+|in\s+attendance|date|time|venue|signed|chair|next\s+meeting)\b.*|.*\d{4}.*",
    re.IGNORECASE,
)


def plain_lines(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The short lines that stand alone above text, where nothing else sets the titles of typed notes apart."""
    found = {
        i
        for i in range(head + 1, len(blocks) - 1)
        if _is_short_line(blocks[i])
        and not (blocks[i - 1].gap and _is_short_line(blocks[i - 1]))
        and _is_text_of(blocks[i + 1])
    }
    names = {i for i in found if len(bare(blocks[i].text, vocabulary)) < len(blocks[i].text)}
    return found - names if len(found - names) >= _LEAST else set()


def _is_short_line(block: Block) -> bool:
    text = folded(block.text)
    return (
        block.kind is BlockKind.PARAGRAPH
        and not (block.marker or block.number or block.tight or block.level)
        and text[:1].isupper()
        and len(text.split()) <= _SHORT_TITLE
        and not re.search(r"[.;,:?!]$", text)
        and not _NO_TITLE.fullmatch(text)
    )


def _is_text_of(below: Block) -> bool:
    """True if a block below a title is what was said: a point of a list, or a sentence."""
    return not below.tight and (
        below.kind is BlockKind.ITEM or (is_prose(below) and below.text.rstrip().endswith((".", "?", "!")))
    )
