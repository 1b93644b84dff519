"""Actions in columns of tables: one that says what is to be done, one that says who does it, by when, with a box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archive_builder.model import Action, ActionStatus, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import form_of
from archive_builder.recognise.records.action_columns import ActionTable, Reader
from archive_builder.recognise.records.lettered_rows import parts_of
from archive_builder.recognise.records.task_lists import FEWEST_WORDS, action_of
from archive_builder.recognise.records.trackers import is_tracker, is_tracker_form, tells_who_moved
from archive_builder.recognise.signs.owners import (
    OWNERS_ALONE,
    names_owner,
    owners,
)
from archive_builder.text import dates
from archive_builder.text.sentences import sentences
from archive_builder.text.tick_boxes import is_empty_box, is_tick

_NAME_ALONE = 3


def find_column_actions(draft: Draft) -> list[Action]:
    """What the last column of minutes set as a table gives somebody to do.

    Where the cell only names somebody, the task is the last sentence of the row's longest cell.
    """
    found: list[Action] = []
    tracked = {row.place.first for row in draft.tracker_rows if row.place.row is not None}
    reader = Reader(draft)
    for index, block in enumerate(draft.blocks):
        if block.kind is not BlockKind.TABLE:
            continue
        if form := form_of(block, draft.vocabulary):
            found += _of_form(draft, index, form)
            continue
        for read in reader.read(index):
            if _only_says_who(read.fields) and index not in tracked:
                found += _of_owned_rows(draft, index, read)
            elif _holds_actions(draft, index, read):
                found += _of_table(draft, index, read)
    return found


def _holds_actions(draft: Draft, index: int, read: ActionTable) -> bool:
    """True for a table of this meeting's own actions."""
    if "action" not in read.fields or tells_who_moved(draft, read):
        return False
    return not is_tracker(draft, index, read) and not _only_says_what(read)


def _of_form(draft: Draft, index: int, form: Sequence[tuple[str, int]]) -> Iterator[Action]:
    """The actions of a table whose left column says "Action": each its own, or one with owner and day."""
    if is_tracker_form(form):
        return
    rows = draft.blocks[index].rows
    said = {name: rows[at].cell(1) for name, at in form}
    for name, at in form:
        if name == "action" and any(ch.isalpha() for ch in rows[at].cell(1)):
            made = action_of(draft, index, rows[at].cell(1), said.get("owner", ""))
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
        for said in parts_of({**row.said, "action": task}, row.lines(named)):
            if names_owner(said["owner"], draft) and len(said["action"].split()) >= FEWEST_WORDS:
                yield _placed(draft, action_of(draft, index, said["action"], said["owner"]), row.number, said)


def _of_table(draft: Draft, index: int, read: ActionTable) -> Iterator[Action]:
    for row in read.rows():
        cell, owner = row.said["action"], row.said.get("owner", "")
        if not any(ch.isalpha() for ch in cell) or row.is_decision(draft.vocabulary):
            continue
        others = [text for column, text in enumerate(row.row.texts) if column != read.fields["action"]]
        if not owner and len(cell.split()) <= _NAME_ALONE and draft.read(cell).fits(OWNERS_ALONE):
            owner, cell = cell, sentences(max(others, key=len))[-1] if any(others) else ""
        lines = row.lines(read.fields)
        for said in parts_of({**row.said, "action": cell, "owner": owner}, lines) if cell else ():
            yield _placed(draft, action_of(draft, index, said["action"], said["owner"]), row.number, said)


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
