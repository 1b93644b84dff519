"""Further terms that a text is found by: words joined at a hyphen, sums of money, days, acronyms.

Each has one spelling in the index, whichever of several a document prints and a reader types.
`archive_builder/theme/assets/search/index/forms.js` makes the same of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from archive_builder.index.terms import fold, plain, stem
from archive_builder.text.dates import dates

_COMPOUND = re.compile(
    r"""
    (?<![^\W_]) (?<![^\W_]['’])                       # at the beginning of a word
    [^\W_]++ (?: ['’] [^\W_]++ )*+                    # "co", "O'Neill"
    (?: [-‐‑–/] [^\W_]++ (?: ['’] [^\W_]++ )*+ )+     # "-operate", "/2022"
    """,
    re.VERBOSE,
)
"""Words and numbers with hyphens or slashes between: co-operate, 030-2022, 030/2022.

It matches from the beginning of a word only: from each of its letters it would take quadratic time.
"""

_JOINT = re.compile(r"[-‐‑–/](?<=[^\W_].)(?=[^\W_])")
"""What every compound contains. Texts have few, and looking for the sign first is fast."""

_MONEY = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(bn|billion|m|million|k|thousand)\b)?", re.IGNORECASE)

_MANY = {"b": 9, "m": 6, "k": 3, "t": 3}
"""Powers of ten by the first letter of the word behind a sum."""

_YEAR = re.compile(r"\d(?:(?<=1)[7-9]\d\d|(?<=2)[01]\d\d|[./]\d{1,2}[./]\d\d)")
"""What every date contains: a year, or the whole date in digits. It begins with a digit, which is found fast."""

_BEFORE, _AFTER = 40, 12
"""Characters on either side of a year that may belong to a date."""


def forms(text: str) -> Iterator[str]:
    """Yield all further terms of a text, as often as they occur."""
    for compound in _compounds(text):
        yield joined(compound)
    if "£" in text:
        for money in _MONEY.finditer(text):
            yield amount(money[1], money[2] or "")
    for passage in _near_years(text):
        for dated in dates(passage):
            yield day(dated.day)


def _compounds(text: str) -> Iterator[str]:
    if text.isascii() and "-" not in text and "/" not in text:
        return
    end = 0
    for joint in _JOINT.finditer(text):
        start = max(end, text.rfind(" ", 0, joint.start()) + 1)
        if joint.start() >= end and (found := _COMPOUND.search(text, start)):
            end = found.end()
            yield found.group()


def _near_years(text: str) -> Iterator[str]:
    """Yield the passages that may contain dates; searching whole texts takes much longer."""
    start, end = 0, -1
    for year in _YEAR.finditer(text):
        if year.start() - _BEFORE > end:
            if end > 0:
                yield text[start:end]
            start = max(text.rfind(" ", 0, max(0, year.start() - _BEFORE)), 0)
        end = year.end() + _AFTER
    if end > 0:
        yield text[start:end]


@lru_cache(maxsize=10_000)
def joined(compound: str) -> str:
    """Return the term of words written as one: "co-operate" as "cooperate", "687 iii a" as "687iiia"."""
    return stem("".join(fold(part) for part in re.findall(r"[^\W_]+", plain(compound))))


def amount(figure: str, many: str) -> str:
    """Return the term of a sum of money in whole pounds: £1.2m, £1,200,000 and £1.2 million alike."""
    whole, _, part = figure.replace(",", "").partition(".")
    places = _MANY[many[0].lower()] if many else 0
    return f"£{int(whole + part[:places].ljust(places, '0'))}"


def day(value: date) -> str:
    """Return the term of a day."""
    return f"{value:%Y%m%d}"
