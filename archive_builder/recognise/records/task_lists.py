"""Actions in lists and columns: "Action items" with a name before each, and a column that says who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archive_builder.model import Action, ActionStatus, Block, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.table_heads import form_of
from archive_builder.recognise.records.action_columns import ActionTable, Reader
from archive_builder.recognise.records.lettered_rows import parts_of
from archive_builder.recognise.records.trackers import is_tracker, is_tracker_form
from archive_builder.recognise.signs.action_marks import (
    ACTION_LIST,
    ACTION_MARK,
    LIST_LABEL,
    NO_ENTRY,
    REVIEW,
    STATE,
    TASKS_AHEAD,
)
from archive_builder.recognise.signs.owners import (
    OWNER_COLON,
    OWNERS_ALONE,
    action_owners,
    due_date,
    marker_owners,
    names_owner,
    owners,
)
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text import dates
from archive_builder.text.sentences import sentences
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS, is_empty_box, is_tick
from archive_builder.text.words import folded

_NAME_ALONE = 3
_TICK = re.compile(rf"^[{EMPTY_SIGNS}{TICKED_SIGNS}]\s*")
"""The box of a task list, ticked or not."""


def find_listed_actions(draft: Draft) -> list[Action]:
    """The entries of a list headed "Action items": "Ann: send it", "Send it (AL)", a name with its tasks below."""
    found: list[Action] = []
    for blocks, sure in _lists(draft):
        owner = ""
        for index in blocks:
            block = draft.blocks[index]
            if block.kind is BlockKind.TABLE:
                found += _marked_rows(draft, index)
            if block.kind is not BlockKind.ITEM and not _is_dashed(block) and not _is_task(block, draft):
                continue
            text = _TICK.sub("", _DASH.sub("", folded(_unmarked(block, draft))))
            row = draft.read(text).match(OWNER_COLON)
            if row:
                found.append(_row(draft, index, row["task"], row["owners"]))
            elif _names_group(draft, index):
                owner = text
            elif owner and block.level:
                found.append(_row(draft, index, text, owner))
            elif _is_entry(text, draft) and (sure or draft.read(text).fits(NEEDED)):
                found.append(
                    replace(_row(draft, index, text, owner), owners=_entry_owners(text, owner, draft))
                )
    return found


def _unmarked(block: Block, draft: Draft) -> str:
    """The words of an entry without a marker before them: "Action: Ann to ring" says "Ann to ring"."""
    match = draft.read(block.text).match(ACTION_MARK)
    return block.text[match.end() :] if match else block.text


def _lists(draft: Draft) -> Iterator[tuple[range, bool]]:
    """The blocks of each list of this meeting's own actions, and whether all its entries are surely some.

    It stands below a heading, or a line that says so.
    """
    headings = {section.heading for section in draft.sections}
    for section in draft.sections:
        if section.heading is not None and _heads_list(section.title, draft):
            yield section.content, not draft.read(section.title.strip()).fits(TASKS_AHEAD)
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


_LINES = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _is_listed(draft: Draft, index: int) -> bool:
    """True for what a list may hold: points, tables, and paragraphs of one task each."""
    block = draft.blocks[index]
    return block.kind in _LISTED or _is_dashed(block) or _is_task(block, draft)


def _is_label_of_list(draft: Draft, index: int) -> bool:
    """True for a line "Action:" with a list below it."""
    below = draft.blocks[index + 1 : index + 2]
    listed = bool(below) and (below[0].kind is BlockKind.ITEM or _is_dashed(below[0]))
    return listed and draft.line(index).fits(LIST_LABEL)


def _is_dashed(block: Block) -> bool:
    """True for a paragraph that begins with a typed dash: an entry of a list that was not set as one."""
    return block.kind is BlockKind.PARAGRAPH and _DASH.match(block.text) is not None


_DASH = re.compile(r"^[-–•·*]\s+(?=\S)")


def _is_task(block: Block, draft: Draft) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text.split()) > _LONGEST_TASK:
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


def _names_group(draft: Draft, index: int) -> bool:
    """True for a name whose tasks stand below it, one level deeper."""
    block, below = draft.blocks[index], draft.blocks[index + 1 : index + 2]
    deeper = bool(below) and below[0].kind is BlockKind.ITEM and below[0].level > block.level
    return not block.level and deeper and len(block.text.split()) <= _NAME_OF_GROUP


_NAME_OF_GROUP = 5


def _is_entry(text: str, draft: Draft) -> bool:
    """True for an action of a list; what is done, and that there is none, are none."""
    if len(text.split()) < _FEWEST_WORDS or draft.read(text).fits(NO_ENTRY):
        return False
    return not draft.read(text).fits(STATE)


_FEWEST_WORDS = 3


def _entry_owners(text: str, owner: str, draft: Draft) -> tuple[str, ...]:
    return marker_owners(owner, draft) if owner else action_owners(text, draft)


def _marked_rows(draft: Draft, index: int) -> Iterator[Action]:
    """The entries of a list whose marks stand in a column of their own: "1. | Send it"."""
    for number, row in enumerate(draft.blocks[index].rows):
        text = folded(row.cell(1))
        if (
            len(row.cells) == _MARK_AND_TEXT
            and _MARK.fullmatch(row.cell(0).strip())
            and _is_entry(text, draft)
        ):
            made = replace(_row(draft, index, text, ""), owners=action_owners(text, draft))
            yield replace(made, place=Place(index, index, row=number))


_MARK_AND_TEXT = 2
_MARK = re.compile(r"[(]?(?:\d{1,2}|[a-z])[.)]|[•*·–-]")


def find_column_actions(draft: Draft) -> list[Action]:
    """What the last column of minutes set as a table gives somebody to do.

    Where the cell only names somebody, the task is the last sentence of the row's longest cell.
    """
    found: list[Action] = []
    reader = Reader(draft)
    for index, block in enumerate(draft.blocks):
        if block.kind is not BlockKind.TABLE:
            continue
        if form := form_of(block, draft.vocabulary):
            found += _of_form(draft, index, form)
            continue
        for read in reader.read(index):
            if _only_says_who(read.fields):
                found += _of_owned_rows(draft, index, read)
            elif _holds_actions(draft, index, read):
                found += _of_table(draft, index, read)
    return found


def _holds_actions(draft: Draft, index: int, read: ActionTable) -> bool:
    """True for a table of this meeting's own actions."""
    return "action" in read.fields and not is_tracker(draft, index, read) and not _only_says_what(read)


