"""Which lists are items of business: an agenda without numbers is one, what is numbered like other things is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section

_FEWEST = 3
"""Entries of a list that is an agenda."""
_MOST_WORDS = 24
_TOLD = 4
"""At most one of so many points of an agenda is a sentence."""
_PART = re.compile(r"(?P<item>\d{1,3})\.\d{1,3}")
"""The number of a part of an item."""


def bullets(draft: Draft) -> list[int]:
    """The outermost points of an agenda that is one list without numbers; none where headings or text stand too."""
    if any(s.heading is not None and s.heading > draft.masthead.last for s in draft.sections):
        return []
    below = [
        index
        for index in range(draft.masthead.last + 1, len(draft.blocks))
        if draft.blocks[index].text.strip()
    ]
    points = [index for index in below if draft.blocks[index].kind is BlockKind.ITEM]
    outermost = [index for index in points if not draft.blocks[index].level]
    told = are_told([draft.blocks[index].text for index in outermost])
    if len(outermost) < _FEWEST or 2 * len(points) < len(below) or told:
        return []
    return outermost


def are_told(points: Sequence[str]) -> bool:
    """True if too many points of a list are sentences for the list to be one of titles."""
    return _TOLD * sum(map(is_told, points)) > len(points)


def is_told(text: str) -> bool:
    """True if a point is a sentence or as long as one, and no title."""
    return text.rstrip().endswith((".", "?", "!")) or len(text.split()) > _MOST_WORDS


def numbers_of_others(sections: Iterable[Section]) -> frozenset[int]:
    """The headings whose number is that of a part of another item than the one they stand in.

    Below item 3 "8.3" is an action of the eighth meeting, or a paragraph of a paper: no part of items 3 or 4.
    """
    found: set[int] = set()
    current: int | None = None
    for section in sections:
        if not section.item or section.heading is None:
            continue
        if section.number.isdigit():
            current = int(section.number)
            continue
        part = _PART.fullmatch(section.number)
        if part and current is not None and int(part["item"]) not in (current, current + 1):
            found.add(section.heading)
    return frozenset(found)
