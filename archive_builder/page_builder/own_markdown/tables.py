"""Tables written with bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.inline import render_text
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_RULE = re.compile(r"(?P<left>:?)-+(?P<right>:?)")
_ALIGNMENTS = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
_CELL = re.compile(r"(?:\\.|[^\\|])*\|")


def render_table(chunk: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a table: a row of heads, a rule, further rows."""
    if len(chunk) < 3:
        raise UnsureError(f"a table without rows: {chunk[0]}")
    heads, rule, *rows = map(_split, chunk)
    alignments = [_alignment(cell) for cell in rule]
    if any(len(cells) != len(alignments) for cells in (heads, *rows)):
        raise UnsureError(f"a table with rows of several widths: {chunk[0]}")
    written = ["<table>", "<thead>", *_render_row("th", heads, alignments, found), "</thead>", "<tbody>"]
    for cells in rows:
        written += _render_row("td", cells, alignments, found)
    return [*written, "</tbody>", "</table>"]


def _split(line: str) -> list[str]:
    """Return the cells of a row that begins and ends with a bar."""
    line = line.rstrip(" ")
    cells = [cell[0][:-1].strip(" ") for cell in _CELL.finditer(line, 1)]
    if line[:1] != "|" or sum(map(len, _CELL.findall(line, 1))) != len(line) - 1 or "`" in line:
        raise UnsureError(f"a row of a table: {line}")
    return cells


def _alignment(cell: str) -> str:
    rule = _RULE.fullmatch(cell)
    if rule is None:
        raise UnsureError(f"the rule of a table: {cell}")
    return _ALIGNMENTS[rule["left"], rule["right"]]


def _render_row(name: str, cells: Sequence[str], alignments: Sequence[str], found: Found) -> Iterator[str]:
    yield "<tr>"
    for cell, alignment in zip(cells, alignments, strict=True):
        given = f' align="{alignment}"' if alignment else ""
        yield f"<{name}{given}>{render_text(cell, found)}</{name}>"
    yield "</tr>"
