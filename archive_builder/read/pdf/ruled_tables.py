"""Tables of a PDF page that rules part into cells.

Calls and settings from measurements: only straight lines and rectangles make a table; a table left
open at a page's edge is closed where its upright rules end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pdfplumber.page import Page

from archive_builder.read.pdf.boxes import Box
from archive_builder.read.pdf.cells import Cell, Grid, Turned, cell_of, has_frame_shape
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.lines import merged, stretches
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.shades import without_curves_and_shades


def ruled(
    page: Page, letters: Sequence[Glyph], number: int, beside: Sequence[Turned]
) -> tuple[list[Grid], list[Glyph]]:
    """The tables with upright rules, and the letters that stand in none."""
    straight = without_curves_and_shades(page)
    upright = [edge for edge in straight.edges if edge["orientation"] == "v"]
    if not upright:
        return [], list(letters)
    ends = [round(edge["top"], 1) for edge in upright] + [round(edge["bottom"], 1) for edge in upright]
    sides = _open_sides(straight)
    lines = {
        "explicit_horizontal_lines": [min(ends), max(ends), *_closing(sides)],
        "explicit_vertical_lines": sides,
    }
    made: list[Grid] = []
    free = list(letters)
    for table in straight.find_tables(lines):
        boxes = _whole([list(row.cells) for row in table.rows])
        grid = _grid(boxes, free, beside, number)
        if grid is not None:
            made.append(grid)
            taken = {id(glyph) for row in boxes for box in row if box for glyph in _within(box, free)}
            if sides and (head := _open_head(boxes[0], free)):
                grid = replace(
                    grid, rows=(tuple(cell_of(cell, grid.x1, number) for cell in head), *grid.rows)
                )
                taken |= {id(glyph) for cell in head for glyph in cell}
            made[-1] = grid
            free = [glyph for glyph in free if id(glyph) not in taken]
    return made, free


def _open_sides(straight: Page) -> list[dict[str, Any]]:
    """The upright lines that nobody drew, at the sides of tables that are left open there.

    Several level rules end at one place, beyond the upright rules that cross them.
    """
    upright = [edge for edge in straight.edges if edge["orientation"] == "v"]
    level = [edge for edge in straight.edges if edge["orientation"] == "h"]
    ends: dict[int, list[dict[str, Any]]] = {}
    for edge in level:
        for side in ("x0", "x1"):
            ends.setdefault(round(edge[side]), []).append(edge)
    made = []
    for x, rules in ends.items():
        tops = {round(edge["top"]) for edge in rules}
        top, bottom = min(tops), max(tops)
        crossing = [edge for edge in upright if edge["top"] <= bottom and edge["bottom"] >= top]
        is_drawn = any(abs(edge["x0"] - x) < MEASURES.narrowest_column for edge in crossing)
        inside = [edge for edge in crossing if any(rule["x0"] < edge["x0"] < rule["x1"] for rule in rules)]
        if len(tops) < MEASURES.fewest_bars or is_drawn or not inside:
            continue
        top = min(top, *(edge["top"] for edge in inside))
        bottom = max(bottom, *(edge["bottom"] for edge in inside))
        made.append(
            {
                "object_type": "line",
                "x0": x,
                "x1": x,
                "top": top,
                "bottom": bottom,
                "height": bottom - top,
                "width": 0,
            }
        )
    return made


def _closing(sides: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The level lines that close a table, open at its sides, where its upright rules begin and end."""
    made = []
    for place in sorted({(side["top"], side["bottom"]) for side in sides}):
        across = [side["x0"] for side in sides if (side["top"], side["bottom"]) == place]
        x0, x1 = min(across), max(across)
        made += [
            {"object_type": "line", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0}
            for y in place
        ]
    return made


def _open_head(row: Sequence[Box | None], letters: Sequence[Glyph]) -> list[list[Glyph]]:
    """The heads of columns that stand above an open table's first rule, by column; empty where none do."""
    columns = [box for box in row if box and box[2] - box[0] > MEASURES.narrowest_column]
    if len(columns) != len(row) or not letters:
        return []
    top = columns[0][1]
    band = top - MEASURES.head_height * max(glyph.size for glyph in letters if glyph.text.strip())
    line = [g for g in letters if band <= g.middle[1] < top and g.text.strip()]
    cells = [[g for g in line if box[0] <= g.middle[0] < box[2]] for box in columns]
    pieces = [piece for words in stretches(line, 0) for piece in words]
    held = all(any(box[0] <= piece.x0 and piece.x1 <= box[2] for box in columns) for piece in pieces)
    return cells if held and sum(map(bool, cells)) > 1 else []


