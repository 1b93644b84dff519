"""What the bar says of each record: how it was found, how sure that is, and what can be corrected."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from archive_builder.lang.interface import names, noun
from archive_builder.model import Document, Record
from archive_builder.model.record_kinds import Field, FieldType, RecordKind, kind_of
from archive_builder.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Facts:
    """A record as the desk knows it."""

    file: str
    """The document's path below its sources folder: what its corrections are named after."""
    record: str
    """The name of the record in a correction file."""
    part: int
    """The number of its document within a pack; 0 for a document of its own."""
    kind: RecordKind
    values: Mapping[str, str]
    """The facts that can be corrected, by name, as the form shows them."""
    rule: str
    confidence: float
    text: str

    def told(self) -> dict[str, Any]:
        """Return what the bar shows, as JSON has it."""
        fields = self.kind.correctable.values()
        return {
            "file": self.file,
            "record": self.record,
            "kind": noun(self.kind.noun),
            "not_a": names("not_a")[self.kind.noun],
            "rule": self.rule,
            "confidence": round(self.confidence * 100),
            "fields": [_field(field, self.values[field.name]) for field in fields],
        }


def _field(field: Field, value: str) -> dict[str, Any]:
    label = names("record_fields").get(field.name, field.name.replace("_", " "))
    values = [str(each) for each in field.values] if field.values else []
    if field.type is FieldType.FLAG:
        values = ["true", "false"]
    return {"name": field.name, "label": label, "type": field.type.value, "value": value, "values": values}


def facts_of(documents: Iterable[Document], files: Iterable[SourceFile]) -> Mapping[str, Mapping[str, Facts]]:
    """Return the facts of all records, by the address of the page and the anchor on it."""
    own_names = {source.file: source.name for source in files}
    return {
        document.path: {
            record.anchor: _facts(record, document, own_names.get(document.source.file, document.source.file))
            for record in document.records
        }
        for document in documents
    }


def _facts(record: Record, document: Document, file: str) -> Facts:
    kind = kind_of(record)
    return Facts(
        file=file,
        record=record.numbered or record.anchor,
        part=document.position,
        kind=kind,
        values={name: shown(getattr(record, name)) for name in kind.correctable},
        rule=record.found_by,
        confidence=record.confidence,
        text=record.text,
    )


def shown(value: object) -> str:
    """Return a fact as the form shows it: names on a line each, dates as 2025-06-30, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
