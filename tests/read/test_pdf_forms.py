"""Forms of a PDF that were filled in and not flattened, and notes typed on its pages."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from tests.read.drawn_pdf import HIGH, page, put, texts

VALUE = "ACTION: Bo Ray to ring the builder."


def _with_field(y: float, x: float, wide: float, high: float, value: str, flags: str = "") -> bytes:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")
        put(canvas, 60, 200, "Agreed:")
        put(canvas, 60, 300, "The meeting closed at noon.")
        canvas.acroForm.textfield(
            name="a", value=value, x=x, y=HIGH - y, width=wide, height=high, fieldFlags=flags, maxlen=500
        )

    return page(draw)


@pytest.mark.parametrize(("high", "y"), [(14, 203), (18, 205), (24, 208)])
def test_a_value_stands_behind_its_label(high: float, y: float) -> None:
    assert f"Agreed: {VALUE}" in texts(_with_field(y, 105, 380, high, VALUE))


def test_a_value_below_its_label_is_a_line_of_its_own() -> None:
    assert VALUE in texts(_with_field(240, 60, 400, 20, VALUE))


def test_a_long_value_runs_over_lines() -> None:
    data = _with_field(285, 60, 160, 70, f"{VALUE} Cy Doe to write to the town.", "multiline")
    assert any("Bo Ray to ring the builder. Cy Doe to write" in text for text in texts(data))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_values_are_words_of_a_turned_page_and_counted(turn: int) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_with_field(203, 105, 380, 16, VALUE))))
    writer.pages[0].rotate(turn)
    held = io.BytesIO()
    writer.write(held)
    opened = pdf.read(held.getvalue())
    assert "builder." in opened.words
    assert any(VALUE in block.text for block in opened.blocks)


@pytest.mark.parametrize("flags", ["password"])
def test_a_password_is_not_shown(flags: str) -> None:
    assert not any("sesame" in text for text in texts(_with_field(203, 105, 380, 16, "open sesame", flags)))


@pytest.mark.parametrize("size", [9, 12, 16])
def test_boxes_keep_their_state(size: float) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")
        for row, (word, is_ticked) in enumerate((("Approved", True), ("Rejected", False))):
            y = 200 + 30 * row
            canvas.acroForm.checkbox(name=word, checked=is_ticked, x=60, y=HIGH - y - 2, size=size)
            put(canvas, 85, y, word)

    found = texts(page(draw))
    assert "☒ Approved" in found
    assert "☐ Rejected" in found


def test_the_chosen_option_is_text_and_the_others_are_not() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")
        put(canvas, 60, 200, "Outcome:")
        canvas.acroForm.choice(
            name="c", value="carried", options=["carried", "lost"], x=120, y=HIGH - 204, width=90, height=16
        )

    found = " ".join(texts(page(draw)))
    assert "Outcome: carried" in found
    assert "lost" not in found


def _with_note(flags: int) -> bytes:
    writer = PdfWriter(
        clone_from=PdfReader(
            io.BytesIO(page(lambda canvas: put(canvas, 60, 60, "The Oxmere Library Board met on Tuesday.")))
        )
    )
    note = FreeText(text=VALUE, rect=(60, 600, 420, 630))
    note[NameObject("/F")] = NumberObject(flags)
    writer.add_annotation(0, note)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


@pytest.mark.parametrize(("flags", "is_seen"), [(4, True), (2, False), (32, False)])
def test_notes_typed_on_the_page_are_text_unless_hidden(flags: int, is_seen: bool) -> None:
    assert (VALUE in texts(_with_note(flags))) is is_seen