def _whole(boxes: Sequence[Sequence[Box | None]]) -> list[list[Box | None]]:
    """Rows without the columns that only stand there because two tables that touch part theirs differently."""
    own = [[box for box in row if box and box[2] - box[0] > MEASURES.narrowest_column] for row in boxes]
    most = max(map(len, own))
    if sum(len(row) == most for row in own) < MEASURES.own_columns * len(own) or most == max(map(len, boxes)):
        return [list(row) for row in boxes]
    made: list[list[Box | None]] = []
    model = next(row for row in own if len(row) == most)
    for row in own:
        if len(row) == most:
            model = row
        made.append(
            [
                next((box for box in row if abs(box[0] - column[0]) < MEASURES.same_edge), None)
                for column in model
            ]
        )
    return made


def _grid(
    boxes: Sequence[Sequence[Box | None]], letters: Sequence[Glyph], beside: Sequence[Turned], page: int
) -> Grid | None:
    """A table with text in at least two columns, or a frame's rest; a box around text is none."""
    keep = [column for column in range(max(map(len, boxes))) if _is_column(boxes, column)]
    rows = _with_merged(boxes, keep, [_cells(row, keep, letters, beside, page) for row in boxes])
    rows = [row for row in rows if any(cell.lines for cell in row)]
    filled = {column for row in rows for column, cell in enumerate(row) if cell.lines}
    widths = tuple(_width(boxes, column) for column in keep)
    if len(filled) < 2 and not (filled == {1} and has_frame_shape(widths)):
        return None
    x0, top, x1, bottom = _around([box for row in boxes for box in row if box])
    return Grid(tuple(rows), top, bottom, x0, x1, widths, page)


def _with_merged(
    boxes: Sequence[Sequence[Box | None]], columns: Sequence[int], rows: Sequence[tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    """Rows whose cells know the cell above that is merged over them."""
    above: dict[int, tuple[Box, Cell]] = {}
    made: list[tuple[Cell, ...]] = []
    for places, row in zip(boxes, rows, strict=True):
        top = min((box[1] for box in places if box), default=0.0)
        cells = list(row)
        for at, column in enumerate(columns):
            box = places[column] if column < len(places) else None
            if box is not None:
                above[at] = (box, row[at])
            elif at in above and above[at][0][3] > top + MEASURES.rounding:
                cells[at] = replace(row[at], merged=above[at][1].lines)
        made.append(tuple(cells))
    return made


def _cells(
    row: Sequence[Box | None],
    columns: Sequence[int],
    letters: Sequence[Glyph],
    beside: Sequence[Turned],
    page: int,
) -> tuple[Cell, ...]:
    """The cells of a row in some of its columns."""
    places = [row[column] if column < len(row) else None for column in columns]
    return tuple(_cell(box, letters, beside, page) for box in places)


def _around(boxes: Sequence[Box]) -> Box:
    """The box around some boxes."""
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def _is_column(boxes: Sequence[Sequence[Box | None]], column: int) -> bool:
    return _width(boxes, column) > MEASURES.narrowest_column


def _width(boxes: Sequence[Sequence[Box | None]], column: int) -> float:
    widths = [box[2] - box[0] for row in boxes if column < len(row) and (box := row[column])]
    return min(widths, default=0.0)


def _cell(box: Box | None, letters: Sequence[Glyph], beside: Sequence[Turned], page: int) -> Cell:
    if box is None:
        return Cell((), 0.0)
    lines = [merged(row) for row in stretches(_within(box, letters), page)]
    lines += [each.line for each in beside if _holds(box, each.middle)]
    return Cell(tuple(lines), box[2])


def _within(box: Box, letters: Sequence[Glyph]) -> list[Glyph]:
    x0, top, x1, bottom = box
    return [g for g in letters if x0 <= g.middle[0] < x1 and top <= g.middle[1] < bottom]


def _holds(box: Box, place: tuple[float, float]) -> bool:
    """True if a place lies in a box."""
    return box[0] <= place[0] < box[2] and box[1] <= place[1] < box[3]
