"""Rows about records: agenda items, questions, actions, decisions, tracker and programme rows."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.export.documents import Row, iso
from archive_builder.export.lookup import Lookup
from archive_builder.model import DecisionKind, Document, Record, addresses


def _under_item(lookup: Lookup, document: Document, record: Record) -> Row:
    """The keys that questions, actions and decisions open with."""
    return {
        "id": document.id_of(record),
        "document_id": document.path,
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
    }


def agenda_items(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for item in document.items:
            yield {
                "id": document.id_of(item),
                "document_id": document.path,
                "number": item.number or None,
                "title": item.text,
                "time": item.time or None,
                "presenters": list(item.presenters),
                "url": document.id_of(item),
            }


def questions(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for question in document.questions:
            yield {
                **_under_item(lookup, document, question),
                "label": question.label or None,
                "title": question.title or None,
                "asked_by": question.asked_by or None,
                "asked_by_id": question.asker or None,
                "text": question.text,
                "answer_text": question.answer_text or None,
                "answer_status": question.answer_status,
                **_found(lookup, document, question),
            }


def actions(lookup: Lookup) -> Iterator[Row]:
    """Actions with what the trackers say of each; the newest tracker row gives the status."""
    for document in lookup.archive.documents:
        for action in document.actions:
            history = _history(lookup, document.id_of(action))
            origin = addresses.record(document.path, action.questions[0]) if action.questions else None
            yield {
                **_under_item(lookup, document, action),
                "identifier": action.identifier or None,
                "text": action.text,
                "owners": list(action.owners),
                "owner_ids": [*filter(None, action.owner_ids)],
                "marker": action.marker,
                "question_id": origin,
                "due_date": iso(action.due),
                "status": history[-1]["status"] if history else action.status or None,
                "history": history,
                **_found(lookup, document, action),
                **_stands(lookup, document, action),
            }


def _history(lookup: Lookup, record_id: str) -> list[Row]:
    return [
        {
            "date": iso(lookup.archive.day_of(document)),
            "document_id": document.path,
            "status_text": row.update,
            "status": row.status,
        }
        for document, row in lookup.trackers.get(record_id, [])
    ]


_AT_A_MEETING = (DecisionKind.RESOLVED, DecisionKind.APPROVED, DecisionKind.NOTED)


def decisions(lookup: Lookup) -> Iterator[Row]:
    """Decisions; what a meeting decided without a date of its own was decided on its day."""
    for document in lookup.archive.documents:
        for decision in document.decisions:
            taken = lookup.archive.day_of(document) if decision.kind in _AT_A_MEETING else None
            yield {
                **_under_item(lookup, document, decision),
                "identifier": decision.identifier or None,
                "text": decision.text,
                "classification": decision.kind.value,
                "date": iso(decision.decided or taken),
                "confidential": decision.confidential,
                **_found(lookup, document, decision),
                **_stands(lookup, document, decision),
            }


def tracker_rows(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for row in document.tracker_rows:
            row_id = document.id_of(row)
            yield {
                "id": row_id,
                "document_id": document.path,
                "identifier": row.identifier or None,
                "meeting": row.meeting or None,
                "action_text": row.text,
                "owners": list(row.owners),
                "owner_ids": [*filter(None, row.owner_ids)],
                "due_date": iso(row.due),
                "update_text": row.update or None,
                "status": row.status,
                "tracks": lookup.tracks.get(row_id),
                **_found(lookup, document, row),
            }


def work_programme(lookup: Lookup) -> Iterator[Row]:
    for document in lookup.archive.documents:
        for row in document.programme:
            yield {
                "id": document.id_of(row),
                "document_id": document.path,
                "date": iso(row.scheduled),
                "topic": row.text,
                "aims": row.aims or None,
                "presenters": row.presenters or None,
                "url": document.id_of(row),
            }


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
