"""The data files in plain words: `lang/en/data.toml`, with the rows and sizes of a build."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from archive_builder.export.sqlite import EXAMPLE
from archive_builder.lang import table
from archive_builder.model import DataFiles, Sheet, addresses


@cache
def dictionary() -> Mapping[str, Any]:
    """Return what each file holds and what each of its keys means, by kind."""
    return table("data")


def described(counts: Mapping[str, int], sizes: Mapping[str, int]) -> DataFiles:
    """Return the files of a build as the data page describes them, from rows by kind and bytes by path."""
    return DataFiles(
        sheets=tuple(
            Sheet(
                kind=kind,
                about=dictionary()[kind]["about"],
                keys=dictionary()[kind]["keys"],
                rows=rows,
                sizes={ending: sizes[addresses.data_file(kind, ending)] for ending in ("jsonl", "csv")},
            )
            for kind, rows in counts.items()
        ),
        database=sizes[addresses.DATABASE],
        query=EXAMPLE,
    )
