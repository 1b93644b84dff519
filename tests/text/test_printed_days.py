"""Days that are printed with and without their year."""

from __future__ import annotations

import pytest

from archive_builder.text.printed_days import printed_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 October Council 8 January 2026 Council", [(2, 10, None), (8, 1, 2026)]),
        ("11-Dec", [(11, 12, None)]),
        ("March 5th, 7 pm", [(5, 3, None)]),
        ("3-4 February: fair", [(3, 2, None)]),
        ("Tue 14 April", [(14, 4, None)]),
        ("May 2026", []),
        ("31 April", []),
        ("May 12:30", []),
    ],
)
def test_days(text: str, days: list[tuple[int, int, int | None]]) -> None:
    """A day needs no year here, and must be one of the calendar."""
    assert [(day.day, day.month, day.year) for day in printed_days(text)] == days


def test_a_weekday_belongs_to_its_day() -> None:
    """What stands before the weekday stands before the day."""
    [day] = printed_days("Wednesday 3 June")
    assert day.start == 0
