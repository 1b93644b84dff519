"""Words that are struck out on a PDF page: letters that a thin line runs through, drawn or as an annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from pdfplumber.page import Page

from archive_builder.model import Run, Text
from archive_builder.read.pdf.boxes import Box
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.measures import MEASURES


def with_strokes(page: Page, letters: Sequence[Glyph]) -> list[Glyph]:
    """A page's letters, those marked as struck out that a line runs through between foot and head."""
    lines = [*_drawn_lines(page)]
    marked = [*_marked_places(page)]
    if not letters or not (lines or marked):
        return list(letters)
    middles = np.array([glyph.middle[0] for glyph in letters])
    feet = np.array([glyph.baseline for glyph in letters])
    sizes = np.array([glyph.size for glyph in letters])
    struck = np.zeros(len(letters), dtype=bool)
    for x0, top, x1, bottom in lines:
        height = (feet - (top + bottom) / 2) / sizes
        crosses = (height > MEASURES.lowest_stroke) & (height < MEASURES.highest_stroke)
        is_thin = bottom - top < MEASURES.thickest_stroke * sizes
        struck |= crosses & is_thin & (middles > x0) & (middles < x1)
    for x0, top, x1, bottom in marked:
        inside = (feet > top) & (feet <= bottom + MEASURES.below_mark * sizes)
        struck |= inside & (middles > x0) & (middles < x1)
    if not struck.any():
        return list(letters)
    return [
        replace(glyph, is_struck=True) if is_struck else glyph
        for glyph, is_struck in zip(letters, struck, strict=True)
    ]


def _drawn_lines(page: Page) -> Iterator[Box]:
    """The level lines of a page, lines or flat areas, that are not as long as a table's rules."""
    for shape in (*page.lines, *page.rects, *page.curves):
        x0, x1 = float(shape["x0"]), float(shape["x1"])
        top, bottom = float(shape["top"]), float(shape["bottom"])
        if bottom - top < MEASURES.flattest and x1 - x0 > MEASURES.least_stroke * (bottom - top):
            yield x0, top, x1, bottom


def _marked_places(page: Page) -> Iterator[Box]:
    """The places that an annotation strikes out: a box for each of its lines."""
    for note in page.annots:
        data = note.get("data") or {}
        if "StrikeOut" not in str(data.get("Subtype")):
            continue
        corners = data.get("QuadPoints")
        if page.rotation or not isinstance(corners, list) or len(corners) % 8:
            yield float(note["x0"]), float(note["top"]), float(note["x1"]), float(note["bottom"])
            continue
        yield from (_box(page, corners[at : at + 8]) for at in range(0, len(corners), 8))


def _box(page: Page, corners: Sequence[float]) -> Box:
    """The box around four corners, counted from the page's top left corner."""
    across, up = [float(x) for x in corners[::2]], [float(y) for y in corners[1::2]]
    left, high = float(page.mediabox[0]), float(page.mediabox[3])
    return min(across) - left, high - max(up), max(across) - left, high - min(up)


def struck_apart(text: Text) -> Text:
    """A text in which struck-out words are runs without text, the white space at their ends outside."""
    made: list[Run] = []
    for run in text:
        words = run.text.strip()
        if not run.struck or not words:
            made.append(replace(run, struck=""))
            continue
        start = run.text.index(words)
        made += [
            replace(run, text=run.text[:start], struck=""),
            replace(run, text="", struck=words),
            replace(run, text=run.text[start + len(words) :], struck=""),
        ]
    return tuple(run for run in made if run.text or run.struck or run.note)


def is_struck(text: Text) -> bool:
    """True if a text, not yet taken apart, begins with struck-out words."""
    first = next((run for run in text if run.text.strip()), None)
    return first is not None and bool(first.struck)
