"""Things of every kind in one list: what they are called, where they stand, how a row of them reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from archive_builder.lang.interface import names, say
from archive_builder.model import (
    Action,
    ActionMarker,
    AgendaItem,
    Classification,
    Decision,
    Document,
    Heading,
    ProgrammeRow,
    Question,
    Record,
    Topic,
    TrackerRow,
    addresses,
)
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.labels import status_name
from archive_builder.render.records.rows import action_row, decision_row, question_row
from archive_builder.render.templating import Written

REPORTS = (
    Classification.REPORT,
    Classification.APPENDIX,
    Classification.ANNUAL_REPORT,
    Classification.UNKNOWN,
)
"""Kinds that speak of their matter in sections rather than in items of business."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a list of several kinds can hold."""

    document: Document
    what: Record | Heading | Document
    url: str
    """Page and anchor below the site's root; also its id."""


def by_topic(context: Context) -> dict[str, list[Thing]]:
    """What is about each topic, the newest first."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for document in context.counted:
        for thing in things(document):
            for topic in context.archive.about.get(thing.url, ()):
                found[topic].append(thing)
    return {topic: newest_first(about, context) for topic, about in found.items()}


def topics_with_a_page(context: Context) -> list[Topic]:
    """The topics that a page is made for: something that lists show is about them.

    The archive may know more of them, of which only a heading speaks.
    """
    found = by_topic(context)
    return [topic for topic in context.archive.topics if topic.slug in found]


def things(document: Document) -> Iterator[Thing]:
    """What lists show of a document: its records; items of which no record says more; a report's sections."""
    path = document.path
    if document.classification in REPORTS:
        yield Thing(document, document, path)
    told = {record.item for record in document.records if not isinstance(record, AgendaItem)}
    anchors = set()
    for record in document.records:
        anchors.add(record.anchor)
        if not isinstance(record, AgendaItem) or record.anchor not in told:
            yield Thing(document, record, document.id_of(record))
    if document.classification in REPORTS:
        for heading in document.headings:
            if heading.level > 1 and heading.anchor not in anchors:
                yield Thing(document, heading, addresses.record(path, heading.anchor))


def newest_first(found: Iterable[Thing], context: Context) -> list[Thing]:
    """By date, the newest first; what stands in one document keeps its order there."""
    return sorted(found, key=lambda thing: context.date_of(thing.document) or date.min, reverse=True)


def kind_of(thing: Thing) -> str:
    """What sort of thing it is, in a word or two."""
    match thing.what:
        case Document():
            return wording.kind_of(thing.what)
        case Heading():
            return say("things.section")
        case Question():
            return say("things.question")
        case Action():
            return say(
                "things.undertaking" if thing.what.marker is ActionMarker.UNDERTAKING else "things.action"
            )
        case Decision():
            return names("things").get(thing.what.kind, say("things.decision"))
        case AgendaItem():
            return say("things.item")
    return wording.capital(
        wording.record_name(thing.what).removesuffix(getattr(thing.what, "identifier", ""))
    )


def title_of(thing: Thing, limit: int = 160) -> str:
    """The words by which it is listed."""
    match thing.what:
        case Document():
            return wording.title_of(thing.what)
        case Heading():
            return wording.shorten(wording.title_case(thing.what.text), limit)
    return wording.record_title(thing.what, limit)


def row(thing: Thing, page: str, context: Context) -> Written:
    """A line of a list: what it is, its words as a link, and what there is to say about it."""
    kind = f'<span class="kind">{markdown.escape(kind_of(thing).strip())}</span>'
    return Written(f"{kind} {_words(thing, page, context)}")


def _words(thing: Thing, page: str, context: Context) -> str:
    document = thing.document
    match thing.what:
        case Question():
            return question_row(document, thing.what, page, context)
        case Action():
            return action_row(document, thing.what, page, context)
        case Decision():
            return decision_row(document, thing.what, page, context)
    about = _about(thing)
    linked = markdown.link(title_of(thing), page, thing.url)
    return f'{linked} <span class="meta">{markdown.escape(about)}</span>' if about else linked


def _about(thing: Thing) -> str:
    match thing.what:
        case TrackerRow():
            return status_name(thing.what.status)
        case ProgrammeRow() if thing.what.scheduled:
            return say("rows.planned", day=wording.day(thing.what.scheduled))
        case Heading():
            return wording.full_title(thing.document)
    return ""


def by_meeting(found: Iterable[Thing], page: str, context: Context) -> list[tuple[Written, list[Written]]]:
    """Rows under the meeting or document they stand in."""
    groups: dict[str, tuple[Written, list[Written]]] = {}
    for thing in found:
        meeting = context.document_meeting(thing.document)
        target = meeting.path if meeting else thing.document.path
        words = (
            f"{wording.day(meeting.held)}, {meeting.body.name}"
            if meeting
            else wording.full_title(thing.document)
        )
        heading = Written(markdown.link(words, page, target))
        groups.setdefault(target, (heading, []))[1].append(row(thing, page, context))
    return list(groups.values())
