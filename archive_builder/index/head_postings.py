"""The postings with the highest weights of each term, ordered by impact: level by level, the highest first.

A level is its number, the number of its records, and the records as differences. The postings of a term
with one record are that record's number alone. All terms of a run are encoded at once, in columns, which
is several times as fast as one by one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.packing import Numbers, spread
from archive_builder.index.postings import Run

Chosen = npt.NDArray[np.bool_]
"""True for the postings of a run that are selected."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The head of a term's postings, encoded; `best` is the highest weight in thousandths."""

    best: int
    levels: bytes


def select_best(run: Run, head: int) -> Chosen:
    """Select the `head` postings of each term with the highest weights; of equal ones, the earlier records."""
    terms = run.owners()
    order = np.lexsort((run.records, -run.weights, terms))
    before = np.cumsum(run.counts) - run.counts
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms)) - np.repeat(before, run.counts)
    return rank < head


def encode(run: Run, chosen: Chosen, steps: int) -> list[Levels]:
    """Encode the chosen postings of a run, term by term. A weight is one of `steps` levels."""
    terms, records, weights = run.owners()[chosen], run.records[chosen], run.weights[chosen]
    firsts = np.flatnonzero(changes(terms))
    best = np.maximum(1, np.rint(np.maximum.reduceat(weights, firsts) * 1000)).astype(np.int64)
    sizes = np.diff(firsts, append=len(terms))
    scaled = weights * 1000 / np.repeat(best, sizes) * steps
    levels = np.clip(np.ceil(scaled - 0.5), 1, steps).astype(np.int64)
    order = np.argsort(terms * 128 - levels, kind="stable")
    content, edges = _bytes(terms, levels[order], records[order], np.repeat(sizes == 1, sizes))
    ends = np.append(edges[firsts], len(content))
    return [Levels(int(best[n]), content[ends[n] : ends[n + 1]]) for n in range(len(firsts))]


def changes(values: Numbers) -> Chosen:
    """True where a value differs from the one before."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _bytes(terms: Numbers, levels: Numbers, records: Numbers, single: Chosen) -> tuple[bytes, Numbers]:
    """Return the levels of all terms as bytes, and the offset of each posting's term or level."""
    opens = changes(terms) | changes(levels)
    firsts = np.flatnonzero(opens)
    sizes = np.diff(firsts, append=len(terms))
    steps = np.diff(records, prepend=0)
    steps[firsts] = records[firsts]
    headed = opens & ~single
    places = np.arange(len(terms)) + 2 * np.cumsum(headed)
    values = np.empty(len(terms) + 2 * int(headed.sum()), dtype=np.int64)
    values[places] = steps
    heads = places[headed]
    values[heads - 2] = levels[headed]
    values[heads - 1] = sizes[headed[firsts]]
    content, edges = spread(values)
    return content, edges[places - 2 * headed]
