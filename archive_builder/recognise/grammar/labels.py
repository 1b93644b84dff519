"""Labels: what the rules say of the passages of a document, each read once by each rule.

A passage is asked for the label that a rule or a table of rules gives it: `line.label(MOVED)`. The rules
are tried when the first finder asks, and their answer is kept with the words: a sentence that five finders
look at is read once. What is not asked for is not tried: most sentences are of no interest to most rules.

Rules that tell the shape of a document (tables, lists of people, chains of numbers, the lines of a head) are
tried on pieces that their finders cut for themselves: there a rule is one feature among others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Self

from archive_builder.recognise.grammar.prefilter import Prefilter
from archive_builder.recognise.grammar.rule import Act, Rule, prefilter_of
from archive_builder.settings import Vocabulary


class RuleTable(tuple[Rule, ...]):
    """Rules that are tried one after the other: the first that fits gives the label. Equal to itself alone."""

    __slots__ = ()

    def __new__(cls, *rules: Rule) -> Self:
        return super().__new__(cls, rules)

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Label:
    """What a rule says of some words, and how it fits them."""

    rule: Rule
    match: re.Match[str]

    @property
    def act(self) -> Act:
        """What is done with the words: the speech act of the rule."""
        return self.rule.act


class Words:
    """The words of a passage on one line, with the labels that rules have given them."""

    __slots__ = ("_held", "_labels", "_vocabulary", "text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self._vocabulary = vocabulary
        self._held = prefilter_of(vocabulary).held(text)
        self._labels: dict[Rule | RuleTable, Label | None] = {}

    def label(self, rules: Rule | RuleTable) -> Label | None:
        """The label that a rule, or the first rule of a table that fits, gives these words."""
        try:
            return self._labels[rules]
        except KeyError:
            found = self._labels[rules] = self._tried(rules)
            return found

    def _tried(self, rules: Rule | RuleTable) -> Label | None:
        for rule in _plan(rules, self._vocabulary).that_may_fit(self._held):
            if match := rule.tried_on(self.text, self._vocabulary):
                return Label(rule, match)
        return None

    def match(self, rule: Rule) -> re.Match[str] | None:
        """How a rule fits these words, if it does."""
        label = self.label(rule)
        return label.match if label else None

    def fits(self, rules: Rule | RuleTable) -> bool:
        """True if a rule, or one of a table, fits these words."""
        return self.label(rules) is not None


@lru_cache(maxsize=8192)
def read(text: str, vocabulary: Vocabulary) -> Words:
    """The words of a text: the same for all who ask, so that each rule reads them once."""
    return Words(text, vocabulary)


class _Plan:
    """The rules of a table, each with the bits that a text must have for it."""

    def __init__(self, rules: tuple[Rule, ...], prefilter: Prefilter) -> None:
        self._needed = tuple((rule, prefilter.needed(rule.pattern)) for rule in rules)
        self._asked = reduce(or_, (needed for _, needed in self._needed), 0)
        self._of_bits: dict[int, tuple[Rule, ...]] = {}

    def that_may_fit(self, held: int) -> tuple[Rule, ...]:
        """The rules that may fit a text with these bits, in order."""
        asked = held & self._asked
        found = self._of_bits.get(asked)
        if found is None:
            found = tuple(rule for rule, needed in self._needed if not needed & ~asked)
            if len(self._of_bits) >= _MOST_SETS:
                self._of_bits.clear()
            self._of_bits[asked] = found
        return found


_MOST_SETS = 4096
"""Sets of bits that a table keeps the answer for."""


@cache
def _plan(rules: Rule | RuleTable, vocabulary: Vocabulary) -> _Plan:
    return _Plan((rules,) if isinstance(rules, Rule) else rules, prefilter_of(vocabulary))
