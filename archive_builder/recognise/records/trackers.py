"""Action trackers that are tables: which they are, and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from archive_builder.model import ActionStatus, BlockKind, Classification, Place, TrackerRow
from archive_builder.recognise.grammar.action_states import closing_state, done_in_column, state_of, status
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import form_of
from archive_builder.recognise.records.action_columns import ActionTable, Reader
from archive_builder.recognise.records.earlier_tables import with_matters_as_actions
from archive_builder.recognise.shape.data_tables import caption_of, is_agenda, is_contents
from archive_builder.recognise.signs.action_marks import ACTION_LIST, PROPOSER
from archive_builder.recognise.signs.earlier_actions import EARLIER_ACTIONS
from archive_builder.recognise.signs.owners import column_owners
from archive_builder.text.dates import first_date
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

_FIRST_WORDS = 5
"""An update that tells the state of its action tells it in so many words at the start."""


_FEWEST_DONE = 2
"""Minimum number of actions that a table reports as done, if nothing else says that it is a tracker."""


def is_tracker(draft: Draft, index: int, found: ActionTable, caption: str = "") -> bool:
    """True if a table follows up earlier actions, and is no list of this meeting's own.

    Its columns say so, or that some of its actions are done; in a tracker, or below a heading that
    says so, it needs no references.
    """
    named = found.fields
    if "action" not in named or not {"update", "status", "done", "owner", "due"} & set(named):
        return False
    if tells_who_moved(draft, found):
        return False
    heading = caption or found.title or above(draft, index)
    if draft.masthead.classification is Classification.ACTION_TRACKER or draft.read(heading).fits(
        EARLIER_ACTIONS
    ):
        return True
    if draft.masthead.classification is Classification.DECISION_LIST:
        return False
    if found.headless:
        return _some_done(draft, found)
    followed = bool({"identifier", "meeting"} & set(named)) and bool({"update", "status"} & set(named))
    followed = followed or {"meeting", "done"} <= set(named) or _some_reported_done(draft, found)
    return followed and not (draft.read(heading.strip()).match(ACTION_LIST) and "meeting" not in named)


def tells_who_moved(draft: Draft, found: ActionTable) -> bool:
    """True for a table of motions: a column or a row of it is headed "Moved by" or the like."""
    rows = found.table.rows
    heads = [text for row in rows[: found.table.header] for text in row.texts]
    short = [text for text in (*heads, *(row.cell(0) for row in rows)) if len(text.split()) <= _LABEL_WORDS]
    return any(draft.read(folded(text).strip(" :")).fits(PROPOSER) for text in short)


_LABEL_WORDS = 3


def _some_reported_done(draft: Draft, found: ActionTable) -> bool:
    """True if updates of actions say of some that they are done."""
    updates = [row.said.get("update", "") for row in found.rows()]
    openings = [" ".join(update.split()[:_FIRST_WORDS]) for update in updates]
    done = [one for one in openings if state_of(one, draft.vocabulary) is ActionStatus.COMPLETED]
    return len(done) >= _FEWEST_DONE


def _some_done(draft: Draft, found: ActionTable) -> bool:
    """True if a column of states says of any action that it is done: it was given before this meeting."""
    states = [_state_in_columns(row.said, draft) for row in found.rows()]
    return ActionStatus.COMPLETED in states


def _state_in_columns(said: Mapping[str, str], draft: Draft) -> ActionStatus | None:
    """How an action stands by the column of its state, else by the one headed "Done" or the like."""
    told = state_of(said.get("status", ""), draft.vocabulary)
    return told or done_in_column(said.get("done", ""), draft.vocabulary)


def above(draft: Draft, index: int) -> str:
    """The title of the section that a block stands in."""
    within = (s for s in reversed(draft.sections) if s.heading is not None and s.heading < index)
    return next((section.title for section in within), "")


def find_tracker_rows(draft: Draft) -> Draft:
    """A draft with the rows of its action trackers."""
    taken = {row.anchor for row in draft.tracker_rows}
    found = list(draft.tracker_rows)
    reader = Reader(draft)
    for index, block in enumerate(draft.blocks):
        if block.kind is not BlockKind.TABLE or is_contents(block):
            continue
        form = form_of(block, draft.vocabulary)
        if is_tracker_form(form):
            found.append(_of_form(draft, index, form, taken))
            continue
        for table in reader.read(index):
            caption = table.title or caption_of(draft, index)
            table = with_matters_as_actions(draft, table, caption or above(draft, index))
            if is_tracker(draft, index, table, caption) and not is_agenda(table.fields):
                found += _rows(draft, index, table, caption or above(draft, index), taken)
    return replace(draft, tracker_rows=tuple(found))


def is_tracker_form(form: Sequence[tuple[str, int]]) -> bool:
    """True for a form with one action and what became of it."""
    names = [name for name, _ in form]
    return names.count("action") == 1 and bool({"update", "status"} & set(names))


def _of_form(draft: Draft, index: int, form: Sequence[tuple[str, int]], taken: set[str]) -> TrackerRow:
    """The row of a tracker that gives each action a form of its own."""
    rows = draft.blocks[index].rows
    said = {name: rows[at].cell(1) for name, at in form}
    return _row(draft, said, Place(index, index), above(draft, index), index, taken)


def _rows(
    draft: Draft, index: int, table: ActionTable, heading: str, taken: set[str]
) -> Iterator[TrackerRow]:
    """The rows of a tracker; their state is told by their column, the table's heading, or the update."""
    for row in table.rows():
        if row.said["action"] and not row.is_decision(draft.vocabulary):
            said = {"meeting": row.group, **row.said}
            yield _row(draft, said, Place(index, index, row=row.number), heading, row.number, taken)


def _row(
    draft: Draft, said: Mapping[str, str], where: Place, heading: str, number: int, taken: set[str]
) -> TrackerRow:
    identifier = said.get("identifier", "")
    state = said.get("status") or said.get("done", "")
    update = said.get("update") or state
    told = _state_in_columns(said, draft)
    opening = " ".join(update.split()[:_FIRST_WORDS])
    ending = update.rpartition(". ")[2] if len(update.rpartition(". ")[2].split()) <= _FIRST_WORDS else ""
    mark = slug(reference(identifier)) if identifier else number
    return TrackerRow(
        anchor=unique(f"tracker-{mark}", taken),
        place=where,
        text=said["action"],
        identifier=identifier,
        meeting=said.get("meeting", ""),
        owners=column_owners(said["owner"], draft) if "owner" in said else (),
        due=first_date(said["due"]) if "due" in said else None,
        update=update,
        status=told
        or status(draft.vocabulary, heading, opening, ending, closing_state(update, draft.vocabulary)),
        found_by="tracker-table",
    )
