"""A passage: a sentence of a block, or a whole block, with its place and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import Block, Place
from archive_builder.recognise.grammar.labels import Label, RuleTable, Words, read
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.sentences import spans
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a block's text: its characters from `start` up to `end`, and its words with their labels."""

    block: int
    start: int
    end: int
    words: Words

    @property
    def text(self) -> str:
        """The words on one line."""
        return self.words.text

    def label(self, rules: Rule | RuleTable) -> Label | None:
        """The label that a rule, or the first rule of a table that fits, gives the passage."""
        return self.words.label(rules)

    def match(self, rule: Rule) -> re.Match[str] | None:
        """How a rule fits the passage, if it does."""
        return self.words.match(rule)

    def fits(self, rules: Rule | RuleTable) -> bool:
        """True if a rule, or one of a table, fits the passage."""
        return self.words.fits(rules)


def passage_of(blocks: Sequence[Block], index: int, start: int, end: int, vocabulary: Vocabulary) -> Passage:
    """The passage from one character of a block up to another."""
    return Passage(index, start, end, read(folded(blocks[index].text[start:end]), vocabulary))


def sentences_of(
    blocks: Sequence[Block], indexes: Iterable[int], vocabulary: Vocabulary
) -> Iterator[Passage]:
    """The sentences of some blocks, in order."""
    for index in indexes:
        for start, end in spans(blocks[index].text):
            yield passage_of(blocks, index, start, end, vocabulary)


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
