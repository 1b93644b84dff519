"""Who was there: attendance lists and apologies, below headings, in tables and in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Attendance, AttendanceStatus, Block, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.shape.attendance_cells import heads
from archive_builder.recognise.shape.attendance_sentences import chair_of, people_of_sentences, with_chair
from archive_builder.recognise.shape.attendance_tables import is_attendance, labels_both, read_table
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import elsewhere
from archive_builder.recognise.shape.roster.labels import speaks_of_presence, status_of, tells_presence
from archive_builder.recognise.shape.roster.lines import LONGEST, group_before, line_of, starts_with_post
from archive_builder.recognise.shape.roster.lists import (
    KNOWN,
    by_surname,
    lists_people,
    only_people,
    read_list,
)
from archive_builder.recognise.shape.roster.readings import Setting, words_of
from archive_builder.recognise.shape.roster.split import Entry
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post
from archive_builder.text.words import folded

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus
_CHAIR_HEADS = ("in the chair", "present in the chair", "chair", "chairman", "chairperson", "chairwoman")
_OF_ONE_LIST = 100
"""Blocks within which the lists of those present and absent stand together."""
_EMPTY_BLOCKS = 2
"""A list ends where so many blocks in a row name nobody."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list of people: its section, what its heading says of them, and the group they belong to."""

    section: Section
    status: AttendanceStatus
    group: str = ""
    """The heading, where it is no label of attendance: "POLICE NOMINATIONS"."""


def find_attendance(draft: Draft) -> Draft:
    """A draft with its attendance list.

    Between the first such heading and the first item of business every group of names belongs to
    it, whatever the group is called ("POLICE NOMINATIONS"). Beside a list of those present, those "in
    attendance" are no members.
    """
    seen = elsewhere((block.text for block in draft.blocks), draft.vocabulary)
    setting = Setting(draft.vocabulary, seen, held=draft.masthead.date)
    found = list(chair_of(draft, setting))
    lists = list(_lists(draft, setting))
    if by_surname([line for roster in lists if isinstance(roster, _List) for line in _lines(draft, roster)]):
        setting = replace(setting, surnames=True)
    for section in lists:
        if isinstance(section, _List):
            found += _section(draft, section, setting)
        else:
            found += _tables_alone(draft, section, setting)
    if all(row.status is APOLOGIES for row in found):
        found += _of_labelled_tables(draft, setting)
    found += people_of_sentences(draft, replace(setting, prior=weights.PROSE))
    return replace(draft, attendance=tuple(with_chair(draft, list(_once(found)), setting)))


def find_listed_attendance(draft: Draft) -> Draft:
    """A draft of a report with its list of participants, if it reports a meeting and has one."""
    told = any(tells_presence(section.title, draft.vocabulary) for section in draft.sections)
    if not told and not any(_tells_presence(block, draft) for block in draft.blocks[:_LABELLED_WITHIN]):
        return draft
    found = find_attendance(draft)
    there = [row for row in found.attendance if row.status is not APOLOGIES]
    return found if len(there) >= _FEWEST_PARTICIPANTS else draft


_FEWEST_PARTICIPANTS = 3


def _tells_presence(block: Block, draft: Draft) -> bool:
    """True for a table that its title or the head of its names calls a list of participants."""
    if block.kind is not BlockKind.TABLE:
        return False
    vocabulary = draft.vocabulary
    headed = len(heads(block, vocabulary)) > 1
    return any(
        tells_presence(row.cell(0), vocabulary) or (headed and speaks_of_presence(row.cell(0), vocabulary))
        for row in block.rows[:2]
    )


def _lists(draft: Draft, setting: Setting) -> Iterator[_List | Section]:
    """The sections that are lists of people, and the others of the head, which may hold tables of them."""
    inside = begun = over = False
    listed = any(
        status_of(section.title, draft.vocabulary) is PRESENT
        and not _in_attendance(section, draft.vocabulary)
        for section in draft.sections
    )
    beside = _side_by_side(draft)
    empty: _List | None = None
    for section in draft.sections:
        if empty and not section.number and _names_people(section.title, setting):
            yield _List(replace(section, title=empty.section.title, first=section.heading or 0), empty.status)
            empty = empty if not section.content else None
            continue
        status = None if section.heading in beside else status_of(section.title, draft.vocabulary)
        if status is APOLOGIES and _heads_both(empty, section, draft):
            status = PRESENT
        if over and status is not None and not _tells_attendance(section.title, status, draft):
            status = None
        if listed and status is PRESENT and _in_attendance(section, draft.vocabulary):
            status = ALSO_PRESENT
        begun = begun or status is not None
        over = over or (begun and status is None and not _is_part_of_head(section))
        inside = (inside or status is not None) and not section.item
        if status is not None or section.content or section.number:
            empty = _List(section, status) if status is not None and not section.content else None
        if status is not None:
            yield _List(section, status)
        elif inside and _is_group(draft, section, setting):
            yield _List(section, PRESENT, section.title)
        elif not section.item:
            yield section


