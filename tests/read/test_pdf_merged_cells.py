"""Cells of a ruled PDF table that are merged over rows: each row has their value."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import BlockKind
from tests.read.drawn_pdf import blocks, page

HEAD = ("Meeting date", "Action", "Owner", "Update")
ROWS = (
    ("4 March 2025", "Buy a ladder", "Bo Ray", "Done"),
    ("4 March 2025", "Mend the roof", "Cy Doe", "Begun"),
    ("6 May 2025", "Write to the town", "Bo Ray", "Done"),
    ("6 May 2025", "Count the books", "Ann Lee", "Done"),
)
EDGES = (50, 150, 320, 400, 480)


def _table(merged: dict[int, tuple[int, int]], high: float) -> bytes:
    """The table with some columns' cells merged from one row to another."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 780, "Oxmere Library Board action tracker")
        levels = [740 - high * at for at in range(len(ROWS) + 2)]
        for row in range(len(levels)):
            for column in range(len(EDGES) - 1):
                first, last = merged.get(column, (0, 0))
                if not first < row - 1 <= last:
                    canvas.line(EDGES[column], levels[row], EDGES[column + 1], levels[row])
        for edge in EDGES:
            canvas.line(edge, levels[0], edge, levels[-1])
        for row, cells in enumerate((HEAD, *ROWS)):
            for column, word in enumerate(cells):
                first, last = merged.get(column, (0, 0))
                if first < row - 1 <= last:
                    continue
                drop = high * (last - first) / 2 if row - 1 == first and last else 0
                canvas.drawString(EDGES[column] + 4, levels[row] - high / 2 - 3 - drop, word)

    return page(draw)


@pytest.mark.parametrize("high", [18, 26])
@pytest.mark.parametrize("merged", [{0: (0, 1)}, {0: (2, 3)}, {3: (2, 3)}, {0: (0, 1), 3: (2, 3)}])
def test_a_merged_cell_gives_its_value_to_each_row(merged: dict[int, tuple[int, int]], high: float) -> None:
    [table] = [block for block in blocks(_table(merged, high)) if block.kind is BlockKind.TABLE]
    assert [row.texts for row in table.rows] == [HEAD, *ROWS]


def test_a_table_without_merged_cells_has_none() -> None:
    [table] = [block for block in blocks(_table({}, 18)) if block.kind is BlockKind.TABLE]
    assert not any(row.merged for row in table.rows)
