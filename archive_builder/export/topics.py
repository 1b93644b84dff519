"""Rows of topics, of the records under each topic, and of acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_builder.export.lookup import Lookup

Row = Mapping[str, object]


def topics(lookup: Lookup) -> Iterator[Row]:
    for topic in lookup.topics:
        yield {"id": topic.path, "name": topic.name, "about": topic.about or None, "url": topic.path}


def record_topics(lookup: Lookup) -> Iterator[Row]:
    """Yield a row for each topic of each record, heading or report, in archive order."""
    paths = {topic.slug: topic.path for topic in lookup.topics}
    for thing, slugs in lookup.archive.about.items():
        for slug in slugs:
            if slug in paths:
                yield {"id": thing, "topic_id": paths[slug]}


def abbreviations(lookup: Lookup) -> Iterator[Row]:
    for made in lookup.archive.glossary:
        yield {"short": made.short, "meaning": made.meaning, "document_ids": list(made.documents)}
