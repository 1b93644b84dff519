"""The people of one list below a label: its lines, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Attendance, AttendanceStatus, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.attendance_lists import (
    PeopleList,
    line_at,
    plain_title,
    prior_of,
)
from archive_builder.recognise.shape.attendance_rows import attendance
from archive_builder.recognise.shape.attendance_tables import read_table
from archive_builder.recognise.shape.roster.evidence import is_known_name
from archive_builder.recognise.shape.roster.lines import group_before, starts_with_post
from archive_builder.recognise.shape.roster.lists import (
    KNOWN,
    lists_people,
    read_list,
)
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.recognise.shape.roster.split import Entry
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus
_CHAIR_HEADS = ("in the chair", "present in the chair", "chair", "chairman", "chairperson", "chairwoman")
_EMPTY_BLOCKS = 2
"""A list ends where so many blocks in a row name nobody."""


def read_section(draft: Draft, roster: PeopleList, setting: Setting) -> Iterator[Attendance]:
    """The people of one list; a chair's own heading gives the role."""
    group = "" if roster.nested and " " not in roster.group.strip() else roster.group.strip(" :")
    body = ends_as_body(group, draft.vocabulary)
    role = "Chair" if plain_title(roster.section.title) in _CHAIR_HEADS else group.capitalize()
    setting = prior_of(roster, setting)
    prose = [index for index in roster.section.content if draft.blocks[index].kind is not BlockKind.TABLE]
    statuses = list(_statuses([draft.text(index) for index in prose], roster.status, draft.vocabulary))
    lines = [line_at(draft, index, status) for index, status in zip(prose, statuses, strict=True)]
    lines = _with_posts_below(_unwrapped(_without_lettered(lines), setting), setting)
    people = dict(zip(prose, zip(statuses, read_list(lines, setting), strict=True), strict=True))
    for index in _up_to_the_end(roster.section, people, draft):
        if draft.blocks[index].kind is BlockKind.TABLE:
            yield from read_people_table(draft, index, roster.status, setting)
            continue
        status, entries = people[index]
        if status is PRESENT and roster.status is ALSO_PRESENT:
            status = ALSO_PRESENT
        member_of = group_before(draft.text(index), draft.vocabulary)[0]
        for entry in entries:
            named = replace(entry.named, role=entry.named.role or member_of)
            if body:
                named = replace(named, organization=named.organization or group)
            yield attendance(named, entry.status or status, place(index), "" if body else role)


def _statuses(
    texts: Sequence[str], status: AttendanceStatus, vocabulary: Vocabulary
) -> Iterator[AttendanceStatus]:
    """What each line of a list says of its people: those below "CLERK’S OFFICE: Bo Ray, Clerk" were there too."""
    for text in texts:
        if compiled(r"[^:]{2,40} \b {SERVICE_OF_A_LIST} \s* : \s* (?-i:[A-Z]) .*", vocabulary).match(text):
            status = ALSO_PRESENT
        yield _status_of_line(text, status, vocabulary)


def _status_of_line(text: str, status: AttendanceStatus, vocabulary: Vocabulary) -> AttendanceStatus:
    """What a line of a list says of its people: who has a part in the meeting was there, the public was there too."""
    if starts_with_post(text, vocabulary):
        return PRESENT
    public = compiled(r"{PUBLIC_OF_A_LIST} \s* [:–-]? \s+ (?-i:[A-Z]) .*", vocabulary).match(text)
    return ALSO_PRESENT if public and status is PRESENT else status


def _without_lettered(lines: list[str]) -> list[str]:
    """Lines without those of a list counted by letters among text, "F. Budget", "G. Bonds": no letter is an initial."""
    places = [at for at, line in enumerate(lines) if _LETTERED.match(line)]
    letters = [ord(lines[at][0]) for at in places]
    counts = all(0 < below - above <= _LETTERS_LEFT_OUT for above, below in pairwise(letters))
    apart = all(below - above > 1 for above, below in pairwise(places))
    if len(places) < _FEWEST_LETTERED or not counts or not apart:
        return lines
    return ["" if at in places else line for at, line in enumerate(lines)]


