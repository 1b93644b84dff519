"""How the anchor of a record is spelled: its kind, its agenda item's number, its own number."""

from __future__ import annotations

import re

from archive_builder.text.numerals import letter

_ITEM = "item-"


def unique(anchor: str, taken: set[str]) -> str:
    """An anchor not yet taken: a number printed twice gets -b, -c in document order."""
    anchor = re.sub(r"[^\w.]+", "-", anchor).strip("-")
    chosen, copies = anchor, 0
    while chosen in taken:
        copies += 1
        chosen = f"{anchor}-{letter(copies)}"
    taken.add(chosen)
    return chosen


def within_item(kind: str, item: str, *numbers: str | int) -> str:
    """The anchor of a record of an agenda item: "action-6-1" for the first action of `item-6`."""
    parts = (kind, item.removeprefix(_ITEM), *map(str, numbers))
    return "-".join(part for part in parts if part)
