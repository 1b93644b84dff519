"""Tables of web pages and of converted Word files: their cells as a grid, and what lays out prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from archive_builder.read.word.list_numbers import whole, without_wrapping

Grid = list[list[LexborNode | None]]
"""Rows of equal length; None where a cell of another row or column reaches in."""

ROW_NUMBER = re.compile(r"\d{1,3}")
_MOST_COLUMNS = 100
"""Cells that say they reach further do not."""
_LONG = 25
"""A cell of more words is prose."""


def grid(table: LexborNode) -> tuple[Grid, Grid]:
    """A table's cells in their columns; cells over several columns or rows leave the others empty.

    The second grid has, below a cell that reaches over several rows, that cell.
    """
    taken: dict[tuple[int, int], LexborNode | None] = {}
    merged: dict[tuple[int, int], LexborNode] = {}
    rows = own_rows(table)
    width = 0
    for index, row in enumerate(rows):
        column = 0
        for cell in own_cells(row):
            while (index, column) in taken:
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for down in range(min(high, len(rows) - index)):
                for reached in range(column, min(column + wide, _MOST_COLUMNS)):
                    taken.setdefault((index + down, reached), None)
                if down:
                    merged[index + down, column] = cell
            taken[index, column] = cell
            width = max(width, column + 1)
            column += wide
    places = [[(index, column) for column in range(width)] for index in range(len(rows))]
    cells = [[taken.get(place) for place in row] for row in places]
    return cells, [[merged.get(place) for place in row] for row in places]


def own_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of a table without those of tables inside it."""
    rows = table.css("tr")
    if len(table.css("table")) <= 1:
        return rows
    return [row for row in rows if _table_of(row) == table.mem_id]


def _table_of(row: LexborNode) -> int | None:
    node = row.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node.mem_id if node is not None else None


def own_cells(row: LexborNode) -> list[LexborNode]:
    """The cells of a row without those of tables inside it."""
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def holds_data(table: LexborNode) -> bool:
    """True for a table of several columns; one that holds other tables must have many rows without one.

    Others only lay out the page.
    """
    inner = len(table.css("table")) - 1
    several = [row for row in own_rows(table) if len(own_cells(row)) > 1]
    return bool(several) and len(several) >= inner * _ROWS_FOR_EACH


_ROWS_FOR_EACH = 6
"""Minimum number of rows of a table for each table inside it."""


def _span(cell: LexborNode, name: str) -> int:
    return max(1, min(whole(cell.attributes.get(name), 1), _MOST_COLUMNS))


def cell_text(cell: LexborNode | None) -> str:
    """The words of a cell on one line; a written-out number (see `numbers`) without its wrapping."""
    text = " ".join(cell.text(separator=" ").split()) if cell is not None else ""
    return without_wrapping(text).strip()


def is_frame(cells: Sequence[Sequence[LexborNode | None]]) -> bool:
    """Whether a table only lays out prose.

    Named layout: numbers or nothing in the first of two or three columns, text in the second. The third
    column, if any, is narrow: it says who acts.
    """
    if not cells or len(cells[0]) not in (2, 3):
        return False
    rows = [[cell_text(cell) for cell in row] for row in cells]
    rows = [row for row in rows if any(row)]
    numbers = sum(bool(ROW_NUMBER.fullmatch(row[0].rstrip("."))) for row in rows)
    odd = sum(bool(row[0]) and not ROW_NUMBER.fullmatch(row[0].rstrip(".")) for row in rows)
    if odd > 1 or not numbers:
        return False
    text, beside = (sum(len(row[column].split()) for row in rows if column < len(row)) for column in (1, 2))
    if len(rows[0]) == 3 and beside * 4 > text:
        return False
    return any(len(row[1].split()) > _LONG for row in rows) or (len(rows[0]) == 2 and numbers >= 2)
