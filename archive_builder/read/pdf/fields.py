"""What a viewer shows over a PDF page: the values of form fields, tick boxes, and notes typed on the page.

pdfium says what they hold and where; their words are laid on the page as letters are, so that a value
stands behind its label, or in its cell of a table.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from archive_builder.read.pdf import boxes
from archive_builder.read.pdf.boxes import Box
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.text.tick_boxes import sign

_WORDS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_TICKS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_INVISIBLE | pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD = 1 << 13
"""The flag of a text field that shows none of its letters (ISO 32000-2, 12.7.5.3)."""


@dataclass(frozen=True, slots=True)
class Field:
    """Words that stand over a page, and their place on the page as it is shown."""

    text: str
    box: Box


def fields(page: pypdfium2.PdfPage) -> list[Field]:
    """The values and notes that a viewer shows over a page; its document's forms must be initialised."""
    found = []
    sheet, turn = page.get_bbox(), page.get_rotation()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        around = pdfium.FS_RECTF()
        text = _text(page, note)
        if text.strip() and pdfium.FPDFAnnot_GetRect(note, around):
            corners = (around.left, around.bottom, around.right, around.top)
            found.append(Field(text, boxes.shown(corners, sheet, turn)))
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _text(page: pypdfium2.PdfPage, note: ctypes.c_void_p) -> str:
    """What a viewer shows of an annotation in letters; empty for most kinds."""
    if pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
        return ""
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda *room: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", *room))
    if kind != pdfium.FPDF_ANNOT_WIDGET or page.formenv is None:
        return ""
    form = page.formenv.raw
    field = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    if field in _TICKS:
        return sign(is_ticked=bool(pdfium.FPDFAnnot_IsChecked(form, note)))
    if field not in _WORDS or pdfium.FPDFAnnot_GetFormFieldFlags(form, note) & _PASSWORD:
        return ""
    return _string(lambda *room: pdfium.FPDFAnnot_GetFormFieldValue(form, note, *room))


def _string(ask: Callable[..., int]) -> str:
    """A text of pdfium's, asked for its length first."""
    length = int(ask(None, 0))
    if length <= 2:
        return ""
    room = (ctypes.c_ushort * (length // 2 + 1))()
    ask(room, length)
    return bytes(room).decode("utf-16-le", "replace").partition("\x00")[0]


def letters_of(
    found: Sequence[Field], place: Callable[[Box], Box], letters: Sequence[Glyph]
) -> Iterator[Glyph]:
    """The words of fields as letters of a page; `place` gives a box in the measure of its letters.

    A field of one line stands on the line of text that it is beside.
    """
    usual = sorted(glyph.size for glyph in letters)
    size = usual[len(usual) // 2] if usual else MEASURES.usual_size
    baselines = sorted({glyph.baseline for glyph in letters if glyph.text.strip()})
    for field in found:
        x0, top, x1, bottom = place(field.box)
        lines = list(_lines(field.text, x1 - x0, size))
        step = max((bottom - top) / max(len(lines), 1), size)
        for number, words in enumerate(lines):
            upper = top + number * step
            inside = [
                each for each in baselines if upper + step / 2 <= each <= upper + MEASURES.field_line * step
            ]
            beside = (
                inside[0] if inside and len(lines) == 1 else upper + step / 2 + MEASURES.half_height * size
            )
            yield from _words(words, (x0, x1), beside, size)


def _lines(text: str, width: float, size: float) -> Iterator[list[str]]:
    """The words of a text line by line, as they fit into a width."""
    most = max(width / (MEASURES.letter_width * size), 1.0)
    for given in text.splitlines():
        line: list[str] = []
        for word in given.split():
            if line and len(" ".join([*line, word])) > most:
                yield line
                line = []
            line.append(word)
        if line:
            yield line


def _words(
    words: Sequence[str], across: tuple[float, float], baseline: float, size: float
) -> Iterator[Glyph]:
    """The words of one line, each as one sign."""
    step = MEASURES.letter_width * size
    x = across[0]
    for word in words:
        end = x + min(step * len(word), across[1] - across[0])
        yield Glyph(
            text=word, x0=x, x1=end, top=baseline - MEASURES.ascent * size, bottom=baseline + MEASURES.descent * size,
            baseline=baseline, size=size, bold=False, italic=False,
        )  # fmt: skip
        x = end + step
