"""Tables of a work programme whose heads name no fields: columns of meetings, forms, days or months."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.records.calendar_months import rows_by_month
from archive_builder.recognise.records.programme_tables import (
    Planned,
    meetings_of,
    named_by_meeting,
    rows_by_day,
    rows_by_meeting,
    rows_of_form,
)


def rows_by_heads(draft: Draft, index: int) -> list[Planned]:
    """The rows of a table with a column for each meeting: marks, days of its month, or matters; else none."""
    block = draft.blocks[index]
    meetings = meetings_of(draft, block)
    if not meetings:
        return []
    marked = list(rows_by_meeting(index, block, meetings))
    return marked or list(rows_by_month(draft, index)) or list(named_by_meeting(index, block, meetings))


def rows_of_bare_table(draft: Draft, index: int, *, whole: bool) -> Iterator[Planned]:
    """The rows of a table whose heads do not say what its columns hold: a form, days, or months.

    Days count where the document or section is a programme, and not only its table (`whole`).
    """
    found = list(rows_of_form(draft, index, draft.blocks[index]))
    found = found or (list(rows_by_day(draft, index)) if whole else [])
    yield from found or rows_by_month(draft, index)
