"""Corrections of records, applied after recognition and before records are linked.

The table of kinds says which facts of a record may be set, and of what type each is. The printed words may
not: that is a correction of the text.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from archive_builder.correct.file import RecordCorrection, corrections_of, report_stale
from archive_builder.lang.interface import month_name, names, noun
from archive_builder.model import Aside, Document, Record
from archive_builder.model.record_kinds import RECORD_KINDS, Field, FieldType, RecordKind
from archive_builder.problem import Report

_GIVEN: dict[FieldType, type] = {
    FieldType.WORDS: str,
    FieldType.NUMBER: int,
    FieldType.PERSON: str,
    FieldType.NAMES: list,
    FieldType.DATE: datetime.date,
    FieldType.STATUS: str,
    FieldType.FLAG: bool,
}
"""What YAML must give for a fact of each type."""


def corrected(documents: Sequence[Document], file: str, folder: Path, report: Report) -> tuple[Document, ...]:
    """The documents of one source file with the facts of their records put right.

    Reports stale-correction (no such record, or a fact that it does not have), an error.
    """
    corrections = corrections_of(file, folder)
    made = tuple(documents)
    for fix in corrections.records if corrections else ():
        hits = [
            (index, kind, record)
            for index, document in enumerate(made)
            for kind in RECORD_KINDS
            for record in kind.of(document)
            if record.anchor == fix.record and (not fix.part or document.position == fix.part)
        ]
        fault = _fault(fix, hits[0][1]) if len(hits) == 1 else f"fits {len(hits)} records, not one"
        if fault:
            path = folder / f"{file}.yml"
            report_stale(file, path, f"the correction of {fix.record} {fault}", report)
            continue
        [(index, kind, record)] = hits
        change = _without if fix.drop else _with_facts
        made = (*made[:index], change(made[index], kind, record, fix), *made[index + 1 :])
    return made


def _fault(fix: RecordCorrection, kind: RecordKind) -> str:
    """What is wrong with the facts that a correction sets; empty when nothing is."""
    for name, value in fix.set.items():
        field = kind.correctable.get(name)
        if field is None:
            near = difflib.get_close_matches(name, kind.correctable, n=1)
            meant = f" (did you mean {near[0]!r}?)" if near else ""
            return f"sets {name!r}, which it does not have{meant}"
        if field.values and value not in list(field.values):
            return f"gives {name!r} a value that is none of: {', '.join(field.values)}"
        wanted = _GIVEN[field.type]
        if not isinstance(value, wanted):
            return f"gives {name!r} a value that is no {wanted.__name__}"
    return "" if fix.set or fix.drop else "neither sets anything nor drops it"


def _read(value: Any, field: Field) -> object:
    """A value as the record has it."""
    if field.values:
        return field.values(value)
    return tuple(value) if field.type is FieldType.NAMES else value


def _with_facts(document: Document, kind: RecordKind, record: Record, fix: RecordCorrection) -> Document:
    """A document in which a record has the facts that a correction sets, and says what it had before."""
    facts: dict[str, Any] = {name: _read(value, kind.correctable[name]) for name, value in fix.set.items()}
    before = "; ".join(_before(name, record, fix) for name in facts)
    changed = replace(record, **facts, corrected=f"{before} ({fix.why})", confidence=1.0)
    return _holding(document, kind, [changed if other is record else other for other in kind.of(document)])


def _before(name: str, record: Record, fix: RecordCorrection) -> str:
    said = "put right" if fix.private else f"was {_readable(getattr(record, name))}"
    return f"{names('record_fields').get(name, name)} {said}"


def _without(document: Document, kind: RecordKind, record: Record, fix: RecordCorrection) -> Document:
    """A document without a record, which says so."""
    of_kind = noun(kind.noun)
    what = f"A passage is no {of_kind}" if fix.private else f"“{record.text}” is no {of_kind}"
    aside = Aside(document.lines(record)[0], "", "corrected", f"{what}: {fix.why}")
    kept = _holding(document, kind, [other for other in kind.of(document) if other is not record])
    return _unlinked(replace(kept, asides=(*kept.asides, aside)), fix.record)


def _holding(document: Document, kind: RecordKind, records: Sequence[Record]) -> Document:
    """A document with other records of a kind."""
    return replace(document, **{kind.held: tuple(records)})  # type: ignore[arg-type]


def _unlinked(document: Document, anchor: str) -> Document:
    """A document whose actions no longer name a question that was dropped."""
    actions = (replace(a, questions=tuple(q for q in a.questions if q != anchor)) for a in document.actions)
    return replace(document, actions=tuple(actions))


def _readable(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "not stated"
    if isinstance(value, datetime.date):
        return f"{value.day} {month_name(value.month)} {value.year}"
    return str(value) if value not in (None, "") else "not stated"
