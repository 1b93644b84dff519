"""Counts, groups and order that several page kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from archive_builder.lang.interface import count, listed
from archive_builder.model import CalledOff, Document, Meeting, counts
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
    """The records of some documents that count, in the order of the kinds."""
    return Tally(counts.numbers(documents))


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


def called_off_of(documents: Iterable[Document]) -> CalledOff | None:
    """Return how a meeting was called off, by its documents; None where one of them tells who was there."""
    held = list(documents)
    if any(document.attendance for document in held):
        return None
    return next((document.called_off for document in held if document.called_off), None)
