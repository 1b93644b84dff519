"""Places on a PDF page: boxes, how a page that is shown turned moves them, and what stands over what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from archive_builder.read.pdf.measures import MEASURES

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, counted from the top left corner."""
Corners = tuple[float, float, float, float]
"""Left, bottom, right and top in points, counted upwards, as PDF files name them."""
Matrix = tuple[float, float, float, float, float, float]
"""A transformation as PDF files write it: a b c d e f."""
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def combined(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what `first` does and then what `second` does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(corners: Corners, matrix: Matrix) -> Corners:
    """The upright box around a box that a matrix has moved."""
    a, b, c, d, e, f = matrix
    points = [(x, y) for x in (corners[0], corners[2]) for y in (corners[1], corners[3])]
    across = [a * x + c * y + e for x, y in points]
    up = [b * x + d * y + f for x, y in points]
    return min(across), min(up), max(across), max(up)


def shown(corners: Corners, sheet: Corners, turn: int) -> Box:
    """A box of a sheet as it is shown, the sheet turned clockwise by some degrees."""
    flat = (corners[0] - sheet[0], sheet[3] - corners[3], corners[2] - sheet[0], sheet[3] - corners[1])
    return turned(flat, (sheet[2] - sheet[0], sheet[3] - sheet[1]), turn)


def turned(box: Box, size: tuple[float, float], turn: int) -> Box:
    """A box after a sheet of a width and a height was turned clockwise by some degrees."""
    x0, top, x1, bottom = box
    wide, high = size
    match turn % 360:
        case 90:
            return high - bottom, x0, high - top, x1
        case 180:
            return wide - x1, high - bottom, wide - x0, high - top
        case 270:
            return top, wide - x1, bottom, wide - x0
        case _:
            return box


def within(corners: Corners, sheet: Corners) -> Corners:
    """The part of a box that lies on a sheet."""
    return (
        max(corners[0], sheet[0]), max(corners[1], sheet[1]),
        min(corners[2], sheet[2]), min(corners[3], sheet[3]),
    )  # fmt: skip


def common(one: Box, other: Box) -> Box:
    """The place that two boxes share."""
    return within(one, other)


def overlaps(boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """The pairs of boxes of which one stands over the other, by their places in the sequence.

    The earlier of each pair comes first. Lines of text that only touch are no pair.
    """
    order = sorted(range(len(boxes)), key=lambda index: boxes[index][1])
    places = np.array([boxes[index] for index in order]).reshape(-1, 4)
    ends = np.searchsorted(places[:, 1], places[:, 3])
    for at, index in enumerate(order):
        x0, top, x1, bottom = boxes[index]
        below = places[at + 1 : ends[at]]
        wide = np.minimum(below[:, 2], x1) - np.maximum(below[:, 0], x0)
        high = np.minimum(below[:, 3], bottom) - below[:, 1]
        least = MEASURES.overprinted * np.minimum(below[:, 3] - below[:, 1], bottom - top)
        for other in np.flatnonzero((wide > MEASURES.least_crossing) & (high > least)):
            pair = (index, order[at + 1 + int(other)])
            yield min(pair), max(pair)
