"""What a reader of a PDF page can see: the page drawn with its text and without, and compared.

Words may stand in a file and not on its page: under a box or a picture, in the colour of the ground,
clipped away, in a layer that is switched off. They have one thing in common: the page looks the same
without them. pdfium draws; what it draws is what a browser shows.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil, sqrt

import numpy as np
import numpy.typing as npt
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from archive_builder.read.pdf import boxes
from archive_builder.read.pdf.boxes import SAME, Box, Corners, Matrix
from archive_builder.read.pdf.measures import MEASURES

Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8]
_PAGE = (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
_FORM = (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
_WHITE, _GREY = (255, 255, 255, 255), (128, 128, 128, 255)
_TEXT, _IMAGE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Which places of a page look different for the text that stands there."""

    marks: Mask
    """A pixel each, from the page's top left corner."""
    size: tuple[float, float]
    """Width and height of what is shown of the page, in points."""
    scale: float
    """Pixels in a point."""
    crossings: tuple[Box, ...] = ()
    """Where one text is printed over another."""

    def shows(self, box: Box) -> bool:
        """True if any of a box's inner part looks different for the text there."""
        x0, top, x1, bottom = box
        across, down = MEASURES.bearing * (x1 - x0), MEASURES.bearing * (bottom - top)
        inner = (x0 + across, top + down, x1 - across, bottom - down)
        return bool(self.marks[_pixels(inner, self.scale)].any())

    def is_crossed(self, x: float, y: float) -> bool:
        """True if several texts are printed at a point."""
        return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self.crossings)

    def turned(self, turn: int) -> Ink:
        """The same for the page turned clockwise by some degrees."""
        return Ink(
            marks=np.rot90(self.marks, -turn // 90),
            size=self.size if turn % 180 == 0 else self.size[::-1],
            scale=self.scale,
            crossings=tuple(boxes.turned(box, self.size, turn) for box in self.crossings),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Object:
    """A text, a picture, a line or area that a page draws."""

    handle: ctypes.c_void_p
    kind: int
    box: Box = (0.0, 0.0, 0.0, 0.0)
    """Where it stands; that of lines and areas is asked by nobody."""


def ink(page: pypdfium2.PdfPage, letters: Sequence[Box]) -> Ink:
    """What the text of a page adds to its looks; `letters` are the places where text stands.

    The invisible text that text recognition adds to a scan counts where the scan shows something in
    its place; words that were blacked out in the scan do not. Nor do words that somebody marked for
    redaction, though the marks were never applied. Text under a picture of that same text counts.
    Raises PdfiumError for a page that cannot be drawn.
    """
    objects = _objects(page)
    # Pictures take most of the time of drawing a page, and few touch its text.
    _switch(_idle_pictures(objects, letters), on=False)
    texts = [each for each in objects if each.kind == _TEXT]
    whole, marks = _ink_of(page, texts)
    for box in _pictured_letters(page, objects, letters, Ink(marks, page.get_size(), _scale(page)), whole):
        marks[_pixels(box, _scale(page))] = True
    if any(each.kind == _IMAGE and _covers(each.box, page.get_size()) for each in objects):
        for box in _invisible_letters(page):
            place = _pixels(box, _scale(page))
            marks[place] |= _has_contrast(whole[place])
    for box in _marked_for_redaction(page):
        marks[_pixels(box, _scale(page))] = False
    return Ink(marks, page.get_size(), _scale(page), tuple(_crossings(texts)))


def texts_of(page: pypdfium2.PdfPage) -> Iterator[ctypes.c_void_p]:
    """The texts that a page draws, as pdfium's handles."""
    return (handle for handle, kind, _ in _contents(page.raw, SAME, depth=0) if kind == _TEXT)


def lower_ink(page: pypdfium2.PdfPage) -> Ink:
    """What those texts add to a page's looks that other text is printed over."""
    texts = [each for each in _objects(page) if each.kind == _TEXT]
    pairs = islice(boxes.overlaps([each.box for each in texts]), MEASURES.most_crossings)
    lower = {index for index, _ in pairs}
    _, marks = _ink_of(page, [texts[index] for index in sorted(lower)])
    return Ink(marks, page.get_size(), _scale(page))


def _ink_of(page: pypdfium2.PdfPage, texts: Sequence[_Object]) -> tuple[Pixels, Mask]:
    """A page as it is drawn, and where it looks different for some of its texts."""
    whole = _drawn(page)
    _switch(texts, on=False)
    without = _drawn(page)
    _switch(texts, on=True)
    marks = whole.view(np.uint32)[..., 0] != without.view(np.uint32)[..., 0]
    one, other = whole[marks].astype(np.int16), without[marks].astype(np.int16)
    marks[marks] = (np.abs(one - other) >= MEASURES.contrast).any(axis=1)
    return whole, marks


def _drawn(page: pypdfium2.PdfPage, ground: tuple[int, int, int, int] = _WHITE) -> Pixels:
    """A page's pixels, blue, green, red and a byte that says nothing."""
    bitmap = page.render(scale=_scale(page), may_draw_forms=False, prefer_bgrx=True, fill_color=ground)
    try:
        return np.array(bitmap.to_numpy())
    finally:
        bitmap.close()


def _scale(page: pypdfium2.PdfPage) -> float:
    """Pixels in a point: enough to tell letters from specks, fewer on sheets of any size."""
    wide, high = page.get_size()
    return min(MEASURES.pixels_a_point, sqrt(MEASURES.most_pixels / max(wide * high, 1.0)))


def _has_contrast(part: Pixels) -> bool:
    colours = part[..., :3]
    return part.size > 0 and int(colours.max()) - int(colours.min()) >= MEASURES.contrast


def _pixels(box: Box, scale: float) -> tuple[slice, slice]:
    """The pixels that a box touches."""
    x0, top, x1, bottom = box
    down = slice(max(0, int(top * scale)), max(0, ceil(bottom * scale)))
    return down, slice(max(0, int(x0 * scale)), max(0, ceil(x1 * scale)))


def _switch(objects: Iterable[_Object], on: bool) -> None:
    for each in objects:
        pdfium.FPDFPageObj_SetIsActive(each.handle, on)


def _objects(page: pypdfium2.PdfPage) -> list[_Object]:
    """All that a page draws, from the ground up."""
    sheet, turn = page.get_bbox(), page.get_rotation()
    return [
        _Object(handle, kind, boxes.shown(boxes.moved(_bounds(handle), matrix), sheet, turn))
        if kind in (_TEXT, _IMAGE)
        else _Object(handle, kind)
        for handle, kind, matrix in _contents(page.raw, SAME, depth=0)
    ]


def _contents(
    holder: ctypes.c_void_p, matrix: Matrix, depth: int
) -> Iterator[tuple[ctypes.c_void_p, int, Matrix]]:
    count, get = _FORM if depth else _PAGE
    for index in range(count(holder)):
        handle = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MEASURES.deepest_form:
            yield from _contents(handle, boxes.combined(_matrix(handle), matrix), depth + 1)
        else:
            yield handle, kind, matrix


def _matrix(handle: ctypes.c_void_p) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _bounds(handle: ctypes.c_void_p) -> Corners:
    """The corners of an object in its own measure; all 0 where it has none."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(handle, *edges)
    return edges[0].value, edges[1].value, edges[2].value, edges[3].value


def _pictured_letters(
    page: pypdfium2.PdfPage, objects: Sequence[_Object], letters: Sequence[Box], seen: Ink, whole: Pixels
) -> Iterator[Box]:
    """The places of letters under a picture in which they are drawn, as flattened transparency leaves them."""
    has_pictures = any(each.kind == _IMAGE for each in objects)
    unseen = [box for box in letters if not seen.shows(box)] if has_pictures else []
    if not unseen:
        return
    others = [each for each in objects if each.kind != _TEXT]
    _switch(others, on=False)
    alone = _drawn(page, ground=_GREY)
    _switch(others, on=True)
    for box in unseen:
        place = _pixels(box, seen.scale)
        if _alike(alone[place], whole[place]):
            yield box


def _alike(one: Pixels, other: Pixels) -> bool:
    """True if two pieces of pages are light and dark in the same places."""
    first, second = one[..., :3].mean(axis=2).ravel(), other[..., :3].mean(axis=2).ravel()
    if first.size < 2 or np.ptp(first) < MEASURES.contrast or np.ptp(second) < MEASURES.contrast:
        return False
    return bool(np.corrcoef(first, second)[0, 1] >= MEASURES.likeness)


def _covers(box: Box, size: tuple[float, float]) -> bool:
    """True if a box covers a page."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return wide >= MEASURES.whole_page * size[0] and high >= MEASURES.whole_page * size[1]


def _idle_pictures(objects: Sequence[_Object], letters: Sequence[Box]) -> list[_Object]:
    """The pictures that no letter touches."""
    places = np.array(letters).reshape(-1, 4)
    found = []
    for each in objects:
        x0, top, x1, bottom = each.box
        across = (places[:, 0] < x1) & (places[:, 2] > x0)
        down = (places[:, 1] < bottom) & (places[:, 3] > top)
        if each.kind == _IMAGE and not (across & down).any():
            found.append(each)
    return found


def _crossings(texts: Sequence[_Object]) -> Iterator[Box]:
    """Where one text is printed over another."""
    places = [each.box for each in texts]
    for lower, upper in islice(boxes.overlaps(places), MEASURES.most_crossings):
        yield boxes.common(places[lower], places[upper])


def _invisible_letters(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The places of the letters that are printed in no ink: the text layer of a scan."""
    sheet, turn = page.get_bbox(), page.get_rotation()
    text = page.get_textpage()
    try:
        for index in range(text.count_chars()):
            drawn = pdfium.FPDFText_GetTextObject(text.raw, index)
            if drawn and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                yield boxes.shown(text.get_charbox(index, loose=True), sheet, turn)
    finally:
        text.close()


def _marked_for_redaction(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The places that somebody marked to be blacked out, and that never were."""
    sheet, turn = page.get_bbox(), page.get_rotation()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_REDACT:
            for corners in _marked_places(mark):
                yield boxes.shown(corners, sheet, turn)
        pdfium.FPDFPage_CloseAnnot(mark)


def _marked_places(mark: ctypes.c_void_p) -> Iterator[Corners]:
    """The four-sided places that an annotation names, else the box around it."""
    count = pdfium.FPDFAnnot_CountAttachmentPoints(mark)
    for index in range(count):
        four = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(mark, index, four):
            across, up = (four.x1, four.x2, four.x3, four.x4), (four.y1, four.y2, four.y3, four.y4)
            yield min(across), min(up), max(across), max(up)
    around = pdfium.FS_RECTF()
    if not count and pdfium.FPDFAnnot_GetRect(mark, around):
        yield around.left, around.bottom, around.right, around.top
