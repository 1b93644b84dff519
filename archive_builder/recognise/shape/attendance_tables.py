"""Attendance lists set as tables: a person a row, or a row for those present and one for apologies.

Named layouts: columns headed "Name", "Title", "Organisation", "Attendance"; the same without heads,
below "Present"; a first column that says "Present:", "Apologies:" with the names beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archive_builder.model import AttendanceStatus, Block, Row, plain
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named
from archive_builder.text.posts import ends_as_body, is_post
from archive_builder.text.roster_lines import post_and_body
from archive_builder.text.rosters import people
from archive_builder.text.words import folded

_HEADS = {
    "name": r"(?:full\s+)?names?|members?|attendees?|councillors?|directors?|governors?|trustees?|commissioners?"
    r"|(?:board|committee|panel|council)\s+members?|present",
    "role": r"(?:job\s+)?titles?|roles?|positions?|posts?|designation|office|capacity|category"
    r"|(?:governor|member|trustee)\s+type|type\s+of\s+(?:governor|member|trustee)",
    "organization": r"organi[sz]ations?|representing|authority|council|wards?|body|agency|constituency|division|area",
    "status": r"attendance|attended|status|present(?:\s*/\s*(?:absent|apologies))?|in\s+attendance",
}
"""What the columns of an attendance list are headed."""
_OTHERS_ATTENDING = re.compile(r"(?!members\b|board\b|committee\b)(?:[\w&’'-]+\s+){1,4}in\s+attendance")
"""A group of those who attend and are no members: "Police Service in attendance"."""
_ABSENT = re.compile(r"(?:apolog\w+|absent|a|no|n|x|✗|✘|excused|regrets)\b.*", re.IGNORECASE)


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


def is_attendance(table: Block, vocabulary: Vocabulary) -> bool:
    """Whether a table is an attendance list by its own heads, or by the words of its first column."""
    found = heads(table)
    if "name" in found and len(found) > 1:
        return any(_entry(row, 0, found, vocabulary) for row in table.rows[table.header :])
    return any(status_of(row.cell(0), vocabulary) for row in table.rows)


def entries(table: Block, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The people of a table that is an attendance list."""
    found = heads(table)
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
                yield from (Entry(named, at, status) for named in _people(row, column, vocabulary))
        elif (at >= table.header or not found) and (
            entry := _entry(row, at, found or _headless(row), vocabulary)
        ):
            yield replace(entry, status=entry.status or barred)


def _row_status(row: Row, members: bool, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What a row's first cell says; "in attendance" beside a list of members says that they are none."""
    status = status_of(row.cell(0), vocabulary)
    if status is AttendanceStatus.PRESENT and members and not _of_members(row.cell(0), vocabulary):
        return AttendanceStatus.ALSO_PRESENT
    return status


def _of_members(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title is that of those present, by other words than "in attendance"."""
    said = title.casefold().strip(" :")
    return said != "in attendance" and status_of(title, vocabulary) is AttendanceStatus.PRESENT


def _is_bar(row: Row) -> bool:
    """A row that is nothing but a title across the table, for the rows below it."""
    return len(row.cells) > 1 and all(text in ("", row.cell(0)) for text in row.texts[1:])


def _headless(row: Row) -> dict[str, int]:
    return {"name": 0, "role": 1} if len(row.cells) > 1 else {"name": 0}


def _entry(row: Row, at: int, columns: Mapping[str, int], vocabulary: Vocabulary) -> Entry | None:
    named = _people(row, columns.get("name", 0), vocabulary)
    if len(named) != 1:
        return None
    role = row.cell(columns["role"]) if "role" in columns else ""
    organization = row.cell(columns["organization"]) if "organization" in columns else ""
    if role and not organization and "role" in columns and not is_post(role, vocabulary) and named[0].role:
        role, organization = "", role
    if role and not organization and not is_post(role, vocabulary) and ends_as_body(role, vocabulary):
        role, organization = "", role
    if role and "role" in columns and not organization:
        role, organization = _with_letters(role, vocabulary)
    person = replace(named[0], role=role or named[0].role, organization=organization or named[0].organization)
    there = row.cell(columns["status"]) if "status" in columns else ""
    return Entry(person, at, AttendanceStatus.APOLOGIES if _ABSENT.fullmatch(there) else None)


def _with_letters(role: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The post and body of "Head of Assurance, OPCC"; a post alone for other words."""
    post, body = post_and_body(role, vocabulary)
    return (post, body) if body and (body.isupper() or ends_as_body(body, vocabulary)) else (role, "")


def _people(row: Row, column: int, vocabulary: Vocabulary) -> list[Named]:
    """The people of a cell, line by line."""
    lines = plain(row.cells[column]).split("\n") if column < len(row.cells) else []
    return [named for line in lines if folded(line) for named in people(line, vocabulary)]


def status_of(title: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What the heading of a list says of the people below it; None for other words."""
    said = folded(title).casefold().strip(" :–-.")
    for half in (said, *said.split(" / ")):
        if half in vocabulary.apologies:
            return AttendanceStatus.APOLOGIES
        if half in vocabulary.also_present or _OTHERS_ATTENDING.fullmatch(half):
            return AttendanceStatus.ALSO_PRESENT
        if half in vocabulary.present:
            return AttendanceStatus.PRESENT
    return None