def _of_form(draft: Draft, index: int, form: Sequence[tuple[str, int]]) -> Iterator[Action]:
    """The actions of a table whose left column says "Action": each its own, or one with owner and day."""
    if is_tracker_form(form):
        return
    rows = draft.blocks[index].rows
    said = {name: rows[at].cell(1) for name, at in form}
    for name, at in form:
        if name == "action" and any(ch.isalpha() for ch in rows[at].cell(1)):
            made = _row(draft, index, rows[at].cell(1), said.get("owner", ""))
            yield _placed(draft, made, at, said)


def _only_says_who(named: Mapping[str, int]) -> bool:
    """True where columns say by whom and by when, and none is headed as actions."""
    return {"owner", "due"} <= named.keys() and not {"action", "decision", "aims"} & named.keys()


def _of_owned_rows(draft: Draft, index: int, read: ActionTable) -> Iterator[Action]:
    """The tasks of such a table: the longest other cell of each row that names nobody but owners."""
    named = read.fields
    for row in read.rows():
        others = [text for at, text in enumerate(row.row.texts) if at not in (named["owner"], named["due"])]
        task = max(others, key=len, default="")
        for said in parts_of({**row.said, "action": task}):
            if names_owner(said["owner"], draft) and len(said["action"].split()) >= _FEWEST_WORDS:
                yield _placed(draft, _row(draft, index, said["action"], said["owner"]), row.number, said)


def _of_table(draft: Draft, index: int, read: ActionTable) -> Iterator[Action]:
    for row in read.rows():
        cell, owner = row.said["action"], row.said.get("owner", "")
        if not any(ch.isalpha() for ch in cell) or row.is_decision(draft.vocabulary):
            continue
        others = [text for column, text in enumerate(row.row.texts) if column != read.fields["action"]]
        if not owner and len(cell.split()) <= _NAME_ALONE and draft.read(cell).fits(OWNERS_ALONE):
            owner, cell = cell, sentences(max(others, key=len))[-1] if any(others) else ""
        for said in parts_of({**row.said, "action": cell, "owner": owner}) if cell else ():
            yield _placed(draft, _row(draft, index, said["action"], said["owner"]), row.number, said)


def _placed(draft: Draft, made: Action, row: int, said: Mapping[str, str]) -> Action:
    """An action of a table with its row, its owners, and the day of its own column."""
    own = made.owners if said.get("owner") else owners(made.text, draft)
    day = said.get("due") or (said.get("meeting", "") if said.get("owner") else "")
    by = dates.limit(day, draft.masthead.date) if day else None
    where = Place(made.place.first, made.place.last, row=row)
    return replace(
        made, place=where, owners=own, due=by or made.due, status=_state(said), found_by="action-column"
    )


def _state(said: Mapping[str, str]) -> ActionStatus | None:
    """What the tick box of a row says of its action; nothing where no box stands in the column of its state."""
    told = said.get("done") or said.get("status", "")
    if is_tick(told):
        return ActionStatus.COMPLETED
    return ActionStatus.OUTSTANDING if is_empty_box(told) else None


def _only_says_what(read: ActionTable) -> bool:
    """A column headed "What" holds actions only where another says who."""
    return (
        bool(read.table.header)
        and read.table.rows[0].cell(read.fields["action"]).casefold().strip(" ?:") == "what"
        and "owner" not in read.fields
    )


def _row(draft: Draft, index: int, task: str, owner: str) -> Action:
    return Action(
        anchor="",
        place=place(index),
        text=task,
        item=draft.item_anchor(index),
        owners=marker_owners(owner, draft),
        due=due_date(task, draft),
        found_by="action-list",
    )
