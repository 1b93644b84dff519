"""What a cell of a tracker says of its action."""

from __future__ import annotations

import pytest

from archive_builder.recognise.columns import status


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Completed", "completed"),
        ("Closed on 3 May", "completed"),
        ("Withdrawn", "completed"),
        ("No longer required", "completed"),
        ("Done", "completed"),
        ("Not done", "outstanding"),
        ("Not yet done", "outstanding"),
        ("Not closed", "outstanding"),
        ("To be closed at the next meeting", "outstanding"),
        ("Due to be completed in May", "outstanding"),
        ("Should be completed by June", "outstanding"),
        ("Completion expected June", "outstanding"),
        ("Partially complete", "outstanding"),
        ("On-going", "outstanding"),
        ("", "outstanding"),
    ],
)
def test_a_status_is_read_with_what_stands_before_it(said: str, meant: str) -> None:
    assert status(said) == meant
