"""Figures as tables print them: numbers with their unit, and the years, quarters and months that they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from archive_builder import lang


@dataclass(frozen=True, slots=True)
class Number:
    """A number of zero or more."""

    value: float
    unit: str
    """The sign of a currency before it and what stands behind it, in small letters: "£", "%", "£m"."""
    printed: str


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a financial year, a quarter or a month."""

    kind: str
    """"year", "financial-year", "quarter" or "month"; with "-of-year" where the year stands with it."""
    order: tuple[int, ...]
    """Year, quarter and month, as far as they are printed."""
    printed: str


def find_number(text: str) -> Number | None:
    """Return the number that a cell is; None if it is anything else, negative numbers included."""
    match = _number().fullmatch(text.strip())
    if match is None:
        return None
    unit = f"{match['currency'] or ''}{(match['scale'] or '').lower()}"
    return Number(float(match["digits"].replace(",", "")), unit, " ".join(text.split()))


def find_period(text: str) -> tuple[Period, str] | None:
    """Return the one period that a text names, and the words around it; None if it names none or several."""
    found = list(_period().finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    period = _read(match)
    around = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    return (period, around) if period else None


def without_years(text: str) -> str:
    """Return a text without its years: "Headcount on 31 March" of "Headcount on 31 March 2024"."""
    kept = _period().sub(lambda match: "" if match["year"] or match["financial"] else _undated(match), text)
    return " ".join(kept.split()).strip(" ,;:–-()")


def _undated(match: re.Match[str]) -> str:
    """Return a month without its year; a quarter as it stands."""
    return match["month"] or match[0]


def is_summary(head: str) -> bool:
    """True for the head of a row or column that sums up or compares others: "Total", "Change on last year"."""
    return _summaries().match(head.strip()) is not None


def in_order(periods: list[Period]) -> bool:
    """True if periods are of one kind and each is later than the one before; months may run over a new year."""
    if len({period.kind for period in periods}) != 1:
        return False
    orders = [period.order for period in periods]
    if periods[0].kind == "month":
        months = [order[-1] for order in orders]
        return len(months) <= 12 and all((b - a) % 12 == 1 for a, b in pairwise(months))
    return all(a < b for a, b in pairwise(orders))


def _read(match: re.Match[str]) -> Period | None:
    printed = " ".join(match[0].split())
    if match["financial"]:
        first, second = int(match["first"]) % 100, int(match["second"]) % 100
        follows = second == (first + 1) % 100
        return Period("financial-year", (2000 + first,), printed) if follows else None
    year = _full_year(match["year"] or match["of_month"] or match["of_quarter"] or "")
    if match["month"]:
        month = _months().index(match["month"].lower()[:3]) + 1
        return Period("month-of-year" if year else "month", (*year, month), printed)
    if match["quarter"]:
        return Period("quarter-of-year" if year else "quarter", (*year, int(match["quarter"])), printed)
    return Period("year", year, printed)


def _full_year(printed: str) -> tuple[int, ...]:
    """Return a year of two or four digits, or of a financial year its first; empty where there is none."""
    first = re.match(r"\d+", printed)
    if first is None:
        return ()
    return (int(first[0]) if len(first[0]) == 4 else 2000 + int(first[0]),)


@cache
def _words(name: str) -> str:
    words = sorted(lang.table("figures")[name], key=len, reverse=True)
    return "|".join(map(re.escape, words))


@cache
def _months() -> tuple[str, ...]:
    """The first three letters of each month."""
    return tuple(month[:3].lower() for month in lang.table("dates")["months"])


@cache
def _number() -> re.Pattern[str]:
    """ "1,489", "£139,408", "89.6%", "£2.4m"."""
    return re.compile(
        rf"""
        (?P<currency>[£€$])? \s?
        (?P<digits> (?: \d{{1,3}}(?:,\d{{3}})+ | \d+ ) (?:\.\d+)? ) \s?
        (?P<scale>{_words("scales")})?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _period() -> re.Pattern[str]:
    """ "2024", "2023-24", "22/23", "July 2023", "Jul", "Quarter 1", "Q1 2024"."""
    months = "|".join(f"{month}|{month[:3]}" for month in lang.table("dates")["months"])
    return re.compile(
        rf"""
        (?<![\w/.-])
        (?: (?P<financial> (?P<first>(?:20)?\d\d) \s?[/–-]\s? (?P<second>(?:20)?\d\d) )
          | (?P<month>{months}) (?: [ -] (?P<of_month>(?:20)?\d\d) )?
          | (?:{_words("quarters")}) \s? (?P<quarter>[1-4]) (?: ,?\s (?P<of_quarter>20\d\d (?:[/–-]\d\d)?) )?
          | (?P<year>20\d\d)
        )
        (?![\w/-]|\.\d)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _summaries() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('summaries')})(?!\w)", re.IGNORECASE)
