"""Which record has which term, how often, and what that counts: lunr's score but for the rarity of the term.

lunr scores a record for a term as idf x BM25 x boost, summed over the fields. None of it depends on
the query, so all of it but idf is worked out here; idf is left to the reader, because it changes
with every document that is added, and the files of older documents should not.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.packing import Numbers
from archive_builder.index.vocabulary import Vocabulary

BOOSTS = {"heading": 4.0, "people": 2.0, "text": 1.0, "forms": 1.0}
"""The fields of a record, and what a word counts in each."""

RUN = 500_000
"""Records of terms that are worked on at once, about: it bounds the memory."""

K1, B = 1.2, 0.75
"""lunr's settings of BM25: how soon repetition stops to count, and how much the length of a field does."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some terms that follow one another, with their records."""

    terms: list[str]
    fields: Numbers
    """By term: fields of records that have it. A record that has it in two fields counts twice."""
    counts: Numbers
    """By term: records that have it."""
    records: Numbers
    """Those of the first term in order, then those of the second."""
    weights: npt.NDArray[np.float32]
    """What the term counts in each."""


class Field:
    """The terms of one field of all records: three columns, and the field's length in each record."""

    def __init__(self) -> None:
        self.terms, self.records = array("i"), array("i")
        self.times, self.lengths = array("i"), array("i")

    def add(self, record: int, terms: Mapping[int, int]) -> None:
        self.terms.extend(terms.keys())
        self.records.extend([record] * len(terms))
        self.times.extend(terms.values())
        self.lengths.append(sum(terms.values()))


class Postings:
    """Gathers the terms of records one by one, then gives them term by term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.fields = {name: Field() for name in BOOSTS}
        self.count = 0

    def add(self, terms: Mapping[str, Mapping[int, int]]) -> None:
        """The next record, with the times that each term occurs in each field."""
        for name, field in self.fields.items():
            field.add(self.count, terms[name])
        self.count += 1

    def runs(self) -> Iterator[Run]:
        """All terms in alphabetical order, a run at a time. The columns are spent by it."""
        order = self.vocabulary.order()
        keys, weights, fields = self._columns(order)
        terms = sorted(self.vocabulary.terms)
        edges = np.searchsorted(keys, np.arange(len(terms) + 1) * self.count)
        first = 0
        while first < len(terms):
            last = min(len(terms), max(first + 1, int(np.searchsorted(edges, edges[first] + RUN))))
            start, end = int(edges[first]), int(edges[last])
            counts = np.diff(edges[first : last + 1])
            yield Run(
                terms[first:last],
                fields[first:last],
                counts,
                keys[start:end] % self.count,
                weights[start:end],
            )
            first = last

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
    times = np.frombuffer(field.times, dtype=np.int32).astype(np.float32)
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
