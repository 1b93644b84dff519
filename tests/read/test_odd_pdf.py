"""PDFs that are sound and odd: a reader reads them, whatever it finds missing."""

from __future__ import annotations

import pytest

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
