"""Rules: what a line or a sentence does, told by its words, with examples of what fits and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.prefilter import Prefilter
from archive_builder.recognise.grammar.slots import filled
from archive_builder.settings import Vocabulary


class Act(StrEnum):
    """What is done with a passage: the speech acts of the genre."""

    ASKS = "asks"
    ANSWERS = "answers"
    MOVES = "moves"
    SECONDS = "seconds"
    DECIDES = "decides"
    VOTES = "votes"
    NOTES = "notes"
    PROMISES = "promises"
    ASKS_FOR_ACTION = "asks-for-action"
    RECITES = "recites"
    REPORTS = "reports"
    LISTS_PEOPLE = "lists-people"
    NAMES_NEXT_MEETING = "names-next-meeting"
    HEADS = "heads"
    """It is a heading, or a part of the document's head."""


_PATTERNS: list[str] = []
"""The patterns of all rules, as modules define them."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One kind of line. Its examples are its documentation and its tests."""

    name: str
    pattern: str
    """A verbose, case-blind pattern; named groups are the fields.

    `{DECIDED}` stands for any phrase of the vocabulary's list `signs.decided` or, where there is no
    such list, of its list `decided`; names of `grammar/fragments.py` stand for parts that many rules share.
    """
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    """What looks alike and is something else."""
    act: Act = Act.HEADS
    whole: bool = True
    """It must fit the whole text, not only the start."""
    anywhere: bool = False
    """It may begin anywhere in the text: the first place counts."""
    confidence: float = 1.0
    outcome: DecisionKind | None = None
    """The kind of decision that it makes, whatever the sentence says."""

    def __post_init__(self) -> None:
        _PATTERNS.append(self.pattern)

    def match(self, text: str, vocabulary: Vocabulary, start: int = 0) -> re.Match[str] | None:
        """How the rule fits a text from `start`, if it does."""
        if not prefilter_of(vocabulary).may_fit(self.pattern, text):
            return None
        return self.tried_on(text, vocabulary, start)

    def tried_on(self, text: str, vocabulary: Vocabulary, start: int = 0) -> re.Match[str] | None:
        """How the rule fits a text that the prefilter lets through."""
        regex = compiled(self.pattern, vocabulary)
        if self.anywhere:
            return regex.search(text, start)
        return regex.fullmatch(text, start) if self.whole else regex.match(text, start)

    def each(self, text: str, vocabulary: Vocabulary) -> Iterator[re.Match[str]]:
        """Every place where the rule fits in a text."""
        if not prefilter_of(vocabulary).may_fit(self.pattern, text):
            return iter(())
        return compiled(self.pattern, vocabulary).finditer(text)


@cache
def prefilter_of(vocabulary: Vocabulary) -> Prefilter:
    """What tells which rules may fit a text: made of all rules there are when the first text is read."""
    return Prefilter(_PATTERNS, vocabulary)


@cache
def compiled(pattern: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    """A verbose, case-blind pattern with the phrases of the vocabulary in the place of its slots."""
    return _regex(filled(pattern, vocabulary))


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """A pattern compiled once for all vocabularies that fill it with the same words."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
