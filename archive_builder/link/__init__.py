"""Documents to an archive: addresses, meetings, people and the links between records.

What is written was recognised before; here it is decided who and what is meant, and only where
exactly one fits. None, one and many are three outcomes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.link import (
    document_addresses,
    glossary,
    lifelines,
    originals,
    people,
    relations,
    threads,
    topics,
)
from archive_builder.model import Archive, Document
from archive_builder.problem import Report
from archive_builder.settings import Settings
from archive_builder.topics import Subject


def link(
    documents: Sequence[Document], settings: Settings, report: Report, subjects: Sequence[Subject] = ()
) -> Archive:
    """The archive of some documents, oldest first; `subjects` is the vocabulary of topics.

    Reports duplicate-file, repeated-title and ambiguous-reference.
    """
    addressed, bodies = document_addresses.addressed(documents, settings, report)
    meetings = document_addresses.meetings(addressed, bodies)
    named, persons = people.identified(addressed, settings)
    published = originals.addressed(named, settings)
    archive = Archive(documents=published, bodies=bodies, meetings=meetings, people=persons)
    links = tuple(relations.links(archive, report))
    courses = lifelines.lifelines(archive, links)
    used, about = topics.placed(archive, subjects)
    return replace(
        archive,
        links=links,
        lifelines=courses,
        threads=threads.threads(archive, links, courses),
        topics=used,
        about=about,
        glossary=glossary.defined(archive),
    )
