"""Tables whose sides are not drawn: the first and the last column are columns, and the heads above stand over them."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import BlockKind
from archive_builder.read import pdf
from tests.read.drawn_pdf import HIGH, page, put
from tests.read.shown import lost

HEADS = ("", "2023", "2024", "2025")
ROWS = (
    ("Lanterns", "40", "34", "35"),
    ("Oars", "22", "28", "29"),
    ("Buoys", "1", "3", "3"),
    ("Total", "63", "65", "67"),
)
EDGES = (100, 240, 340, 440, 500)


def _drawn(canvas: Canvas, framed: bool, closed: bool, above: tuple[str, ...] = HEADS) -> None:
    """A table with rules between its rows and columns, and none at its sides; with a frame around the page."""
    put(canvas, 60, 80, "The Lantern Board counted what it keeps.")
    if framed:
        canvas.rect(5, 5, 585, HIGH - 10)
    for edge, head in zip(EDGES, above, strict=False):
        put(canvas, edge + 8, 195, head, bold=True)
    for at, row in enumerate(ROWS):
        y = 220 + 24 * at
        canvas.line(EDGES[0], HIGH - y + 18, EDGES[-1], HIGH - y + 18)
        for edge, words in zip(EDGES, row, strict=False):
            put(canvas, edge + 8, y, words)
    last = 220 + 24 * len(ROWS) - 18
    if closed:
        canvas.line(EDGES[0], HIGH - last, EDGES[-1], HIGH - last)
    for edge in EDGES[1:-1]:
        canvas.line(edge, HIGH - 202, edge, HIGH - last)
    put(canvas, 60, 400, "Nothing is missing.")


@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("closed", [False, True])
def test_a_table_without_sides_has_all_its_columns(framed: bool, closed: bool) -> None:
    opened = pdf.read(page(lambda canvas: _drawn(canvas, framed, closed)))
    first, table, last = opened.blocks
    assert table.kind is BlockKind.TABLE
    assert [row.texts for row in table.rows] == [HEADS, *ROWS]
    assert (first.text, last.text) == ("The Lantern Board counted what it keeps.", "Nothing is missing.")
    assert lost(opened) == []


def test_a_sentence_above_such_a_table_is_no_head() -> None:
    said = "What the board keeps in its houses and on the pier, by year"
    opened = pdf.read(page(lambda canvas: _drawn(canvas, framed=False, closed=True, above=(said,))))
    _, sentence, table, _ = opened.blocks
    assert sentence.text == said
    assert [row.texts for row in table.rows] == list(ROWS)
