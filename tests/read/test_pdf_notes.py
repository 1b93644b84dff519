"""Footnotes of a PDF: blocks of their own, and no part of a sentence."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import Block, BlockKind
from archive_builder.read import pdf
from tests.read.drawn_pdf import HIGH, page, put
from tests.read.shown import lost

BEFORE, AFTER = "RESOLVED: That the roof be mended", " and that the cost be met."


def _noted(mark: str, opening: str, size: float, note_size: float, lift: float, y: float = 750) -> bytes:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.", size)
        line = canvas.beginText(60, HIGH - 100)
        line.setFont("Helvetica", size)
        line.textOut(BEFORE)
        line.setRise(lift * size)
        line.setFont("Helvetica", 0.6 * size)
        line.textOut(mark)
        line.setRise(0)
        line.setFont("Helvetica", size)
        line.textOut(AFTER)
        canvas.drawText(line)
        put(canvas, 60, 140, "The meeting closed at noon, after 5 questions.", size)
        canvas.line(60, HIGH - y + 12, 200, HIGH - y + 12)
        note = canvas.beginText(60, HIGH - y)
        if opening == "raised":
            note.setRise(0.3 * note_size)
            note.setFont("Helvetica", 0.65 * note_size)
            note.textOut(mark)
            note.setRise(0)
        note.setFont("Helvetica", note_size)
        note.textOut(f"{'' if opening == 'raised' else opening.format(mark)} A vote was taken: four for,")
        canvas.drawText(note)
        put(canvas, 60, y + note_size * 1.2, "and one against.", note_size)
        put(canvas, 290, 815, "1", 9)

    return page(draw)


def _notes(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if block.kind is BlockKind.NOTE]


@pytest.mark.parametrize("lift", [0.25, 0.4])
@pytest.mark.parametrize(("size", "note_size"), [(11, 8), (12, 10), (10, 8)])
@pytest.mark.parametrize("opening", ["raised", "{}", "{}."])
@pytest.mark.parametrize("mark", ["1", "12", "*", "a", "ii"])
def test_a_footnote_is_a_note_and_its_mark_no_word(
    mark: str, opening: str, size: float, note_size: float, lift: float
) -> None:
    opened = pdf.read(_noted(mark, opening, size, note_size, lift))
    [note] = _notes(opened.blocks)
    assert (note.marker, note.text) == (mark, "A vote was taken: four for, and one against.")
    [resolved] = [block for block in opened.blocks if block.text.startswith("RESOLVED")]
    assert resolved.text == BEFORE + AFTER
    assert [run.note for run in resolved.runs if run.note] == [mark]
    assert f"mended{mark}" not in opened.words


@pytest.mark.parametrize("y", [600, 700, 770])
def test_a_footnote_stands_anywhere_at_the_foot(y: float) -> None:
    assert len(_notes(pdf.read(_noted("1", "raised", 11, 8, 0.3, y)).blocks)) == 1


def test_raised_letters_without_a_note_stay_words() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")
        line = canvas.beginText(60, HIGH - 100)
        for text, size, rise in (
            ("The hall has 40 m", 11, 0),
            ("2", 7, 4),
            (" on the 5", 11, 0),
            ("th", 7, 4),
        ):
            line.setFont("Helvetica", size)
            line.setRise(rise)
            line.textOut(text)
        canvas.drawText(line)
        put(canvas, 60, 780, "th Oxmere, printed in small letters", 8)

    blocks = pdf.read(page(draw)).blocks
    assert not _notes(blocks)
    assert any("40 m2 on the 5th" in block.text for block in blocks)


def _raised(before: str, figure: str) -> bytes:
    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(60, HIGH - 100)
        line.setFont("Helvetica", 11)
        line.textOut(before)
        line.setRise(4)
        line.setFont("Helvetica", 7)
        line.textOut(figure)
        line.setRise(0)
        line.setFont("Helvetica", 11)
        line.textOut(" hung there.")
        canvas.drawText(line)

    return page(draw)


@pytest.mark.parametrize(
    ("before", "figure", "text", "marks"),
    [
        ("A brass lantern", "1", "A brass lantern hung there.", ["1"]),
        ("Some cloth of 5 m", "2", "Some cloth of 5 m2 hung there.", []),
        ("A lamp on the 3", "rd", "A lamp on the 3rd hung there.", []),
    ],
)
def test_a_raised_figure_without_a_note_is_no_part_of_its_word(
    before: str, figure: str, text: str, marks: list[str]
) -> None:
    opened = pdf.read(_raised(before, figure))
    [block] = opened.blocks
    assert block.text == text
    assert [run.note for run in block.runs if run.note] == marks
    assert lost(opened) == []
