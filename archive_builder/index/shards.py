"""The postings as files: shards of neighbouring terms, and further blocks for each frequent term.

A shard holds, for each term, the HEAD postings with the highest weights, so that one file answers a search
for one word. The other postings follow in the same shard, as a block, as long as they are few: a search
for several words then needs no further round trip. Those of a frequent term overflow into blocks of a file
each, for equal ranges of the segment's records. Filters and counts need all records and fetch all blocks;
a search for several words, one of them in few records, fetches only the blocks that cover those records.

A shard has six parts: the sorted terms; the number of records of each term; the number of fields, less the
records; the highest weight in thousandths; the length of each term's head, followed, where there are more
postings, by the length of their block, or where they overflow by the number of the first block; then the
heads (`head_postings.py`), each with its block. For the blocks see `posting_blocks.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive_builder.index import head_postings, packing, posting_blocks
from archive_builder.index.head_postings import Levels
from archive_builder.index.postings import Run

LEVELS = 96
"""Steps of a weight, at most 127. With 96, 99.7 % of the best ten of real documents score within 2 % of
lunr's; with 48, 99.1 %, and the files are 7 % smaller."""

HEAD = 256
"""Maximum number of postings of a term in its shard."""

WITHIN = 2_048
"""Maximum number of further postings of a term that are in its shard as well; at most BLOCK. With none, a
search for several words waits for one more round trip at 100 documents, a fifth of its time."""

BLOCK = 16_384
"""Mean number of records in a block: about 12 kB. With a fourth of it, a search for three frequent words asks
for eleven files more at ten thousand documents."""

SIZE = 2_000
"""Bytes of postings in a shard, about. A search fetches a shard for each word and segment, and the boundaries
between all of them once: with 5,000 the first search for three words takes 17 kB more at 1,000 documents."""

SHORT = 4
"""Number of letters of a boundary that is short. A shard that is full is ended where one comes next, so that the
manifest is smaller (as in a prefix B-tree, whose nodes are split at the shortest key of an interval)."""

FULLEST = 2_400
"""Bytes of postings with which a shard is ended at any boundary."""


@dataclass(slots=True)
class _Shard:
    terms: list[str] = field(default_factory=list)
    records: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    best: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    postings: bytearray = field(default_factory=bytearray)

    def is_full(self, following: str) -> bool:
        """True if the shard is to be ended before a term."""
        size = len(self.postings) + 4 * len(self.terms)
        if size <= SIZE:
            return False
        return size > FULLEST or len(packing.boundary(self.terms[-1], following)) <= SHORT

    def add(self, term: str, records: int, fields: int, head: Levels) -> None:
        """Add a term with its head."""
        self.terms.append(term)
        self.records.append(records)
        self.fields.append(fields - records)
        self.best.append(head.best)
        self.lengths.append(len(head.levels))
        self.postings += head.levels

    def content(self) -> bytes:
        columns = (self.records, self.fields, self.best, self.lengths)
        return packing.parts(
            packing.words(self.terms), *(packing.listed(column) for column in columns), bytes(self.postings)
        )


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of a segment's postings, and what its reader must know of them."""

    shards: list[bytes]
    blocks: list[bytes]
    """What overflows, term by term."""
    bounds: list[str]


def shards(runs: Iterable[Run]) -> Shards:
    """Write the shards of some runs of terms, and the blocks of frequent terms."""
    made: list[bytes] = []
    blocks: list[bytes] = []
    ends: list[tuple[str, str]] = []
    for shard in _filled(runs, blocks):
        made.append(packing.packed(shard.content()))
        ends.append((shard.terms[0], shard.terms[-1]))
    return Shards(made, blocks, packing.boundaries(ends))


def _filled(runs: Iterable[Run], overflowing: list[bytes]) -> Iterator[_Shard]:
    """Yield the shards, and put what overflows into a list."""
    shard = _Shard()
    for run in runs:
        best = head_postings.select_best(run, HEAD)
        heads = head_postings.encode(run, best, LEVELS)
        blocks = posting_blocks.encode(run, ~best, BLOCK)
        for place, term in enumerate(run.terms):
            if shard.is_full(term):
                yield shard
                shard = _Shard()
            head, rest = heads[place], blocks.get(place, [])
            is_within = HEAD < run.counts[place] <= HEAD + WITHIN
            shard.add(term, int(run.counts[place]), int(run.fields[place]), head)
            if is_within:
                shard.lengths.append(len(rest[0]))
                shard.postings += rest[0]
            elif rest:
                shard.lengths.append(len(overflowing))
                overflowing += map(packing.packed, rest)
    if shard.terms:
        yield shard
