"""Turns documents into an archive: addresses, meetings, people and the links between records.

Records were recognised before; here it is decided who and what they mean. A link is made only if
exactly one record or person fits; none and several are outcomes of their own.
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
    withdrawals,
)
from archive_builder.link.shared_addresses import find_rivals, shared_address
from archive_builder.link.topic_vocabulary import TopicEntry
from archive_builder.model import Archive, Body, Document, Withdrawal, addresses
from archive_builder.problem import Problem, Report
from archive_builder.settings import TOPICS_FILE, Settings
from archive_builder.text.slugs import distinct_slugs


def link(
    documents: Sequence[Document],
    settings: Settings,
    report: Report,
    vocabulary: Sequence[TopicEntry] = (),
    withdrawn: Sequence[Withdrawal] = (),
) -> Archive:
    """Return the archive of some documents, oldest first; `vocabulary` is the vocabulary of topics.

    What is `withdrawn` is not in it, but for tombstones at its addresses, which stay taken.
    Reports duplicate-file, repeated-title, shared-address and ambiguous-reference.
    """
    addressed, bodies = document_addresses.assign_addresses(documents, settings, report)
    _tell_topics_apart(vocabulary, report)
    if not withdrawn:
        return _archive(addressed, bodies, settings, report, vocabulary)
    gone = withdrawals.find_withdrawn(addressed, documents, withdrawn)
    whole = _archive(addressed, bodies, settings, _ignore, vocabulary)
    rest = document_addresses.mark_same(withdrawals.without(addressed, gone))
    named = {document.body for document in rest}
    bodies = tuple(body for body in bodies if body.slug in named)
    kept = _archive(tuple(rest), bodies, settings, report, vocabulary)
    return withdrawals.with_tombstones(kept, whole, gone, withdrawn)


def _ignore(problem: Problem) -> None:
    """Report what is found in the whole archive to nobody: what is left of it is linked again."""


def _archive(
    addressed: Sequence[Document],
    bodies: Sequence[Body],
    settings: Settings,
    report: Report,
    vocabulary: Sequence[TopicEntry],
) -> Archive:
    """Return the archive of documents that have their addresses."""
    meetings = document_addresses.find_meetings(addressed, bodies)
    named, persons = people.identify_people(addressed, settings, report)
    published = originals.assign_originals(named, settings)
    archive = Archive(documents=published, bodies=tuple(bodies), meetings=meetings, people=persons)
    links = tuple(relations.find_links(archive, report))
    lines = lifelines.find_lifelines(archive, links)
    used, about = topics.place_under_topics(archive, vocabulary)
    return replace(
        archive,
        links=links,
        lifelines=lines,
        threads=threads.find_threads(archive, links, lines),
        topics=used,
        about=about,
        glossary=glossary.find_acronyms(archive),
    )


def _tell_topics_apart(vocabulary: Sequence[TopicEntry], report: Report) -> None:
    """Report shared-address for topics of the vocabulary whose names make one address."""
    slugs = distinct_slugs(topic.name for topic in vocabulary)
    for name, others in find_rivals(slugs).items():
        hint = "give one of them another name in topics.yml, or leave it out"
        report(shared_address(TOPICS_FILE, 1, name, others, addresses.topic(slugs[name]), hint))
