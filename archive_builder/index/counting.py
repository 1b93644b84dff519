"""How often each term stands in each field of each record: counted in blocks of words, not one by one.

Twenty-five million words are more than a loop can count in the time that a search index may take.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.packing import Numbers
from archive_builder.index.terms import split
from archive_builder.index.vocabulary import NONE, Vocabulary

Small = npt.NDArray[np.int32]

BLOCK = 2_000_000
"""Number of words that are counted at once; it bounds the memory."""

FIELDS = ("heading", "people", "text", "forms")
"""The last holds terms that are no words."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The terms of one field: three columns, and the field's length in each record."""

    terms: Small
    records: Small
    times: Small
    lengths: Numbers


class Counting:
    """Counts the words of records, added one by one."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.records = 0
        self._words, self._ends = array("i"), array("q")
        self._forms, self._form_ends = array("i"), array("q")
        self._blocks: dict[str, list[Small]] = {name: [] for name in FIELDS[:-1]}
        self._lengths: list[Numbers] = []
        self._prints = np.zeros(0, dtype=np.int64)
        self._word_records = np.zeros(0, dtype=np.int64)

    def add(self, fields: Mapping[str, Iterable[str]], forms: Iterable[str]) -> None:
        """Add the next record: the texts of its fields, and its further terms."""
        number = self.vocabulary.prints.__getitem__
        for name in FIELDS[:-1]:
            for text in fields[name]:
                self._words.extend(map(number, split(text)))
            self._ends.append(len(self._words))
        self._forms.extend(map(self.vocabulary.term, forms))
        self._form_ends.append(len(self._forms))
        if len(self._words) > BLOCK:
            self._count()

    def fields(self) -> dict[str, Counts]:
        """Return the counts by field. This empties the counter."""
        self._count()
        lengths = np.concatenate(self._lengths)
        many = len(FIELDS) - 1
        made = {}
        for place, name in enumerate(FIELDS[:-1]):
            blocks = self._blocks.pop(name)  # one field after the other: all of them twice is much memory
            records, terms, times = (np.concatenate([block[row] for block in blocks]) for row in range(3))
            made[name] = Counts(terms, records, times, lengths[place::many])
        return made | {FIELDS[-1]: self._counted_forms()}

    def dictionary(self) -> list[tuple[str, int, str]]:
        """Return the words that were counted; see Vocabulary."""
        return self.vocabulary.dictionary(self._prints, self._word_records)

    def _counted_forms(self) -> Counts:
        lengths = _sizes(self._form_ends)
        terms = np.array(self._forms, dtype=np.int32)
        records = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        return Counts(terms, records, np.ones_like(terms), lengths)

    def _count(self) -> None:
        """Count the words collected so far and drop them."""
        many = len(FIELDS) - 1
        sizes = _sizes(self._ends)
        prints = np.array(self._words, dtype=np.int64)
        words = self.vocabulary.word_of_print()[prints] if len(prints) else prints
        owners = np.repeat(np.arange(len(sizes)), sizes)
        self._prints = _sum(self._prints, np.bincount(prints, minlength=len(self.vocabulary.prints)))
        owners, words = owners[words != NONE], words[words != NONE]
        self._lengths.append(np.bincount(owners, minlength=len(sizes)))
        terms = self.vocabulary.term_of_word()[words] if len(words) else words
        keys, times = np.unique(owners << 32 | terms, return_counts=True)
        owner, term = keys >> 32, keys & 0xFFFFFFFF
        for place, name in enumerate(FIELDS[:-1]):
            here = owner % many == place
            rows = (self.records + owner[here] // many, term[here], times[here])
            self._blocks[name].append(np.array(rows, dtype=np.int32))
        inside = _distinct(owners // many << 32 | words) & 0xFFFFFFFF
        self._word_records = _sum(
            self._word_records, np.bincount(inside, minlength=len(self.vocabulary.words))
        )
        self.records += len(sizes) // many
        self._words, self._ends = array("i"), array("q")


def _distinct(values: Numbers) -> Numbers:
    """Return each value once, sorted. The values are nearly sorted, so this is faster than `np.unique`."""
    ordered = np.sort(values)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def _sum(before: Numbers, more: Numbers) -> Numbers:
    """Return the sum of two columns, of which the second may be longer."""
    total = more.astype(np.int64)
    total[: len(before)] += before
    return total


def _sizes(ends: array[int]) -> Numbers:
    """Return the lengths of consecutive stretches, given the end of each."""
    last = np.array(ends, dtype=np.int64)
    first = np.zeros_like(last)
    first[1:] = last[:-1]
    return last - first
