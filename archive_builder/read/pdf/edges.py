"""The column that lines of text stand in: its edges, told by the lines that begin and end at them.

Whether a line was wrapped depends on where it could have ended. Many lines of running text end near
the right edge; a page of short lines shows none, and has the margins that such pages mostly have.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Column:
    """The left and the right edge of a column of text."""

    left: float
    right: float
    begins: float = 0.0
    """Where its lines begin that begin furthest left."""

    def around(self, lines: Sequence[Line]) -> Column:
        """The same column for some of its lines."""
        return replace(self, begins=min((line.x0 for line in lines), default=self.left))

    def is_short(self, line: Line) -> bool:
        """True if a line leaves so much of the column free that a paragraph ends with it."""
        return self.right - line.x1 > MEASURES.short_line * (self.right - self.begins)


NO_COLUMN = Column(0.0, 0.0)


def column_of(lines: Sequence[Line], right: float | None = None) -> Column:
    """The column that some lines fill; `right` is its right edge where that is known."""
    left = min((line.x0 for line in lines), default=0.0)
    return Column(left, max((line.x1 for line in lines), default=0.0) if right is None else right, left)


def text_columns(pages: Iterable[tuple[float, Sequence[Line]]]) -> Mapping[int, Column]:
    """By the rounded width of pages, the column of the running text on pages of that width.

    `pages` gives a page's width with its lines.
    """
    lines: dict[int, list[Line]] = {}
    for width, found in pages:
        lines.setdefault(round(width), []).extend(found)
    return {width: _text_column(float(width), found) for width, found in lines.items()}


def _text_column(width: float, lines: Sequence[Line]) -> Column:
    margin = MEASURES.widest_margin * width
    if not lines:
        return Column(margin, width - margin, margin)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    if sum(line.x0 - left < MEASURES.straight for line in lines) < MEASURES.edge_lines:
        left = min(left, margin)
    full = sum(right - line.x1 < MEASURES.ragged_edge * line.size for line in lines)
    if _wrapped(lines) < MEASURES.edge_lines and full < MEASURES.full_lines:
        right = max(right, width - min(max(left, 0.0), margin))
    return Column(left, right)


def _wrapped(lines: Sequence[Line]) -> int:
    """How many lines end where no sentence does: the next goes on in small letters."""
    return sum(
        line.page == before.page and line.text[:1].islower() and not line.tag.level
        for before, line in itertools.pairwise(lines)
    )


def fits(before: Line, line: Line, column: Column) -> bool:
    """Whether a line's first word would have fitted on the line before."""
    space = MEASURES.word_space * line.size
    return space + line.first_word <= _room(before, line, column) - MEASURES.spare_room * line.size


def _room(before: Line, line: Line, column: Column) -> float:
    """The white space on a line that the next line's first word could have taken."""
    middle = (before.x0 + before.x1) / 2
    in_the_middle = abs(middle - (column.left + column.right) / 2) < MEASURES.off_middle * before.size
    if in_the_middle and _is_centred(before, line):
        return 2 * min(middle - column.left, column.right - middle) - (before.x1 - before.x0)
    return column.right - before.x1


def _is_centred(one: Line, other: Line) -> bool:
    """True if two lines have one middle and not one beginning."""
    size = max(one.size, other.size)
    apart = abs(one.x0 + one.x1 - other.x0 - other.x1) / 2
    return apart < MEASURES.off_centre * size and abs(one.x0 - other.x0) > size
