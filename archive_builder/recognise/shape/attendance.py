"""Who was there: attendance lists and apologies, below headings, in tables and in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Attendance, AttendanceStatus, Block, BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.shape.attendance_cells import heads
from archive_builder.recognise.shape.attendance_lists import (
    PeopleList,
    find_lists,
    lines_of,
)
from archive_builder.recognise.shape.attendance_rows import each_once
from archive_builder.recognise.shape.attendance_section import read_people_table, read_section
from archive_builder.recognise.shape.attendance_sentences import chair_of, people_of_sentences, with_chair
from archive_builder.recognise.shape.attendance_tables import is_attendance, labels_both
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import Elsewhere, elsewhere
from archive_builder.recognise.shape.roster.labels import speaks_of_presence, tells_presence
from archive_builder.recognise.shape.roster.lists import (
    by_surname,
)
from archive_builder.recognise.shape.roster.readings import Setting

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus


def find_attendance(draft: Draft) -> Draft:
    """A draft with its attendance list.

    Between the first such heading and the first item of business every group of names belongs to
    it, whatever the group is called ("POLICE NOMINATIONS"). Beside a list of those present, those "in
    attendance" are no members.
    """
    seen = elsewhere((block.text for block in draft.blocks), draft.vocabulary)
    setting = Setting(draft.vocabulary, seen, held=draft.masthead.date)
    found = list(chair_of(draft, setting))
    lists = list(find_lists(draft, setting))
    first_lines = [
        line for roster in lists if isinstance(roster, PeopleList) for line in lines_of(draft, roster)
    ]
    if by_surname(first_lines, seen) or any(_by_one_name(line, seen) for line in first_lines):
        setting = replace(setting, surnames=True)
    for section in lists:
        if isinstance(section, PeopleList):
            found += read_section(draft, section, setting)
        else:
            found += _tables_alone(draft, section, setting)
    if all(row.status is APOLOGIES for row in found):
        found += _of_labelled_tables(draft, setting)
    found += people_of_sentences(draft, replace(setting, prior=weights.PROSE))
    rows = list(each_once(found, draft.vocabulary))
    return replace(draft, attendance=tuple(with_chair(draft, rows, setting)))


def _by_one_name(line: str, seen: Elsewhere) -> bool:
    """True for a list of several who are named by one name each; the other lists of the document then are, too."""
    return line.count(",") >= _FEWEST_COMMAS and by_surname([line], seen)


_FEWEST_COMMAS = 2


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


def _tables_alone(draft: Draft, section: Section, setting: Setting) -> Iterator[Attendance]:
    """Tables of the head that are attendance lists by their own words, without a heading."""
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.TABLE and is_attendance(block, setting):
            yield from read_people_table(draft, index, PRESENT, setting)


def _of_labelled_tables(draft: Draft, setting: Setting) -> Iterator[Attendance]:
    """Tables with cells for those present and for apologies, below whatever heading, where no list was found."""
    for index, block in enumerate(draft.blocks[:_LABELLED_WITHIN]):
        if block.kind is BlockKind.TABLE and labels_both(block, draft.vocabulary):
            yield from read_people_table(draft, index, PRESENT, setting)
            return


_LABELLED_WITHIN = 60
"""Blocks of a document among which such a table is looked for: an agenda may stand before the minutes."""
