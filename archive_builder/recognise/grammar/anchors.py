"""How the anchor of a record is spelled: its kind, its agenda item's number, its own number."""

from __future__ import annotations

import bisect
import re

from archive_builder.text.numerals import letter

_ITEM = "item-"


def unique(anchor: str, taken: set[str]) -> str:
    """An anchor not yet taken: a number printed twice gets -b, -c in document order."""
    anchor = re.sub(r"[^\w.]+", "-", anchor).strip("-")
    chosen = anchor if anchor not in taken else f"{anchor}-{letter(_copies(anchor, taken) + 1)}"
    taken.add(chosen)
    return chosen


def _copies(anchor: str, taken: set[str]) -> int:
    """How many copies of an anchor are taken: looked for by halves, for a document may have thousands."""

    def is_taken(copy: int) -> bool:
        return f"{anchor}-{letter(copy)}" in taken

    beyond = 1
    while is_taken(beyond):
        beyond *= 2
    return bisect.bisect_left(range(1, beyond), True, key=lambda copy: not is_taken(copy))


def within_item(kind: str, item: str, *numbers: str | int) -> str:
    """The anchor of a record of an agenda item: "action-6-1" for the first action of `item-6`."""
    parts = (kind, item.removeprefix(_ITEM), *map(str, numbers))
    return "-".join(part for part in parts if part)
