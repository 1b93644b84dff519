"""A passage: a sentence of a block, or a whole block, with its place and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import Block, Place
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a block's text: its characters from `start` up to `end`, and its words on one line."""

    block: int
    start: int
    end: int
    text: str


def sentences_of(blocks: Sequence[Block], indexes: Iterable[int]) -> Iterator[Passage]:
    """The sentences of some blocks, in order."""
    for index in indexes:
        text = blocks[index].text
        for start, end in spans(text):
            yield Passage(index, start, end, folded(text[start:end]))


def span_place(blocks: Sequence[Block], index: int, start: int, end: int) -> Place:
    """The place of a stretch of a block: the block itself where the stretch is all of its text."""
    whole = start == 0 and end >= len(blocks[index].text.rstrip())
    return Place(index, index) if whole else Place(index, index, start, end)


def place_of(blocks: Sequence[Block], passages: Sequence[Passage]) -> Place:
    """The place of neighbouring passages of one block."""
    return span_place(blocks, passages[0].block, passages[0].start, passages[-1].end)


def words_of(passages: Sequence[Passage]) -> str:
    """The words of neighbouring passages, on one line."""
    return " ".join(passage.text for passage in passages)
