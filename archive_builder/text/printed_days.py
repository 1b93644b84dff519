"""Days as calendars print them: "2 October", "14-Jan" and "March 5th" beside days with their year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive_builder.text.dates import MONTH_NAME, WEEKDAY_NAME, dates, month_number, month_of

_WITHOUT_YEAR = re.compile(
    rf"""(?<![\w.]) (?:
        (?P<day>\d{{1,2}}) (?: \s?(?:st|nd|rd|th) )? (?: \s?[–&/-]\s? \d{{1,2}} (?: \s?(?:st|nd|rd|th) )? )?
            (?: \s+of )? [\s-]{{1,2}} (?P<month>{MONTH_NAME}) (?!\w) \.?
      | (?P<us_month>{MONTH_NAME})\.? \s+ (?P<us_day>\d{{1,2}}) (?:st|nd|rd|th)? (?! \w | [:.]\d )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY = rf"(?:{WEEKDAY_NAME}|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?)"
_WEEKDAY_BEFORE = re.compile(rf"{_WEEKDAY},?\s+$", re.IGNORECASE)
_WITHIN_MONTH = re.compile(
    rf"""(?<![\w:.,/(–-]) (?: (?P<weekday>{_WEEKDAY}) ,? \s+ (?:the\s+)? )?
        (?P<day>\d{{1,2}}) (?P<ordinal>\s?(?:st|nd|rd|th)\b)? \*{{0,3}}
        (?! [\w:./%] | \s+ (?:{MONTH_NAME}) (?!\w) )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A day of a month that is named elsewhere: "Tues 7", "4th", "28"."""
_MONTH_ALONE = re.compile(
    rf"\W*(?P<month>{MONTH_NAME})\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?\s*(?:\([^()]*\))?\W*", re.IGNORECASE
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


@dataclass(frozen=True, slots=True)
class PrintedMonth:
    """A month as a heading prints it, with or without its year."""

    month: int
    year: int | None = None


def month_alone(text: str) -> PrintedMonth | None:
    """The month of a text that is nothing else: "May", "May 2025"; None for any other text."""
    match = _MONTH_ALONE.fullmatch(text)
    if match is None:
        return None
    return PrintedMonth(month_number(match["month"]), int(match["year"]) if match["year"] else None)


def month_in(text: str) -> PrintedMonth | None:
    """The month that a heading names among other words, if it prints the year: "Meetings in May 2025"."""
    told = month_of(text)
    return month_alone(text) or (PrintedMonth(told[1], told[0]) if told else None)


def days_of_month(text: str, of: PrintedMonth, *, bare: bool = False) -> Iterator[PrintedDay]:
    """The days of a month in a text that does not name it: "Tues 7 Planning Tues 14 Council".

    A number is a day behind a weekday or with its ending; at `bare`, any is ("3 and 17").
    """
    for match in _WITHIN_MONTH.finditer(text):
        if not (bare or match["weekday"] or match["ordinal"]):
            continue
        found = PrintedDay(int(match["day"]), of.month, of.year, match.start(), match.end())
        if found.in_year(of.year or _LEAP_YEAR):
            yield found


def _without_year(match: re.Match[str]) -> PrintedDay:
    day, month = match["day"] or match["us_day"], match["month"] or match["us_month"]
    return PrintedDay(int(day), month_number(month), None, match.start(), match.end())


def _with_weekday(found: PrintedDay, text: str) -> PrintedDay:
    before = _WEEKDAY_BEFORE.search(text[: found.start])
    if before is None:
        return found
    return PrintedDay(found.day, found.month, found.year, before.start(), found.end)
