"""The draft of a document that finders add to, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property

from archive_builder.model import (
    Aside,
    Attendance,
    Block,
    BlockKind,
    Classification,
    Figure,
    Heading,
    Place,
    Records,
    Table,
    Weighed,
)
from archive_builder.recognise.grammar.labels import Words, read
from archive_builder.recognise.grammar.passage import Passage, passage_of, sentences_of
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with the blocks below it, up to the next heading."""

    heading: int | None
    """The heading's block; None for what stands before the first heading."""
    number: str = ""
    title: str = ""
    level: int = 2
    item: bool = False
    """It is an item of business, not only a heading."""
    first: int
    last: int
    """The blocks below the heading, both included; `last < first` where there are none."""

    @property
    def content(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document's head: its block, its words, whether it is set as a title."""

    block: int
    text: str
    title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the first lines of a document say about it."""

    classification: Classification = Classification.UNKNOWN
    title: str = ""
    organization: str = ""
    date: date | None = None
    time: time | None = None
    venue: str = ""
    period: str = ""
    authors: tuple[str, ...] = ()
    titles: tuple[int, ...] = ()
    """The blocks that make its title."""
    last: int = -1
    """The last block that belongs to it."""
    weighed: tuple[Weighed, ...] = ()
    """The candidates for kind, body and date, the best of each first."""


@dataclass(frozen=True, kw_only=True)
class Draft(Records):
    """A document while it is being recognised; each finder gives back a fuller one."""

    vocabulary: Vocabulary
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    masthead: Masthead = Masthead()
    sections: tuple[Section, ...] = ()
    headings: tuple[Heading, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    quoted: frozenset[int] = frozenset()
    """The blocks of questions and answers that stand in their own words: they report, they do not decide."""
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    previous_meeting: date | None = None
    next_meeting: date | None = None
    stated: tuple[tuple[str, str], ...] = ()

    def text(self, first: int, last: int | None = None) -> str:
        """The words of blocks `first` to `last` on one line, with the printed marks of numbered items.

        Footnotes are no part of what is said there.
        """
        if last is None or last == first:
            return self.line(first).text
        within = self.blocks[first : last + 1]
        chosen = [block for block in within if block.kind is not BlockKind.NOTE]
        return folded(" ".join(printed(block, inside=index > 0) for index, block in enumerate(chosen)))

    def line(self, index: int) -> Passage:
        """All of a block as a passage; a footnote has no words."""
        block = self.blocks[index]
        text = "" if block.kind is BlockKind.NOTE else block.text
        return Passage(index, 0, len(text), self.read(folded(text)))

    def passage(self, index: int, start: int, end: int) -> Passage:
        """The passage from one character of a block up to another."""
        return passage_of(self.blocks, index, start, end, self.vocabulary)

    def sentences(self, *indexes: int) -> Iterator[Passage]:
        """The sentences of some blocks, in order."""
        return sentences_of(self.blocks, indexes, self.vocabulary)

    def read(self, text: str) -> Words:
        """A text of the document as words that can be asked for labels: a title, a cell, a part of a sentence."""
        return read(text, self.vocabulary)

    def item_anchor(self, block: int) -> str:
        """The anchor of the agenda item a block stands under; empty when there is none."""
        starts, anchors = self._starts_of_items
        at = bisect_right(starts, block)
        return anchors[at - 1] if at else ""

    @cached_property
    def _starts_of_items(self) -> tuple[list[int], list[str]]:
        """The first blocks of the items that are no rows, in their order, and the anchors of these items."""
        placed = sorted(
            ((item.place.first, item.anchor) for item in self.items if item.place.row is None),
            key=lambda pair: pair[0],
        )
        return [first for first, _ in placed], [anchor for _, anchor in placed]

    def section_of(self, block: int) -> Section | None:
        """The section that a block stands in."""
        at = bisect_right(self._starts_of_sections, block)
        section = self.sections[at - 1] if at else None
        return section if section and block <= section.last else None

    @cached_property
    def _starts_of_sections(self) -> list[int]:
        return [section.first for section in self.sections]

    def people(self) -> tuple[Named, ...]:
        """The attendance list as names to resolve mentions against."""
        return tuple(Named(a.name, a.role, a.organization) for a in self.attendance)


def printed(block: Block, inside: bool = True) -> str:
    """A block's words as a reader sees them: with a printed number, without a bullet."""
    numbered = inside and any(ch.isalnum() for ch in block.marker)
    return f"{block.marker} {block.text}" if numbered else block.text


def place(first: int, last: int | None = None) -> Place:
    """Whole blocks as a place."""
    return Place(first, first if last is None else last)


def is_prose(block: Block) -> bool:
    """True if a block is running text: a paragraph or list item, no table or picture."""
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)


__all__ = [
    "Draft",
    "Masthead",
    "Section",
    "is_prose",
    "place",
    "printed",
    "replace",
]
