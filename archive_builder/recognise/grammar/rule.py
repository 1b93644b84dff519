"""Rules: what a line or a sentence does, told by its words, with examples of what fits and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from archive_builder.model import DecisionKind
from archive_builder.recognise.grammar.fragments import FRAGMENTS
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase


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


@dataclass(frozen=True)
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

    def match(self, text: str, vocabulary: Vocabulary, start: int = 0) -> re.Match[str] | None:
        """How the rule fits a text from `start`, if it does."""
        regex = compiled(self.pattern, vocabulary)
        if self.anywhere:
            return regex.search(text, start)
        return regex.fullmatch(text, start) if self.whole else regex.match(text, start)

    def each(self, text: str, vocabulary: Vocabulary) -> Iterator[re.Match[str]]:
        """Every place where the rule fits in a text."""
        return compiled(self.pattern, vocabulary).finditer(text)


def first_rule(rules: Sequence[Rule], text: str, vocabulary: Vocabulary) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that fits a text, with what its groups caught."""
    for rule in rules:
        if match := rule.match(text, vocabulary):
            return rule, match
    return None


@cache
def compiled(pattern: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    """A verbose, case-blind pattern with the phrases of the vocabulary in the place of its slots."""
    return _regex(_filled(pattern, vocabulary))


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """A pattern compiled once for all vocabularies that fill it with the same words."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def slots(pattern: str) -> frozenset[str]:
    """The lists of the vocabulary that a pattern names, by itself or in its fragments."""
    found: set[str] = set()
    for slot in _SLOT.findall(pattern):
        found |= slots(FRAGMENTS[slot]) if slot in FRAGMENTS else {slot.casefold()}
    return frozenset(found)


_SLOT = re.compile(r"\{([A-Z_]+)\}")
"""The place of a list or fragment in a pattern: `{DECIDED}`, never `{3,80}`."""


_NOTHING = "(?!)"
"""A pattern that fits nowhere: what an empty list stands for."""


def _filled(pattern: str, vocabulary: Vocabulary) -> str:
    return _SLOT.sub(lambda slot: _meaning(slot[1], vocabulary), pattern)


def _meaning(slot: str, vocabulary: Vocabulary) -> str:
    """The pattern that a slot stands for. A slot that names nothing is an error of ours: KeyError."""
    if slot in FRAGMENTS:
        return f"(?:{_filled(FRAGMENTS[slot], vocabulary)})"
    name = slot.casefold()
    phrases = vocabulary.signs[name] if name in vocabulary.signs else _LISTS[name](vocabulary)
    return f"(?:{phrase(phrases)})" if phrases else _NOTHING


_LISTS = {
    "action_markers": lambda vocabulary: vocabulary.action_markers,
    "body_nouns": lambda vocabulary: vocabulary.body_nouns,
    "chairs": lambda vocabulary: vocabulary.chairs,
    "closing_verbs": lambda vocabulary: vocabulary.closing_verbs,
    "completed": lambda vocabulary: vocabulary.completed,
    "honorifics": lambda vocabulary: vocabulary.honorifics,
    "interrogatives": lambda vocabulary: vocabulary.interrogatives,
    "organisation_nouns": lambda vocabulary: vocabulary.organisation_nouns,
    "outstanding": lambda vocabulary: vocabulary.outstanding,
    "requests": lambda vocabulary: vocabulary.requests,
    "role_nouns": lambda vocabulary: vocabulary.role_nouns,
}
"""The lists outside `signs` that patterns name too."""
