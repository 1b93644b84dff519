"""What counts: the one definition of each number that pages, feeds, data and commands give.

In the data, a row counts that has no `same_as` and whose `in_parts` is not true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard

from archive_builder.model.archive import Archive
from archive_builder.model.document import Document
from archive_builder.model.lifelines import LifeLine
from archive_builder.model.record_kinds import RECORD_KINDS, RecordKind
from archive_builder.model.records import Decision, DecisionKind, Record
from archive_builder.model.statuses import Standing


def counted_documents(archive: Archive) -> tuple[Document, ...]:
    """The documents whose records count: all but those of which the archive holds a better one."""
    return tuple(document for document in archive.documents if not document.same_as)


def is_counted(record: Record) -> bool:
    """True if a record counts: all but a resolution whose parts are records, for they carry its words."""
    return not (isinstance(record, Decision) and record.in_parts)


def records_of(kind: RecordKind, documents: Iterable[Document]) -> Iterator[tuple[Document, Record]]:
    """Every record of a kind that counts, with its document."""
    for document in documents:
        yield from ((document, record) for record in kind.of(document) if is_counted(record))


def is_undecided(record: Record) -> TypeGuard[Decision]:
    """True for what was put to a body and not decided by it: recommended to it, or moved and not carried."""
    return isinstance(record, Decision) and record.kind in _UNDECIDED


_UNDECIDED: Mapping[DecisionKind, str] = {
    DecisionKind.RECOMMENDATION: "recommendation",
    DecisionKind.LOST: "lost_motion",
}
"""The kinds of what a body did not decide, each with its noun."""


def numbers(documents: Iterable[Document]) -> dict[str, int]:
    """The records of some documents by noun, in the order of the kinds.

    What was recommended and what was not carried was not decided: each is counted by itself.
    """
    held = list(documents)
    found: dict[str, int] = {}
    for kind in RECORD_KINDS:
        if not kind.counted:
            continue
        records = [record for _, record in records_of(kind, held)]
        undecided = Counter(_UNDECIDED[each.kind] for each in records if is_undecided(each))
        found[kind.noun] = len(records) - undecided.total()
        if kind.record is Decision:
            found |= {noun: undecided[noun] for noun in _UNDECIDED.values()}
    return found


def standings(archive: Archive, records: Iterable[tuple[Document, Record]]) -> Counter[Standing]:
    """How many of some records stand in which way; what has no life-line is not counted."""
    lines = (archive.lifelines.get(document.id_of(record)) for document, record in records)
    return Counter(line.standing for line in lines if line)


def open_by_register(archive: Archive, lines: Iterable[LifeLine]) -> dict[str, int]:
    """How many of some life-lines begin with a record of each register, by its address.

    Tracker rows stand in none: they are counted under "".
    """
    registers = {
        document.id_of(record): kind.register
        for kind in RECORD_KINDS
        for document in archive.documents
        for record in kind.of(document)
    }
    return dict(Counter(registers.get(line.origin, "") for line in lines))


def open_lines(archive: Archive) -> tuple[LifeLine, ...]:
    """Everything that is open: actions, resolutions, and tracker rows whose minutes are not held.

    A promise that a resolution took up is not among them: the resolution is.
    """
    return tuple(line for line in archive.lifelines.values() if line.standing is Standing.OPEN)
