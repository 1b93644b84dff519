"""Calendars with a heading for each body and nothing but days below it: each day is one of that body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.records.calendar_lists import only_day
from archive_builder.recognise.signs.calendars import NAMES_BODY
from archive_builder.text.printed_days import PrintedDay
from archive_builder.text.words import folded

_FEWEST_DAYS = 2
_FEWEST_BODIES = 2
"""Minimum number of bodies with days below them: below the only one, a day says when, and not what is on."""


def days_of_bodies(draft: Draft) -> Mapping[int, tuple[str, PrintedDay]]:
    """The blocks that are nothing but a day below a body's heading, with the body and the day."""
    found = [(body, days) for body, days in _below_headings(draft) if len(days) >= _FEWEST_DAYS]
    if len({body for body, _ in found}) < _FEWEST_BODIES:
        return {}
    return {at: (body, day) for body, days in found for at, day in days.items()}


def _below_headings(draft: Draft) -> Iterator[tuple[str, dict[int, PrintedDay]]]:
    """The bodies that headings name, each with the days in lines of their own up to the next heading.

    Without days where anything but sentences stands between them: that is what is on.
    """
    body, days, other = "", dict[int, PrintedDay](), False
    for at, block in enumerate(draft.blocks):
        text = folded(block.text)
        if block.kind is BlockKind.HEADING or (block.bold and block.kind is BlockKind.PARAGRAPH):
            if body and not other:
                yield body, days
            named = draft.read(text).fits(NAMES_BODY)
            body, days, other = (text.rstrip(" :") if named else ""), {}, False
        elif day := only_day(draft, text) if block.kind is not BlockKind.TABLE else None:
            days[at] = day
        else:
            other = other or block.kind is not BlockKind.PARAGRAPH or (bool(days) and not text.endswith("."))
    if body and not other:
        yield body, days
