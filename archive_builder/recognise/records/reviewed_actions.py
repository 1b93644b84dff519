"""Actions of earlier meetings, gone through in a list: a tracker that is no table.

Named layouts: points, marked lines or small headings below "Actions from the last meeting", with how each
stands before, behind or below it, or above a group of them ("Done:"); and, among the matters arising, items
below a line such as "Ann's actions:", or points such as "Fence – Bo has mended it".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import BlockKind, Classification, TrackerRow
from archive_builder.recognise.grammar.action_states import status
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.records.action_marks import find_mark
from archive_builder.recognise.records.reviewed_lists import (
    find_reviews,
    is_group,
    is_of_tracker,
    is_point,
    is_update,
    level_of,
    may_head_actions,
    reviews,
    tells_of_above,
)
from archive_builder.recognise.records.reviewed_rows import row_of
from archive_builder.recognise.signs.action_marks import ACTION_LIST, NO_ENTRY
from archive_builder.recognise.signs.earlier_actions import (
    ARISEN,
    EARLIER_LISTED,
    LISTED,
    MATTERS,
    NUMBERED_ACTION,
    REVIEW_AMONG_OTHERS,
    STATE,
    STATE_AT_END,
    STATE_OF_MARKED,
)
from archive_builder.recognise.signs.owners import marker_owners
from archive_builder.text.words import folded


def find_reviewed_actions(draft: Draft) -> Draft:
    """A draft with a tracker row for each earlier action that it goes through.

    In an agenda the points below such a heading may be what is to be discussed: there only those count
    that say how they stand.
    """
    rows: list[TrackerRow] = []
    tables = {row.place.first for row in draft.tracker_rows}
    if is_of_tracker(draft) and tables:
        return draft
    for section in find_reviews(draft):
        if tables.isdisjoint(section.content):
            told = list(_rows(draft, section))
            rows += told or (_arisen(draft, section) if _is_matters(draft, section) else [])
    known = {row.place.first for row in rows}
    rows += [row for row in _told_below_mark(draft) if row.place.first not in known]
    rows.sort(key=lambda row: row.place.first)
    if draft.masthead.classification is Classification.AGENDA:
        rows = [row for row in rows if row.update]
    taken = {row.anchor for row in draft.tracker_rows}
    named = [replace(row, anchor=unique(f"tracker-{at}", taken)) for at, row in enumerate(rows, 1)]
    return replace(draft, tracker_rows=(*draft.tracker_rows, *named))


def _is_matters(draft: Draft, section: Section) -> bool:
    return draft.read(section.title.strip()).fits(MATTERS)


def _rows(draft: Draft, section: Section) -> Iterator[TrackerRow]:
    """The earlier actions of a section: numbered, told with their state, or in a list of nothing else."""
    title = draft.read(section.title.strip())
    sure = inside = reviews(draft, section.title)
    may_review = sure or title.fits(REVIEW_AMONG_OTHERS)
    if not may_review and not _is_matters(draft, section):
        return
    marked = sure and _are_marked(draft, section)
    level = level_of(draft, section)
    group, apart = (section.title if is_of_tracker(draft) else ""), False
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.HEADING:
            apart = not may_head_actions(draft, index)
        if apart:
            continue
        if may_review and is_group(draft, index):
            group, inside = block.text, True
            continue
        numbered = draft.read(folded(block.text)).match(NUMBERED_ACTION)
        hit = find_mark(block, draft.vocabulary) if marked and not numbered else None
        if hit and not hit.above and block.level <= level:
            yield row_of(draft, section, index, hit.start)
        elif may_review and numbered and (sure or inside or _is_told_below(draft, section, index)):
            row = _in_group(row_of(draft, section, index, numbered.end()), group, draft)
            yield replace(row, identifier=numbered["number"], meeting=numbered["meeting"] or row.meeting)
        elif sure and (_tells_state(draft, index) or _is_small_heading(draft, section, index)):
            yield row_of(draft, section, index)
        elif block.kind is BlockKind.PARAGRAPH:
            inside = (inside and is_update(draft, index)) or draft.read(folded(block.text)).fits(_LISTS)
        elif inside and _is_entry(draft, index, level):
            yield _in_group(row_of(draft, section, index), group, draft)


def _told_below_mark(draft: Draft) -> Iterator[TrackerRow]:
    """The marked actions with their states in the lines below: "ACTION AL: ring the county", "Action completed"."""
    for index, block in enumerate(draft.blocks[:-1]):
        if block.rows or not draft.line(index + 1).fits(STATE_OF_MARKED):
            continue
        if hit := find_mark(block, draft.vocabulary):
            state = draft.line(index + 1).text
            yield TrackerRow(
                anchor="",
                place=place(index, index + 1),
                text=folded(block.text[hit.start : hit.end]),
                owners=marker_owners(hit.owner, draft) if hit.owner else (),
                update=state,
                status=status(draft.vocabulary, state),
                found_by=STATE_OF_MARKED.name,
            )


_LISTS = RuleTable(LISTED, EARLIER_LISTED)


def _in_group(row: TrackerRow, group: str, draft: Draft) -> TrackerRow:
    """A row that says nothing of its state, with the state of the group that it stands in."""
    return replace(row, status=status(draft.vocabulary, group)) if group and not row.update else row


def _tells_state(draft: Draft, index: int) -> bool:
    """True for a paragraph that is an action and what became of it."""
    block = draft.blocks[index]
    return block.kind is BlockKind.PARAGRAPH and draft.read(folded(block.text)).fits(_WITH_STATE)


_WITH_STATE = RuleTable(STATE, STATE_AT_END)


def _is_small_heading(draft: Draft, section: Section, index: int) -> bool:
    """True for a heading within the section of earlier actions, with a paragraph below it."""
    heads = draft.blocks[index].kind is BlockKind.HEADING
    return heads and index < section.last and draft.blocks[index + 1].kind is BlockKind.PARAGRAPH


def _are_marked(draft: Draft, section: Section) -> bool:
    """True if half of the points of a list of earlier actions are marked "Action:": then they are no new ones."""
    level = level_of(draft, section)
    blocks = [draft.blocks[at] for at in section.content]
    marks = [block for block in blocks if block.level <= level and find_mark(block, draft.vocabulary)]
    points = [block for block in blocks if is_point(block, level) or block in marks]
    return len(points) >= _SEVERAL and len(marks) * 2 >= len(points)


def _is_entry(draft: Draft, index: int, level: int) -> bool:
    """True for a point of a list, no part of another one and no new action."""
    block = draft.blocks[index]
    if not block.text.strip() or not is_point(block, level) or draft.line(index).fits(_NO_TASKS):
        return False
    return not find_mark(block, draft.vocabulary) and not tells_of_above(draft, index)


_NO_TASKS = RuleTable(NO_ENTRY, ACTION_LIST)
"""A point that says that there are none, or only repeats what the list is headed: the form was never filled in."""


def _is_told_below(draft: Draft, section: Section, index: int) -> bool:
    return index < section.last and is_update(draft, index + 1)


_TOLD = RuleTable(STATE, ARISEN)


def _arisen(draft: Draft, section: Section) -> Iterator[TrackerRow]:
    """The points of a list of matters arising, where each gives a matter and what became of it."""
    level = level_of(draft, section)
    points = [index for index in section.content if is_point(draft.blocks[index], level)]
    told = [(at, draft.line(at).label(_TOLD)) for at in points]
    fitting = [(at, label.rule, label.match) for at, label in told if label]
    if len(fitting) < max(_SEVERAL, len(points)):
        return
    for at, rule, match in fitting:
        if not find_mark(draft.blocks[at], draft.vocabulary):
            yield TrackerRow(
                anchor="",
                place=place(at),
                text=match["task"],
                update=match["state"],
                status=status(draft.vocabulary, match["state"]),
                found_by=rule.name,
                confidence=0.85,
            )


_SEVERAL = 2
