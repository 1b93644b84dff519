"""Which record has which term, how often, and what that counts: lunr's score without the rarity of the term.

lunr scores a record for a term as idf x BM25 x boost, summed over the fields. None of it depends on
the query, so all of it but idf is worked out here; idf is left to the reader, because it changes
with every document that is added, and the files of older documents should not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.counting import Counting, Counts, Small
from archive_builder.index.packing import Numbers

Weights = npt.NDArray[np.float32]

BOOSTS = {"heading": 4.0, "people": 2.0, "text": 1.0, "forms": 1.0}
"""The fields of a record, with the weight of a word in each."""

RUN = 500_000
"""Approximate number of postings that are worked on at once; it bounds the memory."""

STEPS = 128
"""Steps of a mean length from one to its double, half a per cent each: no judged query is answered worse."""

K1, B = 1.2, 0.75
"""lunr's parameters k1 and b of BM25: how soon repetition saturates, and how much field length matters."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of neighbouring terms with their postings."""

    terms: list[str]
    fields: Numbers
    """By term: fields of records that have it. A record that has it in two fields counts twice."""
    counts: Numbers
    """By term: records that have it."""
    records: Numbers
    """Record numbers: those of the first term in order, then those of the second, and so on."""
    weights: Weights
    """The score of the term in each of these records."""
    segment: int
    """Number of records in the segment."""

    def owners(self) -> Numbers:
        """Return the position of its term for each posting."""
        return np.repeat(np.arange(len(self.terms), dtype=np.int64), self.counts)


class Postings:
    """The postings of a segment, term by term."""

    def __init__(self, counting: Counting) -> None:
        self.fields = counting.fields()
        self.count = counting.records
        self.terms = sorted(counting.vocabulary.terms)
        self.order = counting.vocabulary.order()

    def runs(self) -> Iterator[Run]:
        """Yield all terms in alphabetical order, a run at a time: sorting all at once takes a gigabyte."""
        ranks = {name: self.order[field.terms].astype(np.int32) for name, field in self.fields.items()}
        counts = np.zeros(len(self.terms), dtype=np.int64)
        for places in ranks.values():
            counts += np.bincount(places, minlength=len(counts))
        ends = np.cumsum(counts)
        first = 0
        while first < len(self.terms):
            done = ends[first - 1] if first else 0
            last = min(len(self.terms), max(first + 1, int(np.searchsorted(ends, done + RUN))))
            yield self._run(ranks, first, last, counts[first:last])
            first = last

    def _run(self, ranks: Mapping[str, Small], first: int, last: int, fields: Numbers) -> Run:
        """Return the terms between two positions in alphabetical order."""
        keys, weights = [], []
        for name, boost in BOOSTS.items():
            here = np.flatnonzero((ranks[name] >= first) & (ranks[name] < last))
            terms = ranks[name][here].astype(np.int64) - first
            keys.append(terms * self.count + self.fields[name].records[here])
            weights.append(_weights(self.fields[name], here, boost))
        key, weight = _summed(np.concatenate(keys), np.concatenate(weights))
        counts = np.bincount(key // self.count, minlength=last - first)
        return Run(self.terms[first:last], fields, counts, key % self.count, weight, self.count)


def _weights(field: Counts, here: Numbers, boost: float) -> Weights:
    """Return BM25 without idf, as lunr's builder computes it, for some rows of a field."""
    if not len(here):
        return np.zeros(0, dtype=np.float32)
    times, lengths = field.times[here].astype(np.float32), field.lengths[field.records[here]]
    share: Weights = (lengths / coarse(float(field.lengths.mean()))).astype(np.float32)
    made = (K1 + 1) * times / (K1 * (1 - B + B * share) + times) * boost
    return made.astype(np.float32)


def coarse(mean: float) -> float:
    """Return the nearest of some steps to a mean length of fields.

    The mean moves a little with each new document, and all weights with it: no file would stay as it is.
    """
    step: float = 2 ** (round(math.log2(mean) * STEPS) / STEPS)
    return step


def _summed(keys: Numbers, weights: Weights) -> tuple[Numbers, Weights]:
    """Return the sorted keys, each once, with the sum of its weights."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[first], np.add.reduceat(weights, first)
