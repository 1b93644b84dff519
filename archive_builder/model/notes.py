"""Which note each mark in a text stands for: the same for whoever moves notes and whoever shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from archive_builder.model.blocks import Block, BlockKind


def marks(block: Block) -> Iterator[str]:
    """The marks of notes that stand in a block or the cells of its rows, as printed, in order."""
    for text in (block.runs, *(cell for row in block.rows for cell in row.cells)):
        yield from (run.note for run in text if run.note)


def noted(blocks: Sequence[Block]) -> Iterator[int | None]:
    """The block of the note that each mark stands for, mark by mark; None where there is no such note.

    Where marks are counted anew on each page, the first "1" stands for the first note "1", and so on.
    A mark printed once more than there are notes stands for the last of them.
    """
    notes: dict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.NOTE:
            notes[block.marker].append(at)
    seen: dict[str, int] = defaultdict(int)
    for block in blocks:
        for mark in marks(block):
            places = notes.get(mark)
            yield places[min(seen[mark], len(places) - 1)] if places else None
            seen[mark] += 1
