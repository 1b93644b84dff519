"""Dates: what is read, what is passed over, and what is said to be doubtful."""

from __future__ import annotations

from datetime import date

import pytest

from archive_builder.text import dates


@pytest.mark.parametrize(
    "text", ["31 February 2025", "30/02/2025", "1 January 0000", "29 February 2023", "31/13/2025"]
)
def test_a_day_that_is_in_no_calendar_is_not_read(text: str) -> None:
    assert dates.first_date(text) is None
    assert list(dates.impossible(text)) == [text]


@pytest.mark.parametrize(
    ("text", "read", "why"),
    [
        ("Tuesday 22nd July 2025", date(2025, 7, 22), ""),
        ("Monday 22nd July 2025", date(2025, 7, 22), "that day is a Tuesday"),
        ("03/04/2025", date(2025, 4, 3), "day first: Thursday 3 April 2025"),
        ("13/04/2025", date(2025, 4, 13), ""),
        ("04/04/2025", date(2025, 4, 4), ""),
        ("4.3.25", date(2025, 3, 4), "read as Tuesday 4 March 2025"),
        ("31 December 9999", date(9999, 12, 31), "hardly be meant"),
        ("2025-03-04", date(2025, 3, 4), ""),
        ("2025.03.04", date(2025, 3, 4), ""),
        ("2025/03/04", date(2025, 3, 4), ""),
        ("3/25/2025", date(2025, 3, 25), ""),
        ("14-03-2025", date(2025, 3, 14), ""),
    ],
)
def test_a_date_that_may_be_another_says_why(text: str, read: date, why: str) -> None:
    (found,) = dates.dates(text)
    assert found.day == read
    assert why in found.doubt
    assert bool(found.doubt) == bool(why)


def test_another_date_in_brackets_is_an_aside() -> None:
    line = "Tuesday 4 March 2025 (rearranged from Tuesday 25 February 2025; papers of 1 March 2025)"
    assert dates.only_date(line) == date(2025, 3, 4)
