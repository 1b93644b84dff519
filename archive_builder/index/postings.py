"""Which record has which term, how often, and what that counts: lunr's score but for the rarity of the term.

lunr scores a record for a term as idf x BM25 x boost, summed over the fields. None of it depends on
the query, so all of it but idf is worked out here; idf is left to the reader, because it changes
with every document that is added, and the files of older documents should not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.counting import Counting, Counts
from archive_builder.index.packing import Numbers

Weights = npt.NDArray[np.float32]

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
    weights: Weights
    """What the term counts in each."""


class Postings:
    """What was counted, term by term."""

    def __init__(self, counting: Counting) -> None:
        self.fields = counting.fields()
        self.vocabulary = counting.vocabulary
        self.count = counting.records

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

    def _columns(self, order: Numbers) -> tuple[Numbers, Weights, Numbers]:
        """Term and record as one sorted number, the weight of each pair, and fields by term."""
        keys, weights, counts = [], [], np.zeros(len(order), dtype=np.int64)
        for name, boost in BOOSTS.items():
            field = self.fields.pop(name)
            terms = order[field.terms] if len(field.terms) else field.terms
            counts += np.bincount(terms, minlength=len(order))
            keys.append(terms * self.count + field.records)
            weights.append(_weights(field, boost))
        return *_summed(np.concatenate(keys), np.concatenate(weights)), counts


def _weights(field: Counts, boost: float) -> Weights:
    """BM25 without idf, as lunr's builder has it."""
    if not len(field.terms):
        return np.zeros(0, dtype=np.float32)
    times, lengths = field.times.astype(np.float32), field.lengths.astype(np.float32)
    share = lengths[field.records] / lengths.mean()
    made: Weights = (K1 + 1) * times / (K1 * (1 - B + B * share) + times) * boost
    return made.astype(np.float32)


def _summed(keys: Numbers, weights: Weights) -> tuple[Numbers, Weights]:
    """Sorted keys, each once, with the sum of its weights."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[first], np.add.reduceat(weights, first)
