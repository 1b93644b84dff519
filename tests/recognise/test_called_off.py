"""A meeting that was cancelled or moved is shown as one: on its page, in the calendar and in the data."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from icalendar import Calendar

from archive_builder import pipeline, settings
from archive_builder.model import Document, addresses
from archive_builder.render import assets, pages
from archive_builder.run.one_file import document
from archive_builder.sources import find

HEAD = "Oxmere Library Board\n\n{kind}\n\n"
ITEMS = "\n\n1. Apologies\n2. Minutes of the meeting held on 4 March 2025\n3. Roof\n4. Date of next meeting\n"
AGENDA = HEAD.format(kind="Agenda") + "Tuesday 6 May 2025 at 18:30\n\n{notice}" + ITEMS
NOTICE = HEAD.format(kind="Notice") + "{notice}\n"

CANCELLED = [
    AGENDA.format(notice="MEETING CANCELLED"),
    AGENDA.format(notice="*** CANCELLED ***"),
    AGENDA.format(notice="This meeting has been cancelled."),
    AGENDA.format(notice="Please note that this meeting has been canceled"),
    NOTICE.format(
        notice="The meeting of the Board due to be held on 6 May 2025 at 18:30 has been cancelled."
    ),
    NOTICE.format(notice="The meeting scheduled for Tuesday 6 May 2025 will not take place."),
]
MOVED = [
    "The meeting of the Board due to be held on 6 May 2025 at 18:30 has been postponed to Tuesday 10 June 2025"
    " at 19:00.",
    "The meeting of the Board of 6 May 2025 has been rescheduled and will now be held on 10 June 2025 at 7pm.",
    "The meeting on 6 May 2025 has been moved to 10 June 2025, 19:00, in the Reading Room.",
]
HELD = [
    AGENDA.format(notice="The meeting of 1 April 2025 was cancelled."),
    AGENDA.format(notice="The order for chairs was cancelled."),
    AGENDA.format(notice="MEETING CANCELLED") + "\nPresent: Ann Lee (Chair), Bo Ray\n",
    AGENDA.format(notice="All welcome"),
]


def read(folder: Path, text: str) -> Document:
    (folder / "paper.md").write_text(text, "utf-8")
    [source] = find([folder], lambda _: None, None)
    [found] = document(source, settings.load(), lambda _: None)
    return found


@pytest.mark.parametrize("text", CANCELLED)
def test_a_cancelled_meeting_is_one(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found.called_off is not None
    assert not found.called_off.moved
    assert (found.organization, found.date) == ("Oxmere Library Board", date(2025, 5, 6))


@pytest.mark.parametrize("notice", MOVED)
def test_a_moved_meeting_names_its_new_day(tmp_path: Path, notice: str) -> None:
    found = read(tmp_path, NOTICE.format(notice=notice))
    assert found.called_off is not None
    assert (found.called_off.moved_to, found.called_off.time) == (date(2025, 6, 10), time(19))
    assert (found.organization, found.date) == ("Oxmere Library Board", date(2025, 5, 6))


@pytest.mark.parametrize("text", HELD)
def test_another_meeting_or_thing_called_off_is_not_this_meeting(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).called_off is None


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        (CANCELLED[0], ["CANCELLED"], "Cancelled"),
        (NOTICE.format(notice=MOVED[0]), ["CANCELLED", "TENTATIVE"], "Moved to 10 June 2025, 19:00"),
    ],
)
def test_page_and_calendar_say_so(tmp_path: Path, text: str, status: list[str], said: str) -> None:
    (tmp_path / "paper.md").write_text(text, "utf-8")
    found = pipeline.gather([tmp_path], settings.load())
    made = {page.path: page for page in pages(found.archive, found.problems, settings.load())}
    assert said in made["meetings/oxmere-library-board/2025-05-06/"].body
    files = {
        file.path: file.content for file in assets(found.archive, settings.load(), "https://example.org/")
    }
    content = files[addresses.calendar_of_body("oxmere-library-board")]
    events = Calendar.from_ical(bytes(content)).walk("VEVENT")
    assert [str(each["STATUS"]) for each in events] == status
