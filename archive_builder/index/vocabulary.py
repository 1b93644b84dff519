"""The words of the archive: the terms they are found by, and how each is printed.

A word is folded and stemmed once, however often it occurs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from archive_builder.index.packing import Numbers
from archive_builder.index.terms import STOP_WORDS, fold, split, stem

NO_TERM = -1


@dataclass(frozen=True, slots=True)
class Read:
    """The terms of some texts with the times that each occurs, and the words, as numbers."""

    terms: dict[int, int]
    words: set[int]


class Vocabulary:
    """Terms and words as numbers, in the order in which they were met."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.words: dict[str, int] = {}
        """Folded words that are no stop words."""
        self.records: list[int] = []
        """How many records have each word."""
        self.printed: Counter[str] = Counter()
        """How often each word is printed just so."""
        self._known: dict[str, tuple[int, int]] = {}

    def number(self, term: str) -> int:
        return self.terms.setdefault(term, len(self.terms))

    def read(self, texts: Iterable[str]) -> Read:
        """The words of some texts, without the stop words."""
        words = [word for text in texts for word in split(text)]
        self.printed.update(words)
        terms: dict[int, int] = {}
        found = set()
        for word, times in Counter(words).items():
            term, number = self._known.get(word) or self._meet(word)
            if term != NO_TERM:
                terms[term] = terms.get(term, 0) + times
                found.add(number)
        return Read(terms, found)

    def count(self, words: Iterable[int]) -> None:
        """Some words are in one more record."""
        for word in words:
            self.records[word] += 1

    def order(self) -> Numbers:
        """The place of each term in alphabetical order."""
        ranks = {term: rank for rank, term in enumerate(sorted(self.terms))}
        return np.fromiter((ranks[term] for term in self.terms), dtype=np.int64, count=len(ranks))

    def _meet(self, word: str) -> tuple[int, int]:
        folded = fold(word)
        if not folded or folded in STOP_WORDS:
            pair = (NO_TERM, NO_TERM)
        else:
            if folded not in self.words:
                self.words[folded] = len(self.words)
                self.records.append(0)
            pair = (self.number(stem(folded)), self.words[folded])
        self._known[word] = pair
        return pair

    def dictionary(self) -> list[tuple[str, int, str]]:
        """Every word in alphabetical order, with its number of records and as it is printed most often."""
        best: dict[str, tuple[int, str]] = {}
        for printed, times in self.printed.items():
            folded = fold(printed)
            if folded not in best or (-times, printed) < (-best[folded][0], best[folded][1]):
                best[folded] = (times, printed)
        return [(word, self.records[self.words[word]], best[word][1]) for word in sorted(self.words)]
