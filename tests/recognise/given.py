"""What of a given document is not as it is asked, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive_builder.model import Document

_FACTS = {"kind": "classification", "body": "organization"}


def faults(document: Document, wanted: dict[str, Any]) -> Iterator[str]:
    """What of a document is not as it is wanted, in words."""
    for name, value in wanted.get("facts", {}).items():
        said = getattr(document, _FACTS.get(name, name))
        said = said.strftime("%H:%M") if name == "time" and said else said
        if str(said) != str(value):
            yield f"{name}: {said!r} is not {value!r}"
    for name, found in _rows(document).items():
        if name in wanted and found != wanted[name]:
            yield f"{name}: {found} are not {wanted[name]}"
    if "called_off" in wanted and (document.called_off is not None) != wanted["called_off"]:
        yield f"called off: {document.called_off}"
    for kind, count in wanted.get("counts", {}).items():
        if (found_of_kind := len(getattr(document, kind))) != count:
            yield f"{kind}: {found_of_kind} are not {count}"


def _rows(document: Document) -> dict[str, list[str]]:
    """What may be asked for word by word, each record in one line."""
    return {
        "people": [f"{row.status.value} {row.name}" for row in document.attendance],
        "items": [f"{item.number} {item.text}" for item in document.items],
        "actions": [action.text for action in document.actions],
        "decisions": [f"{decision.item}: {decision.text}" for decision in document.decisions],
    }
