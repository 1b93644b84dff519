"""Actions in lists and columns: "Action items" with a name before each, and a column that says who acts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from archive_builder.model import Action, Block, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.records.trackers import is_tracker
from archive_builder.recognise.signs.action_marks import ACTION_LIST
from archive_builder.recognise.signs.owners import OWNER_COLON, due_date, marker_owners, owners
from archive_builder.text import dates
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

_NAME_ALONE = 3
_TICK = re.compile(r"^\[[ xX✓✔]?\]\s*")
"""The box of a task list, ticked or not."""


def find_listed_actions(draft: Draft) -> list[Action]:
    """The rows of a list headed "Action items": "Ann Lee: send it", or a name with its tasks below."""
    found: list[Action] = []
    for section in draft.sections:
        if section.heading is None or not ACTION_LIST.match(section.title.strip(), draft.vocabulary):
            continue
        owner = ""
        for index in section.content:
            block = draft.blocks[index]
            if block.kind is not BlockKind.ITEM:
                continue
            text = _TICK.sub("", folded(block.text))
            row = OWNER_COLON.match(text, draft.vocabulary)
            if row:
                found.append(_row(draft, index, row["task"], row["owners"]))
            elif not block.level and len(block.text.split()) <= 5:
                owner = text
            elif owner:
                found.append(_row(draft, index, text, owner))
    return found


def find_column_actions(draft: Draft) -> list[Action]:
    """What the last column of minutes set as a table gives somebody to do.

    Where the cell only names somebody, the task is the last sentence of the row's longest cell.
    """
    found = []
    for index, block in enumerate(draft.blocks):
        named = columns(block, draft.vocabulary) if block.kind is BlockKind.TABLE else {}
        if "action" not in named or is_tracker(draft, index, named) or _only_says_what(block, named):
            continue
        for number, row in body_rows(block):
            cell = row.cell(named["action"])
            owner = row.cell(named["owner"]) if "owner" in named else ""
            if not any(ch.isalpha() for ch in cell):
                continue
            others = [text for column, text in enumerate(row.texts) if column != named["action"]]
            if len(cell.split()) <= _NAME_ALONE and not owner:
                owner, cell = cell, sentences(max(others, key=len))[-1] if any(others) else ""
            if cell:
                made = _row(draft, index, cell, owner)
                own = made.owners if owner else owners(cell, draft)
                by = dates.limit(row.cell(named["due"]), draft.masthead.date) if "due" in named else None
                where = Place(index, index, row=number)
                found.append(
                    replace(made, place=where, owners=own, due=by or made.due, found_by="action-column")
                )
    return found


def _only_says_what(table: Block, named: Mapping[str, int]) -> bool:
    """A column headed "What" holds actions only where another says who."""
    return table.rows[0].cell(named["action"]).casefold().strip(" ?:") == "what" and "owner" not in named


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
