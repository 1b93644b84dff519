"""Tables of actions without a header: which field each column holds, told by what stands in it."""

from __future__ import annotations

from archive_builder.model import Block
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import state_of
from archive_builder.recognise.signs.owners import names_owner
from archive_builder.text import dates
from archive_builder.text.words import folded

_TASK_WORDS = 3
"""Minimum number of words of a task, on average of its column."""


def columns_without_heads(draft: Draft, table: Block) -> dict[str, int]:
    """The field of each column of a table whose first row is no header.

    Its tasks stand in the column with the most words. It is a table of actions only where each row
    names who acts and a day, or a day and how things stand; else no column is named.
    """
    width = len(table.rows[0].cells)
    if any(len(row.cells) != width for row in table.rows) or not _FEWEST <= width <= _MOST:
        return {}
    cells = [[folded(row.cell(column)) for row in table.rows] for column in range(width)]
    longest = max(range(width), key=lambda column: _words(cells[column]))
    if _words(cells[longest]) < _TASK_WORDS * len(table.rows):
        return {}
    found = {"action": longest}
    for column in range(width):
        name = _field(draft, cells[column])
        if column != longest and name:
            found.setdefault(name, column)
    if {"owner", "due"} <= found.keys() and "status" not in found:
        return found
    if {"status", "due"} <= found.keys():
        found["meeting"] = found.pop("due")
        return found
    return {}


_FEWEST = 3
_MOST = 5


def _words(cells: list[str]) -> int:
    return sum(len(cell.split()) for cell in cells)


def _field(draft: Draft, cells: list[str]) -> str:
    """What the cells of a column are: days, people or how things stand, each of them."""
    if all(dates.only_date(cell) for cell in cells):
        return "due"
    if all(names_owner(cell, draft) for cell in cells):
        return "owner"
    return "status" if all(state_of(cell, draft.vocabulary) for cell in cells) else ""
