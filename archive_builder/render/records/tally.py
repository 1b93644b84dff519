"""Counts, groups and order that several page kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from archive_builder.lang.interface import count, listed
from archive_builder.model import Decision, DecisionKind, Document, Meeting
from archive_builder.render.context import Context

Item = TypeVar("Item")
Key = TypeVar("Key")


class Tally(NamedTuple):
    """How much some documents hold."""

    questions: int
    actions: int
    decisions: int
    recommendations: int
    tracker_rows: int

    def __str__(self) -> str:
        """The counts that are not zero, as words: "3 questions and 1 action"."""
        counted = (
            (self.questions, "question"),
            (self.actions, "action"),
            (self.decisions, "decision"),
            (self.recommendations, "recommendation"),
            (self.tracker_rows, "tracker_entry"),
        )
        return listed([count(number, noun) for number, noun in counted if number])


def tally(documents: Iterable[Document]) -> Tally:
    """The records of some documents, counted."""
    held = list(documents)
    decisions = [made for document in held for made in document.decisions]
    return Tally(
        questions=sum(len(document.questions) for document in held),
        actions=sum(len(document.actions) for document in held),
        decisions=sum(not is_recommendation(made) for made in decisions),
        recommendations=sum(is_recommendation(made) for made in decisions),
        tracker_rows=sum(len(document.tracker_rows) for document in held),
    )


def is_recommendation(decision: Decision) -> bool:
    """Whether it is put to a body, rather than decided by one."""
    return decision.kind is DecisionKind.RECOMMENDATION


def documents_of(meeting: Meeting, context: Context) -> tuple[Document, ...]:
    """A meeting's documents in its own order."""
    found = (context.archive.document(path) for path in meeting.documents)
    return tuple(document for document in found if document)


def counted_of(meeting: Meeting, context: Context) -> tuple[Document, ...]:
    """Those of a meeting's documents whose records count."""
    return tuple(document for document in documents_of(meeting, context) if not document.same_as)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Things by key, keys in the order they come."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def papers_outside_meetings(context: Context) -> tuple[Document, ...]:
    """Documents that stand under no meeting, the newest first."""
    under = {path for meeting in context.archive.meetings for path in meeting.documents}
    loose = [document for document in context.archive.documents if document.path not in under]
    return tuple(reversed(loose))
