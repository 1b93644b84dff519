"""What is shown of records, with their whole texts, in files of a few neighbours each.

The texts are in the files that results are shown from: words in context, true phrases and the order
of the best need them anyway, and a second file for each result would cost more than it saves. Files
stand on shelves, folders named after their content: a document that is added changes one shelf.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from archive_builder.index import packing
from archive_builder.index.entries import Entry

BYTES = 5000
"""Of a file's content, about."""

SHELF = 128
"""Files on a shelf."""


class Shelves:
    """Gathers records one by one, then gives their files."""

    def __init__(self, average: float) -> None:
        """`average` is the number of characters that a record has."""
        self.each = next((n for n in (32, 16, 8, 4) if n * average <= BYTES), 2)
        self.names: list[str] = []
        self.files: dict[str, bytes] = {}
        self._shelf: list[bytes] = []
        self._open: list[object] = []

    def add(self, entry: Entry) -> None:
        """The next record."""
        self._open.append(_shown(entry))
        if len(self._open) == self.each:
            self._close()

    def finish(self) -> None:
        """No record follows."""
        if self._open:
            self._close()
        if self._shelf:
            self._put_away()

    def _close(self) -> None:
        self._shelf.append(packing.packed(packing.as_json(self._open)))
        self._open = []
        if len(self._shelf) == SHELF:
            self._put_away()

    def _put_away(self) -> None:
        name = digest(self._shelf)
        for number, content in enumerate(self._shelf):
            self.files[f"t/{len(self.names)}-{name}/{number}.bin"] = content
        self.names.append(name)
        self._shelf = []


def digest(contents: Sequence[bytes]) -> str:
    """A name that changes with any of some contents."""
    made = hashlib.sha256()
    for content in contents:
        made.update(hashlib.sha256(content).digest())
    return made.hexdigest()[:8]


def _shown(entry: Entry) -> list[str]:
    """Address, kind, its name, body, date, heading, a further line, text."""
    return [
        entry.url,
        str(entry.sort),
        entry.kind,
        entry.body,
        entry.date,
        entry.heading,
        entry.extra,
        entry.text,
    ]
