"""Cells with a colour, as word processors print them: an area for the cell, and one for each of its lines."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import Color, lightgreen, orange
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from tests.read.drawn_pdf import HIGH, page, put
from tests.read.shown import lost

HEADS = ("Action", "Due", "Status")
ROWS = (
    ("Mend the gate", "1 May", ("On course for", "its day")),
    ("Paint the boats", "monthly", ("Done",)),
    ("Count the nets", "3 June", ("Planned",)),
)
EDGES = (60, 300, 400, 520)
TALL = 48
MARGIN = 5.3
"""Points between the edge of a cell and its text, and the colour behind the text."""


def _area(canvas: Canvas, x0: float, top: float, x1: float, bottom: float, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.rect(x0, HIGH - bottom, x1 - x0, bottom - top, stroke=0, fill=1)


def _drawn(canvas: Canvas, colour: Color, behind_lines: bool) -> None:
    put(canvas, 60, 80, "The Lantern Board was told what has been done.")
    for at in range(len(ROWS)):
        top = 130 + TALL * at
        _area(canvas, EDGES[2], top, EDGES[3], top + TALL, colour)
        for line in range(3 if behind_lines else 0):
            above = top + 16 * line
            _area(canvas, EDGES[2] + MARGIN, above, EDGES[3] - MARGIN, above + 16, colour)
    canvas.setFillColorRGB(0, 0, 0)
    for x, head in zip(EDGES, HEADS, strict=False):
        put(canvas, x + 8, 124, head, bold=True)
    for at, (action, due, status) in enumerate(ROWS):
        y = 142 + TALL * at
        put(canvas, EDGES[0] + 8, y, action)
        put(canvas, EDGES[1] + 8, y, due)
        for line, words in enumerate(status, 1):
            put(canvas, EDGES[2] + 8, y + 16 * line, words)
    last = 130 + TALL * len(ROWS)
    for y in (108, *range(130, last + 1, TALL)):
        canvas.line(EDGES[0], HIGH - y, EDGES[-1], HIGH - y)
    for x in EDGES:
        canvas.line(x, HIGH - 108, x, HIGH - last)


@pytest.mark.parametrize("behind_lines", [True, False])
@pytest.mark.parametrize("colour", [lightgreen, orange])
def test_colour_behind_the_lines_of_a_cell_parts_nothing(colour: Color, behind_lines: bool) -> None:
    opened = pdf.read(page(lambda canvas: _drawn(canvas, colour, behind_lines)))
    _, table = opened.blocks
    wanted = [(action, due, " ".join(status)) for action, due, status in ROWS]
    assert [row.texts for row in table.rows] == [HEADS, *wanted]
    assert lost(opened) == []
