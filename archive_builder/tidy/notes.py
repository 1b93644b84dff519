"""Footnotes and endnotes put at the end of the section that their mark stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from archive_builder.model import Aside, Block, BlockKind
from archive_builder.model.notes import marks, noted

_TITLE_WORDS = 14


def at_section_ends(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with each note at the end of the section that its first mark stands in.

    So nothing stands between the halves of a sentence that a page end cut in two. Notes without a mark
    in the text go to the end of the document.
    """
    if not any(block.kind is BlockKind.NOTE for block in blocks):
        return list(blocks), []
    text = [at for at, block in enumerate(blocks) if block.kind is not BlockKind.NOTE]
    after: dict[int, list[Block]] = defaultdict(list)
    for note, place in _marked_at(blocks).items():
        after[_section_end(place, text, blocks)].append(blocks[note])
    made: list[Block] = []
    for at in text:
        made += [blocks[at], *after.pop(at, ())]
    return made + [note for notes in after.values() for note in notes], []


def _marked_at(blocks: Sequence[Block]) -> dict[int, int]:
    """The block that each note is first marked in, or the last block, in the order of the marks."""
    found: dict[int, int] = {}
    of_marks = iter(noted(blocks))
    for at, block in enumerate(blocks):
        for _ in marks(block):
            note = next(of_marks)
            if note is not None:
                found.setdefault(note, at)
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.NOTE:
            found.setdefault(at, len(blocks) - 1)
    return found


def _section_end(place: int, text: Sequence[int], blocks: Sequence[Block]) -> int:
    """The last block of text before the next heading behind a place."""
    last = place
    for at in text:
        if at > place and _is_heading(blocks[at]):
            break
        last = at
    return last


def _is_heading(block: Block) -> bool:
    if block.kind is BlockKind.TABLE:
        return False
    is_title = block.bold and len(block.text.split()) <= _TITLE_WORDS
    return block.kind is BlockKind.HEADING or bool(block.number) or is_title
