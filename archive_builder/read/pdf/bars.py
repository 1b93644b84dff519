"""Tables of a PDF page that have only level rules: a bar below each row, columns told by white space."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from pdfplumber.page import Page

from archive_builder.read.pdf.cells import Grid, cell_of
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.measures import MEASURES

Bar = tuple[float, float, float]
"""A level rule: its height on the page, its left and its right end."""


def barred(page: Page, letters: Sequence[Glyph], number: int) -> tuple[list[Grid], list[Glyph]]:
    """A page's tables with level rules only, and the letters that stand in none."""
    made: list[Grid] = []
    free = list(letters)
    for bars in _runs(_bars(page)):
        rows = [_between(above, below, free) for above, below in itertools.pairwise(bars)]
        rows = [row for row in rows if row]
        columns = _columns([glyph for row in rows for glyph in row])
        cells = [_cells(row, columns) for row in rows]
        full = sum(sum(bool(cell) for cell in row) > 1 for row in cells)
        if len(columns) < 2 or len(rows) < 2 or full < MEASURES.full_rows * len(rows):
            continue
        head = _head(free, bars[0], columns)
        cells = [_cells(head, columns), *cells] if head else cells
        made.append(_grid(cells, columns, number))
        taken = {id(glyph) for row in (head, *rows) for glyph in row}
        free = [glyph for glyph in free if id(glyph) not in taken]
    return made, free


def _bars(page: Page) -> list[Bar]:
    """The page's level rules from the top; pieces of one (a cell's each) put together."""
    straight = page.filter(lambda thing: thing["object_type"] != "curve")
    pieces = sorted(
        (round(edge["top"]), float(edge["x0"]), float(edge["x1"]))
        for edge in straight.edges
        if edge["orientation"] == "h"
    )
    bars: list[Bar] = []
    for top, left, right in pieces:
        if bars and abs(bars[-1][0] - top) <= MEASURES.bar_level and left <= bars[-1][2] + MEASURES.bar_gap:
            bars[-1] = (bars[-1][0], bars[-1][1], max(right, bars[-1][2]))
        else:
            bars.append((top, left, right))
    return [bar for bar in bars if bar[2] - bar[1] >= MEASURES.shortest_bar]


def _runs(bars: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Three and more bars with the same ends, one below the other."""
    run: list[Bar] = []
    for bar in bars:
        if run and max(abs(bar[1] - run[-1][1]), abs(bar[2] - run[-1][2])) > MEASURES.bar_ends:
            if len(run) >= MEASURES.fewest_bars:
                yield run
            run = []
        run.append(bar)
    if len(run) >= MEASURES.fewest_bars:
        yield run


def _between(above: Bar, below: Bar, letters: Sequence[Glyph]) -> list[Glyph]:
    left, right = above[1] - MEASURES.same_edge, above[2] + MEASURES.same_edge
    return [
        glyph
        for glyph in letters
        if above[0] <= glyph.middle[1] < below[0] and left <= glyph.middle[0] <= right and glyph.text.strip()
    ]


def _head(letters: Sequence[Glyph], bar: Bar, columns: Sequence[tuple[float, float]]) -> list[Glyph]:
    """The one line above the first bar, if it stands in the table's columns: its header without a bar above."""
    height = MEASURES.head_height * max((glyph.size for glyph in letters), default=0.0)
    line = _between((bar[0] - height, bar[1], bar[2]), bar, letters)
    crossed = any(glyph.x0 < start - MEASURES.same_edge < glyph.x1 for glyph in line for start, _ in columns)
    return line if not crossed and sum(bool(cell) for cell in _cells(line, columns)) > 1 else []


def _columns(letters: Sequence[Glyph]) -> list[tuple[float, float]]:
    """Where columns begin and end: strips of white space that no letter of any row stands in."""
    columns: list[tuple[float, float]] = []
    for glyph in sorted(letters, key=lambda glyph: glyph.x0):
        if columns and glyph.x0 - columns[-1][1] < MEASURES.bar_gutter:
            columns[-1] = (columns[-1][0], max(columns[-1][1], glyph.x1))
        else:
            columns.append((glyph.x0, glyph.x1))
    return columns


def _cells(row: Sequence[Glyph], columns: Sequence[tuple[float, float]]) -> list[list[Glyph]]:
    edges = [*(start - MEASURES.same_edge for start, _ in columns), float("inf")]
    return [
        [glyph for glyph in row if left <= glyph.middle[0] < right]
        for left, right in itertools.pairwise([float("-inf"), *edges[1:]])
    ]


def _grid(cells: Sequence[Sequence[list[Glyph]]], columns: Sequence[tuple[float, float]], page: int) -> Grid:
    everything = [glyph for row in cells for cell in row for glyph in cell]
    starts = [start for start, _ in columns]
    right = columns[-1][1]
    return Grid(
        rows=tuple(
            tuple(cell_of(cell, end, page) for cell, (_, end) in zip(row, columns, strict=True))
            for row in cells
        ),
        x0=starts[0],
        x1=right,
        top=min(glyph.top for glyph in everything),
        bottom=max(glyph.bottom for glyph in everything),
        widths=tuple(end - start for start, end in itertools.pairwise([*starts, right])),
        page=page,
    )
