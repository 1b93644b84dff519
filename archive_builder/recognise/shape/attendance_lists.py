"""Which sections of a document are lists of people, and what their labels say of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from archive_builder.model import AttendanceStatus, BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.labels import speaks_of_presence, status_of
from archive_builder.recognise.shape.roster.lines import LONGEST, line_of
from archive_builder.recognise.shape.roster.lists import (
    lists_people,
    only_people,
)
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.recognise.signs.moving import VOTE_LINE
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list of people: its section, what its heading says of them, and the group they belong to."""

    section: Section
    status: AttendanceStatus
    group: str = ""
    """The heading, where it is no label of attendance: "POLICE NOMINATIONS"."""
    nested: bool = False
    """True if that heading stands below a label of attendance, a level deeper."""


def find_lists(draft: Draft, setting: Setting) -> Iterator[PeopleList | Section]:
    """The sections that are lists of people, and the others of the head, which may hold tables of them."""
    listed = any(
        status_of(section.title, draft.vocabulary) is PRESENT
        and not _in_attendance(section, draft.vocabulary)
        for section in draft.sections
    )
    walk = _Walk(draft, setting, listed, _side_by_side(draft))
    for section in draft.sections:
        yield from walk.lists_of(section)


@dataclass(slots=True)
class _Walk:
    """A walk down the sections of a document: what the sections above say of the one that is read."""

    draft: Draft
    setting: Setting
    listed: bool
    """A list of those present stands somewhere: those "in attendance" are then others."""
    side_by_side: frozenset[int]
    inside: bool = False
    """The sections since a label of attendance hold no business."""
    over: bool = False
    """A section with other text stands below the first label."""
    first: PeopleList | None = None
    label: PeopleList | None = None
    """The first label of attendance, and the last."""
    empty: PeopleList | None = None
    """The label above, if nothing stands below it yet."""

    def lists_of(self, section: Section) -> Iterator[PeopleList | Section]:
        """The list of people that a section is, or the section; nothing for an item of business."""
        if self.empty and not section.number and _names_people(section.title, self.setting):
            named = replace(section, title=self.empty.section.title, first=section.heading or 0)
            yield PeopleList(named, self.empty.status)
            self.empty = None if section.content else self.empty
            return
        status = self._status(section)
        nested = _nested(section, self.label, self.draft) if status is None else None
        self._pass(section, status, nested)
        if status is not None and self.label:
            yield self.label
        elif self.inside and nested and self._is_group(section, surnames=False):
            yield nested
        elif self.inside and self._is_near(section) and self._is_group(section, prior=weights.UNLISTED):
            yield PeopleList(section, PRESENT, section.title)
        elif not section.item:
            yield section

    def _status(self, section: Section) -> AttendanceStatus | None:
        """What the title of a section says of those below it; None if it is no label of attendance."""
        if section.heading in self.side_by_side or _is_of_vote(self.draft, section):
            return None
        status = status_of(section.title, self.draft.vocabulary)
        if status is APOLOGIES and _heads_both(self.empty, section, self.draft):
            status = PRESENT
        if self.over and status is not None and not _tells_attendance(section.title, status, self.draft):
            return None
        if status is PRESENT and self._is_far_below_apologies(section):
            return None
        if self.listed and status is PRESENT and _in_attendance(section, self.draft.vocabulary):
            return ALSO_PRESENT
        return status

    def _is_far_below_apologies(self, section: Section) -> bool:
        """True for "Present:" deep in the business of minutes that begin with apologies: of a meeting told of there."""
        if self.first is None or self.first.status is not APOLOGIES:
            return False
        return (section.heading or 0) - (self.first.section.heading or 0) > _ONE_HEAD

    def _pass(self, section: Section, status: AttendanceStatus | None, nested: PeopleList | None) -> None:
        """Take in what a section says for those below it."""
        if status is not None:
            self.label = PeopleList(section, status)
            self.first = self.first or self.label
        elif self.first and not nested and not _is_part_of_head(section):
            self.over = True
        self.inside = (self.inside or status is not None) and not section.item
        if status is not None or section.content or section.number:
            self.empty = self.label if status is not None and not section.content else None

    def _is_near(self, section: Section) -> bool:
        """True if a section is so near to the label above that it may be a group of its people."""
        if self.label is None or section.heading is None:
            return True
        return section.heading - (self.label.section.heading or 0) <= _ONE_HEAD

    def _is_group(self, section: Section, **changes: Any) -> bool:
        return _is_group(self.draft, section, replace(self.setting, **changes))


_ONE_HEAD = 30
"""Blocks within which the lists of one meeting stand."""


def _is_of_vote(draft: Draft, section: Section) -> bool:
    """True for "Absent:" right below "No: none": it says who took no part in a vote."""
    if not section.heading:
        return False
    above = draft.blocks[section.heading - 1]
    return VOTE_LINE.match(folded(above.text), draft.vocabulary) is not None


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


def _heads_both(above: PeopleList | None, below: Section, draft: Draft) -> bool:
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
    title = plain_title(section.title)
    beside = any(phrase in title for phrase in vocabulary.signs["attend_beside"])
    return beside or title in vocabulary.signs["attend_alone"]


def _is_group(draft: Draft, section: Section, setting: Setting) -> bool:
    """True if a section of the head holds names and nothing else."""
    within = [index for index in section.content if not draft.text(index).endswith(":")]
    lines = [line_at(draft, index, PRESENT) for index in within]
    if not lines or not all(len(draft.blocks[index].text) < LONGEST for index in section.content):
        return False
    return only_people(lines, setting)


def prior_of(roster: PeopleList, setting: Setting) -> Setting:
    """The setting that a list is read with: what its heading says for it that names stand below."""
    return replace(setting, prior=weights.UNLISTED) if roster.group and not roster.nested else setting


def _nested(section: Section, label: PeopleList | None, draft: Draft) -> PeopleList | None:
    """The group whose heading is set deeper than a label of attendance: "### Committee" below "## Attendance"."""
    if label is None or section.heading is None or label.section.heading is None:
        return None
    own, above = draft.blocks[section.heading], draft.blocks[label.section.heading]
    deeper = own.kind is above.kind is BlockKind.HEADING and own.level > above.level
    return PeopleList(section, label.status, section.title, nested=True) if deeper else None


def lines_of(draft: Draft, roster: PeopleList) -> list[str]:
    """The first line of a list below a label: what follows in the section may be text."""
    labelled = roster.section.content[:1] if not roster.group else ()
    lines = [line_at(draft, index, roster.status) for index in labelled]
    return [line for line in lines if line]


def line_at(draft: Draft, index: int, status: AttendanceStatus) -> str:
    return line_of(draft.blocks[index], draft.text(index), status, draft.vocabulary)


def plain_title(title: str) -> str:
    return folded(title).casefold().strip(" :–-.")
