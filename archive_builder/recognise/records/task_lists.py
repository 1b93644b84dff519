"""Actions in lists: "Action items" with a name before each, or a name with its tasks below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Action, Block, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.records.owners_at_end import called_in_brackets
from archive_builder.recognise.records.reviewed_lists import is_deeper
from archive_builder.recognise.records.task_groups import NUMBER, before_dash, dashed, group_above
from archive_builder.recognise.signs.action_marks import (
    ACTION_LIST,
    ACTION_MARK,
    DISCUSSION,
    LIST_LABEL,
    NO_ENTRY,
    TASKS_AHEAD,
)
from archive_builder.recognise.signs.earlier_actions import REVIEW, STATE, STATE_BEFORE
from archive_builder.recognise.signs.moving import MOVED
from archive_builder.recognise.signs.owners import (
    OWNER_COLON,
    action_owners,
    due_date,
    marker_owners,
)
from archive_builder.recognise.signs.owners_first import first_owner, owner_first
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS
from archive_builder.text.words import folded

_TICK = re.compile(rf"^[{EMPTY_SIGNS}{TICKED_SIGNS}]\s*")
"""The box of a task list, ticked or not."""


def find_listed_actions(draft: Draft) -> list[Action]:
    """The entries of a list headed "Action items": "Ann: send it", "Send it (AL)", a name with its tasks below."""
    found: list[Action] = []
    for blocks, sure in _lists(draft):
        if _is_business(draft, blocks):
            continue
        by_dash = sure and dashed(_entry_text(draft, at) for at in blocks if _may_be_entry(draft, at))
        owner, level = "", -1
        task = -1
        for index in blocks:
            block = draft.blocks[index]
            if block.kind is BlockKind.TABLE:
                found += _marked_rows(draft, index)
            if (group := group_above(draft, index)) is not None:
                owner, level = group, block.level if block.kind is BlockKind.ITEM else -1
                continue
            if not _may_be_entry(draft, index):
                continue
            if block.level <= level:
                owner, level = "", -1
            if -1 < task < block.level and not _names_task(draft, index):
                continue
            made = _entry(draft, index, owner, by_dash=by_dash, sure=sure)
            found += [made] if made else []
            is_owned = made is not None and bool(made.owners) and block.kind is BlockKind.ITEM
            task = block.level if is_owned else -1
    return found


def _names_task(draft: Draft, index: int) -> bool:
    """True for a point one level below a task that is one itself, and no remark on it."""
    text = _entry_text(draft, index)
    return owner_first(text, draft) is not None or draft.read(text).fits(NEEDED)


def _is_business(draft: Draft, blocks: range) -> bool:
    """True where motions are put: what some bodies head "Action items" is business that they act on."""
    return any(draft.line(at).fits(MOVED) for at in blocks if is_prose(draft.blocks[at]))


def _may_be_entry(draft: Draft, index: int) -> bool:
    block = draft.blocks[index]
    return block.kind is BlockKind.ITEM or _is_dashed(block) or _is_task(block, draft)


def _entry_text(draft: Draft, index: int) -> str:
    """The words of an entry, without its tick box, typed dash and marker."""
    return _TICK.sub("", _DASH.sub("", folded(_unmarked(draft.blocks[index], draft))))


def _entry(draft: Draft, index: int, owner: str, *, by_dash: bool, sure: bool) -> Action | None:
    """The action of an entry, with who is named before it, else above it, else within it."""
    text = _entry_text(draft, index)
    if number := NUMBER.match(text):
        made = _told(draft, index, text[number.end() :], owner, by_dash=by_dash, sure=sure)
        return replace(made, identifier=number["number"]) if made else None
    return _told(draft, index, text, owner, by_dash=by_dash, sure=sure)


def _told(draft: Draft, index: int, text: str, owner: str, *, by_dash: bool, sure: bool) -> Action | None:
    if draft.read(text).fits(STATE_BEFORE):
        return None
    if first := owner_first(text, draft):
        return action_of(draft, index, first["task"], first_owner(first))
    row = (before_dash(text) if by_dash else None) or draft.read(text).match(OWNER_COLON)
    if row:
        said = row.groupdict()
        named = said.get("owner") or said["owners"]
        remark = named.casefold() in draft.vocabulary.signs["no_owner"]
        return None if remark else action_of(draft, index, row["task"], named)
    if owner:
        return action_of(draft, index, text, owner)
    if not _is_entry(text, draft) or not (sure or draft.read(text).fits(NEEDED)):
        return None
    return replace(
        action_of(draft, index, text, ""),
        owners=action_owners(text, draft) or called_in_brackets(text, draft),
    )


def _unmarked(block: Block, draft: Draft) -> str:
    """The words of an entry without a marker before them: "Action: Ann to ring" says "Ann to ring"."""
    match = draft.read(block.text).match(ACTION_MARK)
    return block.text[match.end() :] if match else block.text


def _lists(draft: Draft) -> Iterator[tuple[range, bool]]:
    """The blocks of each list of this meeting's own actions, and whether all its entries are surely some.

    It stands below a heading, or a line that says so.
    """
    headings = {section.heading for section in draft.sections}
    for at, section in enumerate(draft.sections):
        if section.heading is not None and _heads_list(section.title, draft):
            content = range(section.first, _last_of_names(draft, at) + 1)
            yield content, not draft.read(section.title.strip()).fits(TASKS_AHEAD)
    for index, block in enumerate(draft.blocks):
        if index in headings or block.kind not in _LINES:
            continue
        if not _heads_list(block.text, draft) and not _is_label_of_list(draft, index):
            continue
        deeper = block.kind is BlockKind.ITEM
        end = index + 1
        while end < len(draft.blocks) and end not in headings and _is_listed(draft, end):
            if deeper and draft.blocks[end].level <= block.level:
                break
            end += 1
        yield range(index + 1, end), not draft.read(block.text.strip()).fits(TASKS_AHEAD)


def _last_of_names(draft: Draft, at: int) -> int:
    """The last block of a section, and of those behind it that are deeper, or names with tasks below them."""
    section = draft.sections[at]
    last = section.last
    for below in draft.sections[at + 1 :]:
        if below.heading is None:
            break
        if draft.read(below.title.strip()).fits(DISCUSSION):
            break
        named = not below.item and group_above(draft, below.heading) is not None
        if not named and not is_deeper(draft, below, section):
            break
        last = below.last
    return last


_LINES = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _is_listed(draft: Draft, index: int) -> bool:
    """True for what a list may hold: points, tables, and paragraphs of one task each."""
    block = draft.blocks[index]
    if block.kind in _LISTED or _is_dashed(block) or _is_task(block, draft):
        return True
    return group_above(draft, index) is not None


def _is_label_of_list(draft: Draft, index: int) -> bool:
    """True for a line "Action:" with a list below it, and for "ACTION" or a bold "Action" with tasks below it."""
    block, below = draft.blocks[index], draft.blocks[index + 1 : index + 2]
    if not below or below[0].kind is BlockKind.TABLE:
        return False
    listed = below[0].kind is BlockKind.ITEM or _is_dashed(below[0])
    if listed and draft.line(index).fits(LIST_LABEL):
        return True
    alone = block.kind is BlockKind.PARAGRAPH and (block.bold or block.text.isupper())
    told = listed or _is_task(below[0], draft)
    return alone and told and draft.read(block.text.strip() + ":").fits(LIST_LABEL)


def _is_dashed(block: Block) -> bool:
    """True for a paragraph that begins with a typed dash: an entry of a list that was not set as one."""
    return block.kind is BlockKind.PARAGRAPH and _DASH.match(block.text) is not None


_DASH = re.compile(r"^[-–•·*]\s+(?=\S)")


def _is_task(block: Block, draft: Draft) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text.split()) > _LONGEST_TASK:
        return False
    if block.text.rstrip().endswith(":"):
        return False
    return draft.read(folded(block.text)).fits(NEEDED)


_LONGEST_TASK = 40
"""Maximum number of words of a paragraph that is a task of a list."""


_LISTED = (BlockKind.ITEM, BlockKind.TABLE)


def _heads_list(title: str, draft: Draft) -> bool:
    title = title.strip()
    own = not draft.read(title).fits(REVIEW)
    return own and draft.read(title).fits(_HEADS_OF_LISTS)


_HEADS_OF_LISTS = RuleTable(ACTION_LIST, TASKS_AHEAD)


def _is_entry(text: str, draft: Draft) -> bool:
    """True for an action of a list; what is done, and that there is none, are none."""
    if len(text.split()) < FEWEST_WORDS or draft.read(text).fits(NO_ENTRY):
        return False
    return not draft.read(text).fits(STATE)


FEWEST_WORDS = 3
"""Minimum number of words of a task."""


def _marked_rows(draft: Draft, index: int) -> Iterator[Action]:
    """The entries of a list whose marks stand in a column of their own: "1. | Send it"."""
    for number, row in enumerate(draft.blocks[index].rows):
        text = folded(row.cell(1))
        if (
            len(row.cells) == _MARK_AND_TEXT
            and _MARK.fullmatch(row.cell(0).strip())
            and _is_entry(text, draft)
        ):
            made = replace(action_of(draft, index, text, ""), owners=action_owners(text, draft))
            yield replace(made, place=Place(index, index, row=number))


_MARK_AND_TEXT = 2
_MARK = re.compile(r"[(]?(?:\d{1,2}|[a-z])[.)]|[•*·–-]")


def action_of(draft: Draft, index: int, task: str, owner: str) -> Action:
    """The action that an entry of a list makes, or a row of a table: whole block, owners as printed."""
    return Action(
        anchor="",
        place=place(index),
        text=task,
        item=draft.item_anchor(index),
        owners=marker_owners(owner, draft),
        due=due_date(task, draft),
        found_by="action-list",
    )
