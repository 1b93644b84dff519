"""Counts, groups and order that several page kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from archive_builder.lang.interface import count, listed
from archive_builder.model import Decision, DecisionKind, Document, Meeting
from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.render.context import Context

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """How much some documents hold: the number of their records by noun."""

    numbers: Mapping[str, int]

    def of(self, noun: str) -> int:
        """Return the number of records with this noun: "question", "recommendation"."""
        return self.numbers.get(noun, 0)

    def without(self, noun: str) -> Tally:
        """The same without the records of a noun."""
        return Tally({key: number for key, number in self.numbers.items() if key != noun})

    def __str__(self) -> str:
        """The counts that are not zero, as words: "3 questions and 1 action"."""
        return listed([count(number, noun) for noun, number in self.numbers.items() if number])


def tally(documents: Iterable[Document]) -> Tally:
    """The records of some documents, counted in the order of the kinds; recommendations by themselves."""
    held = list(documents)
    numbers: dict[str, int] = {}
    for kind in RECORD_KINDS:
        records = [record for document in held for record in kind.of(document)] if kind.counted else []
        recommended = sum(isinstance(record, Decision) and is_recommendation(record) for record in records)
        if kind.counted:
            numbers[kind.noun] = len(records) - recommended
        if kind.record is Decision:
            numbers["recommendation"] = recommended
    return Tally(numbers)


def is_recommendation(decision: Decision) -> bool:
    """True for a decision that is recommended to a body, not taken by it."""
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
