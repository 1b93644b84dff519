"""Which year a calendar means that prints days without one."""

from __future__ import annotations

from datetime import date

import pytest

from archive_builder.recognise.records.calendar_years import span_of, with_years
from archive_builder.text.printed_days import first_day


def years(title: str, *texts: str) -> list[int | None]:
    """The years of the days of a calendar with a title."""
    span = span_of(title)
    return [day.year if day else None for day in with_years([(first_day(text), span) for text in texts])]


@pytest.mark.parametrize(
    ("title", "texts", "found"),
    [
        ("2026 Meeting Schedule", ("3 May", "4 June"), [2026, 2026]),
        ("October 2025 – May 2026", ("2 October", "3 February"), [2025, 2026]),
        ("Calendar 2025-26", ("3 September", "4 November", "7 January"), [2025, 2025, 2026]),
        ("Calendar 2025-26", ("3 September", "4 November"), [None, None]),
        ("Calendar", ("3 May 2025", "4 June", "7 January 2026", "4 March"), [2025, 2025, 2026, 2026]),
        ("Calendar", ("3 May", "4 June 2025"), [2025, 2025]),
        ("Calendar", ("3 May", "4 June"), [None, None]),
        ("Calendar", ("7 January 2026", "4 March", "3 May 2025"), [2026, None, 2025]),
        ("Work plan – June 2025", ("15 July", "14 January"), [2025, 2026]),
    ],
)
def test_years(title: str, texts: tuple[str, ...], found: list[int | None]) -> None:
    """A year is taken from the period or the days around; where several fit, there is none."""
    assert years(title, *texts) == found


def test_a_month_is_the_first_of_a_year() -> None:
    """A programme of June 2025 may run into May 2026."""
    span = span_of("Forward plan, June 2025")
    assert span is not None
    assert (span.first, span.last) == (date(2025, 6, 1), date(2026, 5, 31))
