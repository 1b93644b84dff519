"""Tables of a PDF page, ruled or tagged: their cells, and whether they hold data or lay out prose.

Calls and settings from measurements: only straight lines and rectangles make a table; a table left
open at a page's edge is closed where its upright rules end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfplumber.page import Page

from archive_builder.read.pdf.boxes import Box, turned
from archive_builder.read.pdf.glyphs import Glyph, Line, merged, stretches
from archive_builder.read.pdf.measures import MEASURES

_NUMBER = re.compile(r"\d{1,3}\.?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table: its lines, and the edge its lines run up to."""

    lines: tuple[Line, ...]
    right: float
    merged: tuple[Line, ...] = ()
    """The lines of the cell above, where that one reaches down into this row."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Turned:
    """A line of text that runs in another direction than most of its page."""

    line: Line
    middle: tuple[float, float]
    """Where it stands on the page, in the measure of the page's own direction."""

    @classmethod
    def of(cls, line: Line, size: tuple[float, float], turn: int) -> Turned:
        """A line of a page of some size that is to be turned clockwise by some degrees."""
        x0, top, x1, bottom = turned((line.x0, line.top, line.x1, line.bottom), size, turn)
        return cls(line, ((x0 + x1) / 2, (top + bottom) / 2))


def cell_of(glyphs: Sequence[Glyph], right: float, page: int) -> Cell:
    """Return a cell of some letters, whose column ends at `right`."""
    return Cell(tuple(merged(line) for line in stretches(glyphs, page)), right + MEASURES.cell_padding)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page."""

    rows: tuple[tuple[Cell, ...], ...]
    top: float
    bottom: float
    x0: float
    x1: float
    widths: tuple[float, ...]
    page: int

    @property
    def frame(self) -> bool:
        """Whether it only lays out prose.

        Named layout: numbers or nothing in a narrow first column, one wide column of text. A row's own
        numbers count items; three columns and more of like width are data.
        """
        if not _has_frame_shape(self.widths):
            return False
        first = [row[0].text for row in self.rows]
        numbers = sum(bool(_NUMBER.fullmatch(text)) for text in first)
        odd = sum(bool(text) and not _NUMBER.fullmatch(text) for text in first)
        if odd > 1 or (odd and not numbers):
            return False
        if not any(cell.lines for row in self.rows for cell in (*row[:1], *row[2:])):
            return True  # the rest of a row that began on the page before
        words = [len(cell.text.split()) for row in self.rows for cell in row[1:2]]
        return max(words, default=0) >= MEASURES.frame_words or (
            len(self.widths) == 2 and numbers >= MEASURES.frame_numbers
        )


def _has_frame_shape(widths: Sequence[float]) -> bool:
    whole = sum(widths)
    has_numbers = len(widths) > 1 and widths[0] <= MEASURES.number_column * whole
    return len(widths) in MEASURES.frame_columns and has_numbers and widths[1] >= MEASURES.text_column * whole


def grids(
    page: Page, letters: Sequence[Glyph], number: int, beside: Sequence[Turned] = ()
) -> tuple[list[Grid], list[Glyph]]:
    """A page's tables from the top, ruled or else tagged, and the letters that stand in none.

    `beside` holds the text in other directions: some tables have turned headings.
    """
    ruled, letters = _ruled(page, letters, number, beside)
    tagged, free = _tagged(letters, number)
    return sorted([*ruled, *tagged], key=lambda grid: (grid.top, grid.x0)), free


def _tagged(letters: Sequence[Glyph], page: int) -> tuple[list[Grid], list[Glyph]]:
    """The tables that the tag tree names, and the letters that stand in none."""
    tables: dict[int, dict[int, dict[int, list[Glyph]]]] = {}
    for glyph in letters:
        if glyph.tag.cell and glyph.tag.cell[2]:
            table, row, column = glyph.tag.cell
            tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(glyph)
    made: list[Grid] = []
    known: set[int] = set()
    for table, rows in sorted(tables.items()):
        printed = [row for _, row in sorted(rows.items()) if _prints(row)]
        if any(len(row) > 1 for row in printed):
            made.append(_tagged_grid(printed, page))
            known.add(table)
    return made, [glyph for glyph in letters if not glyph.tag.cell or glyph.tag.cell[0] not in known]


def _prints(row: Mapping[int, Sequence[Glyph]]) -> bool:
    """True if a row holds more than spaces, which some writers tag as the text of empty cells."""
    return any(glyph.text.strip() for cell in row.values() for glyph in cell)


def _tagged_grid(rows: Sequence[Mapping[int, list[Glyph]]], page: int) -> Grid:
    count = max(max(row) for row in rows)
    columns = [[glyph for row in rows for glyph in row.get(column, ())] for column in range(1, count + 1)]
    ends = [max((glyph.x1 for glyph in column), default=0.0) for column in columns]
    starts = [
        min((glyph.x0 for glyph in column), default=end) for column, end in zip(columns, ends, strict=True)
    ]
    everything = [glyph for column in columns for glyph in column]
    right = max(ends)
    return Grid(
        rows=tuple(
            tuple(cell_of(row.get(column, ()), end, page) for column, end in enumerate(ends, start=1))
            for row in rows
        ),
        x0=min(starts),
        x1=right,
        top=min(glyph.top for glyph in everything),
        bottom=max(glyph.bottom for glyph in everything),
        widths=tuple(end - start for start, end in zip(starts, [*starts[1:], right], strict=True)),
        page=page,
    )


def _ruled(
    page: Page, letters: Sequence[Glyph], number: int, beside: Sequence[Turned]
) -> tuple[list[Grid], list[Glyph]]:
    """The tables with upright rules, and the letters that stand in none."""
    straight = page.filter(lambda thing: thing["object_type"] != "curve")
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
    if len(filled) < 2 and not (filled == {1} and _has_frame_shape(widths)):
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
