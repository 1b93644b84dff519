"""Groups of names below an attendance heading: "Elected Members", "An Garda Síochána", a council's name.

Set like the titles of the business, they are no business: each holds names and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import AttendanceStatus, BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.shape.attendance_tables import is_attendance
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.labels import status_of
from archive_builder.recognise.shape.roster.lines import line_of
from archive_builder.recognise.shape.roster.lists import only_people
from archive_builder.recognise.shape.roster.readings import Setting


def roster_groups(draft: Draft) -> frozenset[int]:
    """The headings, in a row behind an attendance heading, whose sections are lists of names.

    And those of sections that are nothing but tables of people.
    """
    found: set[int] = set()
    inside = False
    for section in draft.sections:
        if section.heading is None:
            continue
        if status_of(section.title, draft.vocabulary) is not None and not section.number:
            inside = True
            continue
        inside = inside and not section.number and _lists_names(draft, section)
        if inside or (not section.number and _holds_people_tables(draft, section)):
            found.add(section.heading)
    return frozenset(found)


def _holds_people_tables(draft: Draft, section: Section) -> bool:
    """True if a section holds attendance tables and nothing else."""
    blocks = [draft.blocks[index] for index in section.content]
    setting = Setting(draft.vocabulary)
    return bool(blocks) and all(
        block.kind is BlockKind.TABLE and is_attendance(block, setting) for block in blocks
    )


def _lists_names(draft: Draft, section: Section) -> bool:
    """True if every block of a section names somebody and tells nothing."""
    kinds = {draft.blocks[index].kind for index in section.content}
    texts = [draft.text(index) for index in section.content]
    if not texts or kinds & {BlockKind.TABLE, BlockKind.HEADING} or any(text.endswith("?") for text in texts):
        return False
    lines = [
        line_of(draft.blocks[index], draft.text(index), AttendanceStatus.PRESENT, draft.vocabulary)
        for index in section.content
    ]
    setting = replace(Setting(draft.vocabulary), prior=weights.UNLISTED)
    return all(lines) and only_people(lines, setting)
