"""The words of the archive: how each is printed, folded and stemmed.

A word is folded and stemmed once, however often it occurs. Prints, words and terms are numbered in
the order in which they are met.
"""

from __future__ import annotations

from array import array

import numpy as np

from archive_builder.index.packing import Numbers
from archive_builder.index.terms import STOP_WORDS, fold, stem

NONE = -1
"""The number of the word and the term of every stop word."""


class Prints(dict[str, int]):
    """The number of each printed form of a word; a new one gets the next number when it is looked up."""

    def __missing__(self, printed: str) -> int:
        number = len(self)
        self[printed] = number
        return number


class Vocabulary:
    """Printed forms, the words they stand for, and the terms of these."""

    def __init__(self) -> None:
        self.prints = Prints()
        self.words: dict[str, int] = {}
        self.terms: dict[str, int] = {}
        self._word_of_print, self._term_of_word = array("i"), array("i")

    def term(self, term: str) -> int:
        return self.terms.setdefault(term, len(self.terms))

    def word_of_print(self) -> Numbers:
        """Return the word of each printed form so far, NONE for stop words."""
        for printed in [*self.prints][len(self._word_of_print) :]:
            self._word_of_print.append(self._word(fold(printed)))
        return np.array(self._word_of_print, dtype=np.int64)

    def term_of_word(self) -> Numbers:
        """Return the term of each word so far."""
        return np.array(self._term_of_word, dtype=np.int64)

    def order(self) -> Numbers:
        """Return the position of each term in alphabetical order."""
        ranks = {term: rank for rank, term in enumerate(sorted(self.terms))}
        return np.fromiter((ranks[term] for term in self.terms), dtype=np.int64, count=len(ranks))

    def dictionary(self, times: Numbers, records: Numbers) -> list[tuple[str, int, str]]:
        """Return every word in alphabetical order, with its number of records and its most frequent form.

        `times` is how often each print occurs, `records` how many records have each word.
        """
        best: dict[int, tuple[int, str]] = {}
        for printed, word, often in zip(self.prints, self._word_of_print, times.tolist(), strict=True):
            if word not in best or (-often, printed) < best[word]:
                best[word] = (-often, printed)
        return [(word, int(records[n]), best[n][1]) for word, n in sorted(self.words.items())]

    def _word(self, folded: str) -> int:
        if not folded or folded in STOP_WORDS:
            return NONE
        number = self.words.setdefault(folded, len(self.words))
        if number == len(self._term_of_word):
            self._term_of_word.append(self.term(stem(folded)))
        return number
