"""The text of a PDF's pages as pdfium reads it: what the letters that pdfplumber finds are checked against."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from archive_builder.read.carried import Carried
from archive_builder.read.pdf import boxes
from archive_builder.read.pdf.boxes import Box, Corners
from archive_builder.read.pdf.carried import of_page
from archive_builder.read.pdf.fields import fields
from archive_builder.read.pdf.glyphs import LIGATURES
from archive_builder.read.pdf.ink import texts_of
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.text.words import words

_INSTEAD = b"ActualText"
"""The key under which a file says other words in the place of some that it prints (ISO 32000-2, 14.9.4)."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page."""

    text: str
    unprinted: int = 0
    """Letters of words that are said in the place of others and nowhere printed."""
    carries: frozenset[Carried] = frozenset()
    """What its annotations carry."""

    @property
    def letters(self) -> int:
        return len("".join(self.text.split()))


def page_text(document: pypdfium2.PdfDocument, index: int) -> PageText:
    """The text of one page as it is printed."""
    page = document[index]
    try:
        said = _replacements_removed(page)
        text = _text(page) + _over(page)
        printed = set(words(text))
        unprinted = [word for word in words(" ".join(said)) if word not in printed]
        return PageText(text, len("".join(unprinted)), frozenset(of_page(page)))
    finally:
        page.close()


def text_without(document: pypdfium2.PdfDocument, index: int, hidden: Sequence[Box]) -> PageText:
    """The text of one page without the letters in some places."""
    page = document[index]
    try:
        _replacements_removed(page)
        return PageText("".join(_letters_outside(page, hidden)).translate(LIGATURES) + _over(page))
    finally:
        page.close()


def _over(page: pypdfium2.PdfPage) -> str:
    """What a viewer shows over a page: values of forms and notes."""
    return "".join(f"\n{field.text}" for field in fields(page))


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        angle = _usual_angle(text)
        said = _lines_parted(text, angle) if angle else str(text.get_text_bounded())
        return said.translate(LIGATURES)
    finally:
        text.close()


def _usual_angle(text: pypdfium2.PdfTextPage) -> float:
    """The angle at which most of some letters of a page stand, in radians; 0 for upright ones."""
    count = text.count_chars()
    step = max(count // MEASURES.letters_tried, 1)
    angles = Counter(
        round(pdfium.FPDFText_GetCharAngle(text.raw, at), 2)
        for at in range(0, count, step)
        if not pdfium.FPDFText_IsGenerated(text.raw, at)
    )
    return max(angles, key=lambda angle: (angles[angle], -angle), default=0.0)


def _lines_parted(text: pypdfium2.PdfTextPage, angle: float) -> str:
    """The text of a turned page with its lines apart: pdfium sees no line end between some of them."""
    is_upright = abs(sin(angle)) > abs(cos(angle))
    made: list[str] = []
    before: Corners | None = None
    for at in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        if letter.isspace() or pdfium.FPDFText_IsGenerated(text.raw, at):
            before = None
            made.append(letter)
            continue
        place = text.get_charbox(at, loose=True)
        if before is not None and not _on_one_line(before, place, is_upright):
            made.append("\n")
        made.append(letter)
        before = place
    return "".join(made)


def _on_one_line(one: Corners, other: Corners, is_upright: bool) -> bool:
    """True if two letters stand beside one another; those of an upright line stand one above the other."""
    along, across = (1, 0) if is_upright else (0, 1)
    size = other[across + 2] - other[across]
    shared = min(one[across + 2], other[across + 2]) - max(one[across], other[across])
    gap = max(other[along] - one[along + 2], one[along] - other[along + 2])
    return shared * 2 > min(size, one[across + 2] - one[across]) and gap < MEASURES.turned_gap * size


def _letters_outside(page: pypdfium2.PdfPage, hidden: Sequence[Box]) -> list[str]:
    text = page.get_textpage()
    sheet, turn = page.get_bbox(), page.get_rotation()
    places = np.array(hidden).reshape(-1, 4)
    wide, high = page.get_size()
    kept = []
    try:
        for index in range(text.count_chars()):
            x0, top, x1, bottom = boxes.shown(text.get_charbox(index, loose=True), sheet, turn)
            x, y = (x0 + x1) / 2, (top + bottom) / 2
            across = (places[:, 0] <= x) & (x <= places[:, 2])
            down = (places[:, 1] <= y) & (y <= places[:, 3])
            inside = 0 <= x <= wide and 0 <= y <= high
            is_added = pdfium.FPDFText_IsGenerated(text.raw, index)  # a space or a line end, in no place
            if is_added or (inside and not (across & down).any()):
                kept.append(chr(pdfium.FPDFText_GetUnicode(text.raw, index)))
        return kept
    finally:
        text.close()


def _replacements_removed(page: pypdfium2.PdfPage) -> list[str]:
    """Take out of a page what is to be read in the place of its words; short pieces mend single letters."""
    said = []
    for handle in texts_of(page):
        for index in range(pdfium.FPDFPageObj_CountMarks(handle) - 1, -1, -1):
            mark = pdfium.FPDFPageObj_GetMark(handle, index)
            instead = _instead(mark)
            if len(instead) > MEASURES.longest_mended:
                said.append(instead)
                pdfium.FPDFPageObj_RemoveMark(handle, mark)
    return said


def _instead(mark: ctypes.c_void_p) -> str:
    """The words that a mark gives for those inside it; empty where it gives none."""
    length = ctypes.c_ulong()
    if pdfium.FPDFPageObjMark_GetParamValueType(mark, _INSTEAD) != pdfium.FPDF_OBJECT_STRING:
        return ""
    pdfium.FPDFPageObjMark_GetParamStringValue(mark, _INSTEAD, None, 0, length)
    buffer = (ctypes.c_ushort * (length.value // 2 + 1))()
    pdfium.FPDFPageObjMark_GetParamStringValue(mark, _INSTEAD, buffer, length.value, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def respelled(text: str, words: Sequence[tuple[str, str]]) -> str:
    """A text with some of its words as they are read: a footnote's mark apart from the word before it."""
    for printed, read in words:
        pattern = rf"(?<!\w){re.escape(printed)}(?!\w)"
        text = re.sub(pattern, read.replace("\\", r"\\"), text, count=1)
    return text


def unspaced(text: str, lines: Sequence[str]) -> str:
    """A text with words put together whose letters are printed far apart; `lines` are these words as read."""
    for line in lines:
        letters = [re.escape(sign) for sign in line if not sign.isspace()]
        text = re.sub(r"[^\S\n]*".join(letters), line.replace("\\", r"\\"), text, count=1)
    return text
