"""The data files in plain words: `dictionary.toml`, with the rows and sizes of a build."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from archive_builder.export.sqlite import EXAMPLE
from archive_builder.model import DataFiles, Sheet, addresses


@cache
def dictionary() -> Mapping[str, Any]:
    """What each file holds and what each of its keys means, by kind."""
    text = resources.files("archive_builder.export").joinpath("dictionary.toml").read_text("utf-8")
    return tomllib.loads(text)


def described(counts: Mapping[str, int], sizes: Mapping[str, int]) -> DataFiles:
    """The files of a build as the data page describes them: rows by kind, bytes by path."""
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
