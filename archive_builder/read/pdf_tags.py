"""A PDF's tag tree, where there is one: which letters make a heading, a paragraph, a list item, a cell.

Word, LibreOffice and browsers write it on request or by default. A broken tree is no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pdfplumber.pdf import PDF

_HEADING = re.compile(r"H([1-6])?|Title")
_BLOCKS = frozenset({"P", "LI", "TD", "TH", "Caption", "BlockQuote", "Note", "FENote", "TOCI", "BibEntry"})
_MOST_NODES = 500_000


@dataclass(frozen=True, slots=True)
class Tag:
    """What the tag tree says of some letters; 0 and None where it says nothing."""

    level: int = 0
    """The level of the heading that they stand in."""
    element: int = 0
    """The paragraph, heading, item or cell that they belong to."""
    item: int = 0
    """The list item that they belong to."""
    depth: int = 0
    """How many lists that item stands in."""
    cell: tuple[int, int, int] | None = None
    """The table, row and column that they stand in."""


NO_TAG = Tag()
PageTags = Mapping[int, Tag]
"""The tag of each piece of marked content of one page, by its number."""


@dataclass(slots=True)
class _Count:
    """How many elements, tables, and rows and cells within them were met."""

    elements: int = 0
    tables: int = 0
    rows: dict[int, int] = field(default_factory=dict)
    cells: dict[tuple[int, int], int] = field(default_factory=dict)


def tags(document: PDF) -> dict[int, dict[int, Tag]]:
    """By page, what the tag tree says of its marked content."""
    found: dict[int, dict[int, Tag]] = {}
    try:
        for node, tag in _walked(document.structure_tree):
            page = node.get("page_number")
            if tag != NO_TAG and page is not None:
                found.setdefault(int(page), {}).update(dict.fromkeys(node.get("mcids") or (), tag))
    except Exception:  # pdfminer raises whatever a broken tree makes it stumble over
        return {}
    return found


def _walked(roots: list[dict[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Tag]]:
    """Each node of the tree, in document order, with what it and its parents say."""
    count = _Count()
    stack: list[tuple[Mapping[str, Any], Tag]] = [(node, NO_TAG) for node in reversed(roots)]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node, around = stack.pop()
        tag = _tag(str(node.get("type", "")), around, count)
        yield node, tag
        page = {"page_number": node.get("page_number")}
        stack += [({**page, **child}, tag) for child in reversed(node.get("children") or ())]


def _tag(kind: str, around: Tag, count: _Count) -> Tag:
    """What a node of one kind adds to what its parents say."""
    heading = _HEADING.fullmatch(kind)
    if heading or kind in _BLOCKS:
        count.elements += 1
        around = replace(around, element=count.elements)
    if heading:
        return replace(around, level=int(heading[1] or 1))
    match kind:
        case "L":
            return replace(around, depth=around.depth + 1)
        case "LI":
            return replace(around, item=count.elements)
        case "Table" if around.cell is None:
            count.tables += 1
            return replace(around, cell=(count.tables, 0, 0))
        case "TR" if around.cell and around.cell[2] == 0:
            table = around.cell[0]
            count.rows[table] = count.rows.get(table, 0) + 1
            return replace(around, cell=(table, count.rows[table], 0))
        case "TD" | "TH" if around.cell and around.cell[2] == 0:
            place = around.cell[:2]
            count.cells[place] = count.cells.get(place, 0) + 1
            return replace(around, cell=(*place, count.cells[place]))
        case _:
            return around