def _tells_attendance(title: str, status: AttendanceStatus, draft: Draft) -> bool:
    """True for a label that says who was there or not: "Officers" below the business may be those elected."""
    return status is APOLOGIES or speaks_of_presence(title, draft.vocabulary)


def _is_part_of_head(section: Section) -> bool:
    """True for a section that may stand between the lists of a head: one without text of its own."""
    return section.heading is None or not section.content


def _names_people(title: str, setting: Setting) -> bool:
    """True for a heading that is a list of people: the names below "Apologies", set like a heading."""
    return status_of(title, setting.vocabulary) is None and lists_people(title, setting)


def _side_by_side(draft: Draft) -> frozenset[int]:
    """Headings of one line, over lists that run into each other: "Present: Apologies:" tells nobody's list."""
    heads = [section for section in draft.sections if section.heading is not None]
    pairs = [
        (above.heading, below.heading)
        for above, below in pairwise(heads)
        if not above.content and _on_one_line(draft, above, below)
        if _differ(status_of(above.title, draft.vocabulary), status_of(below.title, draft.vocabulary))
    ]
    return frozenset(heading for pair in pairs for heading in pair if heading is not None)


def _differ(one: AttendanceStatus | None, other: AttendanceStatus | None) -> bool:
    return one is not None and other is not None and one is not other


def _heads_both(above: _List | None, below: Section, draft: Draft) -> bool:
    """True for "Apologies:" right below "Attendees:", the heads of two columns whose lists follow each other.

    The first list is of those who were there: nobody minutes a meeting that all sent apologies for.
    """
    if above is None or above.status is not PRESENT or above.section.heading != (below.heading or 0) - 1:
        return False
    first = draft.blocks[below.heading or 0].first
    apart = [index for index in below.content if draft.blocks[index].first > first]
    return len(apart) == len(below.content) and len(apart) >= _FEWEST_IN_COLUMN


_FEWEST_IN_COLUMN = 4
"""Lines below the heads of two columns."""


def _on_one_line(draft: Draft, above: Section, below: Section) -> bool:
    first, second = draft.blocks[above.heading or 0], draft.blocks[below.heading or 0]
    return (first.page, first.first) == (second.page, second.first)


