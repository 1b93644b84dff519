"""PDFs that are sound and odd: a reader reads them, whatever it finds missing."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen import canvas

from archive_builder.read import pdf
from archive_builder.read.outcome import RefusedError
from tests.read.tagged_pdf import tagged_table

HEAD = ("Place", "What the board agreed")
ROW = ("Gate", "To be mended by June")


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD, ("   ", " "), ROW),
        (("  ", " "), HEAD, ROW),
        (HEAD, ROW, (" ", "  ")),
        (HEAD, ("", ""), ROW),
    ],
    ids=["between", "first", "last", "nothing"],
)
def test_a_tagged_row_of_spaces_is_no_row(rows: tuple[tuple[str, str], ...]) -> None:
    [table] = pdf.read(tagged_table(rows)).blocks
    assert [row.texts for row in table.rows] == [HEAD, ROW]


def test_a_tagged_table_of_spaces_is_no_table() -> None:
    with pytest.raises(RefusedError) as refused:
        pdf.read(tagged_table([("  ", " "), (" ", "   ")]))
    assert refused.value.code == "no-text-layer"


@pytest.mark.parametrize("size", [0.2, 0.3, 60.0])
def test_letters_of_any_size_are_read(size: float) -> None:
    opened = pdf.read(tagged_table([HEAD, ROW], size), keep_hidden=True)
    assert "mended" in " ".join(block.text for block in opened.blocks)


@pytest.mark.parametrize("tight", [0.0, -0.9, -1.0])
def test_words_that_are_set_tight_are_words_of_their_own(tight: float) -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made)
    sheet.setFont("Helvetica", 10)
    for place, said in enumerate(
        ("On behalf of the library community", "the board thanks all those who came")
    ):
        sheet.drawString(72, 700 - 20 * place, said, charSpace=tight)
    sheet.save()
    text = " ".join(block.text for block in pdf.read(made.getvalue()).blocks)
    assert "behalf of the library" in text
    assert "thanks all those who came" in text
