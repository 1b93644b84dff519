"""The stored fields of records: what a result shows, and the whole text; a few neighbouring records a stretch.

The texts are in the same stretches as what is shown: words in context, phrases and the ranking of the first
results need them anyway, and a second request for each result would cost more than it saves.

A stretch is a gzip member, and as many of them as make up a file of some 100 kB follow one another in it. A
reader asks for a stretch alone (HTTP Range). Where it begins is told by the lengths of those before it, which
the manifest has: so that they are small numbers there, the length of each stretch is a multiple of a step
(`packing.padded`). What is in a stretch ends with a line feed, as hosts may unpack a file on their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from archive_builder.index import packing
from archive_builder.index.entry import Entry

BYTES = {0: 2_000, 100_000: 2_500}
"""Approximate size of a stretch before it is compressed, from a number of records in the segment on.

Ten results take ten stretches, and each is better small; but the more there are, the more lengths the manifest has.
"""

RECORDS = (32, 16, 12, 8, 6, 5, 4, 3)
"""Possible numbers of records in a stretch; 2 where the records are longer than that."""

STEP = {0: 128, 10_000: 256, 100_000: 1_024}
"""The length of a stretch is a multiple of this, from a number of records in the segment on.

The lengths of fifty thousand stretches take 18 kB of the manifest if the step is 256, 7 kB if it is 1,024; each
stretch is half a step longer.
"""

FILE = 64
"""Number of stretches in a file."""


class StoredFields:
    """Collects the stored fields of records one by one and writes them into files."""

    def __init__(self, average: float, records: int) -> None:
        """`average` is the mean number of characters in a record, `records` about how many there are."""
        size = _from(BYTES, records)
        self.each = next((n for n in RECORDS if n * average <= size), 2)
        self.step = _from(STEP, records)
        self.lengths: list[int] = []
        """The length of each stretch in steps."""
        self.contents: list[bytes] = []
        """The files, in order."""
        self._stretch: list[object] = []
        self._file = bytearray()

    def add(self, entry: Entry) -> None:
        """Add the next record."""
        self._stretch.append(_fields(entry))
        if len(self._stretch) == self.each:
            self._write_stretch()

    def finish(self) -> None:
        """Write what is left, after the last record."""
        if self._stretch:
            self._write_stretch()
        if self._file:
            self._write_file()

    def _write_stretch(self) -> None:
        made = packing.padded(packing.as_json(self._stretch) + b"\n", self.step)
        self._stretch = []
        self._file += made
        self.lengths.append(len(made) // self.step)
        if len(self.lengths) % FILE == 0:
            self._write_file()

    def _write_file(self) -> None:
        self.contents.append(bytes(self._file))
        self._file.clear()


def _from(table: Mapping[int, int], number: int) -> int:
    """Return the value that a table has from the highest number on that is not above this one."""
    return next(table[least] for least in reversed(table) if number >= least)


def _fields(entry: Entry) -> list[str]:
    """Return address, kind, the kind's name, body, date, heading, a further line, text, title, what is beside, state.

    What is empty at the end is left out.
    """
    row = [
        entry.url,
        str(entry.sort),
        entry.kind,
        entry.body,
        entry.date or entry.period,
        entry.heading,
        entry.extra,
        entry.text,
        entry.title,
        entry.beside,
        entry.stands,
    ]
    while not row[-1]:
        row.pop()
    return row
