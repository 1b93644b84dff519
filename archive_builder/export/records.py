"""Rows about records: agenda items, questions, actions, decisions, tracker and programme rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from archive_builder.export.documents import Row, iso
from archive_builder.export.lookup import Lookup
from archive_builder.model import (
    Action,
    Decision,
    DecisionKind,
    Document,
    Question,
    Record,
    TrackerRow,
    addresses,
)
from archive_builder.model.record_kinds import Field, FieldType, RecordKind
from archive_builder.model.records import Amendment


def _item(lookup: Lookup, document: Document, record: Record) -> Row:
    return {
        "agenda_item_id": lookup.item_id(document, record),
        "agenda_item_number": lookup.item_number(document, record),
    }


def _found(lookup: Lookup, document: Document, record: Record) -> Row:
    """The keys they end with: the address, and where and how the record was found."""
    first, last = document.lines(record)
    return {
        "url": document.id_of(record),
        "evidence": {"page": document.page_of(record.place), "lines": [first, last]},
        "found_by": record.found_by,
        "confidence": record.confidence,
        "same_as": lookup.same_as(document, record),
    }


def _stands(lookup: Lookup, document: Document, record: Record) -> Row:
    """How an action or decision stands; null where nothing was to be done, or a better copy counts."""
    lifeline = lookup.archive.lifelines.get(document.id_of(record))
    return {
        "standing": lifeline.standing.value if lifeline else None,
        "days_open": lifeline.days_open if lifeline else None,
        "until": iso(lifeline.until) if lifeline else None,
    }


def record_rows(kind: RecordKind) -> Callable[[Lookup], Iterator[Row]]:
    """The rows of a kind of record, as the table of kinds says what they hold."""

    def rows(lookup: Lookup) -> Iterator[Row]:
        for document in lookup.archive.documents:
            for record in kind.of(document):
                yield _row(kind, lookup, document, record)

    return rows


def columns(kind: RecordKind) -> tuple[str, ...]:
    """The keys of the rows of a kind of record, in order."""
    return (
        "id",
        "document_id",
        *(("agenda_item_id", "agenda_item_number") if kind.under_item else ()),
        *(field.key for field in kind.fields if field.published and not field.added),
        "url",
        *(("evidence", "found_by", "confidence", "same_as") if kind.has_evidence else ()),
        *(("standing", "days_open", "until") if kind.is_followed else ()),
        *(field.key for field in kind.fields if field.added),
        *(("draft",) if kind.has_evidence else ()),
    )


def _row(kind: RecordKind, lookup: Lookup, document: Document, record: Record) -> Row:
    derived = DERIVED.get(kind.record, {})
    own = {
        field.key: derived[field.key](lookup, document, record)
        if field.key in derived
        else _value(field, document, record)
        for field in kind.fields
        if field.published and not field.added
    }
    added = {
        field.key: derived[field.key](lookup, document, record)
        if field.key in derived
        else _value(field, document, record)
        for field in kind.fields
        if field.added
    }
    return {
        "id": document.id_of(record),
        "document_id": document.path,
        **(_item(lookup, document, record) if kind.under_item else {}),
        **own,
        **(_found(lookup, document, record) if kind.has_evidence else {"url": document.id_of(record)}),
        **(_stands(lookup, document, record) if kind.is_followed else {}),
        **added,
        **({"draft": document.is_draft} if kind.has_evidence else {}),
    }


def _value(field: Field, document: Document, record: Record) -> object:
    """A field as the data has it: dates in ISO 8601, lists without empty places, empty words as null."""
    value = getattr(record, field.name)
    match field.type:
        case FieldType.DATE:
            return iso(value)
        case FieldType.NAMES:
            return list(value)
        case FieldType.IDS:
            return [*filter(None, value)]
        case FieldType.ANCHOR:
            return addresses.record(document.path, value) if value else None
        case FieldType.FLAG | FieldType.NUMBER:
            return value
    return (value or None) if field.optional else value


Derived = Callable[[Lookup, Document, Any], object]


def _question_id(lookup: Lookup, document: Document, action: Action) -> str | None:
    return addresses.record(document.path, action.questions[0]) if action.questions else None


def _status(lookup: Lookup, document: Document, action: Action) -> object:
    """What the newest tracker row says; else what a correction does."""
    history = _history(lookup, document, action)
    return history[-1]["status"] if history else action.status or None


def _history(lookup: Lookup, document: Document, record: Record) -> list[Row]:
    return [
        {
            "date": iso(lookup.archive.day_of(tracker)),
            "document_id": tracker.path,
            "status_text": row.update,
            "status": row.status,
        }
        for tracker, row in lookup.trackers.get(document.id_of(record), [])
    ]


_AT_A_MEETING = (DecisionKind.RESOLVED, DecisionKind.APPROVED, DecisionKind.NOTED, DecisionKind.LOST)


def _decided(lookup: Lookup, document: Document, decision: Decision) -> str | None:
    """Its own date; what a meeting decided without one was decided on its day."""
    taken = lookup.archive.day_of(document) if decision.kind in _AT_A_MEETING else None
    return iso(decision.decided or taken)


def _tracks(lookup: Lookup, document: Document, row: TrackerRow) -> str | None:
    return lookup.tracks.get(document.id_of(row))


def _minutes_id(lookup: Lookup, document: Document, amendment: Amendment) -> str | None:
    return lookup.amends.get(document.id_of(amendment))


def _answer_evidence(lookup: Lookup, document: Document, question: Question) -> Row | None:
    if question.answer is None:
        return None
    first, last = document.lines_of(question.answer)
    return {"page": document.page_of(question.answer), "lines": [first, last]}


DERIVED: Mapping[type[Record], Mapping[str, Derived]] = {
    Question: {"answer_evidence": _answer_evidence},
    Action: {"question_id": _question_id, "status": _status, "history": _history},
    Decision: {"date": _decided},
    TrackerRow: {"tracks": _tracks},
    Amendment: {"minutes_id": _minutes_id},
}
"""The keys that are looked up in the archive rather than read from the record."""


def life_lines(lookup: Lookup) -> Iterator[Row]:
    """What became of each action, tracked resolution and tracker row without minutes, step by step."""
    for lifeline in lookup.archive.lifelines.values():
        yield {
            "origin_id": lifeline.origin,
            "standing": lifeline.standing.value,
            "days_open": lifeline.days_open,
            "steps": [
                {
                    "kind": step.kind.value,
                    "date": iso(step.day),
                    "source_id": step.source,
                    "status": step.status or None,
                    "text": step.words or None,
                    "reworded": step.reworded,
                }
                for step in lifeline.steps
            ],
            "url": lifeline.path or lifeline.origin,
            "since": iso(lifeline.since),
            "until": iso(lifeline.until),
            "taken_up_by": list(lifeline.taken_up_by),
        }


def related_questions(lookup: Lookup) -> Iterator[Row]:
    """Which questions resemble one another, and in which words."""
    for thread in lookup.archive.threads.values():
        for likeness in thread.related:
            yield {
                "question_id": thread.question,
                "related_id": likeness.question,
                "words": list(likeness.words),
                "score": likeness.score,
            }
