"""What lists of several kinds show of a document: its records, what has none, and a report's sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from archive_builder.model import counts
from archive_builder.model.addresses import record as record_address
from archive_builder.model.archive import Archive
from archive_builder.model.document import Classification, Document
from archive_builder.model.records import AgendaItem, Heading, Record

REPORTS = (
    Classification.REPORT,
    Classification.APPENDIX,
    Classification.ANNUAL_REPORT,
    Classification.UNKNOWN,
)
"""Kinds of document that are written in sections, not as items of business."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list of several kinds."""

    document: Document
    what: Record | Heading | Document
    url: str
    """Page and anchor below the site's root; also its id."""


def list_entries(document: Document) -> Iterator[ListEntry]:
    """What lists show of a document: its records; items of which no record says more; a report's sections."""
    path = document.path
    if document.classification in REPORTS:
        yield ListEntry(document, document, path)
    told = {record.item for record in document.records if not isinstance(record, AgendaItem)}
    anchors = set()
    for record in document.records:
        anchors.add(record.anchor)
        told_by_others = isinstance(record, AgendaItem) and record.anchor in told
        if not told_by_others and counts.is_counted(record):
            yield ListEntry(document, record, document.id_of(record))
    if document.classification in REPORTS:
        for heading in document.headings:
            if heading.level > 1 and heading.anchor not in anchors:
                yield ListEntry(document, heading, record_address(path, heading.anchor))


def entries_by_topic(archive: Archive) -> dict[str, list[ListEntry]]:
    """What lists show about each topic, by its slug, in archive order: only these topics have a page.

    The archive may know more of them, of which only a heading speaks.
    """
    found: dict[str, list[ListEntry]] = defaultdict(list)
    for document in counts.counted_documents(archive):
        for entry in list_entries(document):
            for topic in archive.about.get(entry.url, ()):
                found[topic].append(entry)
    return found
