"""What a cell of a tracker says of its action."""

from __future__ import annotations

import pytest

from archive_builder.recognise.grammar.action_states import status
from tests.recognise.found import SETTINGS


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
        ("Not started", "outstanding"),
        ("Work is under way", "outstanding"),
        ("Signed off by the Chair", "completed"),
        ("", "outstanding"),
    ],
)
def test_a_status_is_read_with_what_stands_before_it(said: str, meant: str) -> None:
    assert status(SETTINGS.vocabulary, said) == meant


def test_a_word_of_the_archive_s_own_is_a_status() -> None:
    own = SETTINGS.vocabulary.model_copy(
        update={"completed": (*SETTINGS.vocabulary.completed, "laid to rest")}
    )
    assert status(SETTINGS.vocabulary, "Laid to rest in May") == "outstanding"
    assert status(own, "Laid to rest in May") == "completed"
    assert status(own, "Not yet laid to rest") == "outstanding"
