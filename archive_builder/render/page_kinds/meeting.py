"""The page of a meeting: made of records, without source text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from archive_builder.lang.interface import listed, say
from archive_builder.model import (
    Attendance,
    AttendanceStatus,
    CalledOff,
    Document,
    Link,
    Meeting,
    Page,
    Relation,
    addresses,
)
from archive_builder.render import wording
from archive_builder.render.context import Context, meeting_link
from archive_builder.render.document_text import markdown
from archive_builder.render.page_kinds import meeting_brief
from archive_builder.render.page_kinds.meeting_agenda import agenda
from archive_builder.render.records import labels
from archive_builder.render.records.tally import called_off_of, counted_of, documents_of, tally
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill

ATTENDED = (
    AttendanceStatus.PRESENT,
    AttendanceStatus.ALSO_PRESENT,
    AttendanceStatus.APOLOGIES,
)


def _pages(path: str, context: Context) -> Iterator[Page]:
    """Make the page of a meeting."""
    meeting = context.meetings.get(path)
    if meeting:
        documents = documents_of(meeting, context)
        counted = counted_of(meeting, context)
        attended = list(_attended(meeting, counted, context))
        called_off = called_off_of(documents)
        items, others = agenda(meeting, counted, context)
        yield Page(
            path=meeting.path,
            title=f"{meeting.body.name}, {wording.day(meeting.held)}",
            front={
                "description": _description(meeting, counted),
                "organization": meeting.body.name,
                "date": meeting.held,
                "where": meeting_link(meeting),
            },
            body=fill(
                "meeting",
                meeting.path,
                meeting=meeting,
                time=next((d.time for d in counted if d.time), None),
                venue=wording.title_case(next((d.venue for d in counted if d.venue), "")),
                called_off=how_called_off(called_off) if called_off else "",
                called_off_words=called_off.words if called_off else "",
                minutes=_minutes(meeting, called_off, context),
                documents=[_entry(document) for document in documents],
                attended=[(say(f"attendance.{status}"), people) for status, people in attended],
                numbers=listed([_number(status, len(people)) for status, people in attended]),
                calendar=Written(addresses.calendar_of_meeting(meeting.path).removeprefix(meeting.path)),
                brief=meeting_brief.groups(meeting, counted, context),
                asked=meeting_brief.asked(meeting, counted, [item.id for item in items], context),
                missing=list(meeting_brief.missing(meeting, context)),
                items=items,
                others=others,
                previous=_neighbour(meeting, Relation.PREVIOUS_MEETING, context),
                following=_neighbour(meeting, Relation.NEXT_MEETING, context),
            ),
        )


pages = PerSubject(lambda context: context.meetings, _pages)
"""A page for each meeting the archive holds a document of."""


def _minutes(meeting: Meeting, called_off: CalledOff | None, context: Context) -> str:
    """That the minutes are not held, or are a draft; empty where neither is so."""
    minutes = context.archive.minutes_of(meeting)
    if minutes is None:
        return "" if called_off else say("pages.meeting.minutes_not_held")
    return say("pages.meeting.minutes_are_draft") if minutes.is_draft else ""


def how_called_off(called_off: CalledOff) -> str:
    """Return "Cancelled", or the day and time that a meeting was moved to."""
    if called_off.moved_to:
        at = f", {called_off.time:%H:%M}" if called_off.time else ""
        return say("pages.meeting.moved_to", day=f"{wording.day(called_off.moved_to)}{at}")
    return say("pages.meeting.moved" if called_off.moved else "pages.meeting.cancelled")


def _description(meeting: Meeting, documents: tuple[Document, ...]) -> str:
    holds = str(tally(documents))
    start = say("pages.meeting.description", body=meeting.body.name, day=wording.day(meeting.held))
    return f"{start}: {holds}." if holds else f"{start}."


def _entry(document: Document) -> tuple[str, str, str]:
    """Title, address and what it holds; parts of a pack say that they are bound in it."""
    holds = str(tally([document]))
    return wording.title_of(document), document.path, holds


def _attended(
    meeting: Meeting, documents: tuple[Document, ...], context: Context
) -> Iterator[tuple[AttendanceStatus, list[Written]]]:
    seen: set[str] = set()
    people = [attended for document in documents for attended in document.attendance]
    for status in ATTENDED:
        lines: list[Written] = []
        for attended in people:
            key = attended.person or attended.name
            if attended.status is status and key not in seen:
                seen.add(key)
                lines.append(_person(attended, meeting.path, context))
        if lines:
            yield status, lines


def _number(status: AttendanceStatus, people: int) -> str:
    """ "12 present", "1 sent apologies"."""
    if status is AttendanceStatus.APOLOGIES:
        return say("attendance_counted.apologies", number=people)
    return f"{people} {say(f'attendance.{status}').lower()}"


def _person(attended: Attendance, page: str, context: Context) -> Written:
    name = context.person(attended.name, attended.person, page)
    role = ", ".join(part for part in (attended.role, attended.organization) if part)
    return Written(f'{name} <span class="meta">{markdown.escape(role)}</span>' if role else name)


def _neighbour(meeting: Meeting, relation: Relation, context: Context) -> Written:
    """The meeting before or after: as the documents state it, else the nearest one the archive holds."""
    stated = [
        link
        for source in (meeting.path, *meeting.documents)
        for link in context.leaving.get(source, ())
        if link.relation is relation
    ]
    if stated:
        return _stated(stated[0], meeting, context)
    other = context.table(_nearest).get((meeting.path, relation))
    if other is None:
        return Written(say("pages.meeting.none_here"))
    nearest = markdown.link(wording.day(other.held), meeting.path, other.path)
    return Written(f'{nearest} <span class="meta">{say("pages.meeting.nearest_here")}</span>')


def _nearest(context: Context) -> dict[tuple[str, Relation], Meeting]:
    """Return the meetings that the archive holds before and after each, of the same body."""
    found: dict[tuple[str, Relation], Meeting] = {}
    for held in context.held.values():
        for later, earlier in pairwise(held):
            found[later.path, Relation.PREVIOUS_MEETING] = earlier
            found[earlier.path, Relation.NEXT_MEETING] = later
    return found


def _stated(link: Link, meeting: Meeting, context: Context) -> Written:
    target = context.archive.document(link.target)
    other = context.meetings.get(link.target) or (context.document_meeting(target) if target else None)
    if other:
        return Written(markdown.link(wording.day(other.held), meeting.path, other.path))
    name = markdown.escape(wording.with_full_dates(link.target_text))
    return Written(f'{name} <span class="meta">{labels.why_not_held(link)}</span>')
