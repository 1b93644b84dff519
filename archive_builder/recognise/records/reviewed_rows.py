"""One action of an earlier meeting as it is gone through in a list: what was to be done, by whom, how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import ActionStatus, BlockKind, Place, TrackerRow
from archive_builder.recognise.grammar.action_states import closing_state, status
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.records.action_marks import find_mark
from archive_builder.recognise.records.reviewed_lists import is_update, tells_of_above
from archive_builder.recognise.signs.earlier_actions import (
    ARISEN,
    FIELD_OF_ACTION,
    REVIEW,
    STATE,
    STATE_AT_END,
    STATE_BEFORE,
)
from archive_builder.recognise.signs.owners import action_owners, marker_owners, names_owner
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.sentences import sentences
from archive_builder.text.tick_boxes import EMPTY_SIGNS, TICKED_SIGNS
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class _Told:
    """What the line of an action says by itself."""

    task: str
    state: str = ""
    done: ActionStatus | None = None
    """What the tick box before it says."""


_WITH_STATE = RuleTable(STATE_BEFORE, STATE, STATE_AT_END)


def row_of(draft: Draft, section: Section, index: int, start: int = 0) -> TrackerRow:
    """The row of an action whose words begin at a character of its block.

    What became of it stands before or behind it, else in the blocks below it.
    """
    told = _told(folded(draft.blocks[index].text[start:]), draft)
    below = () if told.state else tuple(_below(draft, section, index))
    owners = tuple(owner for owner in action_owners(told.task, draft) if names_owner(owner, draft))
    update = told.state or _update(draft, below)
    ending = closing_state(told.task, draft.vocabulary)
    return TrackerRow(
        anchor="",
        place=Place(index, below[-1]) if below else place(index),
        text=told.task,
        owners=owners or _assigned(draft, below),
        update=update,
        status=told.done or status(draft.vocabulary, update.partition(". ")[0], update, ending),
        found_by=REVIEW.name,
    )


def _update(draft: Draft, below: Sequence[int]) -> str:
    """What the blocks below an action say became of it, without the names of their fields."""
    said = []
    for at in below:
        field = draft.line(at).match(FIELD_OF_ACTION)
        if field is None or field["state"]:
            said.append(field["said"] if field else draft.blocks[at].text)
    return folded(" ".join(said))


def _assigned(draft: Draft, below: Sequence[int]) -> tuple[str, ...]:
    """Who has an action, as a field below it says."""
    fields = (draft.line(at).match(FIELD_OF_ACTION) for at in below)
    named = next((field["said"] for field in fields if field and field["owner"]), "")
    return marker_owners(named, draft) if named else ()


def _told(text: str, draft: Draft) -> _Told:
    """The task of a line and its state, without the tick box before them."""
    task = text.lstrip(EMPTY_SIGNS + TICKED_SIGNS + " ")
    ticked = text[: len(text) - len(task)].strip()
    done = None
    if ticked:
        done = ActionStatus.COMPLETED if ticked[0] in TICKED_SIGNS else ActionStatus.OUTSTANDING
    label = draft.read(task).label(_WITH_STATE)
    match = label.match if label else _with_news(task, draft)
    return _Told(match["task"], match["state"], done) if match else _Told(task, "", done)


def _with_news(task: str, draft: Draft) -> re.Match[str] | None:
    """A matter with sentences behind a colon on what became of it: "Leaflet: two printers answered."; no task."""
    match = draft.read(task).match(ARISEN)
    if match is None or names_owner(match["task"], draft) or any(ch.isdigit() for ch in match["task"]):
        return None
    if task[match.end("task") :].lstrip()[:1] != ":" or not task.endswith("."):
        return None
    first = next(iter(sentences(match["state"])), "")
    return None if draft.read(first).fits(NEEDED) else match


def _below(draft: Draft, section: Section, index: int) -> Iterator[int]:
    """The blocks that say what became of an action.

    They are a paragraph that opens so, points one level deeper, points that are a field of it ("Status: …")
    or its state alone, and the text below a small heading.
    """
    head = draft.blocks[index]
    for at in range(index + 1, section.last + 1):
        block = draft.blocks[at]
        if head.kind is BlockKind.HEADING:
            told = block.kind is BlockKind.PARAGRAPH
        else:
            deeper = block.kind is BlockKind.ITEM and block.level > head.level
            told = (deeper and not find_mark(block, draft.vocabulary)) or tells_of_above(draft, at)
            told = told or (at == index + 1 and is_update(draft, at))
        if not told:
            return
        yield at