_FEWEST_LETTERED = 3
_LETTERS_LEFT_OUT = 3
_LETTERED = re.compile(r"[A-Z]\.\s")


def _unwrapped(lines: list[str], setting: Setting) -> list[str]:
    """Lines with a post broken over two of them, joined: "Clerk (Mr A Lee), Head of" and "Roads (Ms B Ray)"."""
    made = _names_unwrapped(lines)
    for at in range(len(made) - 1, 0, -1):
        above, below = made[at - 1], made[at]
        holder = _FIRST_BRACKET.match(below)
        if not holder or not _POST_BEHIND_BRACKET.search(above):
            continue
        titled = words_of(setting.vocabulary).honorific.match(holder["name"])
        if titled:
            made[at - 1], made[at] = f"{above} {below}", ""
    return made


def _names_unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines with a name broken over two of them, joined: "Ann Lee, Bo Ray, Sara" and "Penn, Cy Doe"."""
    made = list(lines)
    for at in range(len(made) - 1, 0, -1):
        broken = _ENDS_IN_FIRST_NAME.search(made[at - 1])
        if broken and is_known_name(broken["first"].casefold()) and _BEGINS_WITH_SURNAME.match(made[at]):
            made[at - 1], made[at] = f"{made[at - 1]} {made[at]}", ""
    return made


_ENDS_IN_FIRST_NAME = re.compile(rf",[^,]+\s[^,]+,\s(?P<first>[{CAPITAL}][\w’'-]+)$")
_BEGINS_WITH_SURNAME = re.compile(rf"[{CAPITAL}][\w’'-]+,\s[{CAPITAL}][\w’'.-]+\s")
_FIRST_BRACKET = re.compile(r"[^(),:]*\((?P<name>[^()]+)\)")
_POST_BEHIND_BRACKET = re.compile(r"\),?\s[^()]*[\w,]$")


def _with_posts_below(lines: list[str], setting: Setting) -> list[str]:
    """Lines where a name's post stands on the line below it, joined: "Ann Lee", "Chair" -> "Ann Lee, Chair"."""
    made = list(lines)
    for at, (above, below) in enumerate(pairwise(lines)):
        is_below = below and len(below.split()) <= _LONGEST_POST and is_post(below, setting.vocabulary)
        if not is_below or not made[at] or speaks_of_post(above, setting.vocabulary):
            continue
        if len(read_list([above], setting)[0]) == 1 and not lists_people(below, setting):
            made[at], made[at + 1] = f"{above}, {below}", ""
    return made


_LONGEST_POST = 8
"""Words of a post at most."""


def _up_to_the_end(
    section: Section, people: dict[int, tuple[AttendanceStatus, list[Entry]]], draft: Draft
) -> Iterator[int]:
    """The blocks of a section as far as its list goes: behind text only people known by their names go on.

    "Committee reports:" ends it: who reports on another body need not be of it.
    """
    begun, empty = False, 0
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.HEADING and index != section.heading:
            continue
        entries = people[index][1] if index in people else []
        known = any(entry.score >= KNOWN for entry in entries)
        if block.kind is BlockKind.TABLE or known or (entries and not empty):
            begun, empty = True, 0
            yield index
        elif begun and compiled(r".* \b {PAPER} s? \s* :", draft.vocabulary).fullmatch(block.text.strip()):
            return
        elif not block.text.rstrip().endswith(":"):
            empty += 1
            if begun and empty >= _EMPTY_BLOCKS:
                return


def read_people_table(
    draft: Draft, index: int, status: AttendanceStatus, setting: Setting
) -> Iterator[Attendance]:
    for entry in read_table(draft.blocks[index], setting):
        yield attendance(entry.named, entry.status or status, Place(index, index, row=entry.row))
