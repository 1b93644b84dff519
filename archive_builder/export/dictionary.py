"""The data files in plain words: `lang/en/data.toml`, with the rows and sizes of a build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from archive_builder.export.forms import MOST_PLAIN
from archive_builder.export.sqlite import EXAMPLE
from archive_builder.lang import table
from archive_builder.model import DataFile, DataFiles, Sheet


@cache
def dictionary() -> Mapping[str, Any]:
    """Return what each file holds and what each of its keys means, by kind."""
    return table("data")


def described(files: Iterable[DataFile]) -> DataFiles:
    """Return the files of a build as the data page describes them."""
    by_kind: dict[str, list[DataFile]] = {}
    database: list[DataFile] = []
    years: list[DataFile] = []
    for file in files:
        if file.kind:
            by_kind.setdefault(file.kind, []).append(file)
        elif file.body:
            years.append(file)
        else:
            database.append(file)
    sheets = tuple(_sheet(kind, held) for kind, held in by_kind.items())
    return DataFiles(
        sheets=sheets,
        database=tuple(database),
        years=tuple(years),
        query=EXAMPLE,
        most_plain=MOST_PLAIN,
    )


def _sheet(kind: str, files: list[DataFile]) -> Sheet:
    words = dictionary()[kind]
    return Sheet(kind=kind, about=words["about"], keys=words["keys"], rows=files[0].rows, files=tuple(files))
