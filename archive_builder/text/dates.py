"""Dates and times as minutes print them, without guessing what is not printed.

A year is required: a date without one is no date here. Precision is kept: "October 2022" is a
month. `dateutil` invents missing days and years (measured), so the forms are listed instead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from archive_builder import lang

_NAMES = lang.table("dates")
_MONTHS = {name.lower(): number for number, name in enumerate(_NAMES["months"], 1)}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | _NAMES["other_months"]
_MONTHS |= lang.table("languages")["months"]
MONTH_NAME = "|".join(
    name.replace(" ", r"\s") for name in sorted(_MONTHS, key=lambda name: (-len(name), name))
)
WEEKDAY_NAME = f"(?:{'|'.join(_NAMES['weekdays'])})"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY_NAME}),?\s+)?"
_ASIDE = re.compile(r"\([^()]*\)")

_UP_TO = r"(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?"
"""The last of several days, of which the first counts: "26–29 October 2024"."""
_DATE = re.compile(
    rf"""(?<![\w.]) (?:{_WEEKDAY}
      (?: (?P<day>\d{{1,2}}) (?:\s?(?:st|nd|rd|th|er|f?ed|[°º"”]))? {_UP_TO} (?:\s+(?:of|de))? \s+
          (?P<month>{MONTH_NAME})\.? ,? \s+ (?P<year>\d{{4}})
        | (?P<us_month>{MONTH_NAME})\.? \s+ (?P<us_day>\d{{1,2}}) (?:st|nd|rd|th)? {_UP_TO} ,? \s+ (?P<us_year>\d{{4}})
        | (?P<first_year>\d{{4}}) \s+ (?P<first_month>{MONTH_NAME})\.? \s+ (?P<first_day>\d{{1,2}}) (?:st|nd|rd|th)?
        | (?P<iso_year>\d{{4}}) (?P<iso_sep>[-./]) (?P<iso_month>\d\d|(?<=-)\d) (?P=iso_sep) (?P<iso_day>\d\d|(?<=-)\d)
        | (?P<num_day>\d{{1,2}}) (?P<sep>[./-]) (?P<num_month>\d{{1,2}}) (?P=sep) (?P<num_year>\d{{4}}|(?<!-)\d\d)
      )) (?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = re.compile(r"\d\d")
"""Every date ends or begins in a year: a text without two digits in a row holds none."""
_MONTH_YEAR = re.compile(rf"(?<!\w)(?P<month>{MONTH_NAME})\.?\s+(?P<year>\d{{4}})(?!\w)", re.IGNORECASE)
_LIMIT = re.compile(
    rf"""(?<!\w) (?: (?P<end>end) \s+ (?:of\s+)? | (?P<day>\d{{1,2}}) (?:\s?(?:st|nd|rd|th))? (?:\s+of)? \s+ )
      (?P<month>{MONTH_NAME})\b\.? (?: ,?\s+ (?P<year>\d{{4}}) )? (?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    r"""
    (?<![\d.]) (?P<hour>\d{1,2})
    (?:
        (?: [:.] | (?<=\d\d) h (?=\d\d\b)                     # "10:30", "10.30", "19h40"
          | (?<=\d\d) (?=\d\d\s?(?:hours|hrs)\b)             # "1030 hours"
          | (?<=\d\d) (?<!20) (?=(?:00|15|30|45)\s?[–-]\s?\d\d(?:00|15|30|45)\b) )    # "1000-1200", no years
        (?P<minute>\d\d) (?! \.\d)                         # no day: "19.11.10"
    )?
    \s* (?P<half>[ap]\.?m\.?)? (?=\W|$)                        # "10.30 a.m.", "6pm"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOST_MONTHS = 12
_FIRST_YEAR, _LAST_YEAR = 1750, 2150
_PERIOD = re.compile(r"(?<!\d)(?P<first>20\d\d|19\d\d)\s*[-–/]\s*(?P<last>20\d\d|\d\d)(?!\d)")

_ABOUT_DATES = re.compile(
    rf"""\b (?:
        dated? | held | on | at | from | to | until | of | the | meeting | start | starting | time
      | hours | hrs | noon | [ap]\.?m\.?
      | {WEEKDAY_NAME}
    ) (?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text, with the characters it was read from."""

    day: date
    start: int
    end: int
    doubt: str = ""
    """Why it may be another day, in plain words."""


def dates(text: str) -> Iterator[Dated]:
    """Every full date of a text, in order. Impossible ones (31 April) are passed over."""
    if not _DIGITS.search(text):
        return
    for match in _DATE.finditer(text):
        if found := _day(match):
            yield Dated(found, match.start(), match.end(), _doubt(match, found))


def month_first(texts: Iterable[str]) -> bool:
    """True if some date of the texts can only be American, "3/25/2025", and none only British."""
    found = [
        match for text in texts if _DIGITS.search(text) for match in _DATE.finditer(text) if match["num_day"]
    ]
    british = any(int(match["num_day"]) > _MOST_MONTHS for match in found)
    return not british and any(int(match["num_month"]) > _MOST_MONTHS for match in found)


def impossible(text: str) -> Iterator[str]:
    """What is printed like a date in a text and is no day of the calendar: "31 February 2025"."""
    return (match.group().strip() for match in _DATE.finditer(text) if _day(match) is None)


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    day = parts["day"] or parts["us_day"] or parts["first_day"] or parts["iso_day"] or parts["num_day"]
    named = parts["month"] or parts["us_month"] or parts["first_month"]
    month = named or parts["iso_month"] or parts["num_month"]
    year = parts["year"] or parts["us_year"] or parts["first_year"] or parts["iso_year"] or parts["num_year"]
    if parts["num_month"] and int(month) > _MOST_MONTHS >= int(day):  # "3/25/2025" can only be American
        day, month = month, day
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month_number(month), int(day))
    except ValueError:
        return None


def _doubt(match: re.Match[str], found: date) -> str:
    """What is wrong with, or open about, a date as it is printed; British order is assumed."""
    weekday, month = _NAMES["weekdays"][found.weekday()], _NAMES["months"][found.month - 1]
    printed, said = match.group().strip(), f"{weekday} {found.day} {month} {found.year}"
    if match["weekday"] and match["weekday"].lower() != weekday.lower():
        return f"it says {printed}, but that day is a {weekday}"
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return f"it says {printed}, which can hardly be meant"
    if len(match["num_year"] or "0000") == 2:
        return f"it says {printed}, which was read as {said}"
    if match["num_day"] and found.day <= _MOST_MONTHS and found.day != found.month:
        return f"it says {printed}, which was read with the day first: {said}"
    return ""


def first_date(text: str) -> date | None:
    """The first full date of a text."""
    return next((dated.day for dated in dates(text)), None)


def limit(text: str, since: date | None) -> date | None:
    """The day up to which something is to be done: a full date, or the last day of "the end of May 2025".

    A day or month without its year is the first one after `since`, the day on which it was said.
    """
    if found := first_date(text):
        return found
    match = _LIMIT.search(text)
    if not match or not (match["year"] or since):
        return None
    month, end = month_number(match["month"]), match["end"] is not None
    first = int(match["year"]) if match["year"] else since.year if since else 0
    for year in [first] if match["year"] else [first, first + 1]:
        last = monthrange(year, month)[1]
        if not end and int(match["day"]) > last:
            return None
        day = date(year, month, last if end else int(match["day"]))
        if match["year"] or since is None or day >= since:
            return day
    return None


def nearest_without_year(text: str, held: date, later: bool) -> date | None:
    """The day of a date printed without its year: the first after `held` where `later`, else the last before.

    "Monday 2 September" in minutes of July 2024 that speak of the next meeting is 2 September 2024.
    """
    match = _LIMIT.search(text)
    if not match or match["year"] or match["end"]:
        return None
    years = (held.year, held.year + 1) if later else (held.year, held.year - 1)
    for year in years:
        if int(match["day"]) > monthrange(year, month_number(match["month"]))[1]:
            continue
        day = date(year, month_number(match["month"]), int(match["day"]))
        if day > held if later else day < held:
            return day
    return None


def only_date(text: str) -> date | None:
    """The date of a line that is nothing but a date, with a label, a time or an aside in brackets at most."""
    found = list(dates(text))
    if len(found) > 1:
        text = _ASIDE.sub(" ", text)
        found = list(dates(text))
    if len(found) != 1:
        return None
    rest = _ABOUT_DATES.sub(" ", text[: found[0].start] + " " + text[found[0].end :])
    return None if re.search(r"[^\W\d_]", rest) else found[0].day


def month_of(text: str) -> tuple[int, int] | None:
    """Year and month of a "Nov 2022" (or of a full date)."""
    if found := first_date(text):
        return found.year, found.month
    match = _MONTH_YEAR.search(text)
    return (int(match["year"]), month_number(match["month"])) if match else None


def clock(text: str) -> time | None:
    """The first time of day of a text: "14:00", "2.30 p.m.", "6pm"; a bare number is none."""
    for match in _TIME.finditer(text):
        if not match["minute"] and not match["half"]:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def period(text: str) -> str:
    """A reporting year as `2023-24`, from "2023 - 2024", "2023/24" or "2023-24"; else empty."""
    match = _PERIOD.search(text)
    return f"{match['first']}-{match['last'][-2:]}" if match else ""


def month_number(text: str) -> int:
    """The number of a month, by its name or its digits."""
    return int(text) if text.isdigit() else _MONTHS[text.lower().rstrip(".")]
