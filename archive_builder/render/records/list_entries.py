"""Entries of lists that mix kinds: records, headings and documents, with the title, kind and row of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from archive_builder.lang.interface import noun, say
from archive_builder.model import (
    Document,
    Heading,
    ProgrammeRow,
    Record,
    Topic,
    TrackerRow,
)
from archive_builder.model.listed import ListEntry, entries_by_topic
from archive_builder.model.record_kinds import name_key
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.labels import status_name
from archive_builder.render.records.rows import ROWS
from archive_builder.render.templating import Written


def by_topic(context: Context) -> dict[str, list[ListEntry]]:
    """What is about each topic, the newest first."""
    found = entries_by_topic(context.archive)
    return {topic: newest_first(about, context) for topic, about in found.items()}


def topics_with_a_page(context: Context) -> list[Topic]:
    """The topics that a page is made for: something that lists show is about them."""
    found = context.table(by_topic)
    return [topic for topic in context.archive.topics if topic.slug in found]


def newest_first(found: Iterable[ListEntry], context: Context) -> list[ListEntry]:
    """By date, the newest first; what stands in one document keeps its order there."""
    return sorted(found, key=lambda entry: context.date_of(entry.document) or date.min, reverse=True)


def kind_of(entry: ListEntry) -> str:
    """The name of its kind, in a word or two."""
    match entry.what:
        case Document():
            return wording.kind_of(entry.what)
        case Heading():
            return say("things.section")
    return wording.capital(noun(name_key(entry.what)))


def title_of(entry: ListEntry, limit: int = 160) -> str:
    """The words by which it is listed."""
    match entry.what:
        case Document():
            return wording.title_of(entry.what)
        case Heading():
            return wording.shorten(wording.title_case(entry.what.text), limit)
    return wording.record_title(entry.what, limit)


def row(entry: ListEntry, page: str, context: Context) -> Written:
    """A line of a list: what it is, its words as a link, and what there is to say about it."""
    kind = f'<span class="kind">{markdown.escape(kind_of(entry).strip())}</span>'
    return Written(f"{kind} {_words(entry, page, context)}")


def _words(entry: ListEntry, page: str, context: Context) -> str:
    if isinstance(entry.what, Record) and (write := ROWS.get(type(entry.what))):
        return write(entry.document, entry.what, page, context)
    about = _about(entry)
    linked = markdown.link(title_of(entry), page, entry.url)
    return f'{linked} <span class="meta">{markdown.escape(about)}</span>' if about else linked


def _about(entry: ListEntry) -> str:
    match entry.what:
        case TrackerRow():
            return status_name(entry.what.status)
        case ProgrammeRow() if entry.what.scheduled:
            return say("rows.planned", day=wording.day(entry.what.scheduled))
        case Heading():
            return wording.full_title(entry.document)
    return ""
