"""How the columns of action logs are headed: which field each heading names."""

from __future__ import annotations

import pytest

from archive_builder.model import ActionStatus
from archive_builder.recognise.grammar.action_states import done_in_column
from archive_builder.recognise.grammar.table_heads import columns
from tests.factories import table
from tests.recognise.found import SETTINGS

HEADS = [
    ("Ref: identifier", "Date: meeting", "Action: action", "Lead: owner", "RAG: status"),
    ("Meeting: meeting", "Minute: identifier", "What was agreed: action", "Latest position: update"),
    ("Ref.: identifier", "Outstanding action: action", "Member/Officer: owner", "Current situation: update"),
    ("Ref: identifier", "Action: action", "By: owner", "Report back: update"),
    ("Date: meeting", "Action: action", "Allocated: owner", "Result: update"),
    ("Action: action", "Officer responsible: owner", "Update on progress: update"),
    ("Action: action", "Lead director: owner", "Target for completion: due", "Status (R/A/G): status"),
    ("Action: action", "Accountable officer: owner", "Completed on: done"),
    ("Raised at: meeting", "Actions arising: action", "Person: owner", "Closed?: done"),
    ("Log no.: identifier", "Tasks: action", "Actioner: owner", "BRAG: status", "Remarks: update"),
]
"""The heads of action logs, each with the field that it names."""


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[-1])
def test_each_heading_names_its_field(heads: tuple[str, ...]) -> None:
    named = dict(enumerate(field for _, field in (head.rsplit(": ", 1) for head in heads)))
    printed = tuple(head.rsplit(": ", 1)[0] for head in heads)
    found = columns(table([printed, printed]), SETTINGS.vocabulary)
    assert {column: field for field, column in found.items()} == named


@pytest.mark.parametrize(
    "heads",
    [
        ("Risk", "Likelihood", "Mitigating actions", "Owner"),
        ("Hazard", "Score", "Action", "By whom", "Update"),
        ("Item", "Purpose", "Paper"),
        ("Name", "Term of office", "Role"),
        ("Number of cases", "Position", "Year"),
    ],
    ids=" ".join,
)
def test_other_tables_are_no_action_logs(heads: tuple[str, ...]) -> None:
    assert "action" not in columns(table([heads, heads]), SETTINGS.vocabulary)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Yes", ActionStatus.COMPLETED),
        ("Y", ActionStatus.COMPLETED),
        ("12/3", ActionStatus.COMPLETED),
        ("14 April 2025", ActionStatus.COMPLETED),
        ("No", ActionStatus.OUTSTANDING),
        ("Not yet", ActionStatus.OUTSTANDING),
        ("Due 14 April 2025, outstanding", ActionStatus.OUTSTANDING),
        ("c/f", ActionStatus.OUTSTANDING),
        ("", None),
    ],
)
def test_a_cell_below_done_says_whether_it_is(said: str, meant: ActionStatus | None) -> None:
    assert done_in_column(said, SETTINGS.vocabulary) is meant
