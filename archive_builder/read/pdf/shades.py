"""Colour behind the lines of a PDF's cells, which parts no cells.

Word prints a coloured cell as an area for the cell and, within it, an area for each of its lines. The edges
of the inner areas stand where the cell's margins are: taken for rules, they cut a column into three, and the
lines of a cell into rows.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from pdfplumber.page import Page

from archive_builder.read.pdf.measures import MEASURES


def without_curves_and_shades(page: Page) -> Page:
    """Return what can part a page into cells: straight lines, and areas that lie in no area of the same colour."""
    areas = [shape for shape in page.rects if _is_area(shape)]
    inner = {id(shape) for shape in _inner(areas)}
    return page.filter(lambda thing: thing["object_type"] != "curve" and id(thing) not in inner)


def _is_area(shape: dict[str, Any]) -> bool:
    """True if a rectangle is filled, has no outline and is too high and wide to be a rule."""
    flat = min(shape["x1"] - shape["x0"], shape["bottom"] - shape["top"])
    return bool(shape["fill"]) and not shape["stroke"] and flat > MEASURES.thickest_rule


def _inner(areas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the areas that lie within a wider one of the same colour, and reach neither of its sides."""
    if not areas:
        return []
    left, top, right, bottom = np.array([[area[side] for side in _SIDES] for area in areas]).T
    colours = np.unique([repr(area["non_stroking_color"]) for area in areas], return_inverse=True)[1]
    found = []
    for at, area in enumerate(areas):
        between = (left < left[at] - MEASURES.rounding) & (right > right[at] + MEASURES.rounding)
        over = (top <= top[at] + MEASURES.rounding) & (bottom >= bottom[at] - MEASURES.rounding)
        if np.any(between & over & (colours == colours[at])):
            found.append(area)
    return found


_SIDES = ("x0", "top", "x1", "bottom")
