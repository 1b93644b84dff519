"""Tables of earlier actions in which no column is headed as one: the heading above says what they hold."""

from __future__ import annotations

from dataclasses import replace

from archive_builder.model import Classification
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import beside_actions, headings_of, is_of_risks
from archive_builder.recognise.records.action_columns import ActionTable
from archive_builder.recognise.signs.earlier_actions import EARLIER_ACTIONS, MATTERS

_TELLING = frozenset({"owner", "due", "status", "update", "done"})
"""The columns of which one at least stands beside an action."""


def says_earlier(draft: Draft, heading: str) -> bool:
    """True if a document or heading surely announces earlier actions, and not matters arising of any sort."""
    if draft.masthead.classification is Classification.ACTION_TRACKER:
        return True
    return draft.read(heading).fits(EARLIER_ACTIONS) and not draft.read(heading.strip()).fits(MATTERS)


def with_matters_as_actions(draft: Draft, found: ActionTable, heading: str) -> ActionTable:
    """A table with its matters in the place of actions: "Issue | Who | When | Comments".

    Unchanged if a column is headed as actions, or nothing says that it holds earlier ones.
    """
    table = found.table
    if "action" in found.fields or not table.header or not says_earlier(draft, heading):
        return found
    if is_of_risks(table, draft.vocabulary):
        return found
    fields = dict(found.fields)
    for column, head in enumerate(headings_of(table)):
        name = beside_actions(head, draft.vocabulary)
        if name and name not in fields and column not in fields.values():
            fields[name] = column
    matter = fields.pop("topic", None)
    if matter is None:
        matter = _longest(found, fields)
    if matter is None or not _TELLING & fields.keys():
        return found
    return replace(found, fields={**fields, "action": matter})


def _longest(found: ActionTable, taken: dict[str, int]) -> int | None:
    """The column with the most words of those that hold nothing else."""
    rows = found.table.rows[found.table.header :]
    width = max((len(row.cells) for row in rows), default=0)
    free = [column for column in range(width) if column not in taken.values()]
    return max(free, key=lambda column: sum(len(row.cell(column).split()) for row in rows), default=None)
