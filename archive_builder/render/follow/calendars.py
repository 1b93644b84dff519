"""Meetings as calendar files: one for each meeting, each body and the whole archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from icalendar import Calendar, Event, vText

from archive_builder.lang.interface import listed, say
from archive_builder.model import Asset, Body, Document, Meeting, addresses
from archive_builder.model.deadlines import find_due
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.records import lifelines
from archive_builder.render.records.tally import called_off_of, counted_of, documents_of, tally

PRODUCT = "-//archive-builder//Meetings//EN"


def assets(context: Context) -> Iterator[Asset]:
    """The calendars as files."""
    site = context.settings.site.name
    of_meetings = {meeting.path: _as_bytes(_event(meeting, context)) for meeting in context.archive.meetings}
    for meeting in context.archive.meetings:
        name = f"{meeting.body.name}, {wording.day(meeting.held)}"
        yield Asset(
            path=addresses.calendar_of_meeting(meeting.path),
            content=_write(name, [of_meetings[meeting.path]]),
        )
    stated = dict(_stated(context))
    everything: list[bytes] = []
    for body in with_meetings(context):
        held = [of_meetings[meeting.path] for meeting in reversed(context.held[body.slug])]
        events = [*held, *map(_as_bytes, stated.get(body.slug, []))]
        everything += events
        yield Asset(
            path=addresses.calendar_of_body(body.slug), content=_write(f"{body.name} · {site}", events)
        )
    if due := [_as_bytes(event) for event in _due(context)]:
        name = f"{say('feeds.due')} · {site}"
        yield Asset(path=addresses.DUE_CALENDAR, content=_write(name, due))
    if everything:
        yield Asset(path=addresses.ALL_CALENDAR, content=_write(site, everything))


def _due(context: Context) -> Iterator[Event]:
    """What is due, each on its day, with who is to do it and how it stands."""
    for due in find_due(context.archive):
        if due.day:
            words = wording.record_title(due.record, 120)
            stamp = context.date_of(due.document) or due.day
            event = _about(context, due.lifeline.origin, say("calendars.due", words=words), stamp)
            event.add("dtstart", due.day)
            event.add("url", f"{context.address}{due.lifeline.path or due.lifeline.origin}")
            who = getattr(due.record, "owners", ())
            said = (listed(who), lifelines.in_short(due.lifeline))
            event.add("description", wording.capital("; ".join(filter(None, said))))
            yield event


def with_meetings(context: Context) -> list[Body]:
    """The bodies that have a calendar: those with at least one meeting."""
    return [body for body in context.archive.bodies if context.held.get(body.slug)]


def _as_bytes(event: Event) -> bytes:
    return bytes(event.to_ical())


def _write(name: str, events: Sequence[bytes]) -> bytes:
    """Return a calendar of events: each is in several calendars, and written once."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    head, end, _ = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join([head, *events, end, b"\r\n"])


def _event(meeting: Meeting, context: Context) -> Event:
    """A meeting; its time is that of the place where it was held, as the documents print it."""
    documents = counted_of(meeting, context)
    time = next((document.time for document in documents if document.time), None)
    venue = next((document.venue for document in documents if document.venue), "")
    stamp = max((d.date for d in documents_of(meeting, context) if d.date), default=meeting.held)
    event = _about(context, meeting.path, meeting.body.name, stamp)
    event.add("dtstart", datetime.combine(meeting.held, time) if time else meeting.held)
    if venue:
        event.add("location", venue)
    event.add("url", f"{context.address}{meeting.path}")
    if called_off := called_off_of(documents_of(meeting, context)):
        event.add("status", vText("CANCELLED"))
        event.add("description", called_off.words)
        return event
    holds = str(tally(documents))
    if holds:
        event.add("description", wording.capital(f"{holds}."))
    return event


def _about(context: Context, what: str, summary: str, stamp: date) -> Event:
    event = Event()
    event.add("uid", f"{context.address}{what}")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("summary", summary)
    return event


def _stated(context: Context) -> Iterator[tuple[str, list[Event]]]:
    """By body: meetings to come, which a document states and of which the archive has no paper yet.

    To come is what is later than the body's latest meeting here: an earlier one is a gap. The day that a
    meeting was moved to counts as well.
    """
    found: dict[str, dict[date, Document]] = defaultdict(dict)
    for document in context.counted:
        held = context.held.get(document.body, ())
        day = document.next_meeting
        if day and held and day > held[0].held:
            found[document.body][day] = document
        moved_to = document.called_off.moved_to if document.called_off else None
        if moved_to and moved_to not in [meeting.held for meeting in held]:
            found[document.body][moved_to] = document
    for slug, days in found.items():
        yield slug, [_coming(slug, day, days[day], context) for day in sorted(days)]


def _coming(slug: str, day: date, document: Document, context: Context) -> Event:
    event = _about(
        context,
        addresses.meeting(slug, day),
        say("calendars.as_stated", body=body_of(document, context)),
        document.date or day,
    )
    called_off = document.called_off
    moved = called_off if called_off and called_off.moved_to == day else None
    event.add("dtstart", datetime.combine(day, moved.time) if moved and moved.time else day)
    event.add("status", vText("TENTATIVE"))
    words = moved.words if moved else dict(document.stated).get("next_meeting", "")
    key = "calendars.stated_in_words" if words else "calendars.stated_in"
    title = wording.full_title(document)
    event.add("description", say(key, title=title, words=wording.shorten(words, 300)))
    event.add("url", f"{context.address}{document.path}")
    return event
