"""What is due: by the day that the papers name, against the newest paper of the same body: invented bodies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import pipeline
from archive_builder.model import Archive
from archive_builder.model.deadlines import Deadline, find_due
from archive_builder.render import assets, pages
from archive_builder.settings import load
from tests.link.test_evidence_ends import MINUTES, OTHER, TRACKER

APRIL = """\
| 12 (i) | March 2022 | The Clerk obtain a price for the bridge. | Clerk | 1 April 2022 | | Outstanding |
| 12 (iii) | March 2022 | The Clerk order a bench. | Clerk | 30 April 2022 | | Outstanding |
| 12 (iv) | March 2022 | The Clerk repair the gate. | Clerk | | | Outstanding |
| 14 | March 2022 | The Clerk count the boats. | Clerk | 30 June 2023 | | Outstanding |
| 15 | March 2022 | The Clerk paint the hut. | Clerk | 1 March 2022 | | Completed |"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A panel whose newest paper is of 4 April 2022, and a board that met three years later."""
    folder = tmp_path_factory.mktemp("due")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    (folder / "tracker.md").write_text(TRACKER.format(day="4 April 2022", rows=APRIL), encoding="utf-8")
    (folder / "other.md").write_text(OTHER, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


def test_a_day_is_held_against_the_newest_paper_of_its_own_body(archive: Archive) -> None:
    found = [(due.day, due.deadline) for due in find_due(archive)]
    assert found == [
        (date(2022, 4, 1), Deadline.OVERDUE),
        (date(2022, 4, 30), Deadline.SOON),
        (date(2023, 6, 30), Deadline.LATER),
        (None, Deadline.UNNAMED),
    ]


def test_what_was_done_is_not_due(archive: Archive) -> None:
    assert "paint the hut" not in " ".join(due.record.text for due in find_due(archive))


def test_the_page_counts_what_it_lists(archive: Archive) -> None:
    page = next(page for page in pages(archive, (), load()) if page.path == "due/")
    assert "1 overdue, 1 due soon, 1 due later and 1 without a day" in page.body
    assert "Elderford Parish Panel, 4 April 2022" in page.body
    assert page.body.count('class="chip') == 4


def test_the_calendar_has_what_has_a_day(archive: Archive) -> None:
    files = {asset.path: asset.content for asset in assets(archive, load(), "https://example.org/")}
    assert files["feeds/due.ics"].count(b"BEGIN:VEVENT") == 3
    assert b"DTSTART;VALUE=DATE:20220401" in files["feeds/due.ics"]
    assert files["feeds/due.xml"].count(b"<entry>") == 3


def test_nothing_due_is_said(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    archive = pipeline.gather([tmp_path], load()).archive
    page = next(page for page in pages(archive, (), load()) if page.path == "due/")
    assert "None yet." in page.body
