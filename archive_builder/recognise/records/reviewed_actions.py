"""Actions of earlier meetings, gone through in a list: a tracker that is no table.

Named layouts: items below the heading "Actions from the last meeting"; and, among the matters
arising, items below a line such as "Ann's actions:", or points such as "Fence – Bo has mended it".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Place, TrackerRow
from archive_builder.recognise.grammar.action_states import closing_state, status
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.records.action_marks import find_mark
from archive_builder.recognise.signs.earlier_actions import (
    ARISEN,
    EARLIER_LISTED,
    LISTED,
    MATTERS,
    NUMBERED_ACTION,
    REVIEW,
    REVIEW_AMONG_OTHERS,
    STATE,
    STATE_FIRST,
)
from archive_builder.recognise.signs.owners import action_owners, names_owner
from archive_builder.text.words import folded


def find_reviewed_actions(draft: Draft) -> Draft:
    """A draft with a tracker row for each earlier action that it goes through."""
    rows: list[TrackerRow] = []
    tables = {row.place.first for row in draft.tracker_rows}
    for section in draft.sections:
        if section.heading is not None and tables.isdisjoint(section.content):
            told = list(_rows(draft, section))
            rows += told or (_arisen(draft, section) if _is_matters(draft, section) else [])
    taken = {row.anchor for row in draft.tracker_rows}
    named = [replace(row, anchor=unique(f"tracker-{at}", taken)) for at, row in enumerate(rows, 1)]
    return replace(draft, tracker_rows=(*draft.tracker_rows, *named))


def _is_matters(draft: Draft, section: Section) -> bool:
    return draft.read(section.title.strip()).fits(MATTERS)


def _rows(draft: Draft, section: Section) -> Iterator[TrackerRow]:
    """The earlier actions of a section: numbered, told with their state, or in a list of nothing else."""
    title = section.title.strip()
    sure = inside = draft.read(title).fits(REVIEW)
    may_review = sure or draft.read(title).fits(REVIEW_AMONG_OTHERS)
    if not may_review and not _is_matters(draft, section):
        return
    marked = sure and _are_marked(draft, section)
    for index in section.content:
        block = draft.blocks[index]
        text = folded(block.text)
        numbered = draft.read(text).match(NUMBERED_ACTION)
        hit = find_mark(block, draft.vocabulary) if marked and not numbered else None
        if hit and not hit.above:
            yield _row(draft, section, index, hit.start)
            continue
        if may_review and numbered and (sure or inside or _is_told_below(draft, section, index)):
            yield replace(_row(draft, section, index, numbered.end()), identifier=numbered["number"])
        elif sure and block.kind is BlockKind.PARAGRAPH and draft.read(text).fits(STATE):
            yield _row(draft, section, index)
        elif block.kind is BlockKind.PARAGRAPH:
            inside = (inside and _is_update(draft, index)) or draft.read(text).fits(_LISTS)
        elif inside and _is_entry(draft, index):
            yield _row(draft, section, index)


_LISTS = RuleTable(LISTED, EARLIER_LISTED)


def _are_marked(draft: Draft, section: Section) -> bool:
    """True if most points of a list of earlier actions are marked "Action:": then they are no new ones."""
    points = [block for block in map(draft.blocks.__getitem__, section.content) if _is_point(block)]
    marked = sum(1 for block in points if find_mark(block, draft.vocabulary))
    return len(points) >= _SEVERAL and marked * 2 > len(points)


def _is_point(block: Block) -> bool:
    return block.kind is BlockKind.ITEM and not block.level


def _is_entry(draft: Draft, index: int) -> bool:
    """True for a point of a list, no part of another one and no new action."""
    block = draft.blocks[index]
    if not block.text.strip():
        return False
    return block.kind is BlockKind.ITEM and not block.level and not find_mark(block, draft.vocabulary)


def _is_update(draft: Draft, index: int) -> bool:
    """True for a paragraph that opens with how things stand: it tells of the action above it."""
    block = draft.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return draft.read(folded(block.text)).fits(STATE_FIRST)


def _is_told_below(draft: Draft, section: Section, index: int) -> bool:
    return index < section.last and _is_update(draft, index + 1)


_TOLD = RuleTable(STATE, ARISEN)


def _arisen(draft: Draft, section: Section) -> Iterator[TrackerRow]:
    """The points of a list of matters arising, where each gives a matter and what became of it."""
    points = [index for index in section.content if _is_point(draft.blocks[index])]
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


def _row(draft: Draft, section: Section, index: int, start: int = 0) -> TrackerRow:
    """An item and the points below it, which say what became of it; a marked action is a new one."""
    text = folded(draft.blocks[index].text)[start:]
    told = draft.read(text).match(STATE)
    below = list(_below(draft, section, index))
    update = folded(" ".join([told["state"]] if told else [draft.blocks[at].text for at in below]))
    task = told["task"] if told else text
    return TrackerRow(
        anchor="",
        place=Place(index, below[-1] if below else index) if not told else place(index),
        text=task,
        owners=tuple(owner for owner in action_owners(task, draft) if names_owner(owner, draft)),
        update=update,
        status=status(
            draft.vocabulary, update.partition(". ")[0], update, closing_state(text, draft.vocabulary)
        ),
        found_by=REVIEW.name,
    )


def _below(draft: Draft, section: Section, index: int) -> Iterator[int]:
    """The blocks that say what became of an action: a paragraph that opens so, and points one level deeper."""
    for at in range(index + 1, section.last + 1):
        block = draft.blocks[at]
        deeper = block.kind is BlockKind.ITEM and block.level and not find_mark(block, draft.vocabulary)
        if not deeper and not (at == index + 1 and _is_update(draft, at)):
            return
        yield at