def _in_attendance(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a list of those "in attendance" or "attending": beside one of those present they are no members."""
    title = _plain(section.title)
    beside = any(phrase in title for phrase in vocabulary.signs["attend_beside"])
    return beside or title in vocabulary.signs["attend_alone"]


def _tables_alone(draft: Draft, section: Section, setting: Setting) -> Iterator[Attendance]:
    """Tables of the head that are attendance lists by their own words, without a heading."""
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.TABLE and is_attendance(block, setting):
            yield from _of_table(draft, index, PRESENT, setting)


def _of_labelled_tables(draft: Draft, setting: Setting) -> Iterator[Attendance]:
    """Tables with cells for those present and for apologies, below whatever heading, where no list was found."""
    for index, block in enumerate(draft.blocks[:_LABELLED_WITHIN]):
        if block.kind is BlockKind.TABLE and labels_both(block, draft.vocabulary):
            yield from _of_table(draft, index, PRESENT, setting)
            return


_LABELLED_WITHIN = 60
"""Blocks of a document among which such a table is looked for: an agenda may stand before the minutes."""


def _once(found: list[Attendance]) -> Iterator[Attendance]:
    """Each person once, with the post and body that any list gives.

    Who sent apologies may stand in another list too; but who is absent in a list far below, where the meeting
    went on another day, was there.
    """
    known: dict[tuple[str, bool], Attendance] = {}
    for row in found:
        there = known.get((row.name.casefold(), False))
        if row.status is APOLOGIES and there and row.place.first - there.place.first > _OF_ONE_LIST:
            continue
        key = (row.name.casefold(), row.status is APOLOGIES)
        key = _full_name(row, known, key)
        first = known.setdefault(key, row)
        known[key] = replace(
            first, role=first.role or row.role, organization=first.organization or row.organization
        )
    yield from known.values()


def _full_name(
    row: Attendance, known: Mapping[tuple[str, bool], Attendance], key: tuple[str, bool]
) -> tuple[str, bool]:
    """The key of the one person in another block whose surname a row names alone: "Mr Penn" is "Ian Penn"."""
    if " " in row.name:
        return key
    fit = [
        other
        for other, person in known.items()
        if person.place != row.place and other[0].endswith(f" {key[0]}") and other[1] == key[1]
        if person.status is row.status
    ]
    return fit[0] if len(fit) == 1 else key


def _is_group(draft: Draft, section: Section, setting: Setting) -> bool:
    """True if a section of the head holds names and nothing else."""
    within = [index for index in section.content if not draft.text(index).endswith(":")]
    lines = [_line(draft, index, PRESENT) for index in within]
    if not lines or not all(len(draft.blocks[index].text) < LONGEST for index in section.content):
        return False
    return only_people(lines, replace(setting, prior=weights.UNLISTED))


def _section(draft: Draft, roster: _List, setting: Setting) -> Iterator[Attendance]:
    """The people of one list; a chair's own heading gives the role."""
    group = roster.group.strip(" :")
    body = ends_as_body(group, draft.vocabulary)
    role = "Chair" if _plain(roster.section.title) in _CHAIR_HEADS else group.capitalize()
    if roster.group:
        setting = replace(setting, prior=weights.UNLISTED)
    prose = [index for index in roster.section.content if draft.blocks[index].kind is not BlockKind.TABLE]
    statuses = [
        PRESENT if starts_with_post(draft.text(index), draft.vocabulary) else roster.status for index in prose
    ]
    lines = [_line(draft, index, status) for index, status in zip(prose, statuses, strict=True)]
    lines = _with_posts_below(_unwrapped(lines, setting), setting)
    people = dict(zip(prose, zip(statuses, read_list(lines, setting), strict=True), strict=True))
    for index in _up_to_the_end(roster.section, people, draft):
        if draft.blocks[index].kind is BlockKind.TABLE:
            yield from _of_table(draft, index, roster.status, setting)
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


def _unwrapped(lines: list[str], setting: Setting) -> list[str]:
    """Lines with a post broken over two of them, joined: "Clerk (Mr A Lee), Head of" and "Roads (Ms B Ray)"."""
    made = list(lines)
    for at in range(len(made) - 1, 0, -1):
        above, below = made[at - 1], made[at]
        holder = _FIRST_BRACKET.match(below)
        if not holder or not _POST_BEHIND_BRACKET.search(above):
            continue
        titled = words_of(setting.vocabulary).honorific.match(holder["name"])
        if titled:
            made[at - 1], made[at] = f"{above} {below}", ""
    return made


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
    """The blocks of a section as far as its list goes: behind text only people known by their names go on."""
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
        elif not block.text.rstrip().endswith(":"):
            empty += 1
            if begun and empty >= _EMPTY_BLOCKS:
                return


def _of_table(draft: Draft, index: int, status: AttendanceStatus, setting: Setting) -> Iterator[Attendance]:
    for entry in read_table(draft.blocks[index], setting):
        yield attendance(entry.named, entry.status or status, Place(index, index, row=entry.row))


def attendance(named: Named, status: AttendanceStatus, where: Place, role: str = "") -> Attendance:
    """A row of the attendance list; `role` is that of the whole list."""
    return Attendance(
        name=named.name,
        role=named.role or role,
        organization=named.organization,
        status=status,
        place=where,
    )


def _lines(draft: Draft, roster: _List) -> list[str]:
    """The first line of a list below a label: what follows in the section may be text."""
    labelled = roster.section.content[:1] if not roster.group else ()
    lines = [_line(draft, index, roster.status) for index in labelled]
    return [line for line in lines if line]


def _line(draft: Draft, index: int, status: AttendanceStatus) -> str:
    return line_of(draft.blocks[index], draft.text(index), status, draft.vocabulary)


def _plain(title: str) -> str:
    return folded(title).casefold().strip(" :–-.")
