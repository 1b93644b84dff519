"""Which words of a text with tick boxes count."""

from __future__ import annotations

import pytest

from archive_builder.model import ActionStatus
from archive_builder.recognise.grammar.action_states import state_of
from archive_builder.settings import load
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS, has_boxes, without_unticked

VOCABULARY = load().vocabulary


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☒ Approved ☐ Rejected", "Approved"),
        ("☐ Approved ☐ Rejected", ""),
        ("Approved ☐ Rejected ☒", "Rejected"),
        ("Outcome: ☐ approved ☑ deferred", "Outcome: deferred"),
        ("Outcome: approved ☑ deferred ☐", "Outcome: approved"),
        ("✓ Approved\n☐ Rejected", "Approved"),
        ("☑ Approved ○ Rejected", "Approved"),
        ("○ a bullet and no box", "○ a bullet and no box"),
        ("No box at all", "No box at all"),
    ],
)
def test_only_what_is_ticked_counts(text: str, chosen: str) -> None:
    found = without_unticked(text)
    assert len(found) == len(text)
    assert " ".join(found.split()) == chosen


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("☒", ActionStatus.COMPLETED),
        ("✓", ActionStatus.COMPLETED),
        ("☐", ActionStatus.OUTSTANDING),
        ("✗", ActionStatus.OUTSTANDING),
        ("☐ Open ☒ Closed", ActionStatus.COMPLETED),
        ("☒ Open ☐ Closed", ActionStatus.OUTSTANDING),
        ("☐ Completed", ActionStatus.OUTSTANDING),
        ("A ladder", None),
    ],
)
def test_a_tick_says_how_an_action_stands(cell: str, state: ActionStatus | None) -> None:
    assert state_of(cell, VOCABULARY) is state


def test_no_sign_is_both() -> None:
    assert not set(EMPTY_SIGNS) & set(TICKED_SIGNS)
    assert all(has_boxes(sign) for sign in TICKED_SIGNS)


def test_labels_with_colons_stand_before_their_boxes() -> None:
    assert without_unticked("Approved: ☒ Rejected: ☐").split() == ["Approved:"]
    assert without_unticked("Approved: ☐ Rejected: ☒").split() == ["Rejected:"]
