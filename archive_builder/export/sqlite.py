"""All rows as one SQLite database: a table a kind, and a full-text index over what is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence

Row = Mapping[str, object]

TEXTS: Mapping[str, tuple[str, ...]] = {
    "questions": ("text", "answer_text"),
    "actions": ("text",),
    "decisions": ("text",),
    "tracker_rows": ("action_text", "update_text"),
    "agenda_items": ("title",),
    "work_programme": ("topic", "aims"),
}
"""The columns of each kind that the full-text index holds."""


EXAMPLE = """\
SELECT questions.text, questions.answer_text, questions.url
FROM texts JOIN questions ON questions.id = texts.id
WHERE texts MATCH 'police' AND questions.same_as IS NULL;"""
"""What the database can do, for the data page."""


def sqlite_bytes(tables: Mapping[str, Sequence[Row]], columns: Mapping[str, Sequence[str]]) -> bytes:
    """The database as a file; lists and nested values are JSON.

    `texts` is searched with MATCH and gives the kind, id and address of what it finds:
    SELECT kind, url FROM texts WHERE texts MATCH 'firearms licensing'.
    """
    database = sqlite3.connect(":memory:")
    try:
        for kind, names in columns.items():
            fields = ", ".join(f'"{name}"' for name in names)
            database.execute(f'CREATE TABLE "{kind}" ({fields})')
            marks = ", ".join("?" * len(names))
            rows = ([_value(row.get(name)) for name in names] for row in tables[kind])
            database.executemany(f'INSERT INTO "{kind}" VALUES ({marks})', rows)
        database.execute(
            "CREATE VIRTUAL TABLE texts USING fts5"
            "(kind UNINDEXED, id UNINDEXED, url UNINDEXED, text, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        for kind, names in TEXTS.items():
            for row in tables[kind]:
                text = "\n".join(str(row[name]) for name in names if row[name])
                database.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", (kind, row["id"], row["url"], text))
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _value(value: object) -> str | int | float | None:
    match value:
        case None | str() | int() | float():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)
