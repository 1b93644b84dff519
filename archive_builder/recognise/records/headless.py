"""Tables of actions whose columns are told by what stands in them: days, people, states, numbers, tasks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from archive_builder.model import Block, Classification
from archive_builder.recognise.grammar.action_states import state_of
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import is_of_risks
from archive_builder.recognise.signs.earlier_actions import STATE_ALONE
from archive_builder.recognise.signs.owners import names_owner
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text import dates
from archive_builder.text.words import folded

_TASK_WORDS = 3
"""Minimum number of words of a task, on average of its column."""
_FEWEST = 2
_MOST = 8
"""Number of columns of such a table."""
_SHARE = 0.75
"""Minimum share of a column's cells that must be of one sort."""


def columns_without_heads(draft: Draft, table: Block) -> dict[str, int]:
    """The field of each column of a table whose first row is no header.

    Its tasks stand in the column with the most words. It is a table of actions only where each row
    names who acts and a day, or how things stand beside a day, a number or tasks that are surely
    some; else no column is named.
    """
    width = len(table.rows[0].cells)
    if any(len(row.cells) != width for row in table.rows) or not _FEWEST <= width <= _MOST:
        return {}
    cells = [[folded(row.cell(column)) for row in table.rows] for column in range(width)]
    longest = max(range(width), key=lambda column: _words(cells[column]))
    if _words(cells[longest]) < _TASK_WORDS * len(table.rows):
        return {}
    if width == _PAIR and draft.masthead.classification is Classification.ACTION_TRACKER:
        return _tasks_with_states(draft, cells, longest)
    found = _fields(draft, cells, {"action": longest})
    if "status" in found:
        return _followed_up(draft, cells, found, width)
    return found if {"owner", "due"} <= found.keys() else {}


def _tasks_with_states(draft: Draft, cells: Sequence[Sequence[str]], tasks: int) -> dict[str, int]:
    """The columns of two cells a row in a tracker: tasks, and how they stand as far as that is said."""
    states = [cell for cell in cells[1 - tasks] if cell]
    if not tasks and all(_is_state(cell, draft) for cell in states):
        return {"action": 0, "status": 1}
    return {}


def _words(cells: Sequence[str]) -> int:
    return sum(len(cell.split()) for cell in cells)


def _fields(draft: Draft, cells: Sequence[Sequence[str]], known: Mapping[str, int]) -> dict[str, int]:
    """Columns that are known, and those that their cells tell."""
    found = dict(known)
    for column, told in enumerate(cells):
        name = _field(draft, told) if column not in known.values() else ""
        if name and (name != "identifier" or column < found["action"]):
            found.setdefault(name, column)
    return found


def _followed_up(
    draft: Draft, cells: Sequence[Sequence[str]], found: dict[str, int], width: int
) -> dict[str, int]:
    """The columns of a table that says how its tasks stand; none where they may be anything."""
    if "due" in found and "owner" not in found:
        found["meeting"] = found.pop("due")
    if width == _PAIR:
        tasks, states = cells[found["action"]], cells[found["status"]]
        alone = all(draft.read(cell).match(STATE_ALONE) for cell in states)
        return found if alone and max(map(len, tasks)) > max(map(len, states)) else {}
    told = {"meeting", "owner", "identifier"} & found.keys()
    return found if told else {}


_PAIR = 2


def columns_told(draft: Draft, table: Block, named: Mapping[str, int]) -> dict[str, int]:
    """The columns of a table of actions: those that their heads name, and those that their cells tell.

    A table without a column for what is to be done is one only where two others are headed as those of
    actions: then what is to be done is the longest of the rest, if it reads like tasks.
    """
    rows = table.rows[table.header :]
    if not rows:
        return dict(named)
    width = max(len(row.cells) for row in table.rows)
    cells = [[folded(row.cell(column)) for row in rows] for column in range(width)]
    found = dict(named)
    if is_of_risks(table, draft.vocabulary):
        return found
    if "action" not in found:
        free = [column for column in range(width) if column not in found.values()]
        if len(_BESIDE_ACTIONS & found.keys()) < _PAIR or not free or _OTHER & found.keys():
            return found
        longest = max(free, key=lambda column: _words(cells[column]))
        if not _are_tasks(draft, cells[longest]):
            return found
        found["action"] = longest
    return _fields(draft, cells, found) if _BESIDE_ACTIONS & found.keys() else found


_BESIDE_ACTIONS = frozenset({"owner", "due", "status", "update"})
_OTHER = frozenset({"decision", "aims", "topic", "item"})


def _are_tasks(draft: Draft, cells: Sequence[str]) -> bool:
    """True if at least half of some cells say that something is to be done."""
    said = [cell for cell in cells if cell]
    needed = sum(1 for cell in said if draft.read(cell).fits(NEEDED))
    return bool(said) and needed * 2 >= len(said)


def _field(draft: Draft, cells: Sequence[str]) -> str:
    """What the cells of a column are: days, people, numbers or how things stand, most of them."""
    said = [cell for cell in cells if cell]
    if len(said) < len(cells) * _SHARE:
        return ""
    if _most(said, [_is_day(cell) for cell in said]):
        return "due"
    if _most(said, [_NUMBER.fullmatch(cell) is not None for cell in said]):
        return "identifier"
    if _most(said, [names_owner(cell, draft) for cell in said]):
        return "owner"
    return "status" if _most(said, [_is_state(cell, draft) for cell in said]) else ""


def _most(cells: Sequence[str], fitting: Sequence[bool]) -> bool:
    return bool(cells) and sum(fitting) >= len(cells) * _SHARE


def _is_day(text: str) -> bool:
    return dates.only_date(text) is not None or _MONTH_ALONE.fullmatch(text) is not None


def _is_state(text: str, draft: Draft) -> bool:
    alone = draft.read(text).match(STATE_ALONE)
    return alone is not None or state_of(text, draft.vocabulary) is not None


_NUMBER = re.compile(r"#?(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.)]?")
"""The number of an action: "3", "12.1", "AP4", "24/07-2"."""
_MONTH_ALONE = re.compile(r"(?i:end (?:of )?)?[A-Z][a-z]{2,8}\.? (?:19|20)\d\d")
"""A month in the place of a day: "May 2025", "end of May 2025"."""
