"""The letters of a PDF page with their places and looks, as pdfplumber gives them.

Places are in points from the page's top left corner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfplumber.page import Page

from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.tags import NO_TAG, PageTags, Tag
from archive_builder.read.plain.markup import real_address

_BOLD = re.compile(r"bold|black|heavy|cmbx|demi|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|cmti|cmsl|[-,]it\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_UNMAPPED = re.compile(r"\(cid:\d+\)")
"""How pdfminer writes a letter that its font does not name; at a line's start it is a bullet."""
UNKNOWN = "\ufffd"
_BULLET_SIGNS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf06f": "○", "\uf0fc": "▪", "\uf076": "▪"}
)
"""What Word's Symbol and Wingdings bullets are in a PDF, where they have no meaning of their own."""
LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))
"""Letters that a font prints as one sign; nobody types or searches for the sign (Unicode FB00 to FB06)."""
_SIGNS = _BULLET_SIGNS | LIGATURES


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed letter."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    font: str = ""
    href: str = ""
    tag: Tag = NO_TAG
    is_struck: bool = False
    """A line runs through it."""
    note: str = ""
    """The mark of a footnote that it is."""

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def glyphs(page: Page, known: PageTags) -> list[Glyph]:
    """The upright letters of a page; `known` is what the tag tree says of its marked content."""
    links = [link for link in page.hyperlinks if real_address(str(link.get("uri") or ""))]
    upright = page.filter(lambda thing: thing["object_type"] != "char" or _is_upright(thing["matrix"]))
    made = _once(_lifted([_glyph(char, page, known) for char in upright.chars]))
    return [replace(glyph, href=_href(glyph, links)) for glyph in made] if links else made


def _lifted(letters: Sequence[Glyph]) -> list[Glyph]:
    """Letters with the baselines of those put right that a file raises above their line (ISO 32000-2, 9.3.7).

    pdfminer raises such a letter's box and not its baseline: it stands higher than its font does otherwise.
    """
    usual: dict[str, Counter[float]] = {}
    for glyph in letters:
        usual.setdefault(glyph.font, Counter())[_depth(glyph)] += 1
    if all(len(depths) == 1 for depths in usual.values()):
        return list(letters)
    depth = {font: depths.most_common(1)[0][0] for font, depths in usual.items()}
    made = []
    for glyph in letters:
        raised = depth[glyph.font] - _depth(glyph)
        is_raised = abs(raised) > MEASURES.least_rise
        made.append(replace(glyph, baseline=glyph.baseline - raised * glyph.size) if is_raised else glyph)
    return made


def _depth(glyph: Glyph) -> float:
    """How far a letter's box reaches below its baseline, in letter sizes."""
    return round((glyph.bottom - glyph.baseline) / glyph.size, 2)


def _once(letters: Sequence[Glyph]) -> list[Glyph]:
    """Letters without those printed again over themselves; printed a little beside, they are meant to look bold."""
    made: list[Glyph] = []
    places: dict[tuple[str, int, int], int] = {}
    for glyph in letters:
        x, y = round(glyph.x0), round(glyph.baseline)
        near = ((glyph.text, x + across, y + down) for across in (0, -1, 1) for down in (0, -1, 1))
        at = next((places[key] for key in near if key in places), None)
        if (
            at is None
            or not glyph.text.strip()
            or abs(made[at].x0 - glyph.x0) > MEASURES.doubled * glyph.size
        ):
            places[glyph.text, x, y] = len(made)
            made.append(glyph)
        elif abs(made[at].x0 - glyph.x0) > MEASURES.reprinted * glyph.size:
            made[at] = replace(made[at], bold=True)
    return made


def _is_upright(matrix: Sequence[float]) -> bool:
    return matrix[0] >= 0 and abs(matrix[1]) <= MEASURES.slant * abs(matrix[0])


def _glyph(char: Mapping[str, Any], page: Page, known: PageTags) -> Glyph:
    font = _SUBSET.sub("", str(char["fontname"]))
    size = float(char["size"]) or 1.0
    return Glyph(
        text=_UNMAPPED.sub(UNKNOWN, str(char["text"])).translate(_SIGNS),
        x0=float(char["x0"]), x1=float(char["x1"]), top=float(char["top"]), bottom=float(char["bottom"]),
        baseline=float(page.height) - float(char["matrix"][5]) + float(page.bbox[1]),
        size=size,
        bold=bool(_BOLD.search(font)),
        italic=bool(_ITALIC.search(font)),
        font=font,
        tag=known.get(char["mcid"], NO_TAG) if char.get("mcid") is not None else NO_TAG,
    )  # fmt: skip


def _href(glyph: Glyph, links: Iterable[Mapping[str, Any]]) -> str:
    x, y = glyph.middle
    for link in links:
        if link["x0"] <= x <= link["x1"] and link["top"] <= y <= link["bottom"]:
            return real_address(str(link["uri"]))
    return ""
