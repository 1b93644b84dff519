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


@dataclass(frozen=True, slots=True)
class Written:
    """The terms of a run by their place: their best records, and the rest of those that have more."""

    heads: list[Levels]
    rests: dict[int, Levels]


def written(run: Run, head: int, steps: tuple[int, int]) -> Written:
    """The postings of a run; `head` is how many records are the best of a term.

    `steps` are those of a weight, for the best and for the rest.
    """
    lots = _lots(run, head)
    order = np.argsort(lots, kind="stable")
    lots, records, weights = lots[order], run.records[order], run.weights[order]
    firsts = np.flatnonzero(_changes(lots))
    best = np.maximum(1, np.rint(np.maximum.reduceat(weights, firsts) * 1000)).astype(np.int64)
    sizes = np.diff(firsts, append=len(lots))
    step = np.where(lots % 2, steps[1], steps[0])
    scaled = weights * 1000 / np.repeat(best, sizes) * step
    levels = np.clip(np.ceil(scaled - 0.5), 1, step).astype(np.int64)
    order = np.argsort(lots * 128 - levels, kind="stable")
    single = np.repeat((sizes == 1) & (lots[firsts] % 2 == 0), sizes)
    content, edges = _bytes(lots, levels[order], records[order], single)
    ends = np.append(edges[firsts], len(content))
    made = [Levels(int(best[n]), content[ends[n] : ends[n + 1]]) for n in range(len(firsts))]
    kinds = lots[firsts]
    heads = [one for one, lot in zip(made, kinds, strict=True) if lot % 2 == 0]
    rests = {int(lot) // 2: one for one, lot in zip(made, kinds, strict=True) if lot % 2}
    return Written(heads, rests)


def _lots(run: Run, head: int) -> Numbers:
    """For each posting twice the place of its term, and one more if it is not among the best."""
    terms = np.repeat(np.arange(len(run.terms), dtype=np.int64), run.counts)
    order = np.lexsort((run.records, -run.weights, terms))
    starts = np.cumsum(run.counts) - run.counts
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms)) - np.repeat(starts, run.counts)
    return 2 * terms + (rank >= head)


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
