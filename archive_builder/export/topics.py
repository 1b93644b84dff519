"""Rows of topics, of the records under each topic, and of acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.export.lookup import Lookup
from archive_builder.model import Archive, Topic, counts
from archive_builder.model.listed import list_entries

Row = Mapping[str, object]


def topics(lookup: Lookup) -> Iterator[Row]:
    for topic in _with_a_page(lookup.archive):
        yield {"id": topic.path, "name": topic.name, "about": topic.about or None, "url": topic.path}


def record_topics(lookup: Lookup) -> Iterator[Row]:
    """Yield a row for each topic of each record, heading or report, in archive order."""
    paths = {topic.slug: topic.path for topic in _with_a_page(lookup.archive)}
    for thing, slugs in lookup.archive.about.items():
        for slug in slugs:
            if slug in paths:
                yield {"id": thing, "topic_id": paths[slug]}


def _with_a_page(archive: Archive) -> list[Topic]:
    """The topics of which more than a heading speaks: only these have a page."""
    entries = (entry for document in counts.counted_documents(archive) for entry in list_entries(document))
    listed = {slug for entry in entries for slug in archive.about.get(entry.url, ())}
    return [topic for topic in archive.topics if topic.slug in listed]


def abbreviations(lookup: Lookup) -> Iterator[Row]:
    for made in lookup.archive.glossary:
        yield {"short": made.short, "meaning": made.meaning, "document_ids": list(made.documents)}
