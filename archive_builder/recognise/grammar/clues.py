"""What a text must hold for a pattern to fit: pieces of words and marks, read off the pattern itself.

A pattern such as `the \\s+ {CHAIR} \\s+ {ASKED} \\b .* \\?` can only fit a text that holds "the", a word for
a chair, one for asking and a question mark. These are its clues. To look for them is much cheaper than
to try the pattern (see `grammar/prefilter.py`); Google's RE2 does the same as "FilteredRE2".
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from archive_builder.recognise.grammar.fragments import FRAGMENTS
from archive_builder.recognise.grammar.slots import SLOT, phrases_of
from archive_builder.settings import Vocabulary

Clue = frozenset[str]
"""Tokens of which a text must hold one: a letter sequence within a word, a mark, `DIGIT`. An empty one fits no text."""
DIGIT = "0"
"""The token that stands for any digit."""
_TOKEN = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_")
_SHORTEST = 2
"""Minimum number of letters of a piece of a word that is a clue."""
_UNLIKELY = 0.3
"""How much less likely a text holds a piece of a word for each letter that the piece has."""
_FIRST_SLOT = 0xE000
"""The first character of Unicode's area for private use: while a pattern is parsed, each slot is one character."""
_DOTLESS = str.maketrans("ıİ", "ii")
"""Letters that patterns without case take for an "i", though they do not fold to one."""

_parser: Any = importlib.import_module("re._parser")
"""The parser of Python's own patterns; there is no public one."""
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def tokens(text: str) -> set[str]:
    """The words, marks and digits of a text, without case."""
    return set(_TOKEN.findall(without_case(text)))


def without_case(text: str) -> str:
    """A text in the form in which letters are compared."""
    return (text if text.isascii() else text.translate(_DOTLESS)).casefold()


@cache
def clues(pattern: str, vocabulary: Vocabulary) -> frozenset[Clue]:
    """All clues of a verbose, case-blind pattern with slots; none where any text might fit."""
    named = sorted(set(SLOT.findall(pattern)))
    standing = {slot: chr(_FIRST_SLOT + at) for at, slot in enumerate(named)}
    parsed = _parser.parse(SLOT.sub(lambda slot: standing[slot[1]], pattern), re.VERBOSE | re.IGNORECASE)
    meanings = {ord(standing[slot]): _of_slot(slot, vocabulary) for slot in named}
    return frozenset(_of_sequence(parsed, meanings))


Meanings = dict[int, frozenset[Clue]]
"""The clues of each slot, by the character that stands for it."""


@cache
def _of_slot(slot: str, vocabulary: Vocabulary) -> frozenset[Clue]:
    """The clues of a fragment, or of a list: the longest word of each of its phrases."""
    if slot in FRAGMENTS:
        return clues(FRAGMENTS[slot], vocabulary)
    told = [_of_words(phrase) for phrase in phrases_of(slot, vocabulary)]
    return frozenset({frozenset[str]().union(*told)}) if all(told) else frozenset()


def _of_words(text: str) -> Clue:
    """The longest word of a text as a clue; empty where it has no word that is one."""
    words = [word for word in _TOKEN.findall(without_case(text)) if word.isalpha() and len(word) >= _SHORTEST]
    return frozenset({max(words, key=len)}) if words else frozenset()


def _of_sequence(parts: Iterable[tuple[Any, Any]], meanings: Meanings) -> set[Clue]:
    """The clues of what follows each other: those of all parts, and runs of letters."""
    found: set[Clue] = set()
    letters = ""
    for kind, value in parts:
        if str(kind) == "LITERAL" and value not in meanings and chr(value).isalpha():
            letters += chr(value)
            continue
        found |= {_of_words(letters)} - {frozenset()}
        letters = ""
        found |= _of_part(str(kind), value, meanings)
    return found | ({_of_words(letters)} - {frozenset()})


def _of_part(kind: str, value: Any, meanings: Meanings) -> set[Clue]:
    """The clues of one part of a pattern, of a kind as Python's parser names it."""
    if kind == "LITERAL":
        return set(meanings.get(value, _of_character("LITERAL", value)))
    if kind == "IN":
        return _of_choice([set(_of_character(str(one), told, meanings)) for one, told in value])
    if kind == "BRANCH":
        return _of_choice([_of_sequence(branch, meanings) for branch in value[1]])
    if kind in ("SUBPATTERN", "ASSERT"):
        return _of_sequence(value[-1], meanings)
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value, meanings)
    if kind in _REPEATS and value[0] > 0:
        return _of_sequence(value[2], meanings)
    return set()


def _of_character(kind: str, value: Any, meanings: Meanings | None = None) -> frozenset[Clue]:
    """The clues of a member of a set of characters: a slot, a mark or a digit; a letter or space is none."""
    if kind == "LITERAL":
        if meanings and value in meanings:
            return meanings[value]
        mark = chr(value)
        if mark.isalpha() or not _TOKEN.fullmatch(mark):
            return frozenset()
        return frozenset({frozenset({DIGIT if mark.isdecimal() else mark})})
    digits = kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT"
    digits = digits or (kind == "RANGE" and all(chr(edge).isdecimal() for edge in value))
    return frozenset({frozenset({DIGIT})}) if digits else frozenset()


def _of_choice(branches: Sequence[set[Clue]]) -> set[Clue]:
    """The clue of a choice: the best of each branch together; none where a branch has none."""
    if not all(branches):
        return set()
    return {frozenset[str]().union(*(min(branch, key=_likelihood) for branch in branches))}


def _likelihood(clue: Clue) -> tuple[float, list[str]]:
    """About how many texts hold a clue, with its tokens, so that two clues are never equal."""
    return sum(_UNLIKELY ** len(token) for token in clue), sorted(clue)
