"""The postings as files: shards of neighbouring terms, and further blocks for each frequent term.

A shard holds, for each term, the HEAD postings with the highest weights, so that one file answers a search
for one word. The other postings of a frequent term overflow into blocks, each for an equal range of the
segment's records. Filters and counts need all records and fetch all blocks; a search for several words,
one of them in few records, fetches only the blocks that cover those records.

A shard has six parts: the sorted terms; the number of records of each term; the number of fields, less the
records; the highest weight in thousandths; the length of each term's head, followed, where postings
overflow, by the number of the first block; then the heads (`head_postings.py`). For the blocks see
`posting_blocks.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive_builder.index import head_postings, packing, posting_blocks
from archive_builder.index.postings import Run

LEVELS = 96
"""Steps of a weight, at most 127. With 96, 99.7 % of the best ten of real documents score within 2 % of
lunr's; with 48, 99.1 %, and the files are 7 % smaller."""

HEAD = 256
"""Maximum number of postings of a term in its shard."""

BLOCK = 4_096
"""Mean number of records in a block: about 3 kB."""

SIZE = 2_000
"""Bytes of postings in a shard, about. A search fetches a shard for each word and segment, and the boundaries
between all of them once: with 5,000 the first search for three words takes 17 kB more at 1,000 documents."""


@dataclass(slots=True)
class _Shard:
    terms: list[str] = field(default_factory=list)
    records: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    best: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    postings: bytearray = field(default_factory=bytearray)

    def content(self) -> bytes:
        columns = (self.records, self.fields, self.best, self.lengths)
        return packing.parts(
            packing.words(self.terms), *(packing.listed(column) for column in columns), bytes(self.postings)
        )


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of a segment's postings, by name, and what its reader must know of them."""

    files: dict[str, bytes]
    bounds: list[str]


def shards(runs: Iterable[Run]) -> Shards:
    """Write the shards as `s/0.bin` and so on, and the blocks of frequent terms as `o/0.bin`."""
    files: dict[str, bytes] = {}
    ends: list[tuple[str, str]] = []
    for number, shard in enumerate(_filled(runs, files)):
        files[f"s/{number}.bin"] = packing.packed(shard.content())
        ends.append((shard.terms[0], shard.terms[-1]))
    return Shards(files, packing.boundaries(ends))


def _filled(runs: Iterable[Run], files: dict[str, bytes]) -> Iterator[_Shard]:
    shard, overflows = _Shard(), 0
    for run in runs:
        best = head_postings.select_best(run, HEAD)
        heads = head_postings.encode(run, best, LEVELS)
        blocks = posting_blocks.encode(run, ~best, BLOCK)
        for place, term in enumerate(run.terms):
            head, rest = heads[place], blocks.get(place, [])
            shard.terms.append(term)
            shard.records.append(int(run.counts[place]))
            shard.fields.append(int(run.fields[place] - run.counts[place]))
            shard.best.append(head.best)
            shard.lengths.append(len(head.levels))
            if rest:
                shard.lengths.append(overflows)
            for content in rest:
                files[f"o/{overflows}.bin"] = packing.packed(content)
                overflows += 1
            shard.postings += head.levels
            if len(shard.postings) + 4 * len(shard.terms) > SIZE:
                yield shard
                shard = _Shard()
    if shard.terms:
        yield shard
