"""Attendance lists set as tables: a person a row, or a row for those present and one for apologies.

Named layouts: columns headed "Name", "Title", "Organisation", "Attendance"; the same without heads,
below "Present"; a first column that says "Present:", "Apologies:" with the names beside it; columns
headed "Present" and "Apologies" with the names below; cells that begin with such a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive_builder.model import AttendanceStatus, Block, Row
from archive_builder.recognise.shape.attendance_cells import (
    Entry,
    entry_of,
    heads,
    lines_of,
    of_named_cell,
    one_of_cell,
    people_of,
)
from archive_builder.recognise.shape.attendance_columns import (
    Register,
    column_of_one_each,
    holds_one_a_cell,
    register_of,
    statuses_of,
)
from archive_builder.recognise.shape.attendance_names import with_whole_names
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.roster.lists import read_list, surnames_in_capitals
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.settings import Vocabulary
from archive_builder.text.posts import is_post

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus


def is_attendance(table: Block, setting: Setting) -> bool:
    """True if a table is an attendance list by its own heads, or by the words of its cells."""
    table = with_whole_names(table, setting.vocabulary)
    found = heads(table, setting.vocabulary)
    if "name" in found and len(found) > 1:
        return any(entry_of(row, 0, found, setting) for row in table.rows[table.header :])
    vocabulary = setting.vocabulary
    if _is_stacked(table, setting) or any(_labelled(row, vocabulary) for row in table.rows):
        return True
    if any(status_of(row.cell(0), vocabulary) for row in table.rows):
        return True
    return register_of(table, setting) is not None or _is_headed_by_group(table, setting)


def _is_headed_by_group(table: Block, setting: Setting) -> bool:
    """True for a table of one person a cell below a title that ends as labels do: "Oxmere Panel Members:"."""
    if len(table.rows) < _LEAST_LABELS or not _is_bar(table.rows[0]):
        return False
    words = table.rows[0].cell(0).split()
    ends = (" ".join(words[-size:]) for size in (1, 2))
    labelled = any(status_of(end, setting.vocabulary) is PRESENT for end in ends)
    return labelled and holds_one_a_cell(table, setting)


def read_table(table: Block, setting: Setting) -> Iterator[Entry]:
    """The people of a table that is an attendance list."""
    vocabulary = setting.vocabulary
    table = with_whole_names(table, vocabulary)
    found = heads(table, vocabulary)
    cells = [text for row in table.rows for text in row.texts]
    setting = replace(setting, capitals=setting.capitals or surnames_in_capitals(cells))
    register = register_of(table, setting) if "status" not in found else None
    if register:
        yield from _of_register(table, register, found, setting)
        return
    if _is_stacked(table, setting):
        yield from _below_labels(table, setting)
        return
    if not found and any(_labelled(row, vocabulary) for row in table.rows):
        for at, row in enumerate(table.rows):
            yield from _of_labelled_cells(row, at, setting)
        return
    yield from _row_by_row(table, found, setting)


def _of_register(
    table: Block, register: Register, found: Mapping[str, int], setting: Setting
) -> Iterator[Entry]:
    """The people whom a register marks for this meeting."""
    beside = [column for column in range(register.width) if column not in (*register.marked, register.names)]
    for at, status in statuses_of(table, register, setting.vocabulary):
        row = table.rows[at]
        if "name" in found:
            entry = entry_of(row, at, found, setting)
            if entry:
                yield replace(entry, status=status)
        else:
            yield from of_named_cell(row, at, register.names, beside, status, setting)


def labels_both(table: Block, vocabulary: Vocabulary) -> bool:
    """True if a row begins with a label of those present, and another cell is one of apologies."""
    labels = [text.strip() for row in table.rows for text in row.texts if text.strip().endswith(":")]
    statuses = {status_of(label, vocabulary) for label in labels}
    return PRESENT in statuses and APOLOGIES in statuses


def _row_by_row(table: Block, found: Mapping[str, int], setting: Setting) -> Iterator[Entry]:
    vocabulary = setting.vocabulary
    names = None if found else column_of_one_each(table, setting)
    side_by_side = not found and names is None and holds_one_a_cell(table, setting)
    said: AttendanceStatus | None = None
    barred: AttendanceStatus | None = None
    members = any(_of_members(row.cell(0), vocabulary) for row in table.rows)
    beside_labels = any(
        len(row.cells) > 1 and status_of(row.cell(0), vocabulary) and not _is_bar(row) for row in table.rows
    )
    for at, row in enumerate(table.rows):
        status = _row_status(row, members, vocabulary)
        if status and _is_bar(row):
            barred, said = status, None
            continue
        if status and len(row.cells) > 1:
            said = status
        elif not row.cell(0) and said:
            status = said
        if status:
            yield from _beside_label(row, at, status, setting)
        elif found and at >= table.header:
            if entry := entry_of(row, at, found, setting):
                yield replace(entry, status=entry.status or barred)
        elif names is not None and not _side_label(row):
            beside = [column for column in range(len(row.cells)) if column != names]
            yield from of_named_cell(row, at, names, beside, barred, setting)
        elif side_by_side:
            for column in range(len(row.cells)):
                if named := one_of_cell(row, column, setting):
                    yield Entry(named, at, barred)
        elif not found and (barred or not said) and not (beside_labels and _is_field(row, setting)):
            yield from _of_line(row, at, barred, setting)


def _beside_label(row: Row, at: int, status: AttendanceStatus, setting: Setting) -> Iterator[Entry]:
    """The people of the cells behind a label; where the first names one person, the others are post and body."""
    columns = range(1, len(row.cells))
    filled = [column for column in columns if row.cell(column)]
    several = len(filled) > 1 and all(len(lines_of(row, column)) == 1 for column in filled)
    if several and [len(people_of(row, column, setting)) for column in filled] == [1] + [0] * (
        len(filled) - 1
    ):
        yield from of_named_cell(row, at, filled[0], filled[1:], status, setting)
        return
    for column in filled:
        for named, own in people_of(row, column, setting):
            yield Entry(named, at, own or status)


def _is_stacked(table: Block, setting: Setting) -> bool:
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


def _below_labels(table: Block, setting: Setting) -> Iterator[Entry]:
    """The people of a table whose labels stand over the names, each column read downwards."""
    said: dict[int, AttendanceStatus] = {}
    for at, row in enumerate(table.rows):
        labels = _labels(row, setting.vocabulary)
        said |= labels
        for column, status in said.items():
            for named, own in () if column in labels else people_of(row, column, setting):
                yield Entry(named, at, own or status)


def _labelled(row: Row, vocabulary: Vocabulary) -> bool:
    """True if several cells of a row begin with a label and go on with names: "Apologies: Ann Lee"."""
    return (
        sum(_label_of(lines_of(row, column)[0], vocabulary) is not None for column in range(len(row.cells)))
        > 1
    )


def _label_of(line: str, vocabulary: Vocabulary) -> tuple[AttendanceStatus, str] | None:
    label, colon, rest = line.partition(":")
    status = status_of(label, vocabulary)
    return (status, rest.strip()) if status and (colon or not rest) else None


def _of_labelled_cells(row: Row, at: int, setting: Setting) -> Iterator[Entry]:
    for column in range(len(row.cells)):
        first, *further = lines_of(row, column)
        if label := _label_of(first, setting.vocabulary):
            status, rest = label
            for entries in read_list([line for line in (rest, *further) if line], setting):
                for entry in entries:
                    yield Entry(entry.named, at, entry.status or status)


def _is_field(row: Row, setting: Setting) -> bool:
    """True for a field of a form that names nobody: "Place | Orrish St. Mary"."""
    name, vocabulary = row.cell(0).strip(), setting.vocabulary
    return bool(name) and not is_post(name.strip(" :"), vocabulary) and not people_of(row, 0, setting)


def _of_line(row: Row, at: int, status: AttendanceStatus | None, setting: Setting) -> Iterator[Entry]:
    """The people of a row without heads: its cells are one line, set apart by wide spaces."""
    cells = [row.cell(column) for column in range(_side_label(row) or len(row.cells))]
    line = "\t".join(cell for cell in cells if cell).strip("\t-–—")
    for entries in read_list([line], setting):
        for entry in entries:
            yield Entry(entry.named, at, entry.status or status)


def _side_label(row: Row) -> int:
    """The first cell behind the first one that is a label, for what stands beside it: "Chair:"; 0 for none."""
    cells = range(1, len(row.cells))
    return next((column for column in cells if row.cell(column).strip().endswith(":")), 0)


def _row_status(row: Row, members: bool, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What a row's first cell says; "in attendance" beside a list of members says that they are none."""
    status = status_of(row.cell(0), vocabulary)
    if status is PRESENT and members and not _of_members(row.cell(0), vocabulary):
        return ALSO_PRESENT
    return status


def _of_members(title: str, vocabulary: Vocabulary) -> bool:
    """True if a title is that of those present, by other words than "in attendance"."""
    said = title.casefold().strip(" :")
    return said != "in attendance" and status_of(title, vocabulary) is PRESENT


def _is_bar(row: Row) -> bool:
    """True for a row that is nothing but a title across the table, for the rows below it."""
    return len(row.cells) > 1 and all(text in ("", row.cell(0)) for text in row.texts[1:])
