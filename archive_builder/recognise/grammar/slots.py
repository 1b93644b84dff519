"""Slots of patterns: `{DECIDED}` stands for the phrases of a list of the vocabulary, or for a fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from archive_builder.recognise.grammar.fragments import FRAGMENTS
from archive_builder.settings import Vocabulary
from archive_builder.text.words import phrase

SLOT = re.compile(r"\{([A-Z_]+)\}")
"""The place of a list or fragment in a pattern: `{DECIDED}`, never `{3,80}`."""
_NOTHING = "(?!)"
"""A pattern that fits nowhere: what an empty list stands for."""


def slots(pattern: str) -> frozenset[str]:
    """The lists of the vocabulary that a pattern names, by itself or in its fragments."""
    found: set[str] = set()
    for slot in SLOT.findall(pattern):
        found |= slots(FRAGMENTS[slot]) if slot in FRAGMENTS else {slot.casefold()}
    return frozenset(found)


def filled(pattern: str, vocabulary: Vocabulary) -> str:
    """A pattern with what its slots stand for in their place."""
    return SLOT.sub(lambda slot: _meaning(slot[1], vocabulary), pattern)


def phrases_of(slot: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The phrases that a slot stands for. One that names no list is an error of ours: KeyError."""
    name = slot.casefold()
    return vocabulary.signs[name] if name in vocabulary.signs else _LISTS[name](vocabulary)


def is_filled(pattern: str, vocabulary: Vocabulary) -> bool:
    """True if the vocabulary has each list that a pattern names."""
    return all(name in vocabulary.signs or name in _LISTS for name in slots(pattern))


def _meaning(slot: str, vocabulary: Vocabulary) -> str:
    """The pattern that a slot stands for."""
    if slot in FRAGMENTS:
        return f"(?:{filled(FRAGMENTS[slot], vocabulary)})"
    phrases = phrases_of(slot, vocabulary)
    return f"(?:{phrase(phrases)})" if phrases else _NOTHING


_LISTS: Mapping[str, Callable[[Vocabulary], tuple[str, ...]]] = {
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
