"""Attendance tables without heads: what their columns hold is told by the cells.

A register has a column of names and columns of marks, one for each meeting ("P", "A", "✓"). Other
tables have a column of names, and beside it the post or the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import AttendanceStatus, Block, Row, plain
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.lists import KNOWN, read_list
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.settings import Vocabulary
from archive_builder.text.dates import only_date
from archive_builder.text.words import folded

PRESENT, APOLOGIES = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGIES
_MOST = 0.6
"""Share of the cells of a column that tell what it holds."""
_FEW = 0.3
_LEAST_ROWS = 2
_CROSS = "x"
"""It marks those who were there, or those who were not: the other marks tell."""


@dataclass(frozen=True, slots=True)
class Register:
    """Which column of a table holds the names, and which the marks of this meeting."""

    names: int
    marks: int
    marked: tuple[int, ...]
    """The columns of marks of all meetings."""
    width: int
    crosses_are_present: bool = False


def register_of(table: Block, setting: Setting) -> Register | None:
    """A table read as a register; None if it has no column of names or none of marks."""
    columns = _columns(table)
    marked = [
        column
        for column, cells in enumerate(columns)
        if column and any(cells) and all(_is_mark(cell, setting.vocabulary) for cell in cells if cell)
        if _can_head_marks(table, column, setting.vocabulary)
    ]
    names = _column_of_names(columns, setting) if marked else None
    if names is None:
        return None
    held = [column for column in marked if _is_of_day(table, column, setting)]
    marks = held[0] if held else marked[-1]
    seen = {cell.casefold() for column in marked for cell in columns[column] if cell}
    return Register(names, marks, tuple(marked), len(columns), crosses_are_present=seen == {_CROSS})


def statuses_of(
    table: Block, register: Register, vocabulary: Vocabulary
) -> Iterator[tuple[int, AttendanceStatus]]:
    """The rows that a register marks for this meeting, each with what the mark says; others are left out."""
    for at, row in enumerate(table.rows):
        mark = row.cell(register.marks).casefold().strip(" .()")
        status = _status_of_mark(mark, register, vocabulary)
        if status is not None:
            yield at, status


def column_of_one_each(table: Block, setting: Setting) -> int | None:
    """The only column of a table that holds people, one a row; None where others hold some too."""
    columns = _columns(table)
    names = _column_of_names(columns, setting)
    if names is None:
        return None
    others = [cells for column, cells in enumerate(columns) if column != names]
    return None if any(_share_of_people(cells, setting) > _FEW for cells in others) else names


def holds_one_a_cell(table: Block, setting: Setting) -> bool:
    """True if each cell of a table holds one person, with post and body on the lines below the name.

    Rows of one cell are titles of the rows below them, and do not count.
    """
    rows = [row for row in table.rows if sum(map(bool, row.texts)) > 1]
    cells = [cell for row in rows for cell in lines_joined(row)]
    several_lines = sum("\n" in text for row in rows for text in map(plain, row.cells))
    if len(rows) < _LEAST_ROWS or several_lines < _MOST * len(cells):
        return False
    return _share_of_people(cells, replace(setting, one_a_line=True)) >= _MOST


def lines_joined(row: Row) -> list[str]:
    """The filled cells of a row, each as one line: "Ann Lee" above "Clerk" is "Ann Lee, Clerk"."""
    texts = [joined([folded(line) for line in plain(cell).split("\n")]) for cell in row.cells]
    return [text for text in texts if text]


def joined(lines: Sequence[str]) -> str:
    """Lines of a cell as one, with commas between them; a line in small letters goes on with the one above."""
    text = ""
    for line in (line.strip(" ,") for line in lines):
        mark = " " if line[:1].islower() else ", "
        text += f"{mark if text else ''}{line}" if line else ""
    return text


def _columns(table: Block) -> list[list[str]]:
    width = max((len(row.cells) for row in table.rows), default=0)
    rows = table.rows[table.header :]
    return [[folded(row.cell(column)) for row in rows] for column in range(width)]


def _column_of_names(columns: Sequence[Sequence[str]], setting: Setting) -> int | None:
    """The first column most of whose cells name one person each."""
    for column, cells in enumerate(columns):
        filled = [cell for cell in cells if cell]
        if len(filled) >= _LEAST_ROWS and _share_of_people(filled, setting) >= _MOST:
            return column
    return None


def _share_of_people(cells: Sequence[str], setting: Setting) -> float:
    """Share of some cells, the empty ones left out, that name one person who is known by the name."""
    filled = [cell for cell in cells if cell]
    read = read_list(filled, replace(setting, prior=weights.LISTED)) if filled else []
    known = sum(len(entries) == 1 and entries[0].score >= KNOWN for entries in read)
    return known / len(filled) if filled else 0.0


def holds_marks(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if every filled cell of a column below its head is a mark of a register: "Yes", "no", "x"."""
    cells = [cell for cell in _columns(table)[column] if cell]
    return bool(cells) and all(_is_mark(cell, vocabulary) for cell in cells)


def _is_mark(cell: str, vocabulary: Vocabulary) -> bool:
    said = cell.casefold().strip(" .()")
    marks = ("marks_present", "marks_absent", "roll_present", "roll_absent")
    return said == _CROSS or any(said in vocabulary.signs[name] for name in marks)


def _status_of_mark(mark: str, register: Register, vocabulary: Vocabulary) -> AttendanceStatus | None:
    signs = vocabulary.signs
    if mark == _CROSS:
        return PRESENT if register.crosses_are_present else APOLOGIES
    if mark in signs["marks_present"] or mark in signs["roll_present"]:
        return PRESENT
    return APOLOGIES if mark in signs["marks_absent"] or mark in signs["roll_absent"] else None


def _can_head_marks(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if a column is headed by nothing, a day or a word of being there, and not by what people belong to."""
    head = folded(table.rows[0].cell(column)) if table.header else ""
    if not head or _is_mark(head, vocabulary):
        return True
    return compiled(_HEAD_OF_MARKS, vocabulary).match(head) is not None


_HEAD_OF_MARKS = r"""
    .* (?: \d | \b (?: {MONTH} | {WEEKDAY} | {MEETING}
                   | {ATTEND_HEAD_STATUS} | {ATTEND_PRESENT} | {ATTEND_ABSENT} ) \b )
"""


def _is_of_day(table: Block, column: int, setting: Setting) -> bool:
    """True if the head of a column is the day of the meeting."""
    if setting.held is None or not table.header:
        return False
    return only_date(table.rows[0].cell(column)) == setting.held
