"""An archive as its data files have it: what two of them are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_builder.model.record_kinds import RECORD_KINDS
from archive_builder.published import data_files

Row = Mapping[str, Any]
KINDS = ("documents", *(kind.export for kind in RECORD_KINDS))
"""The data files that are compared."""


class NoEditionError(Exception):
    """A folder holds no data files of an archive, or damaged ones; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The rows of an archive's documents and records, by kind."""

    rows: Mapping[str, Sequence[Row]]

    @property
    def documents(self) -> Mapping[str, Row]:
        """The documents by their address."""
        return {str(row["id"]): row for row in self.rows["documents"]}

    def records(self) -> Iterator[tuple[str, Row]]:
        """Yield each record with the name of its data file."""
        for kind in KINDS[1:]:
            yield from ((kind, row) for row in self.rows.get(kind, ()))


def read_site(site: Path) -> Edition:
    """Return what the data files of a built site hold. Raises NoEditionError."""
    return Edition({kind: _read(site, kind) for kind in KINDS})


def is_site(folder: Path) -> bool:
    """True if a folder is a built site, or a copy of one."""
    return data_files.has_rows(folder, "documents")


def _read(site: Path, kind: str) -> list[Row]:
    if kind != "documents" and not data_files.has_rows(site, kind):
        return []  # of an older version, which had no such records
    path = site / data_files.file_of(site, kind)
    try:
        rows = list(data_files.rows(site, kind))
    except (OSError, EOFError, ValueError) as error:
        raise NoEditionError(f"{path}: this is no data file of an archive ({error})") from error
    if not all(isinstance(row, dict) and "id" in row for row in rows):
        raise NoEditionError(f"{path}: not every line is a row with an id")
    return rows
