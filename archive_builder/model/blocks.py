"""A document as neutral blocks: what every file format becomes before anyone asks what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    """Where the source's link led; empty for text, and for links that led nowhere (`#`)."""
    struck: str = ""
    """Words that stand here struck out. `text` is then empty: they are shown, and nothing is read from them."""
    note: str = ""
    """The mark of a footnote or endnote that stands here, as printed: "1", "*". `text` is then empty."""


Text = tuple[Run, ...]
"""Styled text. White space is folded within a run; a line break in a table cell is a newline.

Struck-out words and marks of notes are runs without text, so they take no place among its characters.
"""


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    NOTE = "note"
    """A footnote or endnote: its marker is its mark as printed, which a run before it has as `note`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its cells from left to right."""

    cells: tuple[Text, ...]
    first: int
    last: int
    page: int | None = None
    """Where the format has pages: a table that runs over several has a first page, and each row its own."""
    merged: tuple[Text, ...] = ()
    """By column, the text of a merged cell that reaches down into this row; its own cell there is empty."""

    def cell(self, column: int) -> str:
        """The words of one cell on one line; empty where the row is shorter.

        A cell that is merged with the one above has the words of that.
        """
        own = " ".join(plain(self.cells[column]).split()) if 0 <= column < len(self.cells) else ""
        if not own and 0 <= column < len(self.merged):
            return " ".join(plain(self.merged[column]).split())
        return own

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell, from left to right."""
        return tuple(self.cell(column) for column in range(len(self.cells)))


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading, paragraph, list item, table or picture, with the lines it was read from.

    It has no slots, so that its text is joined once however often rules ask for it.
    """

    kind: BlockKind
    runs: Text = ()
    first: int
    last: int
    page: int | None = None
    level: int = 0
    """A heading's printed level (1 to 6), a list item's depth (0 is the outermost)."""
    marker: str = ""
    """A list item's or numbered paragraph's mark as printed: "•", "iii.", "(1)", "1.17"."""
    number: str = ""
    """What the number column says, where the block opens a row of a numbered layout frame."""
    framed: bool = False
    """It stood in a layout frame (a borderless table that holds the text of whole minutes)."""
    tight: bool = False
    """It stands on the line directly below the block before, without an empty line."""
    gap: int = 0
    """Empty lines before it: in transcriptions three or more are the trace of a lost picture."""
    rows: tuple[Row, ...] = ()
    lang: str = ""
    """The language it is in, as a code ("cy"), where that is not English."""
    header: int = 0
    """Number of rows at the top that are the table's header."""

    @cached_property
    def text(self) -> str:
        """The block's words without styles; a table's words cell by cell."""
        if self.kind is BlockKind.TABLE:
            return "\n".join("\t".join(plain(cell) for cell in row.cells) for row in self.rows)
        return plain(self.runs)

    @cached_property
    def all_words(self) -> str:
        """All that is printed of a block: its text, what is struck out of it, and the marks of notes."""
        if self.kind is BlockKind.TABLE:
            return "\n".join("\t".join(all_words(cell) for cell in row.cells) for row in self.rows)
        return all_words(self.runs)

    @property
    def marked_words(self) -> str:
        """All that is printed of a block, with its mark and number before it."""
        return f"{self.marker} {self.number} {self.all_words}"

    @cached_property
    def bold(self) -> bool:
        """True if all its words are bold: in many documents the only sign of a heading."""
        return bool(self.runs) and all(run.bold for run in self.runs if run.text.strip())


def plain(text: Text) -> str:
    """Styled text as a string, without struck-out words and marks of notes."""
    return "".join(run.text for run in text)


def all_words(text: Text) -> str:
    """Styled text as a string, with struck-out words and marks of notes where they stand."""
    return "".join(run.text or f" {run.struck or run.note} " for run in text)


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters `start` to `end` of a styled text, styles kept.

    What takes no place (struck-out words, marks of notes) goes with the character behind it, at the end
    of the text with the one before it.
    """
    pieces: list[Run] = []
    at = 0
    length = sum(len(run.text) for run in text)
    for run in text:
        if run.text:
            piece = run.text[max(0, start - at) : None if end is None else max(0, end - at)]
            pieces += [replace(run, text=piece)] if piece else []
        elif start <= at and (end is None or at < end or end >= length):
            pieces.append(run)
        at += len(run.text)
    return tuple(pieces)


def stacked(blocks: Iterable[Block]) -> Text:
    """Return the text of a table cell: blocks on lines of their own, each behind its marker."""
    runs: list[Run] = []
    for block in blocks:
        if runs:
            runs.append(Run("\n"))
        if block.marker:
            runs.append(Run(f"{block.marker} "))
        runs += block.runs
    return tuple(runs)


def trimmed(text: Text) -> Text:
    """A styled text without white space at its ends; struck-out words and marks of notes all stay."""
    if text and text[0].text[:1].strip() and text[-1].text[-1:].strip():
        return text
    whole = plain(text)
    start, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    kept: list[Run] = []
    at = 0
    for run in text:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            kept.append(replace(run, text=piece))
        elif run.struck or run.note:
            kept.append(run)
        at += len(run.text)
    return tuple(kept)
