"""A document's numbers as lists that Word counts, those of headings by their style."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from archive_builder.model import Block, BlockKind
from tests.formats.automatic import Level, Numbered, levels, rows_numbered
from tests.word_lists import Level as WordLevel
from tests.word_lists import anew, define, number, put

FIGURES = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman", "I": "upperRoman"}


class WordNumbers:
    """The lists of one Word file, defined when their first paragraph is placed."""

    def __init__(self, document: Document, found: Sequence[tuple[Block, Numbered | None]]) -> None:
        self.document = document
        self.places = {id(block): place for block, place in found if place}
        self.lists: dict[str, int] = {}
        self.alike: dict[tuple[Level, ...], int] = {}
        self.frames = 0
        self.styled: dict[int, int] = {}
        """By level of heading: the list that its style brings."""
        for block, place in found:
            if place and block.kind is BlockKind.HEADING:
                self.styled.setdefault(block.level, place.series)

    def place(self, paragraph: Paragraph, block: Block) -> None:
        """Place a paragraph in its list, or take it out of the list of its style."""
        place = self.places.get(id(block))
        heading = block.level if block.kind is BlockKind.HEADING else 0
        if place is None:
            if heading in self.styled:
                put(paragraph, 0)
            return
        by_style = bool(heading) and self.styled[heading] == place.series
        style = paragraph.style.style_id if by_style else ""
        identity = self._list(str(place.series), levels(place.series, self.places.values()), style)
        if by_style:
            put(paragraph.style, identity, None)
        else:
            put(paragraph, identity, place.form.depth)

    def rows(self, cells: Sequence[_Cell], numbers: Sequence[str]) -> None:
        """Number the first cells of a frame's rows, which hold nothing else."""
        placed = rows_numbered(numbers)
        self.frames += 1
        for cell, place in zip(cells, placed, strict=True):
            if place:
                made = levels(place.series, [each for each in placed if each])
                put(cell.paragraphs[0], self._list(f"row {self.frames} {place.series}", made))

    def _list(self, key: str, made: tuple[Level, ...], style: str = "") -> int:
        """A list; one like an earlier one is that begun anew."""
        if key not in self.lists:
            alike = self.alike.get(made)
            if alike is None:
                self.lists[key] = self.alike[made] = define(self.document, _word_levels(made, style))
            else:
                self.lists[key] = number(self.document, alike, anew(0, made[0].start))
        return self.lists[key]


def _word_levels(made: Sequence[Level], style: str) -> list[WordLevel]:
    return [
        WordLevel(
            FIGURES[level.figures],
            f"{level.before}{'%1.' if level.under else ''}%{depth + 1}{level.after}",
            level.start,
            "" if depth else style,
        )
        for depth, level in enumerate(made)
    ]
