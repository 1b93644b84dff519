"""Attendance lists set as tables: a person a row, or a row for those present and one for apologies.

Named layouts: columns headed "Name", "Title", "Organisation", "Attendance"; the same without heads,
below "Present"; a first column that says "Present:", "Apologies:" with the names beside it; columns
headed "Present" and "Apologies" with the names below; cells that begin with such a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archive_builder.model import AttendanceStatus, Block, Row, plain
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.roster.lists import read_list
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named
from archive_builder.text.posts import ends_as_body, is_post
from archive_builder.text.words import folded

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus
_HEADS = {
    "name": r"(?:full\s+)?names?|members?|attendees?|councillors?|directors?|governors?|trustees?|commissioners?"
    r"|(?:board|committee|panel|council)\s+members?|present",
    "role": r"(?:job\s+)?titles?|roles?|positions?|posts?|designation|office|capacity|category"
    r"|(?:governor|member|trustee)\s+type|type\s+of\s+(?:governor|member|trustee)",
    "organization": r"organi[sz]ations?|representing|authority|council|wards?|body|agency|constituency|division|area",
    "status": r"attendance|attended|status|present(?:\s*/\s*(?:absent|apologies))?|in\s+attendance",
}
"""What the columns of an attendance list are headed."""
_ABSENT = re.compile(r"(?:apolog\w+|absent|a|no|n|x|✗|✘|excused|regrets)\b.*", re.IGNORECASE)
_DASH = re.compile(r"[-–—]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of a row, and what the row says of being there; None where it says nothing."""

    named: Named
    row: int
    status: AttendanceStatus | None = None


def heads(table: Block) -> dict[str, int]:
    """Which column of an attendance list holds what, by its heads; empty for other tables."""
    if not table.header:
        return {}
    found: dict[str, int] = {}
    for column in range(len(table.rows[0].cells)):
        said = table.rows[0].cell(column).strip(" :.*")
        kind = next(
            (k for k, p in _HEADS.items() if k not in found and re.fullmatch(p, said, re.IGNORECASE)), ""
        )
        if kind:
            found[kind] = column
    return found


def is_attendance(table: Block, setting: Setting) -> bool:
    """True if a table is an attendance list by its own heads, or by the words of its cells."""
    found = heads(table)
    if "name" in found and len(found) > 1:
        return any(_entry(row, 0, found, setting) for row in table.rows[table.header :])
    if _headed(table, setting.vocabulary) or any(_labelled(row, setting.vocabulary) for row in table.rows):
        return True
    return any(status_of(row.cell(0), setting.vocabulary) for row in table.rows)


def read_table(table: Block, setting: Setting) -> Iterator[Entry]:
    """The people of a table that is an attendance list."""
    vocabulary = setting.vocabulary
    found = heads(table)
    if headed := _headed(table, vocabulary):
        yield from _below_heads(table, headed, setting)
        return
    if not found and any(_labelled(row, vocabulary) for row in table.rows):
        for at, row in enumerate(table.rows):
            yield from _of_labelled_cells(row, at, setting)
        return
    said: AttendanceStatus | None = None
    barred: AttendanceStatus | None = None
    members = any(_of_members(row.cell(0), vocabulary) for row in table.rows)
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
            for column in range(1, len(row.cells)):
                for named, own in _people(row, column, setting):
                    yield Entry(named, at, own or status)
        elif found and at >= table.header:
            if entry := _entry(row, at, found, setting):
                yield replace(entry, status=entry.status or barred)
        elif not found and (barred or not said):
            yield from _of_line(row, at, barred, setting)


def _headed(table: Block, vocabulary: Vocabulary) -> dict[int, AttendanceStatus]:
    """The columns of a table whose first row says "Present" over one and "Apologies" over another."""
    statuses = {
        column: status
        for column in range(len(table.rows[0].cells))
        if (status := status_of(table.rows[0].cell(column), vocabulary))
    }
    several = len(statuses) > 1 and len(set(statuses.values())) > 1
    return statuses if several and len(table.rows) > 1 else {}


def _below_heads(table: Block, statuses: Mapping[int, AttendanceStatus], setting: Setting) -> Iterator[Entry]:
    """The people of columns headed by what they say of them."""
    for at, row in enumerate(table.rows[1:], 1):
        for column, status in statuses.items():
            for named, own in _people(row, column, setting):
                yield Entry(named, at, own or status)


def _labelled(row: Row, vocabulary: Vocabulary) -> bool:
    """True if several cells of a row begin with a label and go on with names: "Apologies: Ann Lee"."""
    return (
        sum(_label_of(_lines(row, column)[0], vocabulary) is not None for column in range(len(row.cells))) > 1
    )


def _label_of(line: str, vocabulary: Vocabulary) -> tuple[AttendanceStatus, str] | None:
    label, colon, rest = line.partition(":")
    status = status_of(label, vocabulary)
    return (status, rest.strip()) if status and (colon or not rest) else None


def _of_labelled_cells(row: Row, at: int, setting: Setting) -> Iterator[Entry]:
    for column in range(len(row.cells)):
        first, *further = _lines(row, column)
        if label := _label_of(first, setting.vocabulary):
            status, rest = label
            for entries in read_list([line for line in (rest, *further) if line], setting):
                for entry in entries:
                    yield Entry(entry.named, at, entry.status or status)


def _of_line(row: Row, at: int, status: AttendanceStatus | None, setting: Setting) -> Iterator[Entry]:
    """The people of a row without heads: its cells are one line, set apart by wide spaces."""
    cells = [row.cell(column) for column in range(len(row.cells))]
    line = "\t".join(cell for cell in cells if cell).strip("\t-–—")
    for entries in read_list([line], setting):
        for entry in entries:
            yield Entry(entry.named, at, entry.status or status)


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


def _entry(row: Row, at: int, columns: Mapping[str, int], setting: Setting) -> Entry | None:
    """The person of a row of a table with heads."""
    vocabulary = setting.vocabulary
    people = _people(row, columns.get("name", 0), replace(setting, prior=weights.COLUMN))
    if len(people) != 1:
        return None
    [(named, own)] = people
    role = row.cell(columns["role"]) if "role" in columns else ""
    organization = row.cell(columns["organization"]) if "organization" in columns else ""
    if role and not organization:
        role, organization = _told_apart(role, named, vocabulary)
    person = replace(named, role=role or named.role, organization=organization or named.organization)
    there = row.cell(columns["status"]) if "status" in columns else ""
    return Entry(person, at, APOLOGIES if _ABSENT.fullmatch(there) else own)


def _told_apart(role: str, named: Named, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a column of posts holds, as post and body: "Head of Assurance, OPCC"."""
    if not is_post(role, vocabulary) and (named.role or ends_as_body(role, vocabulary)):
        return "", role
    head, comma, tail = role.rpartition(",")
    head, tail = head.strip(), tail.strip()
    if comma and not is_post(tail, vocabulary) and (tail.isupper() or ends_as_body(tail, vocabulary)):
        return head, tail
    return role, ""


def _people(row: Row, column: int, setting: Setting) -> list[tuple[Named, AttendanceStatus | None]]:
    """The people of a cell, line by line."""
    lines = _lines(row, column) if column < len(row.cells) else []
    found = read_list([line for line in lines if line], setting)
    return [(entry.named, entry.status) for entries in found for entry in entries]


def _lines(row: Row, column: int) -> list[str]:
    return [folded(line) for line in plain(row.cells[column]).split("\n")]
