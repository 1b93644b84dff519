"""Rows as bytes: JSON Lines and CSV, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

Row = Mapping[str, object]

as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Returns a value as JSON. `json.dumps` would make an encoder for each of a hundred thousand rows."""


def json_lines(rows: Iterable[Row]) -> list[str]:
    """Return each row as an object on a line, keys in their order."""
    return [f"{as_json(row)}\n" for row in rows]


Cells = Sequence[str]
"""A row of a CSV file."""


def csv_bytes(rows: Iterable[Row], columns: tuple[str, ...]) -> bytes:
    """Return a header of the columns, then a line for each row."""
    return csv_of([columns, *cells(rows, columns)])


def csv_lines(lines: Iterable[Iterable[str]]) -> bytes:
    """Return rows of words as CSV."""
    return csv_of([[_no_formula(cell) for cell in line] for line in lines])


def cells(rows: Iterable[Row], columns: tuple[str, ...]) -> list[Cells]:
    """Return each row as cells that no spreadsheet takes for formulas."""
    return [[_no_formula(_cell(row.get(column))) for column in columns] for row in rows]


def csv_of(lines: Iterable[Cells]) -> bytes:
    """Return cells as CSV in UTF-8 with a byte order mark: without it spreadsheets misread accents and dashes."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """Return a value as a cell: lists of words joined by semicolons, nested values as JSON."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case list() if all(isinstance(entry, str) for entry in value):
            return "; ".join(value)
        case list() | dict():
            return as_json(value)
        case _:
            return str(value)


def _no_formula(text: str) -> str:
    """A spreadsheet would run a cell that opens like a formula: an apostrophe makes it text.

    Some programs drop white space and marks without a width before they look, and some read full-width
    signs as the plain ones. A number, minus sign and all, is no formula and stays a number; so is a lone
    dash.

    Source: OWASP, "CSV Injection".
    """
    if text[:1].isalnum():
        return text
    first = next((c for c in text if unicodedata.category(c) not in _UNSEEN), "")
    opens = text[:1] in ("\t", "\r") or unicodedata.normalize("NFKC", first) in ("=", "+", "-", "@")
    return f"'{text}" if opens and not _NUMBER.fullmatch(text.strip()) else text


_NUMBER = re.compile(r"[-+]?[\d,]*(?:\.\d+)?%?")
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})
"""Unicode categories of invisible characters: controls, formats, combining marks, spaces."""
