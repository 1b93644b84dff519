"""Pages and headings that are turned: a table stays a table."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import BlockKind
from archive_builder.read import pdf
from tests.read.drawn_pdf import blocks
from tests.read.shown import lost

HEAD = ("Ref", "Meeting date", "Action", "Owner")
ROWS = [(str(row), "4 March 2025", f"Buy ladder {row} for the branch", "Bo Ray") for row in range(1, 6)]
WIDTHS = (40, 90, 220, 80)
TURNED_HIGH = 90


def _tracker(canvas: Canvas, turned_heads: bool = False) -> None:
    """A ruled table from the left edge, its lower edge at 60."""
    high = 20
    top = 60 + high * len(ROWS)
    head_high = TURNED_HIGH if turned_heads else high
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, top + head_high + 30, "Oxmere Library Board action tracker")
    edges = [50 + sum(WIDTHS[:at]) for at in range(len(WIDTHS) + 1)]
    for level in [60 + high * at for at in range(len(ROWS) + 1)] + [top + head_high]:
        canvas.line(edges[0], level, edges[-1], level)
    for edge in edges:
        canvas.line(edge, 60, edge, top + head_high)
    for edge, word in zip(edges, HEAD, strict=False):
        if turned_heads:
            canvas.saveState()
            canvas.translate(edge + 16, top + 6)
            canvas.rotate(90)
            canvas.drawString(0, 0, word)
            canvas.restoreState()
        else:
            canvas.drawString(edge + 4, top + 6, word)
    for at, row in enumerate(ROWS, 1):
        for edge, word in zip(edges, row, strict=False):
            canvas.drawString(edge + 4, top - high * at + 6, word)


def _turned_page(drawn: int, kept: int) -> bytes:
    """The tracker drawn turned, on a page that is shown turned."""
    held = io.BytesIO()
    size = (700, 500) if drawn % 180 == 0 else (500, 700)
    canvas = Canvas(held, pagesize=size, invariant=1)
    moves = {0: (0, 0), 90: (size[0], 0), 180: size, 270: (0, size[1])}
    canvas.translate(*moves[drawn])
    canvas.rotate(drawn)
    _tracker(canvas)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(held))
    writer.pages[0].rotate(kept)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("kept", [0, 90, 180, 270])
@pytest.mark.parametrize("drawn", [0, 90, 180, 270])
def test_a_table_on_a_turned_page_has_its_rows(drawn: int, kept: int) -> None:
    found = pdf.read(_turned_page(drawn, kept))
    [table] = [block for block in found.blocks if block.kind is BlockKind.TABLE]
    assert [row.texts for row in table.rows] == [HEAD, *ROWS]
    assert table.header == 1
    assert lost(found) == []


def test_turned_headings_stand_in_their_cells() -> None:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), invariant=1)
    _tracker(canvas, turned_heads=True)
    canvas.save()
    found = blocks(held.getvalue())
    [table] = [block for block in found if block.kind is BlockKind.TABLE]
    assert [row.texts for row in table.rows] == [HEAD, *ROWS]
    assert table.header == 1
    assert not any("Owner" in block.text for block in found if block is not table)
