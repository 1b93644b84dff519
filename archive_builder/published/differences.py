"""What changed from one edition of an archive to another: its documents, its records, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from archive_builder.model import addresses
from archive_builder.published.editions import Edition, Row

Values = tuple[Any, Any]
"""A value before and after."""

_OF_THE_WHOLE = frozenset("standing days_open until history tracks same_as question_id".split())
"""Keys whose values depend on other documents and on the archive's newest day."""
_OF_THE_PLACE = frozenset("id document_id url urls agenda_item_id decision_id original evidence".split())
"""Keys that change where a document moves or lines are put in; they say nothing of the record itself."""
_OF_THE_FILE = frozenset("source fidelity corrections first_published".split())


class Reason(StrEnum):
    """Why something changed; the values are those of `archive diff --json`."""

    SOURCE = "source"
    """The file is another, or was put in or taken out."""
    CORRECTION = "correction"
    """What was put right by hand is other than it was."""
    PROGRAM = "program"
    """Neither: the program or its settings read the document otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """A document or record that is in one edition or in both, and differs."""

    kind: str
    """The name of its data file."""
    id: str
    """Its address in the newer edition that has it."""
    words: str
    """A document's title, a record's text."""
    reason: Reason
    was: str = ""
    """Its address in the older edition, where that is another."""
    values: Mapping[str, Values] | None = None
    """What changed, by key."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs between two editions, in the order of their data files."""

    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    """Documents that the newer edition does not hold."""
    found: tuple[Change, ...]
    lost: tuple[Change, ...]
    altered: tuple[Change, ...]
    """Records that both have, with other values."""


def compare(old: Edition, new: Edition) -> Differences:
    """Return what changed. A document that moved is known again by its file, its records by their anchors."""
    before, after = old.documents, new.documents
    moved = dict(_moved(before, after))
    lasting = {moved.get(path, path): path for path in before if moved.get(path, path) in after}
    reasons = {path: _reason(before[was], after[path]) for path, was in lasting.items()}
    old_records = {_place(row, moved): (kind, row) for kind, row in old.records()}
    new_records = {str(row["id"]): (kind, row) for kind, row in new.records()}
    return Differences(
        added=tuple(
            _change("documents", row, Reason.SOURCE) for path, row in after.items() if path not in lasting
        ),
        changed=tuple(_changed_documents(lasting, before, after, reasons)),
        withdrawn=tuple(
            _change("documents", row, Reason.SOURCE)
            for path, row in before.items()
            if path not in lasting.values()
        ),
        found=tuple(
            _change(kind, row, reasons.get(str(row["document_id"]), Reason.SOURCE))
            for id_, (kind, row) in new_records.items()
            if id_ not in old_records
        ),
        lost=tuple(
            _change(kind, row, reasons.get(addresses.page_of(id_), Reason.SOURCE))
            for id_, (kind, row) in old_records.items()
            if id_ not in new_records
        ),
        altered=tuple(_altered_records(old_records, new_records, reasons)),
    )


def _moved(before: Mapping[str, Row], after: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """Yield the old and the new address of each document whose file has another address now."""
    gone = {_file(row): path for path, row in before.items() if path not in after}
    for path, row in after.items():
        if path not in before and _file(row) in gone:
            yield gone.pop(_file(row)), path


def _file(row: Row) -> tuple[object, object]:
    source = row.get("source") or {}
    return source.get("sha256"), row.get("position")


def _place(row: Row, moved: Mapping[str, str]) -> str:
    """Return the address at which a record of the older edition is looked for."""
    page, anchor = addresses.split(str(row["id"]))
    return addresses.record(moved.get(page, page), anchor)


def _reason(before: Row, after: Row) -> Reason:
    if _file(before)[0] != _file(after)[0]:
        return Reason.SOURCE
    if before.get("corrections", []) != after.get("corrections", []):
        return Reason.CORRECTION
    return Reason.PROGRAM


def _changed_documents(
    lasting: Mapping[str, str],
    before: Mapping[str, Row],
    after: Mapping[str, Row],
    reasons: Mapping[str, Reason],
) -> Iterator[Change]:
    for path, was in lasting.items():
        values = _differing(before[was], after[path])
        if values or path != was or reasons[path] is not Reason.PROGRAM:
            yield _change("documents", after[path], reasons[path], was if was != path else "", values)


def _altered_records(
    old: Mapping[str, tuple[str, Row]],
    new: Mapping[str, tuple[str, Row]],
    reasons: Mapping[str, Reason],
) -> Iterator[Change]:
    for id_, (kind, row) in new.items():
        if id_ in old:
            was, before = old[id_]
            values = _differing(before, row) if was == kind else {"kind": (was, kind)}
            if values:
                reason = reasons.get(addresses.page_of(id_), Reason.SOURCE)
                yield _change(kind, row, reason, str(before["id"]) if before["id"] != id_ else "", values)


def _differing(before: Row, after: Row) -> dict[str, Values]:
    """Return the values that differ, of keys that both have and that say something of the thing itself."""
    keys = (key for key in after if key in before)
    skipped = _OF_THE_WHOLE | _OF_THE_PLACE | _OF_THE_FILE
    return {
        key: (before[key], after[key]) for key in keys if key not in skipped and before[key] != after[key]
    }


def _change(
    kind: str, row: Row, reason: Reason, was: str = "", values: Mapping[str, Values] | None = None
) -> Change:
    return Change(kind, str(row["id"]), _words(row), reason, was, values or None)


_WORDS = ("title", "text", "action_text", "topic")
"""The keys under which a row says what it is, the best first."""


def _words(row: Row) -> str:
    return next((str(row[key]) for key in _WORDS if row.get(key)), "")
