"""Tables of a PDF page: those that rules part into cells, and those that the tag tree names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pdfplumber.page import Page

from archive_builder.read.pdf.cells import Grid, Turned, cell_of
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.ruled_tables import ruled


def grids(
    page: Page, letters: Sequence[Glyph], number: int, beside: Sequence[Turned] = ()
) -> tuple[list[Grid], list[Glyph]]:
    """A page's tables from the top, ruled or else tagged, and the letters that stand in none.

    `beside` holds the text in other directions: some tables have turned headings.
    """
    with_rules, letters = ruled(page, letters, number, beside)
    tagged, free = _tagged(letters, number)
    return sorted([*with_rules, *tagged], key=lambda grid: (grid.top, grid.x0)), free


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
