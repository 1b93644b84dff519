"""Struck-out words of a PDF: they stay on the page and say nothing."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import Block
from tests.read.drawn_pdf import HIGH, blocks, page, put

Stroke = Callable[[Canvas, float, float, float, float], None]


def _line(canvas: Canvas, x0: float, x1: float, y: float, thick: float) -> None:
    canvas.setLineWidth(thick)
    canvas.line(x0, y, x1, y)


def _rectangle(canvas: Canvas, x0: float, x1: float, y: float, thick: float) -> None:
    canvas.rect(x0, y - thick / 2, x1 - x0, thick, stroke=0, fill=1)


def _struck(before: str, struck: str, after: str, stroke: Stroke, size: float, height: float) -> list[Block]:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 100, before + struck + after, size)
        start = 60 + canvas.stringWidth(before, "Helvetica", size)
        end = start + canvas.stringWidth(struck.rstrip(), "Helvetica", size)
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")
        stroke(canvas, start, end, HIGH - 100 + height * size, size / 16)

    return blocks(page(draw))[1:]


@pytest.mark.parametrize("stroke", [_line, _rectangle])
@pytest.mark.parametrize("size", [8, 11, 16])
@pytest.mark.parametrize("height", [0.2, 0.28, 0.35])
@pytest.mark.parametrize(
    ("before", "struck", "after"),
    [("That the roof be ", "sold ", "mended."), ("", "That the van be sold.", ""), ("We agreed ", "it.", "")],
)
def test_words_with_a_line_through_them_are_struck_out(
    before: str, struck: str, after: str, height: float, size: float, stroke: Stroke
) -> None:
    [block] = _struck(before, struck, after, stroke, size, height)
    assert "".join(run.struck for run in block.runs) == struck.strip()
    assert block.text.split() == (before + after).split()


@pytest.mark.parametrize("stroke", [_line, _rectangle])
@pytest.mark.parametrize("height", [-0.18, -0.1, 0.0, 0.8])
def test_underlined_words_are_not(height: float, stroke: Stroke) -> None:
    [block] = _struck("That the roof be ", "sold ", "soon.", stroke, 11, height)
    assert block.text == "That the roof be sold soon."


def test_a_struck_out_item_is_no_item() -> None:
    [block] = _struck("", "3. Sell the van", "", _line, 11, 0.28)
    assert (block.marker, block.text) == ("", "")


def test_an_annotation_strikes_out() -> None:
    data = page(lambda canvas: put(canvas, 60, 100, "That the roof be sold soon."))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    left, right, low, high = 140.0, 163.0, HIGH - 103, HIGH - 90
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/StrikeOut"),
            NameObject("/Rect"): ArrayObject([FloatObject(at) for at in (left, low, right, high)]),
            NameObject("/QuadPoints"): ArrayObject(
                [FloatObject(at) for at in (left, high, right, high, left, low, right, low)]
            ),
            NameObject("/F"): NumberObject(4),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    held = io.BytesIO()
    writer.write(held)
    [block] = blocks(held.getvalue())
    assert (block.text.split(), "".join(run.struck for run in block.runs)) == (
        ["That", "the", "roof", "be", "soon."],
        "sold",
    )
