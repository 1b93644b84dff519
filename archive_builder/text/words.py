"""Words as fidelity and likeness count them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘")


def words(text: str) -> list[str]:
    """The words of a text in order: letters and digits, lower case, apostrophes closed up.

    The same rule everywhere a word is counted, so that "PCC's" and "PCC’s" are one word.
    """
    return _WORD.findall(text.translate(_APOSTROPHES).lower())


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text with all white space folded to single spaces."""
    return " ".join(text.split())


def stand_in_order(quoted: Sequence[str], held: Sequence[str]) -> bool:
    """True if some words stand in order among others, which may have more words between them."""
    rest = iter(held)
    return all(word in rest for word in quoted)


def likeness(a: str, b: str) -> float:
    """How far two texts agree in their words, from 0 to 1 (Dice's coefficient over the bags)."""
    return bag_likeness(Counter(words(a)), Counter(words(b)))


def bag_likeness(a: Counter[str], b: Counter[str]) -> float:
    """Dice's coefficient of two bags of words."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def phrase(alternatives: Iterable[str]) -> str:
    """A pattern that fits any of some phrases, the longest first, white space loose."""
    return _phrase(tuple(alternatives))


@lru_cache(maxsize=256)
def _phrase(alternatives: tuple[str, ...]) -> str:
    ordered = sorted(set(alternatives), key=lambda words: (-len(words), words))
    return "|".join(r"\s+".join(re.escape(word) for word in words.split()) for words in ordered)
