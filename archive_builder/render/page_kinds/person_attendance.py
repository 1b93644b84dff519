"""Attendance over time: at which meetings somebody was, by body and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive_builder.lang.interface import say
from archive_builder.model import AttendanceStatus, Meeting
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.tally import counted_of, grouped
from archive_builder.render.templating import Written


@dataclass(frozen=True, slots=True)
class Attended:
    """A meeting at which somebody was, or to which they sent apologies."""

    meeting: Meeting
    apologies: bool

    def row(self, page: str) -> Written:
        """A link to the meeting, with the apologies."""
        words = f"{wording.day(self.meeting.held)}, {self.meeting.body.name}"
        link = markdown.link(words, page, self.meeting.path)
        said = f' <span class="meta">{say("pages.person.apologies")}</span>' if self.apologies else ""
        return Written(link + said)


@dataclass(frozen=True, slots=True)
class YearOfBody:
    """How often somebody was at the meetings of a body in a year."""

    year: int
    body: str
    present: int
    apologies: int
    listed: int
    """The meetings of that year whose papers here list who was there."""


def find_attended(context: Context) -> Mapping[str, list[Attended]]:
    """Return the meetings by person, the latest first."""
    found: dict[str, list[Attended]] = {}
    for meeting in reversed(context.archive.meetings):
        here: dict[str, bool] = {}
        for document in counted_of(meeting, context):
            for attended in document.attendance:
                if attended.person:
                    here.setdefault(attended.person, attended.status is AttendanceStatus.APOLOGIES)
        for person, apologies in here.items():
            found.setdefault(person, []).append(Attended(meeting, apologies))
    return found


def count_listed(context: Context) -> Mapping[tuple[str, int], int]:
    """Return how many meetings of each body in each year have a list of who was there."""
    told = [
        meeting
        for meeting in context.archive.meetings
        if any(document.attendance for document in counted_of(meeting, context))
    ]
    meetings = grouped(told, lambda meeting: (meeting.body.slug, meeting.held.year))
    return {key: len(each) for key, each in meetings.items()}


def by_year(attended: list[Attended], listed: Mapping[tuple[str, int], int]) -> list[YearOfBody]:
    """Return a person's attendance by year and body, the latest year first."""
    years = grouped(attended, lambda each: (each.meeting.held.year, each.meeting.body))
    return [
        YearOfBody(
            year=year,
            body=body.name,
            present=sum(not each.apologies for each in meetings),
            apologies=sum(each.apologies for each in meetings),
            listed=listed[body.slug, year],
        )
        for (year, body), meetings in years.items()
    ]
