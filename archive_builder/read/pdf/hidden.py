"""Which letters of a PDF page a reader can see, and which only stand in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pdfplumber.page import Page

from archive_builder.read.pdf import boxes
from archive_builder.read.pdf.boxes import Box
from archive_builder.read.pdf.furniture import is_printers_note
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.ink import Ink, ink, lower_ink
from archive_builder.read.pdf.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Hidden:
    """A letter that a reader cannot see, and its place on the page as it is shown."""

    text: str
    box: Box


def letters_of(hidden: Sequence[Hidden], size: tuple[float, float]) -> int:
    """The number of letters and digits among hidden signs; a printer's note beside the page is none."""
    beside = [each for each in hidden if not is_on_page(each.box, size)]
    note = "".join(each.text for each in beside)
    counted = [each for each in hidden if is_on_page(each.box, size)] if is_printers_note(note) else hidden
    return sum(sign.isalnum() for each in counted for sign in each.text)


def is_on_page(box: Box, size: tuple[float, float]) -> bool:
    """True if the middle of a box lies on a page of a width and a height."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return 0 <= x <= size[0] and 0 <= y <= size[1]


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of a page in one direction of its text."""

    drawn: pypdfium2.PdfPage
    ink: Ink | None
    """None where all that stands on the page counts as seen."""
    left: float
    top: float
    """Where what is shown of the page begins, in the measure that its letters are given in."""
    turn: int = 0
    """By how many degrees clockwise the page was turned for this direction."""

    @classmethod
    def of(cls, page: Page, drawn: pypdfium2.PdfPage, everything: bool = False) -> Sight:
        """What can be seen of a page as it is shown. Raises PdfiumError where it cannot be drawn."""
        left, top = _corner(page, drawn)
        bare = cls(drawn, None, left, top)
        if everything:
            return bare
        letters = [bare._box_of(sign) for sign in page.chars] if page.images else []
        return replace(bare, ink=ink(drawn, letters))

    def turned(self, page: Page, turn: int) -> Sight:
        """The same for a page that was turned to read its text."""
        left, top = _corner(page, self.drawn)
        return Sight(self.drawn, self.ink.turned(turn) if self.ink else None, left, top, turn)

    def part(self, letters: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
        """The letters that can be seen, and the others, each in the order in which they are printed."""
        shown = [self._shows(glyph, self.ink) if _is_word(glyph) else None for glyph in letters]
        if all(each is not False for each in shown) and not (self.ink and self.ink.crossings):
            return list(letters), []
        lower = [index for index in self._overprinted(letters) if shown[index]]
        if lower:
            below = lower_ink(self.drawn).turned(self.turn)
            for index in lower:
                shown[index] = self._shows(letters[index], below)
        seen = _as_their_neighbours(_as_their_words(shown, letters))
        return (
            [glyph for glyph, is_seen in zip(letters, seen, strict=True) if is_seen],
            [glyph for glyph, is_seen in zip(letters, seen, strict=True) if not is_seen],
        )

    def shows_sign(self, sign: Mapping[str, Any]) -> bool:
        """True if a letter, as pdfplumber gives it, can be seen, in whatever direction it runs."""
        box = self._box_of(sign)
        return is_on_page(box, self.drawn.get_size()) and (self.ink is None or self.ink.shows(box))

    def hidden_sign(self, sign: Mapping[str, Any]) -> Hidden:
        """A letter, as pdfplumber gives it, as one that cannot be seen."""
        return Hidden(str(sign["text"]), self._box_of(sign))

    def _box_of(self, sign: Mapping[str, Any]) -> Box:
        return (
            float(sign["x0"]) - self.left, float(sign["top"]) - self.top,
            float(sign["x1"]) - self.left, float(sign["bottom"]) - self.top,
        )  # fmt: skip

    def place(self, glyph: Glyph) -> Box:
        """Where a letter stands on the page as it is shown, not turned for its text."""
        return boxes.turned(self._box(glyph), _turned_size(self.drawn, self.turn), -self.turn)

    def placed(self, box: Box, turn: int) -> Box:
        """A place on the page as it is shown, in the measure of letters of a page that was turned for them."""
        x0, top, x1, bottom = boxes.turned(box, self.drawn.get_size(), turn)
        left, up = (self.left, self.top) if turn == 0 else (0.0, 0.0)
        return x0 + left, top + up, x1 + left, bottom + up

    def _shows(self, glyph: Glyph, ink: Ink | None) -> bool:
        if ink is None:
            return is_on_page(self._box(glyph), _turned_size(self.drawn, self.turn))
        return glyph.size >= MEASURES.smallest_letter and ink.shows(self._box(glyph))

    def _box(self, glyph: Glyph) -> Box:
        return (
            glyph.x0 - self.left, glyph.top - self.top, glyph.x1 - self.left, glyph.bottom - self.top
        )  # fmt: skip

    def _overprinted(self, letters: Sequence[Glyph]) -> list[int]:
        """The letters that others are printed over, by their places in the sequence."""
        ink = self.ink
        if ink is None or not ink.crossings:
            return []
        inside = [
            index
            for index, glyph in enumerate(letters)
            if _is_word(glyph) and ink.is_crossed(glyph.middle[0] - self.left, glyph.middle[1] - self.top)
        ]
        places = [self._box(letters[index]) for index in inside]
        pairs = islice(boxes.overlaps(places), MEASURES.most_crossings)
        return sorted({inside[lower] for lower, upper in pairs if _is_over(places[upper], places[lower])})


def _turned_size(drawn: pypdfium2.PdfPage, turn: int) -> tuple[float, float]:
    wide, high = drawn.get_size()
    return (wide, high) if turn % 180 == 0 else (high, wide)


def _corner(page: Page, drawn: pypdfium2.PdfPage) -> tuple[float, float]:
    """Where what is shown of a page begins, from the corner of its sheet that letters are counted from."""
    sheet = tuple(float(edge) for edge in page.page_obj.mediabox)
    left, top, _, _ = boxes.shown(drawn.get_bbox(), (sheet[0], sheet[1], sheet[2], sheet[3]), page.rotation)
    return left, top


def _is_word(glyph: Glyph) -> bool:
    return any(sign.isalnum() for sign in glyph.text)


def _is_over(upper: Box, lower: Box) -> bool:
    """True if a letter stands over a part of another that its ink could be taken for."""
    x0, top, x1, bottom = boxes.common(upper, lower)
    wide, high = lower[2] - lower[0], lower[3] - lower[1]
    return x1 - x0 > MEASURES.bearing * wide and bottom - top > MEASURES.bearing * high


def _as_their_words(shown: Sequence[bool | None], letters: Sequence[Glyph]) -> list[bool | None]:
    """Letters hidden with their word where half of it is: another word's ink may show in their place."""
    made = list(shown)
    start = 0
    for index in range(1, len(letters) + 1):
        if index < len(letters) and _is_beside(letters[index - 1], letters[index]):
            continue
        word = [at for at in range(start, index) if shown[at] is not None]
        if sum(not shown[at] for at in word) * 2 >= len(word):
            made[start:index] = [None if shown[at] is None else False for at in range(start, index)]
        start = index
    return made


def _is_beside(before: Glyph, glyph: Glyph) -> bool:
    """True if two signs, printed one after the other, belong to one word."""
    if not (before.text.strip() and glyph.text.strip()) or before.baseline != glyph.baseline:
        return False
    return abs(glyph.x0 - before.x1) < MEASURES.word_gap * glyph.size


def _as_their_neighbours(shown: Sequence[bool | None]) -> list[bool]:
    """Signs and spaces (None), whose ink may be too little to tell, hidden among hidden letters only."""
    following: list[bool | None] = []
    state: bool | None = None
    for own in reversed(shown):
        state = own if own is not None else state
        following.append(state)
    made: list[bool] = []
    state = None
    for own, after in zip(shown, reversed(following), strict=True):
        state = own if own is not None else state
        near = [each for each in (state, after) if each is not None]
        made.append(any(near) or not near)
    return made
