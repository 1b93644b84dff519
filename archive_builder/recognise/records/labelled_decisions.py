"""Decisions that a label or a list makes: what stands below "Decision:", the entries of a list of decisions."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.signs.beside_decisions import LABEL_ALONE, NOTHING_DECIDED
from archive_builder.text.words import folded

_LONGEST_LABEL = 4
"""Maximum number of words of a line that is a label."""
_MOST = 6
"""Maximum number of blocks that one label stands above."""


def find_labelled(draft: Draft, section: Section) -> Iterator[int]:
    """The blocks below the labels of decisions in a section, one by one."""
    below = 0
    for index in section.content:
        block = draft.blocks[index]
        text = folded(block.text)
        if draft.read(text).fits(LABEL_ALONE):
            below = _MOST
        elif _heads_a_list(draft, index, text):
            below = sum(1 for _ in _listed_below(draft, section, index))
        elif not is_prose(block) or block.bold or _is_label(block):
            below = 0
        elif below and not draft.read(text).fits(NOTHING_DECIDED):
            below -= 1
            yield index


def _heads_a_list(draft: Draft, index: int, text: str) -> bool:
    """True for a line "Resolutions" above a list, without a colon."""
    if draft.blocks[index].kind is not BlockKind.PARAGRAPH or index + 1 >= len(draft.blocks):
        return False
    listed = draft.blocks[index + 1].kind is BlockKind.ITEM
    return listed and draft.read(f"{text}:").fits(LABEL_ALONE)


def _listed_below(draft: Draft, section: Section, index: int) -> Iterator[int]:
    """The points of the list below a block."""
    for at in range(index + 1, section.last + 1):
        if draft.blocks[at].kind is not BlockKind.ITEM:
            return
        yield at


def find_entries(draft: Draft) -> Iterator[int]:
    """The entries of a document that is little more than a list, with days or labels between them."""
    prose = [index for index, block in enumerate(draft.blocks) if is_prose(block) and _is_entry(block)]
    listed = [index for index in prose if draft.blocks[index].kind is BlockKind.ITEM]
    if len(listed) > len(prose) / 2:
        yield from listed


def _is_entry(block: Block) -> bool:
    return len(block.text.split()) >= _FEWEST_OF_AN_ENTRY


_FEWEST_OF_AN_ENTRY = 2
"""Minimum number of words of an entry."""


def _is_label(block: Block) -> bool:
    return block.text.rstrip().endswith(":") and len(block.text.split()) <= _LONGEST_LABEL


def list_below(draft: Draft, section: Section, stem: int) -> int:
    """The last block of the list that a block ending in a colon leads up to; the block itself where none is."""
    last = stem
    if draft.blocks[stem].text.rstrip().endswith(":"):
        for index in range(stem + 1, section.last + 1):
            if draft.blocks[index].kind is not BlockKind.ITEM:
                break
            last = index
    return last
