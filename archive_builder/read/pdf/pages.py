"""The pages of a PDF one by one: the text of each direction laid straight, tables, tags.

pdfplumber reads; every page is closed as soon as it is done, which takes a twentieth of the memory.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from archive_builder.read.pdf.bars import barred
from archive_builder.read.pdf.bullets import drawn_bullets
from archive_builder.read.pdf.cells import Grid, Turned
from archive_builder.read.pdf.fields import fields, letters_of
from archive_builder.read.pdf.glyphs import Glyph, glyphs
from archive_builder.read.pdf.hidden import Hidden, Sight
from archive_builder.read.pdf.lines import Line, stretches
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.notes import Note, noted
from archive_builder.read.pdf.pictures import Picture, pictures
from archive_builder.read.pdf.strokes import with_strokes
from archive_builder.read.pdf.tables import grids
from archive_builder.read.pdf.tags import PageTags, tags

_SLANTED = -1
Rows = list[list[Line]]


@dataclass(frozen=True, slots=True)
class PageRead:
    """What one page prints, before it is put in order."""

    rows: Rows
    grids: Sequence[Grid]
    width: float
    height: float
    turned: Sequence[Rows] = ()
    """The rows of text that runs in other directions than most of the page's."""
    watermark: str = ""
    """Letters printed aslant over the text."""
    pictures: Sequence[Picture] = ()
    hidden: Sequence[Hidden] = ()
    """The letters that a reader cannot see."""
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of what is shown of the page."""
    notes: Sequence[Note] = ()
    respelled: Sequence[tuple[str, str]] = ()
    """Words of the page as a plain extractor gives them, and how they are read."""

    def without_text(self) -> PageRead:
        """The page with its pictures only."""
        return replace(self, rows=[], grids=(), turned=(), watermark="", notes=(), respelled=())


def pages(
    data: bytes,
    drawn: pypdfium2.PdfDocument,
    everything: bool = False,
    recognised: frozenset[int] = frozenset(),
) -> list[PageRead]:
    """All pages of a PDF, without the letters that a reader cannot see.

    With `everything`, and of `recognised` pages, only without those that stand beside the page; `drawn` is
    the same file.

    Raises whatever pdfminer stumbles over in a damaged file.
    """
    made = []
    with pdfplumber.open(BytesIO(data)) as document:
        known = tags(document)
        for number, page in enumerate(document.pages, 1):
            with closing(drawn[number - 1]) as sheet:
                sight = Sight.of(page, sheet, everything or number in recognised)
                made.append(_page(document, page, number, known.get(page.page_obj.pageid, {}), sight))
            page.close()
    return made


def _page(document: PDF, page: Page, number: int, known: PageTags, sight: Sight) -> PageRead:
    turns = Counter(turn_of(char["matrix"]) for char in page.chars if str(char["text"]).strip())
    aslant = [char for char in page.chars if turn_of(char["matrix"]) == _SLANTED]
    slanted = "".join(char["text"] for char in aslant if sight.shows_sign(char))
    del turns[_SLANTED]
    order = sorted(turns, key=lambda turn: (-turns[turn], turn)) or [0]
    straight = page if order[0] == 0 else _turned(document, page, number, order[0])
    _straighten(straight)
    letters, hidden = _seen(straight, known, sight, order[0])
    hidden += [sight.hidden_sign(char) for char in aslant if not sight.shows_sign(char)]
    letters = with_strokes(straight, letters)
    letters += letters_of(fields(sight.drawn), lambda box: sight.placed(box, order[0]), letters)
    page_notes = noted(letters, float(straight.height), number)
    letters = page_notes.letters
    letters += drawn_bullets(straight, letters)
    others, unseen = _other_directions(document, page, number, known, sight, order)
    hidden += unseen
    beside = [each for rows in others for row in rows for each in row]
    tables, free = grids(straight, letters, number, beside)
    more, free = barred(straight, free, number)
    tables = sorted([*tables, *more], key=lambda grid: (grid.top, grid.x0))
    in_cells = {id(line) for grid in tables for row in grid.rows for cell in row for line in cell.lines}
    return PageRead(
        stretches(free, number),
        tables,
        float(straight.width),
        float(straight.height),
        [_lines_outside(rows, in_cells) for rows in others],
        slanted.strip(),
        pictures(straight, letters, known, number),
        hidden,
        sight.drawn.get_size(),
        page_notes.notes,
        page_notes.respelled,
    )


def _other_directions(
    document: PDF, page: Page, number: int, known: PageTags, sight: Sight, order: Sequence[int]
) -> tuple[list[list[list[Turned]]], list[Hidden]]:
    """By direction, the rows of text that runs in others than most of a page, and the letters nobody sees.

    `order` names the directions, the page's own first.
    """
    made: list[list[list[Turned]]] = []
    hidden: list[Hidden] = []
    for turn in order[1:]:
        other = page if turn == 0 else _turned(document, page, number, turn)
        seen, unseen = _seen(other, known, sight, turn)
        size = (float(other.width), float(other.height))
        rows = stretches(seen, number)
        made.append([[Turned.of(line, size, order[0] - turn) for line in row] for row in rows])
        hidden += unseen
    return made, hidden


def _lines_outside(rows: Sequence[Sequence[Turned]], in_cells: Collection[int]) -> Rows:
    """Rows of turned text without the lines that stand in cells of tables."""
    left = [[each.line for each in row if id(each.line) not in in_cells] for row in rows]
    return [row for row in left if row]


def _seen(page: Page, known: PageTags, sight: Sight, turn: int) -> tuple[list[Glyph], list[Hidden]]:
    """A page's upright letters that a reader can see, and the places of the others."""
    letters = glyphs(page, known)
    turned = sight.turned(page, turn) if turn else sight
    seen, unseen = turned.part(letters)
    return seen, [Hidden(glyph.text, turned.place(glyph)) for glyph in unseen]


def turn_of(matrix: Sequence[float]) -> int:
    """By how many degrees a page must be turned clockwise for a letter to stand upright; -1 for aslant."""
    across, up = matrix[0], matrix[1]
    if abs(up) <= MEASURES.slant * abs(across):
        return 0 if across >= 0 else 180
    if abs(across) <= MEASURES.slant * abs(up):
        return 90 if up > 0 else 270
    return _SLANTED


def _straighten(page: Page) -> None:
    """Make the lines of a page level and upright that are so but for rounding.

    pdfplumber takes a line for a level one only if both its ends have the very same height, which turning
    a page does not leave so.
    """
    for line in page.objects.get("line", ()):
        if 0 < abs(line["bottom"] - line["top"]) < MEASURES.rounding:
            line["bottom"] = line["top"]
        elif 0 < abs(line["x1"] - line["x0"]) < MEASURES.rounding:
            line["x1"] = line["x0"]


def _turned(document: PDF, page: Page, number: int, turn: int) -> Page:
    """A page read again as if it were kept turned: letters and rules then stand upright."""
    kept = copy.copy(page.page_obj)
    kept.rotate = (page.rotation + turn) % 360
    kept.attrs = {**page.page_obj.attrs, "Rotate": kept.rotate}
    return Page(document, kept, number)
