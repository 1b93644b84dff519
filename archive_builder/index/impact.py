"""The best postings in the order of what they count: the records level by level, the best level first.

A level is its number, how many records it has, and the records as differences. A term of a single
record is that record's number alone. All terms of a run are worked on at once, in columns: one by one
they take several times as long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from archive_builder.index.packing import Numbers, spread
from archive_builder.index.postings import Run

Chosen = npt.NDArray[np.bool_]
"""Which postings of a run are meant."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The best records of a term: the weight of the best in thousandths, and all as bytes."""

    best: int
    levels: bytes


def best(run: Run, head: int) -> Chosen:
    """Which postings are among the best of their term: so many, and those of the earlier records among equals."""
    terms = run.owners()
    order = np.lexsort((run.records, -run.weights, terms))
    before = np.cumsum(run.counts) - run.counts
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms)) - np.repeat(before, run.counts)
    return rank < head


def written(run: Run, chosen: Chosen, steps: int) -> list[Levels]:
    """The chosen postings of a run, term by term; `steps` are those of a weight."""
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
    """Where a value differs from the one before."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _bytes(terms: Numbers, levels: Numbers, records: Numbers, single: Chosen) -> tuple[bytes, Numbers]:
    """The levels of all terms as bytes, and where each posting's term or level begins in them."""
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
