"""The day on which an action was done, where the words of a tracker row name it: "received on 29 April"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from archive_builder import lang
from archive_builder.text.dates import dates, nearest_without_year

_REACH = 60
"""Number of characters behind the word "received" in which its day is looked for."""


def day_of(words: str, told: date) -> date | None:
    """Return the day on which the words of a row say that it was done, no later than the day they were told.

    A day without its year is the last such day before that. The latest of several days counts.
    """
    words = " ".join(words.split())
    days = (
        _day(match["behind"], told)
        for match in _done().finditer(words)
        if not _not_done().search(words[: match.start()])
    )
    return max(filter(None, days), default=None)


def _day(behind: str, told: date) -> date | None:
    """Return the day that stands in the words behind "received"; None where they speak of another day."""
    found = next(iter(dates(behind)), None)
    if found:
        before, day = behind[: found.start], found.day
    else:
        number = re.search(r"\d", behind)
        before = behind[: number.start()] if number else behind
        day = nearest_without_year(behind, told + timedelta(days=1), later=False) or date.max
    return None if day > told or _other_day().search(before) else day


@cache
def _done() -> re.Pattern[str]:
    """Match "received on 29 April": the word, and what stands behind it in its sentence."""
    return re.compile(
        rf"(?<!\w)(?:{_either('done')})\b(?P<behind>(?:(?!\.\s)[^;]){{0,{_REACH}}})", re.IGNORECASE
    )


@cache
def _not_done() -> re.Pattern[str]:
    """Match the words before "received" that say that it was not, or not yet: "to be "."""
    return re.compile(rf"(?<!\w)(?:{_either('not_done')})\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@cache
def _other_day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('other_day')})\b", re.IGNORECASE)


def _either(name: str) -> str:
    words: Iterable[str] = lang.table("follow_up")[name]
    return "|".join(re.escape(word) for word in words)
