"""Actions: those marked as such, and undertakings made in the discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive_builder.model import Action, ActionMarker, Place
from archive_builder.recognise.grammar.anchors import unique, within_item
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.records.action_marks import Marked, find_mark, last_words, owner_alone
from archive_builder.recognise.records.arising import questions_before
from archive_builder.recognise.records.margin_owners import find_owner_alone, has_margin_of_owners
from archive_builder.recognise.records.owners_at_end import (
    brackets_name_speakers,
    called_in_brackets,
    find_actions_by_end,
)
from archive_builder.recognise.records.task_lists import find_listed_actions
from archive_builder.recognise.records.task_tables import find_column_actions
from archive_builder.recognise.records.turns_by_initials import is_told_in_turns, is_turn
from archive_builder.recognise.records.undertakings import find_undertakings
from archive_builder.recognise.signs.earlier_actions import STATE_BEFORE
from archive_builder.recognise.signs.owners import action_owners, due_date, marker_owners
from archive_builder.text import dates
from archive_builder.text.words import folded


def find_actions(draft: Draft) -> Draft:
    """A draft with its actions: marked ones first where both claim the same words."""
    listed = find_listed_actions(draft)
    found = [
        *_in_text(draft, {action.place.first for action in listed}),
        *listed,
        *find_column_actions(draft),
    ]
    kept = sorted(_once(found), key=lambda action: (action.place.first, action.place.row or 0))
    return replace(draft, actions=tuple(_with_anchors(kept)))


def _in_text(draft: Draft, listed: set[int]) -> Iterator[Action]:
    """The marked actions and undertakings of a draft's running text, besides the blocks of lists."""
    earlier = listed | {row.place.first for row in draft.tracker_rows if row.place.row is None}
    margin, spoken = has_margin_of_owners(draft), brackets_name_speakers(draft)
    turns = is_told_in_turns(draft)
    for index, block in enumerate(draft.blocks):
        if not is_prose(block) or index <= draft.masthead.last or index in earlier:
            continue
        if draft.read(folded(block.text)).fits(STATE_BEFORE):
            continue
        item = draft.item_anchor(index)
        hit = find_mark(block, draft.vocabulary) or find_owner_alone(draft, index, margin=margin)
        if hit and turns and is_turn(draft, index):
            continue
        if hit and hit.above:
            yield from _told_above(draft, index, hit, item)
        elif hit:
            yield _explicit(draft, index, hit, item)
        elif ended := list(find_actions_by_end(draft, index, item, spoken=spoken)):
            yield from ended
        else:
            yield from find_undertakings(draft, index, item, answering=index in draft.quoted)


def _once(found: Sequence[Action]) -> Iterator[Action]:
    """The actions without undertakings whose words are marked too, and without those that a list only repeats."""
    marked = {(action.place.first, action.text) for action in found if action.marker is ActionMarker.EXPLICIT}
    told = {_words(action): action for action in found if not _is_listed(action)}
    for action in found:
        if _is_listed(action) and _only_repeats(action, told.get(_words(action))):
            continue
        if action.marker is ActionMarker.EXPLICIT or (action.place.first, action.text) not in marked:
            yield action


def _only_repeats(entry: Action, told: Action | None) -> bool:
    """True for an entry that names neither an owner nor a day which the action in the text lacks."""
    if told is None:
        return False
    return bool(told.owners or not entry.owners) and bool(told.due or not entry.due)


def _is_listed(action: Action) -> bool:
    return action.found_by in _LISTS


_LISTS = ("action-list", "action-column")
"""What finds the entries of lists and tables, which may repeat at the end what was marked in the text."""


def _words(action: Action) -> str:
    return action.text.casefold().strip(" .")


def _with_anchors(found: Sequence[Action]) -> Iterator[Action]:
    """The actions with their anchors: of the printed number, else counted within the item."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for action in found:
        counts[action.item] = counts.get(action.item, 0) + 1
        number = action.identifier or counts[action.item]
        yield replace(action, anchor=unique(within_item("action", action.item, number), taken))


def _explicit(draft: Draft, index: int, hit: Marked, item: str) -> Action:
    block = draft.blocks[index]
    text = folded(block.text[hit.start : hit.end])
    end = hit.end if hit.above else len(block.text)
    limit = due_date(text, draft) or dates.limit(hit.limit, draft.masthead.date)
    return Action(
        anchor="",
        place=Place(index, index, hit.start, end) if hit.inside else place(index),
        text=text,
        item=item,
        owners=marker_owners(hit.owner, draft)
        if hit.owner
        else action_owners(text, draft) or called_in_brackets(text, draft),
        questions=questions_before(draft, index, item, text),
        due=limit,
        found_by=hit.rule,
    )


def _told_above(draft: Draft, index: int, hit: Marked, item: str) -> Iterator[Action]:
    """The action of a line that only names who acts: the last sentence of the text above it."""
    above = index - 1
    if above <= draft.masthead.last or not is_prose(draft.blocks[above]):
        return
    if draft.item_anchor(above) != item or any(section.heading == above for section in draft.sections):
        return
    words = last_words(draft.blocks[above].text, draft.vocabulary)
    if words and not draft.blocks[above].text[: words[1]].endswith(":"):
        yield _explicit(draft, above, owner_alone(words, hit.owner, hit.limit), item)
