"""Titles of items whose number stands below or behind them in brackets: "Budget" above "(Item 4)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.headings import MOST_WORDS
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

_FEWEST = 2
"""So many numbers in brackets tell how a document counts its items; one may refer to another paper."""
_NUMBER = (
    r"\( (?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s+ (?: no\.? \s+ )? (?P<number> \d{1,3} (?: \.\d{1,2} )? ) \)"
)
"""The number of an item in brackets, with nothing beside it: "(Item 4)", "(Agenda Item 12)"."""


def titles_with_numbers_below(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, tuple[str, str]]:
    """The blocks that are titles of items by a number in brackets, each with its number and its title."""
    found = {place: (number, title) for place, number, title in _numbered(blocks, vocabulary)}
    return found if len(found) >= _FEWEST else {}


def _numbered(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[tuple[int, str, str]]:
    alone = compiled(_NUMBER, vocabulary)
    behind = compiled(rf"(?P<title> \S .* ) \s+ {_NUMBER}", vocabulary)
    for place, block in enumerate(blocks):
        text = folded(block.text)
        if (number := alone.fullmatch(text)) and place and _may_be_title(blocks[place - 1]):
            yield place - 1, number["number"], folded(blocks[place - 1].text)
        elif (line := behind.fullmatch(text)) and _may_be_title(block):
            yield place, line["number"], line["title"]


def _may_be_title(block: Block) -> bool:
    text = folded(block.text)
    outermost = (is_prose(block) or block.kind is BlockKind.HEADING) and not (block.marker or block.level)
    return outermost and len(text.split()) <= 2 * MOST_WORDS and not text.endswith((".", ";", ":", "?"))
