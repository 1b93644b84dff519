"""What stands in the margin of a PDF: numbers of lines, and who acts; and letters that are set far apart."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from tests.read.drawn_pdf import page, put, texts

LINES = (
    "Oxmere Library Board",
    "Minutes of the meeting held on Tuesday 6 May 2025",
    "1. Welcome",
    "The chair welcomed everybody and said that the meeting",
    "was being recorded for those who could not come.",
    "2. Roof",
    "RESOLVED: That the roof be mended before the winter and",
    "that the clerk write to the builder.",
)


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("first", [1, 96])
@pytest.mark.parametrize("x", [36, 560], ids=["left", "right"])
@pytest.mark.parametrize("size", [7, 11])
def test_numbers_of_lines_are_set_aside(size: float, x: float, first: int, step: int) -> None:
    lines = LINES * (1 if step == 1 else 5)

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            put(canvas, 70, 50 + 18 * at, line)
            if (at + first) % step == 0:
                put(canvas, x, 50 + 18 * at, str(at + first), size)

    opened = pdf.read(page(draw))
    found = [block.text for block in opened.blocks]
    assert (
        "RESOLVED: That the roof be mended before the winter and that the clerk write to the builder."
        in found
    )
    assert [aside.rule for aside in opened.asides] == ["line-number"]
    assert not any(block.number for block in opened.blocks)


def test_numbers_of_items_are_no_numbers_of_lines() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 36, 50, "Oxmere Library Board: Agenda")
        for at, item in enumerate(("Apologies", "Minutes", "Roof", "Money", "Books", "Staff", "Close"), 1):
            put(canvas, 36, 60 + 18 * at, str(at))
            put(canvas, 70, 60 + 18 * at, item)

    opened = pdf.read(page(draw))
    assert not opened.asides
    assert [block.number for block in opened.blocks][1:] == list("1234567")


@pytest.mark.parametrize("head", ["", "Action", "Action by"])
@pytest.mark.parametrize("x", [470, 490, 510])
def test_initials_at_the_right_stand_beside_their_paragraph(x: float, head: str) -> None:
    prose = "The roof leaks over the shelves of the children and should be mended soon"

    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 40, "Minutes of the meeting held on Tuesday 6 May 2025", 10)
        if head:
            put(canvas, x - canvas.stringWidth(head, "Helvetica", 10) / 2, 60, head, 10)
        for at, (text, who) in enumerate(
            ((f"{prose} and", ""), (f"{prose} or later.", "BR"), ("3. Money", "")) * 2
        ):
            put(canvas, 60, 80 + 16 * at, text, 10)
            put(canvas, x - canvas.stringWidth(who, "Helvetica", 10) / 2, 80 + 16 * at, who, 10)

    found = texts(page(draw))
    assert found.count("BR") == 2
    assert found.count("Money") == 2


@pytest.mark.parametrize("spacing", [1.5, 2, 3])
@pytest.mark.parametrize("text", ["OXMERE LIBRARY BOARD", "AGENDA", "Meeting of 6 May 2025"])
def test_letters_set_far_apart_make_words(text: str, spacing: float) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 50, text, spacing=spacing)
        for at, line in enumerate(LINES):
            put(canvas, 60, 90 + 18 * at, line)

    opened = pdf.read(page(draw))
    assert opened.blocks[0].text == text
    assert set(text.split()) <= set(opened.words.split())


def test_letters_that_count_up_are_no_word() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 50, "A B C D E")
        put(canvas, 60, 90, "The letters are those of the rows of seats.")

    assert texts(page(draw))[0] == "A B C D E"
