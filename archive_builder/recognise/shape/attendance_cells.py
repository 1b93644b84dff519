"""A row of an attendance table: the person it names, with what the other cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import AttendanceStatus, Block, Row, plain
from archive_builder.recognise.grammar.rule import Act, Rule
from archive_builder.recognise.grammar.table_heads import fields_of, headings_of
from archive_builder.recognise.shape.attendance_columns import holds_marks, joined
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.brackets import is_kind_of_member
from archive_builder.recognise.shape.roster.lists import read_list
from archive_builder.recognise.shape.roster.readings import Setting, is_remark
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post
from archive_builder.text.words import folded

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus

_IN_BRACKET = re.compile(r"\s*\([^()]*\d[^()]*\)$")
"""A remark behind a post, with an item or a time: "(item 5)"."""
HEADS = {
    "name": Rule(
        "head-of-names",
        r"{ATTEND_HEAD_NAME}",
        ("Name", "Board member", "Councillors"),
        ("Name of the building",),
        act=Act.LISTS_PEOPLE,
    ),
    "role": Rule(
        "head-of-posts",
        r"{ATTEND_HEAD_ROLE}",
        ("Job title", "Position", "Governor type"),
        ("Positions filled",),
        act=Act.LISTS_PEOPLE,
    ),
    "organization": Rule(
        "head-of-bodies",
        r"{ATTEND_HEAD_BODY}",
        ("Organisation", "Ward", "Representing"),
        ("Council tax",),
        act=Act.LISTS_PEOPLE,
    ),
    "status": Rule(
        "head-of-attendance",
        r"{ATTEND_HEAD_STATUS}",
        ("Attendance", "Present / Apologies", "Attended"),
        ("Attendance target",),
        act=Act.LISTS_PEOPLE,
    ),
}
"""What the columns of an attendance list are headed."""
ABSENT = Rule(
    "cell-of-absence",
    r"(?: {ATTEND_ABSENT} | {MARKS_ABSENT} | x ) \b .*",
    ("Apologies", "A", "Absent with leave"),
    ("Present", "Attended"),
    act=Act.LISTS_PEOPLE,
)
GUEST = Rule(
    "cell-of-a-guest",
    r"{ATTEND_GUEST}",
    ("Guest", "Observer", "Member of the public"),
    ("Guest services manager",),
    act=Act.LISTS_PEOPLE,
)
"""A column of posts says of some people that they were guests."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of a row, and what the row says of being there; None where it says nothing."""

    named: Named
    row: int
    status: AttendanceStatus | None = None


