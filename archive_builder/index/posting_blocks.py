"""The postings outside the head of a term, in the order of the records, in blocks of a file each.

A block covers a range of the segment's records. All blocks of a term cover ranges of the same length: the
number of records divided by the number of blocks, rounded up. A block has its highest weight in
thousandths, the number of its records, and a byte for each. The lower half of the byte is the step of the
weight, less one. The upper half is the distance from the record before (for the first, from the record
before the range) if it is less than 16; otherwise it is 0, and the distance, less 16, follows after all
of these bytes.

With both in one byte, the files are a tenth smaller than level by level: compression then sees distance
and weight together.
"""

from __future__ import annotations

import numpy as np

from archive_builder.index.head_postings import Chosen, changes
from archive_builder.index.packing import Numbers, number, spread
from archive_builder.index.postings import Run, Weights

STEPS = 16
"""Number of steps of a weight: as many as fit into half a byte. That is exact enough for records outside the
head: of a thousand documents, 99.8 % of the first ten results score within 2 % of lunr's."""

NEAR = 16
"""Smallest distance of two records that does not fit into half a byte."""

NOTHING = number(0) + number(0)


def encode(run: Run, chosen: Chosen, block: int) -> dict[int, list[bytes]]:
    """Encode the chosen postings into blocks, by the term's place in the run.

    `block` is the mean number of records in a block.
    """
    terms = run.owners()[chosen]
    if not len(terms):
        return {}
    counts = np.bincount(terms, minlength=len(run.terms))
    blocks = -(-counts // block)
    span = -(-run.segment // np.maximum(blocks, 1))[terms]
    number_of = run.records[chosen] // span
    firsts = np.flatnonzero(changes(terms) | changes(number_of))
    made = _encode_blocks(run.records[chosen], run.weights[chosen], firsts, number_of * span)
    found = {int(term): [NOTHING] * int(blocks[term]) for term in np.flatnonzero(blocks)}
    for first, content in zip(firsts, made, strict=True):
        found[int(terms[first])][int(number_of[first])] = content
    return found


def _encode_blocks(records: Numbers, weights: Weights, firsts: Numbers, starts: Numbers) -> list[bytes]:
    """Encode each block, given where it begins among the postings, and the first record of its range."""
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
