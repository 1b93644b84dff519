"""Which of day and month stands first in the figures of a date: "4/8/2025" is April where the document tells.

British order is assumed. A date of the same document that only fits the other order ("4/25/2025"), or the day or
month in the file's name, settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from archive_builder.recognise.facts.candidate import Candidate
from archive_builder.recognise.facts.view import View
from archive_builder.text import dates


def in_order(found: Sequence[Candidate], named: date | None, view: View) -> Iterator[Candidate]:
    """The candidates for a document's day, those in figures with day and month in the document's order.

    `named` is the day in the file's name.
    """
    figures = {each.value for each in found if _turned(each)}
    month_first = bool(figures) and dates.month_first(block.text for block in view.blocks)
    month = dates.month_of(" ".join(view.file_words))
    for each in found:
        turned = _turned(each) if each.value in figures else None
        if turned and (month_first or turned == named or (turned.year, turned.month) == month):
            yield Candidate(turned.isoformat(), each.features, each.words)
        else:
            yield each


def _turned(each: Candidate) -> date | None:
    """The day that a candidate is in the other order, if it is printed in figures that fit both."""
    day = date.fromisoformat(each.value)
    ending = format(day, "%y")
    printed = re.search(rf"(?<!\d)0?{day.day}([./-])0?{day.month}\1(?:\d\d)?{ending}(?!\d)", each.words)
    if printed is None or day.day > _MONTHS or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


_MONTHS = 12
