"""The postings that are not among the best of a term, in the order of the records: a file for each stretch.

A stretch is a part of the segment's records, equal for all files of a term: its records divided by how
many files there are, and rounded up. A file has the weight of its best record in thousandths, how many
records it has, and a byte for each: in the lower half the step of its weight, less one; in the upper
half how far it is from the record before, or from the one before the stretch, if that is less than 16.
If not, that half is 0, and how far, less 16, follows behind all of these bytes.

To have both in one byte makes the files a tenth smaller than level by level: compression then sees how
near and how good records are together.
"""

from __future__ import annotations

import numpy as np

from archive_builder.index.impact import Chosen, changes
from archive_builder.index.packing import Numbers, number, spread
from archive_builder.index.postings import Run, Weights

STEPS = 16
"""Of a weight, as many as half a byte can tell. The records are far from the best, and many: 99.8 % of the
best ten of a thousand documents score within 2 % of lunr's."""

NEAR = 16
"""How far records are apart at least that half a byte cannot tell."""

NOTHING = number(0) + number(0)


def written(run: Run, chosen: Chosen, piece: int) -> dict[int, list[bytes]]:
    """The files of the terms that have chosen postings, by the term's place in the run.

    `piece` is how many records a file has, in the mean.
    """
    terms = run.owners()[chosen]
    if not len(terms):
        return {}
    counts = np.bincount(terms, minlength=len(run.terms))
    pieces = -(-counts // piece)
    stretch = -(-run.segment // np.maximum(pieces, 1))[terms]
    number_of = run.records[chosen] // stretch
    firsts = np.flatnonzero(changes(terms) | changes(number_of))
    made = _files(run.records[chosen], run.weights[chosen], firsts, number_of * stretch)
    found = {int(term): [NOTHING] * int(pieces[term]) for term in np.flatnonzero(pieces)}
    for first, content in zip(firsts, made, strict=True):
        found[int(terms[first])][int(number_of[first])] = content
    return found


def _files(records: Numbers, weights: Weights, firsts: Numbers, starts: Numbers) -> list[bytes]:
    """The file of each stretch, given where it begins among the postings, and the first record that it could have."""
    sizes = np.diff(firsts, append=len(records))
    best = np.maximum(1, np.rint(np.maximum.reduceat(weights, firsts) * 1000)).astype(np.int64)
    scaled = weights * 1000 / np.repeat(best, sizes) * STEPS
    steps = np.clip(np.ceil(scaled - 0.5), 1, STEPS).astype(np.int64) - 1
    apart = np.diff(records, prepend=0)
    apart[firsts] = records[firsts] - starts[firsts] + 1
    is_far = apart >= NEAR
    near = (np.where(is_far, 0, apart) << 4 | steps).astype(np.uint8).tobytes()
    far, edges = spread(apart[is_far] - NEAR)
    before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(is_far)))
    ends = edges[before[np.append(firsts, len(records))]]
    return [
        number(int(best[n])) + number(int(size)) + near[first : first + size] + far[ends[n] : ends[n + 1]]
        for n, (first, size) in enumerate(zip(firsts, sizes, strict=True))
    ]