def heads(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which column of an attendance list holds what, by its heads; empty for other tables.

    The heads may stand below a title. One that no rule knows is read by its parts: "Organisation / Email".
    """
    for first in range(min(_TITLE_ROWS, len(table.rows))):
        below = replace(table, rows=table.rows[first:], header=1)
        found = fields_of(below, HEADS, vocabulary)
        for column, heading in enumerate(headings_of(below)):
            field = _field_of_part(heading, vocabulary) if column not in found.values() else ""
            if field and field not in found:
                found[field] = column
        if "status" not in found and "name" in found and holds_marks(below, found["name"], vocabulary):
            found["status"] = found.pop("name")
            found |= _names_by_part(below, found, vocabulary)
        labelled = any(text.strip().endswith(":") for text in below.rows[0].texts)
        sure = len(found) > 1 and not labelled
        if "name" in found and (sure or (table.header and not first)):
            return found
    return {}


_TITLE_ROWS = 2


def _names_by_part(table: Block, found: Mapping[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The first other column whose head speaks of names in a part: "Name (affiliation)"."""
    for column, heading in enumerate(headings_of(table)):
        named = HEADS["name"].match(heading, vocabulary) or _field_of_part(heading, vocabulary) == "name"
        if named and column not in found.values():
            return {"name": column}
    return {}


def _field_of_part(heading: str, vocabulary: Vocabulary) -> str:
    """The field that a part of a heading names: "Attendee name (present)" is headed by names."""
    parts = [part.strip() for part in _PARTS.split(heading) if part.strip()]
    if len(parts) < _SEVERAL:
        return ""
    return next((name for part in parts for name, rule in HEADS.items() if rule.match(part, vocabulary)), "")


_PARTS = re.compile(r"[/(),|]|\s[–—-]\s")
_SEVERAL = 2


def entry_of(row: Row, at: int, columns: Mapping[str, int], setting: Setting) -> Entry | None:
    """The person of a row of a table with heads."""
    vocabulary = setting.vocabulary
    head = row.cell(columns.get("name", 0))
    if HEADS["name"].match(head, vocabulary) or _field_of_part(head, vocabulary) == "name":
        return None
    people = people_of(row, columns.get("name", 0), replace(setting, prior=weights.COLUMN))
    if len(people) != 1:
        return None
    [(named, own)] = people
    role = row.cell(columns["role"]) if "role" in columns else ""
    organization = row.cell(columns["organization"]) if "organization" in columns else ""
    if role and not organization:
        role, organization = _told_apart(role, named, vocabulary)
    there = row.cell(columns["status"]) if "status" in columns else ""
    if role and GUEST.match(role, vocabulary):
        role, own = "", ALSO_PRESENT
    person = replace(named, role=role or named.role, organization=organization or named.organization)
    return Entry(person, at, APOLOGIES if ABSENT.match(there, vocabulary) else own)


def _told_apart(role: str, named: Named, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a column of posts holds, as post and body: "Head of Assurance, OPCC"."""
    if not is_post(role, vocabulary) and (named.role or ends_as_body(role, vocabulary)):
        return "", role
    head, comma, tail = role.rpartition(",")
    head, tail = head.strip(), tail.strip()
    if comma and not is_post(tail, vocabulary) and (tail.isupper() or ends_as_body(tail, vocabulary)):
        return head, tail
    return role, ""


def people_of(row: Row, column: int, setting: Setting) -> list[tuple[Named, AttendanceStatus | None]]:
    """The people of a cell, line by line."""
    lines = lines_of(row, column) if column < len(row.cells) else []
    found = read_list([line for line in lines if line], setting)
    return [(entry.named, entry.status) for entries in found for entry in entries]


def lines_of(row: Row, column: int) -> list[str]:
    return [folded(line) for line in plain(row.cells[column]).split("\n")]


def one_of_cell(row: Row, column: int, setting: Setting) -> Named | None:
    """The person of a cell, with the post and body on the lines below the name."""
    first, *below = [line.strip(" ,") for line in lines_of(row, column)]
    rest = joined(below)
    setting = replace(setting, one_a_line=True)
    [alone] = read_list([first], setting)
    if rest and len(alone) == 1 and not (alone[0].named.role or alone[0].named.organization):
        return _with_cell(alone[0].named, rest, setting.vocabulary)
    [people] = read_list([joined([first, rest])], setting)
    return people[0].named if people else None


def of_named_cell(
    row: Row,
    at: int,
    names: int,
    columns: Sequence[int],
    status: AttendanceStatus | None,
    setting: Setting,
) -> Iterator[Entry]:
    """The person of a row of a table with one column of people; some other columns are post and body."""
    people = people_of(row, names, replace(setting, prior=weights.COLUMN))
    beside = [
        text
        for column in columns
        if (text := row.cell(column).strip(" –—-")) and not is_remark(text, setting)
    ]
    for named, own in people:
        for text in beside if len(people) == 1 else ():
            named = _with_cell(named, text, setting.vocabulary)
        yield Entry(named, at, own or status)


def _with_cell(named: Named, text: str, vocabulary: Vocabulary) -> Named:
    """A name with what a cell beside it says: its post, or its body."""
    text = _IN_BRACKET.sub("", text).strip()
    if is_kind_of_member(text, vocabulary):
        return replace(named, role=named.role or text)
    role, organization = _told_apart(text, named, vocabulary)
    if role and not speaks_of_post(role, vocabulary) and role[:1].isupper() and not named.organization:
        role, organization = "", text
    return replace(named, role=named.role or role, organization=named.organization or organization)
