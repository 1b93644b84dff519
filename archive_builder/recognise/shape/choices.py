"""Choices with tick boxes: for whoever looks for decisions, the words that nobody ticked are not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Row, Text, plain
from archive_builder.text.tick_boxes import has_boxes, is_empty_box, without_unticked

_BOX_AND_WORDS = 2


def without_unchosen(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with spaces in the place of boxes and of the words of those that nobody ticked.

    Places in them stay what they are. "☐ Rejected" is no decision, wherever the box stands: in the text,
    as the mark of an item, in the cell beside.
    """
    return tuple(_without_unchosen(block) if _may_choose(block) else block for block in blocks)


def _may_choose(block: Block) -> bool:
    return has_boxes(block.marker) or has_boxes(block.text)


def _without_unchosen(block: Block) -> Block:
    if block.kind is BlockKind.TABLE:
        return replace(block, rows=tuple(_row(row) for row in block.rows))
    if is_empty_box(block.marker):
        return replace(block, runs=_blank(block.runs, " " * len(block.text)))
    return replace(block, runs=_blank(block.runs, without_unticked(block.text)))


def _row(row: Row) -> Row:
    """A row without what is not ticked in a cell; all of it where the row is a box and its words."""
    if len(row.cells) == _BOX_AND_WORDS and any(is_empty_box(text) for text in row.texts):
        return replace(row, cells=tuple(_blank(cell, " " * len(plain(cell))) for cell in row.cells))
    return replace(row, cells=tuple(_blank(cell, without_unticked(plain(cell))) for cell in row.cells))


def _blank(text: Text, wanted: str) -> Text:
    """Styled text with the characters of another of its length, styles kept."""
    made = []
    at = 0
    for run in text:
        made.append(replace(run, text=wanted[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(made)
