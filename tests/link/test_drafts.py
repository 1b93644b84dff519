"""Draft minutes say so wherever their records stand, until approved ones come; what is not held is not claimed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import export, pipeline
from archive_builder.model import Archive, Classification, DecisionKind, PaperStatus
from archive_builder.recognise.facts.paper_status import find_status
from archive_builder.recognise.grammar.draft import Draft, Masthead
from archive_builder.render import pages
from archive_builder.settings import load
from tests import factories
from tests.render.test_pages import by_path, read

MEETING = "meetings/fernley-town-board/2024-05-06/"
TEXT = """# {title}

Fernley Town Board

Minutes of the meeting held on 6 May 2024

## 1. The clock

RESOLVED: That the clock be wound on Mondays.

Action: Ann Lee to find the key.
"""
REPORT = """# The horse trough

Body: Fernley Town Board

Date: 3 June 2024

Report of the Clerk

## Recommendations

2.1 That the Board repair the horse trough.
"""


def archive_of(folder: Path, **files: str) -> Archive:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


@pytest.fixture
def draft(tmp_path: Path) -> Archive:
    return archive_of(tmp_path, may=TEXT.format(title="DRAFT MINUTES"))


def test_a_draft_says_so_in_title_facts_meeting_register_and_data(draft: Archive) -> None:
    made = by_path(pages(draft, (), load()))
    minutes = made[f"{MEETING}minutes/"]
    assert minutes.title.startswith("Minutes of 6 May 2024 (DRAFT)")
    assert "Status DRAFT: it says of itself that it is not approved yet." in read(minutes)
    assert minutes.front["status"] == "draft"
    assert "DRAFT: what is listed here is from minutes" in read(made[MEETING])
    assert "from DRAFT minutes" in read(made["decisions/fernley-town-board/2024/"])
    assert "from DRAFT minutes" in read(made["actions/"])
    rows = export.rows(draft)
    assert [row["status"] for row in rows["documents"]] == ["draft"]
    assert [row["draft"] for row in rows["decisions"]] == [True]


def test_approved_minutes_take_the_place_of_the_draft(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, may=TEXT.format(title="DRAFT MINUTES"), may_signed=TEXT.format(title="APPROVED MINUTES")
    )
    by_file = {document.source.file: document for document in archive.documents}
    first, second = by_file["may.md"], by_file["may-signed.md"]
    assert (first.status, second.status) == (PaperStatus.DRAFT, PaperStatus.APPROVED)
    assert (first.same_as, second.same_as) == (second.path, "")
    made = by_path(pages(archive, (), load()))
    assert "what is listed here is from minutes" not in read(made[MEETING])
    assert "from DRAFT minutes" not in read(made["decisions/"])


@pytest.mark.parametrize(
    ("lines", "file", "status"),
    [
        (["Draft minutes of the Fernley Town Board"], "a.pdf", PaperStatus.DRAFT),
        (["Fernley Town Board", "MINUTES – UNAPPROVED"], "a.pdf", PaperStatus.DRAFT),
        (["Minutes of the meeting", "DRAFT"], "a.pdf", PaperStatus.DRAFT),
        (["Minutes of the meeting of 6 May 2024"], "may-draft-2.pdf", PaperStatus.DRAFT),
        (["These minutes are subject to approval at the next meeting."], "a.pdf", PaperStatus.DRAFT),
        (["Meeting minutes: 6 May 2024 (approved 3 June 2024)"], "a.pdf", PaperStatus.APPROVED),
        (["Minutes of 6 May 2024 (as amended)"], "a.pdf", PaperStatus.CORRECTED),
        (["Corrected minutes of the Fernley Town Board"], "a.pdf", PaperStatus.CORRECTED),
        (["Minutes of the meeting"], "a.pdf", None),
        (["Minutes of the meeting", "Present: Ann Lee", "October minutes: Approved"], "a.pdf", None),
        (["Minutes of the meeting", "The minutes of the last meeting were approved."], "a.pdf", None),
        (["Minutes of the meeting", "Draft budget for 2025"], "a.pdf", None),
    ],
)
def test_how_far_minutes_have_got(lines: list[str], file: str, status: PaperStatus | None) -> None:
    blocks = tuple(factories.paragraph(line) for line in lines)
    head = Masthead(classification=Classification.MINUTES, title=lines[0], last=1)
    made = Draft(vocabulary=load().vocabulary, blocks=blocks, masthead=head)
    assert find_status(made, file) is status


def test_the_draft_of_another_paper_is_no_draft() -> None:
    head = Masthead(classification=Classification.REPORT, title="Draft plan", last=0)
    made = Draft(vocabulary=load().vocabulary, blocks=(factories.paragraph("DRAFT"),), masthead=head)
    assert find_status(made, "draft.pdf") is None


def test_without_minutes_it_is_not_known_what_was_decided(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, report=REPORT)
    (meeting,) = archive.meetings
    assert meeting.held == date(2024, 6, 3)
    made = by_path(pages(archive, (), load()))
    said = read(made[meeting.path])
    assert (
        "Recommended in the papers; the minutes are not in this archive, so what was decided is not known."
        in said
    )
    assert "The minutes are not in this archive" in said
    register = read(made["decisions/fernley-town-board/2024/"])
    assert "What was decided is not known: the minutes are not in this archive" in register


def test_with_minutes_nothing_is_said_of_missing_ones(draft: Archive) -> None:
    made = by_path(pages(draft, (), load()))
    assert "not in this archive" not in read(made[MEETING]).partition("Next meeting")[0]


@pytest.mark.parametrize(
    "words",
    [
        "It was moved by Ann Lee, seconded by Bo Ray, that the hut be sold. The motion was rejected by 4 votes to 2.",
        "RESOLVED: That the hut be sold. The motion was lost, 2 votes for and 4 against.",
        "It was moved by Ann Lee, seconded by Bo Ray, that the hut be sold. The motion was lost 2-4.",
    ],
)
def test_a_motion_that_was_lost_is_no_resolution(words: str, tmp_path: Path) -> None:
    text = f"# Minutes\n\nFernley Town Board\n\nMinutes of the meeting held on 6 May 2024\n\n## 1. The hut\n\n{words}\n"
    archive = archive_of(tmp_path, may=text)
    (decision,) = archive.documents[0].decisions
    assert decision.kind is DecisionKind.LOST
    assert [row["classification"] for row in export.rows(archive)["decisions"]] == ["lost"]
    made = by_path(pages(archive, (), load()))
    assert "Not carried" in read(made["decisions/fernley-town-board/2024/"])
    assert "Moved and not carried" in read(made[MEETING])
