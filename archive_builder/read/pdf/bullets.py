"""Bullets that a PDF draws instead of printing them: small squares and discs before a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pdfplumber.page import Page

from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.tags import NO_TAG


def drawn_bullets(page: Page, letters: Sequence[Glyph]) -> list[Glyph]:
    """A letter for each drawn bullet: it stands before a line, and nothing on that line before it."""
    shapes = [shape for shape in (*page.rects, *page.curves) if _is_small(shape["width"], shape["height"])]
    if len(shapes) > MEASURES.most_shapes:
        return []
    made: dict[tuple[int, int], Glyph] = {}
    for shape in shapes:
        middle = (float(shape["top"]) + float(shape["bottom"])) / 2
        row = [g for g in letters if g.text.strip() and g.top <= middle <= g.bottom]
        after = [g for g in row if 0 <= g.x0 - shape["x1"] <= MEASURES.bullet_reach]
        before = [
            g for g in row if -1 <= shape["x0"] - g.x1 <= MEASURES.bullet_reach or g.x0 < shape["x1"] < g.x1
        ]
        if after and not before:
            first = min(after, key=lambda glyph: glyph.x0)
            place = (round(first.x0), round(first.baseline))
            made[place] = replace(
                first, text="•", x0=float(shape["x0"]), x1=float(shape["x1"]), href="", tag=NO_TAG
            )
    return list(made.values())


def _is_small(width: float, height: float) -> bool:
    """True if a shape is of a bullet's size, and about as wide as high."""
    least, most = MEASURES.smallest_bullet, MEASURES.largest_bullet
    if not (least <= width <= most and least <= height <= most):
        return False
    return 1 / MEASURES.squareness < width / height < MEASURES.squareness
