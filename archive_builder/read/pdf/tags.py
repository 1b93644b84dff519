"""A PDF's tag tree, where there is one: which letters make a heading, a paragraph, a list item, a cell.

Word, LibreOffice and browsers write it on request or by default. A broken tree is no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import decode_text
from pdfplumber.pdf import PDF

from archive_builder.read.pdf.measures import MEASURES

_HEADING = re.compile(r"H([1-6])?|Title")
_BLOCKS = frozenset({"P", "LI", "TD", "TH", "Caption", "BlockQuote", "Note", "FENote", "TOCI", "BibEntry"})


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
    said: str = ""
    """The words that stand for a picture."""


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


def tags(document: PDF) -> dict[object, dict[int, Tag]]:
    """By page (its pdfminer number), what the tag tree says of its marked content.

    The tree is walked here, because pdfplumber's own walk takes the content of an element that runs
    over pages for that of its first page.
    """
    found: dict[object, dict[int, Tag]] = {}
    try:
        for page, number, tag in _walked(document):
            if tag != NO_TAG:
                found.setdefault(page, {})[number] = tag
    except MemoryError:
        raise
    except Exception:  # pdfminer raises whatever a broken tree makes it stumble over
        return {}
    return found


def _walked(document: PDF) -> Iterator[tuple[object, int, Tag]]:
    """Each piece of marked content, in the tree's order: its page, its number, what it stands in."""
    tree = resolve1(document.doc.catalog.get("StructTreeRoot"))
    if not isinstance(tree, dict):
        return
    roles = resolve1(tree.get("RoleMap")) or {}
    count = _Count()
    seen: set[int] = set()
    stack: list[tuple[Any, object, Tag]] = [(tree.get("K"), None, NO_TAG)]
    for _ in range(MEASURES.most_tags):
        if not stack:
            return
        held, page, around = stack.pop()
        if isinstance(held, PDFObjRef):
            if held.objid in seen:
                continue
            seen.add(held.objid)
        node = resolve1(held)
        if isinstance(node, list):
            stack += [(child, page, around) for child in reversed(node)]
        elif isinstance(node, int):
            yield page, node, around
        elif isinstance(node, dict):
            page = getattr(node.get("Pg"), "objid", page)
            if "MCID" in node:
                if "Stm" not in node:  # content of a drawing used inside the page is numbered anew
                    yield page, int(node["MCID"]), around
            elif "S" in node:
                kind = literal_name(node["S"])
                inner = _tag(_role(kind, roles), around, count)
                stack.append((node.get("K"), page, _described(inner, node)))


def _described(tag: Tag, node: Mapping[str, Any]) -> Tag:
    """A tag with the words that an author gave for a picture, in one of PDF's two encodings of text."""
    said = resolve1(node.get("Alt"))
    return replace(tag, said=" ".join(decode_text(said).split())) if isinstance(said, bytes) else tag


def _role(kind: str, roles: Mapping[str, Any]) -> str:
    """The standard name of a kind of element that a document names in its own way."""
    return literal_name(roles[kind]) if kind in roles else kind


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
