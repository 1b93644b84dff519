"""Turns documents into an archive: addresses, meetings, people and the links between records.

Records were recognised before; here it is decided who and what they mean. A link is made only if
exactly one record or person fits; none and several are outcomes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from archive_builder.link import (
    answerers,
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
from archive_builder.link.meetings import find_meetings, mark_same
from archive_builder.link.shared_addresses import find_rivals, shared_address
from archive_builder.link.topic_vocabulary import TopicEntry
from archive_builder.model import Archive, Body, Document, Lock, Note, Published, Withdrawal, addresses
from archive_builder.problem import Problem, Report
from archive_builder.published.anchors import keep_anchors
from archive_builder.published.notes import place_notes
from archive_builder.settings import TOPICS_FILE, Settings
from archive_builder.text.slugs import distinct_slugs

Step = Callable[[], None]
"""Is called behind each step of linking."""
STEPS = 6
"""How many steps there are; twice as many where something is withdrawn."""


def _uncounted() -> None:
    """Count no step."""


def link(
    documents: Sequence[Document],
    settings: Settings,
    report: Report,
    vocabulary: Sequence[TopicEntry] = (),
    withdrawn: Sequence[Withdrawal] = (),
    lock: Lock | None = None,
    step: Step = _uncounted,
) -> Archive:
    """Return the archive of some documents, oldest first.

    `vocabulary` is the vocabulary of topics; `lock` says at which addresses documents and records were
    published, which they keep; `step` is called behind each step.

    What is `withdrawn` is not in it, but for tombstones at its addresses, which stay taken.
    Reports duplicate-file, repeated-title, shared-address, ambiguous-reference and unknown-address.
    """
    addressed = document_addresses.assign_addresses(documents, settings, report, lock)
    published = Published(lock=lock or Lock(), documents=addressed.published)
    every, notes = _with_published_anchors(addressed)
    _tell_topics_apart(vocabulary, report)
    if not withdrawn:
        archive = _archive(every, addressed.bodies, settings, report, vocabulary, step)
        return replace(archive, published=replace(published, notes=notes))
    gone = withdrawals.find_withdrawn(every, documents, withdrawn)
    withdrawals.report_unknown(withdrawn, gone, published.lock, report)
    whole = _archive(every, addressed.bodies, settings, _ignore, vocabulary, step)
    rest = mark_same(withdrawals.without(every, gone))
    named = {document.body for document in rest}
    bodies = tuple(body for body in addressed.bodies if body.slug in named)
    kept = _archive(tuple(rest), bodies, settings, report, vocabulary, step)
    made = withdrawals.with_tombstones(kept, whole, gone, withdrawn)
    return replace(made, published=_without_withdrawn(replace(published, notes=notes), gone, made, whole))


def _without_withdrawn(
    published: Published, gone: Collection[str], kept: Archive, whole: Archive
) -> Published:
    """Return how the rest of an archive stands to its lock; no address of a person tells of who is left out."""
    standing = {person.id for person in kept.people}
    return replace(
        published,
        documents={path: each for path, each in published.documents.items() if path not in gone},
        notes={path: each for path, each in published.notes.items() if path not in gone},
        withdrawn=frozenset(
            (
                *(tombstone.path for tombstone in kept.tombstones),
                *(each.address for path, each in published.documents.items() if path in gone),
            )
        ),
        forgotten=frozenset(person.id for person in whole.people if person.id not in standing),
    )


def _ignore(problem: Problem) -> None:
    """Report what is found in the whole archive to nobody: what is left of it is linked again."""


def _archive(
    addressed: Sequence[Document],
    bodies: Sequence[Body],
    settings: Settings,
    report: Report,
    vocabulary: Sequence[TopicEntry],
    step: Step,
) -> Archive:
    """Return the archive of documents that have their addresses."""
    meetings = find_meetings(addressed, bodies)
    named, persons = people.identify_people(addressed, settings, report)
    step()
    published = originals.assign_originals(named, settings)
    archive = Archive(documents=published, bodies=tuple(bodies), meetings=meetings, people=persons)
    links = tuple(relations.find_links(archive, report))
    step()
    lines = lifelines.find_lifelines(archive, links)
    step()
    used, about = topics.place_under_topics(archive, vocabulary)
    step()
    found = threads.find_threads(archive, links, lines)
    step()
    acronyms = glossary.find_acronyms(archive)
    step()
    return replace(
        archive,
        links=links,
        lifelines=lines,
        threads=found,
        answerers=answerers.find_answerers(archive.documents),
        topics=used,
        about=about,
        glossary=acronyms,
    )


def _with_published_anchors(
    addressed: document_addresses.Addressed,
) -> tuple[tuple[Document, ...], dict[str, tuple[Note, ...]]]:
    """Return the documents with the anchors that their records were published with, and the notes on others."""
    made: list[Document] = []
    notes: dict[str, tuple[Note, ...]] = {}
    for document in addressed.documents:
        locked = addressed.published.get(document.path)
        if locked is None:
            made.append(document)
            continue
        kept = keep_anchors(document, locked.anchors)
        made.append(kept.document)
        if placed := place_notes(kept, locked.anchors):
            notes[document.path] = placed
    return tuple(made), notes


def _tell_topics_apart(vocabulary: Sequence[TopicEntry], report: Report) -> None:
    """Report shared-address for topics of the vocabulary whose names make one address."""
    slugs = distinct_slugs(topic.name for topic in vocabulary)
    for name, others in find_rivals(slugs).items():
        hint = "give one of them another name in topics.yml, or leave it out"
        report(shared_address(TOPICS_FILE, 1, name, others, addresses.topic(slugs[name]), hint))
