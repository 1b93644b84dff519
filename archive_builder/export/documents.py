"""Rows about documents as a whole: the documents, who attended, their headings, tables, people, links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_builder.export.lookup import Lookup
from archive_builder.export.tables import csv_path
from archive_builder.model import Document, Relation, addresses

Row = dict[str, object]


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def documents(lookup: Lookup) -> Iterator[Row]:
    """One row for each document and for each document bound in a pack."""
    for document in lookup.archive.documents:
        yield {
            "id": document.path,
            "classification": document.classification.value,
            "title": document.title,
            "organization": document.organization or None,
            "date": iso(document.date),
            "time": document.time.strftime("%H:%M") if document.time else None,
            "venue": document.venue or None,
            "period": document.period or None,
            "previous_meeting": iso(document.previous_meeting),
            "next_meeting": iso(document.next_meeting),
            "called_off": document.called_off.words if document.called_off else None,
            "moved_to": iso(document.called_off.moved_to) if document.called_off else None,
            "part_of": document.part_of or None,
            "position": document.position or None,
            "authors": list(document.authors),
            "source": _source(document),
            "fidelity": _fidelity(document),
            "url": document.path,
            "urls": [document.path],
            "same_as": document.same_as or None,
            "original": document.source.original or None,
            "status": document.status,
            "first_published": iso(lookup.archive.first_published(document)),
            "corrections": list(document.corrections),
            "put_right": sorted({aside.line for aside in document.asides if aside.note}),
        }


def _source(document: Document) -> Row:
    source = document.source
    return {
        "file": source.file,
        "sha256": source.sha256,
        "bytes": source.size,
        "media_type": source.media_type,
        "pages": source.pages,
        "words": source.words,
    }


def _fidelity(document: Document) -> Row | None:
    if document.fidelity is None:
        return None
    return {
        "source_words": document.fidelity.source_words,
        "kept_words": document.fidelity.kept_words,
        "lost": list(document.fidelity.lost),
    }


def attendance(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for person in document.attendance:
            yield {
                "document_id": document.path,
                "name": person.name,
                "person_id": person.person or None,
                "role": person.role or None,
                "organization": person.organization or None,
                "status": person.status.value,
            }


def headings(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for heading in document.headings:
            yield {
                "document_id": document.path,
                "level": heading.level,
                "text": heading.text,
                "url": addresses.record(document.path, heading.anchor),
            }


def tables(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for table in document.tables:
            address = addresses.record(document.path, table.anchor)
            yield {
                "id": address,
                "document_id": document.path,
                "caption": table.caption or None,
                "header": list(table.header),
                "rows": table.rows,
                "columns": table.columns,
                "csv_url": csv_path(document, table),
                "url": address,
            }


def figures(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for figure in document.figures:
            yield {
                "id": addresses.record(document.path, figure.anchor),
                "document_id": document.path,
                "caption": figure.caption or None,
                "missing": figure.missing,
            }


def people(lookup: Lookup) -> Iterator[Row]:
    for person in lookup.archive.people:
        yield {
            "id": person.id,
            "name": person.name,
            "other_names": list(person.other_names),
            "roles": [
                {
                    "role": role.role,
                    "organization": role.organization or None,
                    "first_seen": iso(role.first_seen),
                    "last_seen": iso(role.last_seen),
                }
                for role in person.roles
            ],
            "url": person.id,
        }


def links(lookup: Lookup) -> Iterator[Row]:
    """The archive's links, then what records say of one another that no link has said yet."""
    seen = set()
    for source, target, target_text, relation, reason in (*_stated(lookup), *_implied(lookup)):
        key = (source, target or target_text, relation)
        if key in seen:
            continue
        seen.add(key)
        yield {
            "source_id": source,
            "target_id": target or None,
            "target_text": target_text or None,
            "relation": relation.value,
            "reason": reason,
        }


Said = tuple[str, str, str, Relation, str]


def _stated(lookup: Lookup) -> Iterator[Said]:
    for link in lookup.archive.links:
        text = f"{link.target_text} (withdrawn)" if link.withdrawn else link.target_text
        yield link.source, link.target, text, link.relation, link.reason


def _implied(lookup: Lookup) -> Iterator[Said]:
    """An answer answers its question; an action arises from its questions."""
    for document in lookup.archive.documents:
        for question in document.questions:
            if question.answer is not None:
                answer = addresses.record(document.path, question.answer_anchor)
                yield answer, document.id_of(question), "", Relation.ANSWERS, question.label or question.text
        for action in document.actions:
            for anchor in action.questions:
                target = addresses.record(document.path, anchor)
                yield document.id_of(action), target, "", Relation.ARISES_FROM, action.text
