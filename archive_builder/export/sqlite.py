"""All rows as one SQLite database: a table a kind, and a full-text index over what is said."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Self

from archive_builder.export.formats import as_json
from archive_builder.model.record_kinds import RECORD_KINDS

Row = Mapping[str, object]

TEXTS: Mapping[str, tuple[str, ...]] = {
    kind.export: tuple(field.key for field in kind.fields if field.searched and field.published)
    for kind in RECORD_KINDS
}
"""The columns of each kind that the full-text index holds."""


EXAMPLE = """\
SELECT decisions.date, decisions.text, decisions.url
FROM texts JOIN decisions ON decisions.id = texts.id
WHERE texts MATCH 'report' AND decisions.same_as IS NULL
ORDER BY decisions.date DESC LIMIT 20;"""
"""What the database can do, for the data page."""


class Database:
    """The database while it is filled, kind by kind; lists and nested values are JSON.

    `texts` is searched with MATCH and gives the kind, id and address of what it finds:
    SELECT kind, url FROM texts WHERE texts MATCH 'firearms licensing'.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:")
        self._texts: dict[str, list[tuple[object, ...]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._database.close()

    def add(self, kind: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """A table with its rows."""
        fields = ", ".join(f'"{name}"' for name in columns)
        self._database.execute(f'CREATE TABLE "{kind}" ({fields})')
        marks = ", ".join("?" * len(columns))
        values = ([_value(row.get(name)) for name in columns] for row in rows)
        self._database.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', values)
        if kind in TEXTS:
            self._texts[kind] = [(kind, row["id"], row["url"], _said(kind, row)) for row in rows]

    def finished(self) -> bytes:
        """The database as a file, with the full-text index over all that was added."""
        self._database.execute(
            "CREATE VIRTUAL TABLE texts USING fts5"
            "(kind UNINDEXED, id UNINDEXED, url UNINDEXED, text, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        for kind in TEXTS:
            said = self._texts.pop(kind, [])
            self._database.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", said)
        self._database.commit()
        return self._database.serialize()


def _said(kind: str, row: Row) -> str:
    return "\n".join(str(row[name]) for name in TEXTS[kind] if row[name])


def _value(value: object) -> str | int | float | None:
    match value:
        case None | str() | int() | float():
            return value
        case _:
            return as_json(value)
