"""Bullets that a PDF draws instead of printing them: small squares and discs before a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pdfplumber.page import Page

from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.tags import NO_TAG

_SMALLEST, _LARGEST = 1.5, 8.0
_REACH = 24.0
"""How far before its line a bullet may stand, in points."""
_MOST_SHAPES = 400
"""A page with more small shapes is a drawing."""


def drawn_bullets(page: Page, letters: Sequence[Glyph]) -> list[Glyph]:
    """A letter for each drawn bullet: it stands before a line, and nothing on that line before it."""
    shapes = [shape for shape in (*page.rects, *page.curves) if _is_small(shape["width"], shape["height"])]
    if len(shapes) > _MOST_SHAPES:
        return []
    made: dict[tuple[int, int], Glyph] = {}
    for shape in shapes:
        middle = (float(shape["top"]) + float(shape["bottom"])) / 2
        row = [g for g in letters if g.text.strip() and g.top <= middle <= g.bottom]
        after = [g for g in row if 0 <= g.x0 - shape["x1"] <= _REACH]
        before = [g for g in row if -1 <= shape["x0"] - g.x1 <= _REACH or g.x0 < shape["x1"] < g.x1]
        if after and not before:
            first = min(after, key=lambda glyph: glyph.x0)
            place = (round(first.x0), round(first.baseline))
            made[place] = replace(
                first, text="•", x0=float(shape["x0"]), x1=float(shape["x1"]), href="", tag=NO_TAG
            )
    return list(made.values())


def _is_small(width: float, height: float) -> bool:
    return _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST and 0.6 < width / height < 1.6
