"""Footnotes and endnotes on a page: each mark leads to its note, each note back to its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.lang.interface import say
from archive_builder.model import Block, BlockKind, Text
from archive_builder.model.notes import noted
from archive_builder.render.document_text import list_items, markdown


def with_links(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks whose marks of notes have the address of their note on the page as `href`."""
    if not any(block.kind is BlockKind.NOTE for block in blocks):
        return tuple(blocks)
    numbers = _numbers(blocks)
    of_marks = iter(noted(blocks))

    def linked(text: Text) -> Text:
        return tuple(
            replace(run, href=f"#{anchor(numbers[at])}")
            if run.note and (at := next(of_marks)) is not None
            else run
            for run in text
        )

    def with_marks(block: Block) -> Block:
        rows = tuple(replace(row, cells=tuple(linked(cell) for cell in row.cells)) for row in block.rows)
        return replace(block, runs=linked(block.runs), rows=rows)

    return tuple(with_marks(block) for block in blocks)


def write_note(at: int, blocks: Sequence[Block], words: str) -> str:
    """Return a note as a paragraph of its own, with the way back to its mark in the text.

    `words`: the note's words as inline Markdown.
    """
    own = anchor(_numbers(blocks)[at])
    block = blocks[at]
    is_marked = any(f"#{own}" in (run.href for run in text) for each in blocks for text in _texts(each))
    label = markdown.attribute(say("originals.note_back", mark=block.marker or "*"))
    back = f' <a href="#{own}-mark" aria-label="{label}">↩</a>' if is_marked else ""
    mark = list_items.printed_number(block)
    return f"{list_items.with_number(mark, words)}{back}\n{{: .note #{own} }}"


def anchor(number: int) -> str:
    """Return the anchor of a document's note, counted from 1."""
    return f"fn-{number}"


def _numbers(blocks: Sequence[Block]) -> dict[int, int]:
    notes = (at for at, block in enumerate(blocks) if block.kind is BlockKind.NOTE)
    return {at: number for number, at in enumerate(notes, 1)}


def _texts(block: Block) -> Sequence[Text]:
    return [block.runs, *(cell for row in block.rows for cell in row.cells)]
