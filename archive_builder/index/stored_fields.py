"""The stored fields of records: what a result shows, and the whole text; a few neighbouring records a file.

The texts are in the same files as what is shown: words in context, phrases and the ranking of the first
results need them anyway, and a second file for each result would cost more than it saves. The files are
in folders named after their content, so that a new document changes one folder. In the manifest, the
names of these folders are `shelves`, and the number of files in each is `shelf`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from archive_builder.index import packing
from archive_builder.index.entries import Entry

BYTES = 2500
"""Approximate size of a file's content."""

FOLDER = 256
"""Number of files in a folder."""


class StoredFields:
    """Collects the stored fields of records one by one and writes them into files."""

    def __init__(self, average: float) -> None:
        """`average` is the mean number of characters in a record."""
        self.each = next((n for n in (32, 16, 8, 4) if n * average <= BYTES), 2)
        self.names: list[str] = []
        self.files: dict[str, bytes] = {}
        self._folder: list[bytes] = []
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
        if self._folder:
            self._write_folder()

    def _write_file(self) -> None:
        self._folder.append(packing.packed(packing.as_json(self._file)))
        self._file = []
        if len(self._folder) == FOLDER:
            self._write_folder()

    def _write_folder(self) -> None:
        name = digest(self._folder)
        for number, content in enumerate(self._folder):
            self.files[f"t/{len(self.names)}-{name}/{number}.bin"] = content
        self.names.append(name)
        self._folder = []


def digest(contents: Sequence[bytes]) -> str:
    """Return a name that changes when any of the contents does."""
    made = hashlib.sha256()
    for content in contents:
        made.update(hashlib.sha256(content).digest())
    return made.hexdigest()[:8]


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
