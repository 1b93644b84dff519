"""What the program found in some documents, as rows of words: what labels are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive_builder import settings
from archive_builder.model import DecisionKind, Document
from archive_builder.text.names import bare

SETTINGS = settings.load()


def _people(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
    for document in found:
        for a in document.attendance:
            yield {
                "name": bare(a.name, SETTINGS.vocabulary),
                "role": a.role,
                "organization": a.organization,
                "status": a.status,
            }


def _items(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
    for document in found:
        for item in document.items:
            yield {"number": item.number, "title": item.text}


def _questions(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
    for document in found:
        for question in document.questions:
            yield {"asker": question.asked_by, "text": question.text, "answer": question.answer_text}


def _actions(marker: str) -> Callable[[tuple[Document, ...]], Iterator[dict[str, str]]]:
    def found_actions(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
        for document in found:
            for action in document.actions:
                if action.marker == marker:
                    yield {
                        "owners": "+".join(action.owners),
                        "text": action.text,
                        "due": str(action.due or ""),
                    }

    return found_actions


def _decisions(recommended: bool) -> Callable[[tuple[Document, ...]], Iterator[dict[str, str]]]:
    def found_decisions(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
        for document in found:
            for d in document.decisions:
                if (d.kind is DecisionKind.RECOMMENDATION) == recommended:
                    yield {
                        "number": d.identifier,
                        "kind": d.kind,
                        "text": d.text,
                        "date": str(d.decided or ""),
                    }

    return found_decisions


def _tracker(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
    for document in found:
        for row in document.tracker_rows:
            yield {"number": row.identifier, "status": row.status, "text": row.text, "update": row.update}


def _programme(found: tuple[Document, ...]) -> Iterator[dict[str, str]]:
    for document in found:
        for row in document.programme:
            yield {"date": str(row.scheduled or ""), "text": row.text}


FOUND: dict[str, Callable[[tuple[Document, ...]], Iterator[dict[str, str]]]] = {
    "people": _people,
    "items": _items,
    "questions": _questions,
    "actions": _actions("explicit"),
    "undertakings": _actions("undertaking"),
    "decisions": _decisions(recommended=False),
    "recommendations": _decisions(recommended=True),
    "tracker": _tracker,
    "programme": _programme,
}
