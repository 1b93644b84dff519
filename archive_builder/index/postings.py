"""Which record has which term, how often, and what that counts: lunr's score but for the rarity of the term.

lunr scores a record for a term as idf x BM25 x boost, summed over the fields. None of it depends on
the query, so all of it but idf is worked out here; idf is left to the reader, because it changes
with every document that is added, and the files of older documents should not.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.packing import Numbers
from archive_builder.index.vocabulary import Vocabulary

BOOSTS = {"heading": 4.0, "people": 2.0, "text": 1.0, "forms": 1.0}
"""The fields of a record, and what a word counts in each."""

K1, B = 1.2, 0.75
"""lunr's settings of BM25: how soon repetition stops to count, and how much the length of a field does."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The records of one term, in order, with the weight it has in each, and lunr's count of them."""

    term: str
    records: Numbers
    weights: npt.NDArray[np.float32]
    fields: int
    """Fields of records that have it: a record that has it in two fields counts twice."""


class Field:
    """The terms of one field of all records: three columns, and the field's length in each record."""

    def __init__(self) -> None:
        self.terms, self.records = array("i"), array("i")
        self.times, self.lengths = array("H"), array("i")

    def add(self, record: int, terms: Sequence[int]) -> None:
        counted = Counter(terms)
        self.terms.extend(counted.keys())
        self.records.extend([record] * len(counted))
        self.times.extend(min(times, 65535) for times in counted.values())
        self.lengths.append(len(terms))


class Postings:
    """Gathers the terms of records one by one, then gives them term by term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.fields = {name: Field() for name in BOOSTS}
        self.count = 0

    def add(self, terms: Mapping[str, Sequence[int]]) -> None:
        """The next record, with the numbers of its terms in each field."""
        for name, field in self.fields.items():
            field.add(self.count, terms[name])
        self.count += 1

    def each(self) -> Iterator[Posting]:
        """Every term in alphabetical order. The columns are spent by it."""
        order = self.vocabulary.order()
        keys, weights, counts = self._columns(order)
        names = sorted(self.vocabulary.terms)
        edges = np.searchsorted(keys // max(1, self.count), np.arange(len(names) + 1))
        for rank, term in enumerate(names):
            start, end = int(edges[rank]), int(edges[rank + 1])
            if start < end:
                yield Posting(term, keys[start:end] % self.count, weights[start:end], int(counts[rank]))

    def _columns(self, order: Numbers) -> tuple[Numbers, npt.NDArray[np.float32], Numbers]:
        """Term and record as one sorted number, the weight of each pair, and fields by term."""
        keys, weights, counts = [], [], np.zeros(len(order), dtype=np.int64)
        for name, boost in BOOSTS.items():
            field = self.fields.pop(name)
            terms = order[np.frombuffer(field.terms, dtype=np.int32)] if field.terms else order[:0]
            counts += np.bincount(terms, minlength=len(order))
            keys.append(terms * self.count + np.frombuffer(field.records or array("i"), dtype=np.int32))
            weights.append(_weights(field, boost))
        return *_summed(np.concatenate(keys), np.concatenate(weights)), counts


def _weights(field: Field, boost: float) -> npt.NDArray[np.float32]:
    """BM25 without idf, as lunr's builder has it."""
    if not field.terms:
        return np.zeros(0, dtype=np.float32)
    times = np.frombuffer(field.times, dtype=np.uint16).astype(np.float32)
    lengths = np.frombuffer(field.lengths, dtype=np.int32).astype(np.float32)
    share = lengths[np.frombuffer(field.records, dtype=np.int32)] / lengths.mean()
    made: npt.NDArray[np.float32] = (K1 + 1) * times / (K1 * (1 - B + B * share) + times) * boost
    return made


def _summed(keys: Numbers, weights: npt.NDArray[np.float32]) -> tuple[Numbers, npt.NDArray[np.float32]]:
    """Sorted keys, each once, with the sum of its weights."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[first], np.add.reduceat(weights, first)
