"""A ticked box names the outcome of a decision, and the state of an action in its own row."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.model import ActionStatus, Archive, DecisionKind, Standing

HEAD = (
    "<h1>Lantern Board</h1><h2>Minutes of the meeting held on Tuesday 4 March 2025</h2>"
    "<p>Present: Ada Quill (Chair), Bo Wick</p><h3>1. Lamp</h3><p>The lamp was seen.</p><h3>2. Pier</h3>"
)
TABLE = (
    "<table><tr><th>Ref</th><th>Action</th><th>Done</th></tr><tr><td>1</td><td>Trim the wicks</td><td>{}</td></tr>"
    "<tr><td>2</td><td>Buy a new wick</td><td>{}</td></tr></table>"
)


def archive_of(folder: Path, body: str) -> Archive:
    (folder / "minutes.html").write_text(HEAD + body, "utf-8")
    return pipeline.gather([folder], settings.load()).archive


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("☒ Rejected", DecisionKind.LOST),
        ("☐ Approved ☒ Rejected", DecisionKind.LOST),
        ("☐ Approved ☑ Refused", DecisionKind.LOST),
        ("Approved ☐ Not approved ☒", DecisionKind.LOST),
        ("☒ Approved ☐ Rejected", DecisionKind.APPROVED),
        ("Rejected", DecisionKind.LOST),
        ("Rejected the offer for the van.", DecisionKind.RESOLVED),
    ],
)
def test_the_ticked_box_names_the_outcome(tmp_path: Path, line: str, kind: DecisionKind) -> None:
    [document] = archive_of(tmp_path, f"<p>{line}</p>").documents
    assert [decision.kind for decision in document.decisions] == [kind]


@pytest.mark.parametrize("boxes", [("☒", "☐"), ("<input type=checkbox checked>", "<input type=checkbox>")])
def test_a_tick_says_that_an_action_is_done(tmp_path: Path, boxes: tuple[str, str]) -> None:
    archive = archive_of(tmp_path, TABLE.format(*boxes))
    [document] = archive.documents
    states = [ActionStatus.COMPLETED, ActionStatus.OUTSTANDING]
    assert [action.status for action in document.actions] == states
    stand = [archive.lifelines[document.id_of(action)].standing for action in document.actions]
    assert stand == [Standing.CLOSED, Standing.OPEN]


def test_a_column_without_boxes_says_nothing_of_the_actions(tmp_path: Path) -> None:
    [document] = archive_of(tmp_path, TABLE.format("", "")).documents
    assert [action.status for action in document.actions] == [None, None]
