"""Cells of a table on a PDF page, and the grid that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.read.pdf.boxes import turned
from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.lines import Line, merged, stretches
from archive_builder.read.pdf.measures import MEASURES

_NUMBER = re.compile(r"\d{1,3}\.?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table: its lines, and the edge its lines run up to."""

    lines: tuple[Line, ...]
    right: float
    merged: tuple[Line, ...] = ()
    """The lines of the cell above, where that one reaches down into this row."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Turned:
    """A line of text that runs in another direction than most of its page."""

    line: Line
    middle: tuple[float, float]
    """Where it stands on the page, in the measure of the page's own direction."""

    @classmethod
    def of(cls, line: Line, size: tuple[float, float], turn: int) -> Turned:
        """A line of a page of some size that is to be turned clockwise by some degrees."""
        x0, top, x1, bottom = turned((line.x0, line.top, line.x1, line.bottom), size, turn)
        return cls(line, ((x0 + x1) / 2, (top + bottom) / 2))


def cell_of(glyphs: Sequence[Glyph], right: float, page: int) -> Cell:
    """Return a cell of some letters, whose column ends at `right`."""
    return Cell(tuple(merged(line) for line in stretches(glyphs, page)), right + MEASURES.cell_padding)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page."""

    rows: tuple[tuple[Cell, ...], ...]
    top: float
    bottom: float
    x0: float
    x1: float
    widths: tuple[float, ...]
    page: int

    @property
    def frame(self) -> bool:
        """Whether it only lays out prose.

        Named layout: numbers or nothing in a narrow first column, one wide column of text. A row's own
        numbers count items; three columns and more of like width are data.
        """
        if not has_frame_shape(self.widths):
            return False
        first = [row[0].text for row in self.rows]
        numbers = sum(bool(_NUMBER.fullmatch(text)) for text in first)
        odd = sum(bool(text) and not _NUMBER.fullmatch(text) for text in first)
        if odd > 1 or (odd and not numbers):
            return False
        if not any(cell.lines for row in self.rows for cell in (*row[:1], *row[2:])):
            return True  # the rest of a row that began on the page before
        words = [len(cell.text.split()) for row in self.rows for cell in row[1:2]]
        return max(words, default=0) >= MEASURES.frame_words or (
            len(self.widths) == 2 and numbers >= MEASURES.frame_numbers
        )


def has_frame_shape(widths: Sequence[float]) -> bool:
    whole = sum(widths)
    has_numbers = len(widths) > 1 and widths[0] <= MEASURES.number_column * whole
    return len(widths) in MEASURES.frame_columns and has_numbers and widths[1] >= MEASURES.text_column * whole
