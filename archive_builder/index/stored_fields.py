"""The stored fields of records: what a result shows, and the whole text; a few neighbouring records a file.

The texts are in the same files as what is shown: words in context, phrases and the ranking of the first
results need them anyway, and a second file for each result would cost more than it saves. They are small
files and no stretches of large ones, because the table of such stretches, or a round trip for a part of it,
would cost a search more than the files do (docs/contributing/search.md).
"""

from __future__ import annotations

from archive_builder.index import packing
from archive_builder.index.entry import Entry

BYTES = {0: 2_500, 10_000: 3_500, 100_000: 4_500}
"""Approximate size of a file's content before it is compressed, from a number of records in the segment on.

Ten results take ten files, and each is better small. But hosts limit the number of a site's files.
"""

RECORDS = (32, 16, 12, 8, 6, 4)
"""Possible numbers of records in a file; 2 where the records are longer than that."""


class StoredFields:
    """Collects the stored fields of records one by one and writes them into files."""

    def __init__(self, average: float, records: int) -> None:
        """`average` is the mean number of characters in a record, `records` about how many there are."""
        size = next(BYTES[least] for least in reversed(BYTES) if records >= least)
        self.each = next((n for n in RECORDS if n * average <= size), 2)
        self.contents: list[bytes] = []
        """The files, in order."""
        self._file: list[object] = []

    def add(self, entry: Entry) -> None:
        """Add the next record."""
        self._file.append(_fields(entry))
        if len(self._file) == self.each:
            self._write_file()

    def finish(self) -> None:
        """Write what is left, after the last record."""
        if self._file:
            self._write_file()

    def _write_file(self) -> None:
        self.contents.append(packing.packed(packing.as_json(self._file)))
        self._file = []


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
