"""What became of an action: the list of the next meeting's minutes leads back to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.model import Relation

ROOF = "ACTION: Ann Lee to write to the builder about the roof by 1 April 2025."
MARCH = f"""Larkfield Community Forum

Minutes of the meeting held on Tuesday 4 March 2025

1. Buildings

The roof leaks.

{ROOF}

ACTION: Bo Ray to oil the gate.

2. Paths

The path is muddy.

3. Close

The meeting closed.
"""
MAY = """Larkfield Community Forum

Minutes of the meeting held on Tuesday 6 May 2025

1. Welcome

The chair welcomed everybody.

2. Actions from the last meeting

- Ann Lee to write to the builder about the roof: done
- Bo Ray to oil the gate: carried forward
- Somebody to feed the library cat

3. Close

The meeting closed.
"""


def test_a_list_of_the_next_meeting_says_what_became_of_actions(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    (tmp_path / "may.txt").write_text(MAY, "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    march, may = archive.documents
    assert [(row.text, row.update, row.status) for row in may.tracker_rows] == [
        ("Ann Lee to write to the builder about the roof", "done", "completed"),
        ("Bo Ray to oil the gate", "carried forward", "outstanding"),
        ("Somebody to feed the library cat", "", "outstanding"),
    ]
    followed = {link.source: link.target for link in archive.links if link.relation is Relation.TRACKS}
    assert followed == {
        may.id_of(row): march.id_of(action)
        for row, action in zip(may.tracker_rows, march.actions, strict=False)
    }


JULY = """Larkfield Community Forum

Action log

1 July 2025

| Meeting | Action | Update |
| --- | --- | --- |
| 4 March 2025 | Oil the gate. | Done |
| {again} | Write to the builder about the roof again. | Awaited |
| 3 June 2025 | Sweep the path. | Awaited |
"""


COUNTED = """Larkfield Community Forum

Action log

1 July 2025

| No. | Action | Update |
| --- | --- | --- |
| AL 11 | Oil the gate. | Done |
| AL 12 | Paint the gate. | Awaited |
"""


def test_a_row_with_the_log_s_own_number_follows_the_action_in_its_words(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    (tmp_path / "july.md").write_text(COUNTED, "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    march, july = archive.documents
    followed = {link.source: link.target for link in archive.links if link.relation is Relation.TRACKS}
    assert followed == {july.id_of(july.tracker_rows[0]): march.id_of(march.actions[1])}


@pytest.mark.parametrize("again", ["6 May 2025", "May 2025"])
def test_a_row_that_names_its_meeting_follows_the_action_made_there(tmp_path: Path, again: str) -> None:
    """A log of all that is open goes back further than the last meeting."""
    agreed = (
        "ACTION: Ann Lee to write to the builder about the roof again.\n\nACTION: Bo Ray to sweep the path."
    )
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    (tmp_path / "may.txt").write_text(MARCH.replace("4 March", "6 May").replace(ROOF, agreed), "utf-8")
    (tmp_path / "july.md").write_text(JULY.format(again=again), "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    march, may, july = archive.documents
    links = {link.source: link for link in archive.links if link.source in map(july.id_of, july.tracker_rows)}
    gate, roof, path = (links[july.id_of(row)] for row in july.tracker_rows)
    assert gate.target == march.id_of(march.actions[1])
    assert roof.target == may.id_of(may.actions[0])
    assert (path.relation, path.target_text) == (Relation.NOT_IN_ARCHIVE, "3 June 2025")
