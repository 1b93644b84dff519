"""Postings in the order of what they count: the records of a term level by level, the best level first.

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


@dataclass(frozen=True, slots=True)
class Levels:
    """Some records of a term: the weight of the best in thousandths, and all as bytes."""

    best: int
    levels: bytes


NONE = Levels(0, b"")


@dataclass(frozen=True, slots=True)
class Written:
    """The terms of a run by their place: their best records, and the rest of those that have more, in pieces."""

    heads: list[Levels]
    rests: dict[int, list[Levels]]


@dataclass(frozen=True, slots=True)
class Cut:
    """How postings are divided."""

    head: int
    """How many records are the best of a term."""
    piece: int
    """How many of the others are in a piece, in the mean."""
    steps: tuple[int, int]
    """Those of a weight, for the best and for the rest."""


def written(run: Run, cut: Cut) -> Written:
    """The postings of a run. The pieces of a term are of equal stretches of the segment's records."""
    pieces = -(-np.maximum(run.counts - cut.head, 0) // cut.piece)
    starts = np.cumsum(1 + pieces) - 1 - pieces
    lots = _lots(run, cut.head, pieces, starts)
    made = _written(run, lots, np.isin(lots, starts), cut.steps)
    rests = {
        int(place): [made.get(int(starts[place]) + 1 + n, NONE) for n in range(pieces[place])]
        for place in np.flatnonzero(pieces)
    }
    return Written([made[int(start)] for start in starts], rests)


def _written(
    run: Run, lots: Numbers, best_ones: npt.NDArray[np.bool_], steps: tuple[int, int]
) -> dict[int, Levels]:
    """The lots by their number, each from its best records to its last."""
    order = np.argsort(lots, kind="stable")
    lots, records, weights, best_ones = lots[order], run.records[order], run.weights[order], best_ones[order]
    firsts = np.flatnonzero(_changes(lots))
    best = np.maximum(1, np.rint(np.maximum.reduceat(weights, firsts) * 1000)).astype(np.int64)
    sizes = np.diff(firsts, append=len(lots))
    step = np.where(best_ones, steps[0], steps[1])
    scaled = weights * 1000 / np.repeat(best, sizes) * step
    levels = np.clip(np.ceil(scaled - 0.5), 1, step).astype(np.int64)
    order = np.argsort(lots * 128 - levels, kind="stable")
    single = np.repeat((sizes == 1) & best_ones[firsts], sizes)
    content, edges = _bytes(lots, levels[order], records[order], single)
    ends = np.append(edges[firsts], len(content))
    return {
        int(lots[first]): Levels(int(best[n]), content[ends[n] : ends[n + 1]])
        for n, first in enumerate(firsts)
    }


def _lots(run: Run, head: int, pieces: Numbers, starts: Numbers) -> Numbers:
    """For each posting the lot it is written in: `starts` of its term for the best, then a lot for each piece."""
    terms = np.repeat(np.arange(len(run.terms), dtype=np.int64), run.counts)
    order = np.lexsort((run.records, -run.weights, terms))
    before = np.cumsum(run.counts) - run.counts
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms)) - np.repeat(before, run.counts)
    stretch = -(-run.segment // np.maximum(pieces, 1))
    return starts[terms] + np.where(rank < head, 0, 1 + run.records // stretch[terms])


def _changes(values: Numbers) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _bytes(
    lots: Numbers, levels: Numbers, records: Numbers, single: npt.NDArray[np.bool_]
) -> tuple[bytes, Numbers]:
    """The levels of all lots as bytes, and where each posting's lot or level begins in them."""
    opens = _changes(lots) | _changes(levels)
    firsts = np.flatnonzero(opens)
    sizes = np.diff(firsts, append=len(lots))
    steps = np.diff(records, prepend=0)
    steps[firsts] = records[firsts]
    headed = opens & ~single
    places = np.arange(len(lots)) + 2 * np.cumsum(headed)
    values = np.empty(len(lots) + 2 * int(headed.sum()), dtype=np.int64)
    values[places] = steps
    heads = places[headed]
    values[heads - 2] = levels[headed]
    values[heads - 1] = sizes[headed[firsts]]
    content, edges = spread(values)
    return content, edges[places - 2 * headed]
