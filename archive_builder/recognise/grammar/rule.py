"""Rules: what a line or a sentence does, told by its words, with examples of what fits and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

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

    `{DECIDED}` stands for any phrase of the vocabulary's list `signs.decided`.
    """
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    """What looks alike and is something else."""
    act: Act = Act.HEADS
    whole: bool = True
    """It must fit the whole text, not only the start."""
    confidence: float = 1.0

    def match(self, text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
        """How the rule fits a text, if it does."""
        regex = compiled(self.pattern, vocabulary)
        return regex.fullmatch(text) if self.whole else regex.match(text)


def first_rule(rules: Sequence[Rule], text: str, vocabulary: Vocabulary) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that fits a text, with what its groups caught."""
    for rule in rules:
        if match := rule.match(text, vocabulary):
            return rule, match
    return None


@cache
def compiled(pattern: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    """A verbose, case-blind pattern with the phrases of the vocabulary in the place of its slots."""
    return re.compile(
        _SLOT.sub(lambda slot: _phrases(slot[1], vocabulary), pattern), re.VERBOSE | re.IGNORECASE
    )


_SLOT = re.compile(r"\{([A-Z_]+)\}")
"""The place of a list of the vocabulary in a pattern: `{DECIDED}`, never `{3,80}`."""


def _phrases(slot: str, vocabulary: Vocabulary) -> str:
    return f"(?:{phrase(vocabulary.signs[slot.casefold()])})"
