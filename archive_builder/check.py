"""Faults of the linked archive: those that keep it from being published, and those to be looked at.

Each of the latter is found by a validator, a small generator with its rule as docstring.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from archive_builder.model import CERTAIN, Archive, Document, Question, Record
from archive_builder.model.record_kinds import kind_of
from archive_builder.problem import Problem, Report, Severity
from archive_builder.text.words import stand_in_order, words

Validator = Callable[[Archive], Iterator[Problem]]


def repeated_numbers(archive: Archive) -> Iterator[Problem]:
    """A number printed twice in one document: the second record gets -b behind its anchor.

    The two halves of one question may share its number.
    """
    for document in archive.documents:
        for record in document.records:
            base = record.anchor[:-2]
            again = re.fullmatch(r".*\d-[b-z]", record.anchor) and not isinstance(record, Question)
            if again and any(other.anchor == base for other in document.records):
                yield _at(
                    document, record, "repeated-number", f"{base.replace('-', ' ')} is printed twice", ""
                )


def lost_words(archive: Archive) -> Iterator[Problem]:
    """Every word of a source stands on its page or is set aside by name."""
    for document in archive.documents:
        if document.fidelity and document.fidelity.lost:
            some = " ".join(document.fidelity.lost[:10])
            message = f"{len(document.fidelity.lost)} words of the source are not on its page: {some}"
            yield Problem(
                document.source.file, 1, "words-lost", message, "please report it with the document"
            )


def same_meetings(archive: Archive) -> Iterator[Problem]:
    """Two minutes of one meeting, a draft and the final ones for instance: both are published."""
    files = {document.path: document.source.file for document in archive.documents}
    for document in archive.documents:
        if document.same_as:
            chosen = files[document.same_as]
            message = f"this and {chosen} are minutes of one meeting; {chosen} leads, both are published"
            hint = (
                "if the meetings differ, correct the body or the date; if one is a draft, say so in its name"
            )
            yield Problem(document.source.file, 1, "same-meeting", message, hint)


def doubts(archive: Archive) -> Iterator[Problem]:
    """A record that is likely but not certain is listed for review."""
    for document in archive.documents:
        for record in document.records:
            if record.confidence < CERTAIN:
                message = f"not sure that this is what it seems: {record.text[:80]}"
                hint = f"found by {record.found_by}; confirm or correct it"
                yield _at(document, record, "not-sure", message, hint)


def votes_that_do_not_add_up(archive: Archive) -> Iterator[Problem]:
    """The number printed for a side of a vote is that of the names behind it. A corrected vote is as it should be."""
    for document in archive.documents:
        for vote in document.votes:
            sides = (
                ("for", vote.votes_for, "names_for", vote.names_for),
                ("against", vote.votes_against, "names_against", vote.names_against),
                ("abstained", vote.abstentions, "names_abstaining", vote.names_abstaining),
            )
            for side, number, fact, names in sides:
                if names and number != len(names) and not vote.corrected:
                    named = f"{len(names)} are named: {', '.join(names)}"
                    message = f"of a vote, {number} are printed as “{side}”, and {named}"
                    hint = f"set {fact} of {vote.anchor} in a correction, to these names if the document has it so"
                    yield _at(document, vote, "vote-count", message, hint)


def shared_identifiers(archive: Archive) -> Iterator[Problem]:
    """Two records with one id are our error, never an overwrite."""
    counted = Counter(document.id_of(record) for document, record in archive.each())
    for document, record in archive.each():
        if counted[document.id_of(record)] > 1:
            message = f"two records have the address {document.id_of(record)}"
            problem = _at(document, record, "shared-id", message, "please report it")
            yield replace(problem, severity=Severity.ERROR)


def _at(document: Document, record: Record, code: str, message: str, hint: str) -> Problem:
    return Problem(document.source.file, document.lines(record)[0], code, message, hint)


def evidence(archive: Archive) -> Iterator[Problem]:
    """The words of each record stand in the source where the record says; more words may stand between them."""
    for document in archive.documents:
        for record in document.records:
            if kind_of(record).has_evidence and not _stands(document, record):
                message = f"these words do not stand where they are said to: {record.text[:80]}"
                hint = f"found by {record.found_by}; please report it with the document"
                yield replace(
                    _at(document, record, "evidence-not-found", message, hint), severity=Severity.ERROR
                )


def _stands(document: Document, record: Record) -> bool:
    place = record.place
    if place.row is not None:
        held = " ".join(document.blocks[place.first].rows[place.row].texts)
    else:
        blocks = document.blocks[place.first : place.last + 1]
        held = " ".join(block.marked_words for block in blocks)
    return record.text in held or stand_in_order(words(record.text), words(held))


VALIDATORS: tuple[Validator, ...] = (
    repeated_numbers,
    lost_words,
    same_meetings,
    doubts,
    votes_that_do_not_add_up,
    shared_identifiers,
    evidence,
)


class UnsoundError(Exception):
    """The archive cannot be published: two things have one address, or a page has no document."""


def check(archive: Archive, report: Report) -> Archive:
    """Return the archive without links that lead nowhere, with every fault reported.

    Raises UnsoundError where two documents or persons have one address, or a meeting names a document
    that is not there.
    """
    _check_addresses(archive)
    archive = _without_dead_links(archive, report)
    for validator in VALIDATORS:
        for problem in validator(archive):
            report(problem)
    return archive


def _check_addresses(archive: Archive) -> None:
    """Raise UnsoundError if two documents or persons have one address."""
    documents: dict[str, str] = {}
    for document in archive.documents:
        other = documents.setdefault(document.path, document.source.file)
        if archive.document(document.path) is not document:
            files = f"{other} and {document.source.file}"
            raise UnsoundError(f"two documents have the address {document.path}: {files}")
    people: dict[str, str] = {}
    for person in archive.people:
        if person.id in people:
            raise UnsoundError(f"{people[person.id]!r} and {person.name!r} have one address, {person.id}")
        people[person.id] = person.name
    for meeting in archive.meetings:
        for path in meeting.documents:
            if path not in documents:
                raise UnsoundError(f"the meeting {meeting.path} has no document {path}")


def _without_dead_links(archive: Archive, report: Report) -> Archive:
    """Drop the links of what the archive does not hold, or to it, each with the problem dead-link."""
    records = {document.id_of(record) for document, record in archive.each()}
    pages = {document.path for document in archive.documents} | {meeting.path for meeting in archive.meetings}
    kept = []
    for link in archive.links:
        page = link.source.partition("#")[0]
        if page in pages and (not link.target or link.target in pages or link.target in records):
            kept.append(link)
            continue
        document = archive.document(page) or archive.documents[0]
        message = f"a link was left out, it leads nowhere: {link.relation.value} {link.target or link.source}"
        hint = "this is a fault of the program: report it with the document"
        report(Problem(document.source.file, 1, "dead-link", message, hint, Severity.ERROR))
    return archive if len(kept) == len(archive.links) else replace(archive, links=tuple(kept))
