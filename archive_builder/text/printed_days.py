"""Days as calendars print them: "2 October", "14-Jan" and "March 5th" beside days with their year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive_builder.text.dates import MONTH_NAME, WEEKDAY_NAME, dates, month_number

_WITHOUT_YEAR = re.compile(
    rf"""(?<![\w.]) (?:
        (?P<day>\d{{1,2}}) (?: \s?(?:st|nd|rd|th) )? (?: \s?[–&/-]\s? \d{{1,2}} (?: \s?(?:st|nd|rd|th) )? )?
            (?: \s+of )? [\s-]{{1,2}} (?P<month>{MONTH_NAME}) (?!\w) \.?
      | (?P<us_month>{MONTH_NAME})\.? \s+ (?P<us_day>\d{{1,2}}) (?:st|nd|rd|th)? (?! \w | [:.]\d )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?:{WEEKDAY_NAME}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?),?\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day of a text, with the characters it was read from, the weekday before it included."""

    day: int
    month: int
    year: int | None
    """None where the text does not print it."""
    start: int
    end: int

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where it has no such day (29 February)."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def whole(self) -> date | None:
        """The day, if its year is printed."""
        return self.in_year(self.year) if self.year else None


def printed_days(text: str) -> Iterator[PrintedDay]:
    """The days of a text in order, with and without their years."""
    whole = [
        PrintedDay(found.day.day, found.day.month, found.day.year, found.start, found.end)
        for found in dates(text)
    ]
    taken = [range(day.start, day.end) for day in whole]
    bare = [
        _without_year(match)
        for match in _WITHOUT_YEAR.finditer(text)
        if not any(match.start() in part or match.end() - 1 in part for part in taken)
    ]
    for found in sorted([*whole, *bare], key=lambda each: each.start):
        if found.in_year(found.year or _LEAP_YEAR):
            yield _with_weekday(found, text)


_LEAP_YEAR = 2000


def first_day(text: str) -> PrintedDay | None:
    """The first day of a text."""
    return next(printed_days(text), None)


def _without_year(match: re.Match[str]) -> PrintedDay:
    day, month = match["day"] or match["us_day"], match["month"] or match["us_month"]
    return PrintedDay(int(day), month_number(month), None, match.start(), match.end())


def _with_weekday(found: PrintedDay, text: str) -> PrintedDay:
    before = _WEEKDAY_BEFORE.search(text[: found.start])
    if before is None:
        return found
    return PrintedDay(found.day, found.month, found.year, before.start(), found.end)
