"""The data files of a published site, read again: plain, or compressed where they are too large to be both."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from archive_builder.model import addresses

Row = Mapping[str, Any]


def file_of(site: Path, kind: str) -> str:
    """Return the address of the file of all rows of a kind: the plain one if there is one."""
    plain = addresses.data_file(kind, "jsonl")
    return plain if (site / plain).is_file() else addresses.data_file(kind, "jsonl.gz")


def has_rows(site: Path, kind: str) -> bool:
    """True if a folder has a file of the rows of a kind."""
    return (site / file_of(site, kind)).is_file()


def rows(site: Path, kind: str) -> Iterator[Row]:
    """Yield all rows of a kind. Raises OSError, EOFError or ValueError where they cannot be read."""
    path = site / file_of(site, kind)
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        yield from map(json.loads, lines)
