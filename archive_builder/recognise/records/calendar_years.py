"""The years of days that a calendar prints without them: by its period, its headings, or the days around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from archive_builder.text import dates
from archive_builder.text.printed_days import PrintedDay

_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/])")
_TWO_YEARS = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*[-–/]\s*(?P<last>(?:19|20)\d\d|\d\d)(?!\d)")
_DASH = re.compile(r"\s*(?:[–—-]|\bto\b)\s*")
_YEAR_LONG = timedelta(days=365)
_YEARS = range(1800, 2200)
"""The years that a paper may speak of; "June 9999" is a slip."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which those of a calendar or of a part of one lie."""

    first: date
    last: date

    def in_it(self, day: PrintedDay) -> list[date]:
        """The days of the span that a day without its year can be."""
        years = range(self.first.year, self.last.year + 1)
        return [found for year in years if (found := day.in_year(year)) and self.first <= found <= self.last]


def span_of(text: str) -> Span | None:
    """The span that a title or heading names: "2026", "2025/26", "October 2025 – May 2026", "June 2026".

    A single month is that of the first meeting or of the edition: the span is the year from its first day.
    """
    parts = _DASH.split(text)
    months = [month for part in parts if (month := dates.month_of(part)) and month[0] in _YEARS]
    if len(months) > 1 and months[0] < months[-1]:
        return Span(date(*months[0], 1), _end_of_month(*months[-1]))
    if match := _TWO_YEARS.search(text):
        first = int(match["first"])
        return Span(date(first, 1, 1), date(first + 1, 12, 31))
    if months:
        start = date(*months[0], 1)
        return Span(start, start + _YEAR_LONG - timedelta(days=1))
    years = {int(found) for found in _YEAR.findall(text)}
    return Span(date(year, 1, 1), date(year, 12, 31)) if len(years) == 1 and (year := years.pop()) else None


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def with_years(days: Sequence[tuple[PrintedDay | None, Span | None]]) -> list[date | None]:
    """The days of a calendar, each with the span of its heading, as dates; None where a year is not certain.

    A year is certain if it is printed, if the span holds only one such day, or if the days stand in order
    and the ones before and behind leave only one.
    """
    found = [_by_itself(day, span) for day, span in days]
    certain = [day for day in found if day]
    if any(before > after for before, after in pairwise(certain)):
        return found
    if not certain:
        found = _turned_once(days)
    for at, (day, span) in enumerate(days):
        if day and not found[at] and (before := _before(found, at)):
            found[at] = _first_from(day, before, _behind(found, at), span)
    for at in reversed(range(len(days))):
        day, span = days[at]
        if day and not found[at] and (behind := _behind(found, at)):
            found[at] = _last_up_to(day, behind, span)
    return found


def _by_itself(day: PrintedDay | None, span: Span | None) -> date | None:
    if day is None or day.whole:
        return day.whole if day else None
    held = span.in_it(day) if span else []
    return held[0] if len(held) == 1 else None


def _before(found: Sequence[date | None], at: int) -> date | None:
    return next((day for day in reversed(found[:at]) if day), None)


def _behind(found: Sequence[date | None], at: int) -> date | None:
    return next((day for day in found[at + 1 :] if day), None)


def _first_from(day: PrintedDay, since: date, limit: date | None, span: Span | None) -> date | None:
    """The first such day that is not before one day, if it is not behind another."""
    years = (since.year, since.year + 1)
    chosen = next((found for year in years if (found := day.in_year(year)) and found >= since), None)
    return chosen if chosen and (limit is None or chosen <= limit) and _allows(span, chosen) else None


def _last_up_to(day: PrintedDay, limit: date, span: Span | None) -> date | None:
    """The last such day that is not behind one day."""
    years = (limit.year, limit.year - 1)
    chosen = next((found for year in years if (found := day.in_year(year)) and found <= limit), None)
    return chosen if chosen and _allows(span, chosen) else None


def _allows(span: Span | None, day: date) -> bool:
    return span is None or span.first <= day <= span.last


def _turned_once(days: Sequence[tuple[PrintedDay | None, Span | None]]) -> list[date | None]:
    """Days of two years of which none is certain, if they run on from one year into the next exactly once."""
    known = [(day, span) for day, span in days if day]
    spans = {span for _, span in known}
    turns = [
        at for at, (a, b) in enumerate(pairwise(known), 1) if (b[0].month, b[0].day) < (a[0].month, a[0].day)
    ]
    span = spans.pop() if len(spans) == 1 else None
    if span is None or len(turns) != 1 or span.last.year != span.first.year + 1:
        return [None] * len(days)
    first_behind = known[turns[0]][0]
    year, found = span.first.year, []
    for day, _ in days:
        year = span.last.year if day is first_behind else year
        found.append(day.in_year(year) if day else None)
    return found
