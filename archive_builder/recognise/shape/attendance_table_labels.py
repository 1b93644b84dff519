"""Attendance tables by the labels in them: over the names, each column below its own, or at the head of the cells."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import AttendanceStatus, Block, Row
from archive_builder.recognise.shape.attendance_cells import Entry, lines_of, people_of
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.roster.lists import read_list
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.settings import Vocabulary


def is_stacked(table: Block, setting: Setting) -> bool:
    """True if labels stand over the names: the first row with one has nothing else.

    One of them stands in another column than the first, with somebody below it.
    """
    labels = [_labels(row, setting.vocabulary) for row in table.rows]
    first = next((at for at, found in enumerate(labels) if found), None)
    if first is None or first == len(table.rows) - 1:
        return False
    filled = [column for column, text in enumerate(table.rows[first].texts) if text.strip()]
    if sum(len(found) for found in labels) < _LEAST_LABELS or filled != list(labels[first]):
        return False
    beside = {(at, column) for at, found in enumerate(labels) for column in found if column}
    return any(_names_below(table, at, column, setting) for at, column in beside)


_LEAST_LABELS = 2


def _names_below(table: Block, at: int, column: int, setting: Setting) -> bool:
    """True if the next filled cell below a label names somebody."""
    below = (row for row in table.rows[at + 1 :] if row.cell(column).strip())
    row = next(below, None)
    return row is not None and bool(people_of(row, column, setting))


def _labels(row: Row, vocabulary: Vocabulary) -> dict[int, AttendanceStatus]:
    """The cells of a row that are nothing but a label, with what each says; a label over several cells counts once."""
    found = {
        column: status
        for column in range(len(row.cells))
        if (status := status_of(row.cell(column), vocabulary))
    }
    texts = {row.cell(column) for column in found}
    return {} if len(found) > 1 and len(texts) == 1 else found


def below_labels(table: Block, setting: Setting) -> Iterator[Entry]:
    """The people of a table whose labels stand over the names, each column read downwards."""
    said: dict[int, AttendanceStatus] = {}
    for at, row in enumerate(table.rows):
        labels = _labels(row, setting.vocabulary)
        said |= labels
        for column, status in said.items():
            for named, own in () if column in labels else people_of(row, column, setting):
                yield Entry(named, at, own or status)


def labelled(row: Row, vocabulary: Vocabulary) -> bool:
    """True if several cells of a row begin with a label and go on with names: "Apologies: Ann Lee"."""
    return (
        sum(_label_of(lines_of(row, column)[0], vocabulary) is not None for column in range(len(row.cells)))
        > 1
    )


def _label_of(line: str, vocabulary: Vocabulary) -> tuple[AttendanceStatus, str] | None:
    label, colon, rest = line.partition(":")
    status = status_of(label, vocabulary)
    return (status, rest.strip()) if status and (colon or not rest) else None


def of_labelled_cells(row: Row, at: int, setting: Setting) -> Iterator[Entry]:
    """The people of the cells of a row that begin with a label."""
    for column in range(len(row.cells)):
        first, *further = lines_of(row, column)
        if label := _label_of(first, setting.vocabulary):
            status, rest = label
            for entries in read_list([line for line in (rest, *further) if line], setting):
                for entry in entries:
                    yield Entry(entry.named, at, entry.status or status)
