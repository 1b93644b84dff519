"""Titles of items whose number stands below or behind them in brackets: "Budget" above "(Item 4)", "Roads (E-1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.headings import MOST_WORDS, USUAL_ITEM
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
    return found if len(found) >= _FEWEST else _with_usual(blocks, _counted(blocks, vocabulary), vocabulary)


def _numbered(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[tuple[int, str, str]]:
    alone = compiled(_NUMBER, vocabulary)
    behind = compiled(rf"(?P<title> \S .* ) \s+ {_NUMBER}", vocabulary)
    for place, block in enumerate(blocks):
        text = folded(block.text)
        if (number := alone.fullmatch(text)) and place and _may_be_title(blocks[place - 1]):
            yield place - 1, number["number"], folded(blocks[place - 1].text)
        elif (line := behind.fullmatch(text)) and _may_be_title(block):
            yield place, line["number"], line["title"]


_MARK = r"(?-i: [A-Z] ) (?: [-.]? \d{1,2} )? | \d{1,2} (?: \.\d{1,2} )?"
_BEHIND = (
    rf"(?P<title> [^\W\d_] .* ) \s+ \( (?P<mark> (?P<first> {_MARK} ) (?: \s? [/–-] \s? (?: {_MARK} ) )? ) \)"
)
"""A title with its mark, or with the marks that it covers, behind it: "Roll call (B)", "Consent items (G-1/G-6)"."""
_FEWEST_MARKS = 5
"""So many marks that count on tell how a document counts its items; few may be parties or remarks behind names."""
_MOST_DESCENTS = 0.2
"""Parts of the marks that may stand before their turn: items are taken up out of turn."""
_WIDEST_STEP = 3


def _counted(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, tuple[str, str]]:
    """The lines whose marks in brackets count on from the first: "(A)", "(B)", "(E-1)", "(E-3)", "(F)"."""
    behind = compiled(_BEHIND, vocabulary)
    lines = [
        (place, line)
        for place, block in enumerate(blocks)
        if block.text.rstrip().endswith(")") and _may_be_title(block)
        if (line := behind.fullmatch(folded(block.text)))
    ]
    values = [_value(line["first"]) for _, line in lines]
    if len(set(values)) < _FEWEST_MARKS or values[0][0] > _WIDEST_STEP:
        return {}
    steps = [after[0] - before[0] for before, after in pairwise(values)]
    descents = sum(1 for before, after in pairwise(values) if after < before)
    if descents > _MOST_DESCENTS * len(values) or max(steps) > _WIDEST_STEP:
        return {}
    return {place: (line["mark"], line["title"]) for place, line in lines}


def _value(mark: str) -> tuple[int, int]:
    """A mark as a place in a count, the letter before the number behind it: "E-3"."""
    parts = [part for part in re.split(r"[-.]|(?<=[A-Z])(?=\d)", mark) if part]
    first = int(parts[0]) if parts[0].isdigit() else ord(parts[0]) - ord("A") + 1
    return first, int(parts[1]) if len(parts) > 1 else 0


def _with_usual(
    blocks: Sequence[Block], found: dict[int, tuple[str, str]], vocabulary: Vocabulary
) -> dict[int, tuple[str, str]]:
    """Titles with marks, and the titles of usual items without one between them that stand apart as these do."""
    usual = {
        place: ("", folded(block.text))
        for place, block in enumerate(blocks)
        if found and min(found) < place < max(found) and place not in found
        if _may_be_title(block) and block.gap and len(block.text.split()) <= _SHORT
        if USUAL_ITEM.match(block.text, vocabulary) and not block.text.rstrip().endswith((")", ":"))
    }
    return dict(sorted({**found, **usual}.items()))


_SHORT = 5
"""Maximum number of words of the title of a usual item that has no mark."""


def _may_be_title(block: Block) -> bool:
    text = folded(block.text)
    outermost = (is_prose(block) or block.kind is BlockKind.HEADING) and not (block.marker or block.level)
    return outermost and len(text.split()) <= 2 * MOST_WORDS and not text.endswith((".", ";", ":", "?"))
