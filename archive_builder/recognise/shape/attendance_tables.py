"""Attendance lists set as tables: a person a row, or a row for those present and one for apologies.

Named layouts: columns headed "Name", "Title", "Organisation", "Attendance"; the same without heads,
below "Present"; a first column that says "Present:", "Apologies:" with the names beside it; columns
headed "Present" and "Apologies" with the names below; cells that begin with such a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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
from archive_builder.recognise.shape.attendance_table_labels import (
    below_labels,
    is_stacked,
    labelled,
    of_labelled_cells,
)
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
    if is_stacked(table, setting) or any(labelled(row, vocabulary) for row in table.rows):
        return True
    if any(status_of(row.cell(0), vocabulary) for row in table.rows):
        return True
    return register_of(table, setting) is not None or _is_headed_by_group(table, setting)


def _is_headed_by_group(table: Block, setting: Setting) -> bool:
    """True for a table of one person a cell below a title that ends as labels do: "Oxmere Panel Members:"."""
    if len(table.rows) < _TITLE_AND_ROW or not _is_bar(table.rows[0]):
        return False
    words = table.rows[0].cell(0).split()
    ends = (" ".join(words[-size:]) for size in (1, 2))
    labelled = any(status_of(end, setting.vocabulary) is PRESENT for end in ends)
    return labelled and holds_one_a_cell(table, setting)


_TITLE_AND_ROW = 2


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
    if is_stacked(table, setting):
        yield from below_labels(table, setting)
        return
    if not found and any(labelled(row, vocabulary) for row in table.rows):
        for at, row in enumerate(table.rows):
            yield from of_labelled_cells(row, at, setting)
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


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the rows of a table are set."""

    found: Mapping[str, int]
    """Which column holds what, by its heads."""
    header: int
    names: int | None
    """The only column of people, where the table has no heads."""
    side_by_side: bool
    """Each cell holds one person."""
    beside_labels: bool
    """Labels stand in the first column, with the names beside them."""
    members: bool
    """A label says of members that they were present: those "in attendance" are others."""


def _layout_of(table: Block, found: Mapping[str, int], setting: Setting) -> _Layout:
    vocabulary = setting.vocabulary
    names = None if found else column_of_one_each(table, setting)
    return _Layout(
        found,
        table.header,
        names,
        side_by_side=not found and names is None and holds_one_a_cell(table, setting),
        beside_labels=any(
            len(row.cells) > 1 and status_of(row.cell(0), vocabulary) and not _is_bar(row)
            for row in table.rows
        ),
        members=any(_of_members(row.cell(0), vocabulary) for row in table.rows),
    )


def _row_by_row(table: Block, found: Mapping[str, int], setting: Setting) -> Iterator[Entry]:
    """The people of each row: beside a label, or below one that stands across the table."""
    layout = _layout_of(table, found, setting)
    said: AttendanceStatus | None = None
    barred: AttendanceStatus | None = None
    for at, row in enumerate(table.rows):
        status = _row_status(row, layout.members, setting.vocabulary)
        if status and _is_bar(row):
            barred, said = status, None
            continue
        if status and len(row.cells) > 1:
            said = status
        elif not row.cell(0) and said:
            status = said
        if status:
            yield from _beside_label(row, at, status, setting)
        else:
            yield from _unlabelled(row, at, layout, barred, said is not None, setting)


def _unlabelled(
    row: Row, at: int, layout: _Layout, barred: AttendanceStatus | None, said: bool, setting: Setting
) -> Iterator[Entry]:
    """The people of a row without a label; `said` is true below a row with one."""
    if layout.found:
        entry = entry_of(row, at, layout.found, setting) if at >= layout.header else None
        if entry:
            yield replace(entry, status=entry.status or barred)
    elif layout.names is not None and not _side_label(row):
        beside = [column for column in range(len(row.cells)) if column != layout.names]
        yield from of_named_cell(row, at, layout.names, beside, barred, setting)
    elif layout.side_by_side:
        for column in range(len(row.cells)):
            if named := one_of_cell(row, column, setting):
                yield Entry(named, at, barred)
    elif (barred or not said) and not (layout.beside_labels and _is_field(row, setting)):
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
