"""Who is to do it: each name leads to its own person, also beside an office or a stranger."""

from __future__ import annotations

from pathlib import Path

from archive_builder import pipeline, settings
from archive_builder.render import pages

MINUTES = """Larkfield Community Forum

Minutes of the meeting held on Tuesday 4 March 2025

Present: Ann Lee (Chair), Bo Ray (Treasurer)

1. Buildings

ACTION: The builder and Ann Lee to mend the roof by 1 April 2025.
"""

LOG = """Larkfield Community Forum

Action log

1 July 2025

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Paint the hall. | Head of Parks and Bo Ray | 1 August 2025 | Open |
| Sweep the path. | Cy Doe, Bo Ray | Monthly | Open |
"""


def test_a_name_beside_an_unknown_owner_keeps_its_own_person(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text(MINUTES, "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    [action] = archive.documents[0].actions
    assert (action.owners, action.owner_ids) == (("The builder", "Ann Lee"), ("", "people/ann-lee/"))
    body = {page.path: page.body for page in pages(archive, (), settings.load())}[archive.documents[0].path]
    assert "owners The builder and [Ann Lee]" in body


def test_the_owners_of_a_tracker_row_are_people_where_they_are_known(tmp_path: Path) -> None:
    """An office with an "and" in its name stays whole; a stranger in a tracker becomes no person."""
    (tmp_path / "march.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "july.md").write_text(LOG, "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    hall, path = archive.documents[1].tracker_rows
    assert (hall.owners, hall.owner_ids, str(hall.due)) == (
        ("Head of Parks and Bo Ray",),
        ("",),
        "2025-08-01",
    )
    assert (path.owners, path.owner_ids, path.due) == (("Cy Doe", "Bo Ray"), ("", "people/bo-ray/"), None)
    assert [person.name for person in archive.people] == ["Ann Lee", "Bo Ray"]
