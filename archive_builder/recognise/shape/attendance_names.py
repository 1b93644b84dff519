"""Tables whose names are cut in two: a column of first names and one of last names, read as one column."""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import Block, Row, Run, Text
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.settings import Vocabulary

_GIVEN = Rule(
    "head-of-first-names",
    r"{ATTEND_HEAD_GIVEN}",
    ("First name", "Forename"),
    ("First Street",),
    act=Act.LISTS_PEOPLE,
)
_SURNAME = Rule(
    "head-of-last-names",
    r"{ATTEND_HEAD_SURNAME}",
    ("Last name", "Surname"),
    ("Last meeting",),
    act=Act.LISTS_PEOPLE,
)

_TITLE_ROWS = 2
"""Rows from the top among which the heads stand: a title may stand above them."""


def with_whole_names(table: Block, vocabulary: Vocabulary) -> Block:
    """A table with each name in one cell, in place of the first of the two that it was cut into."""
    for at, row in enumerate(table.rows[:_TITLE_ROWS]):
        given = _column_of(row, _GIVEN, vocabulary)
        surname = _column_of(row, _SURNAME, vocabulary)
        if given is None or surname is None:
            continue
        heads = _with_cell(_without(row, surname), given - (surname < given), (Run("Name"),))
        below = (_joined(each, given, surname) for each in table.rows[at + 1 :])
        return replace(table, rows=(*table.rows[:at], heads, *below), header=max(table.header, at + 1))
    return table


def _column_of(row: Row, head: Rule, vocabulary: Vocabulary) -> int | None:
    return next((column for column, text in enumerate(row.texts) if head.match(text, vocabulary)), None)


def _joined(row: Row, given: int, surname: int) -> Row:
    """A row with first and last name in one cell."""
    name = f"{row.cell(given)} {row.cell(surname)}".strip()
    return _with_cell(_without(row, surname), given - (surname < given), (Run(name),))


def _without(row: Row, column: int) -> Row:
    cells = tuple(cell for at, cell in enumerate(row.cells) if at != column)
    merged = tuple(cell for at, cell in enumerate(row.merged) if at != column)
    return replace(row, cells=cells, merged=merged)


def _with_cell(row: Row, column: int, text: Text) -> Row:
    cells = tuple(text if at == column else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=cells)
