"""Calendars by month: days without their month below it, and grids of months and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Block, Place, ProgrammeRow, plain
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import headings_of
from archive_builder.recognise.records.calendar_lists import Dated
from archive_builder.recognise.records.programme_tables import Planned
from archive_builder.recognise.signs.calendars import BEHIND_ITS_DAY, NO_MEETING, ONLY_TIMES
from archive_builder.recognise.signs.columns import MONTH_HEADING
from archive_builder.text.printed_days import (
    PrintedDay,
    PrintedMonth,
    days_of_month,
    month_alone,
    printed_days,
)
from archive_builder.text.words import folded

_FEWEST_MONTHS = 3
"""Minimum number of months that make a table one by month."""
_SHARE = 0.75
_LONGEST_DAY = 8
"""Maximum number of words of a cell that says on which days a body meets."""


def dated_in_month(draft: Draft, index: int, month: PrintedMonth) -> list[Dated]:
    """The matters of a line or paragraph below a month, each behind its day: "Tues 7 Planning Tues 14 Council"."""
    text = folded(draft.blocks[index].text)
    days = list(days_of_month(text, month))
    if not days or days[0].start:
        return []
    ends = [behind.start for behind in days[1:]] + [len(text)]
    told = [(day, _behind(draft, text[day.end : end])) for day, end in zip(days, ends, strict=True)]
    return [Dated(day, matter, index) for day, matter in told if matter]


def day_behind(text: str, month: PrintedMonth | None) -> PrintedDay | None:
    """The day that ends a line below its month, with the year of that: "Regular session, December 9"."""
    told = [day for day in printed_days(text) if day.end == len(text)]
    if month is None or not told or told[0].month != month.month:
        return None
    return replace(told[0], year=told[0].year or month.year)


def matters_of_month(draft: Draft, index: int) -> list[str]:
    """The matters of a line that begins with a month and a colon: "January: Elect officers; review the fees"."""
    block = draft.blocks[index]
    text = folded(block.text)
    head, _, told = text.partition(":") if ":" in text[:_LONGEST_MONTH] else text.partition(" – ")
    if block.rows or not told.strip() or month_alone(head) is None or len(text.split()) > _LONGEST_LINE:
        return []
    if month_alone(told):  # "October 2025 – May 2026" is the time of a calendar
        return []
    topics = [part.strip(" .,") for part in told.split(";")]
    return [topic for topic in topics if topic and not draft.read(topic).fits(NO_MEETING)]


_LONGEST_MONTH = 20
_LONGEST_LINE = 60


def _behind(draft: Draft, text: str) -> str:
    """What stands behind a day; empty where that is nothing, a time, or that nobody meets."""
    match = draft.read(text).match(BEHIND_ITS_DAY)
    matter = match["matter"].strip(" ;,*") if match else ""
    return "" if draft.read(matter).fits(NO_MEETING) else matter


def rows_by_month(draft: Draft, index: int) -> Iterator[Planned]:
    """The rows of a table whose first column, first row, or every other row names months; none for any other."""
    block = draft.blocks[index]
    if across := _months_across(block):
        yield from _of_columns(draft, index, across)
    elif _months_down(draft, block):
        days = list(_of_rows(draft, index))
        yield from days or _matters(draft, index)


def _months_across(block: Block) -> dict[int, PrintedMonth]:
    """The columns of a table that are headed by months; empty where few are."""
    heads = headings_of(block) if block.header else [folded(text) for text in block.rows[0].texts]
    found = {column: month for column, head in enumerate(heads) if (month := month_alone(head))}
    return found if len(found) >= _FEWEST_MONTHS and len(found) + 1 >= len(heads) else {}


def _months_down(draft: Draft, block: Block) -> bool:
    """True for a table of which the first column holds months or parts of the year, and little else.

    In a table of one column they stand above what is to come in them.
    """
    first = [folded(row.cell(0)) for row in block.rows]
    told = [
        text for text in (first[1:] if block.header and not _is_month(draft, first[0]) else first) if text
    ]
    months = [text for text in told if _is_month(draft, text)]
    share = 0.5 if all(len(row.cells) == 1 for row in block.rows) else _SHARE
    return len(months) >= _FEWEST_MONTHS and len(months) >= len(told) * share


def _is_month(draft: Draft, text: str) -> bool:
    return draft.read(text).fits(MONTH_HEADING)


def _of_columns(draft: Draft, index: int, months: Mapping[int, PrintedMonth]) -> Iterator[Planned]:
    """The days of a table with a column for each month, and a row for each body or matter."""
    block = draft.blocks[index]
    matter = next((at for at in range(len(block.rows[0].cells)) if at not in months), None)
    for column, month in months.items() if matter is not None else ():
        cells = [
            (number, row.cell(column), row.cell(matter or 0))
            for number, row in enumerate(block.rows)
            if number
        ]
        yield from _in_order(draft, index, month, cells)


def _of_rows(draft: Draft, index: int) -> Iterator[Planned]:
    """The days of a table with a row for each month, and a column for each body."""
    block = draft.blocks[index]
    heads = headings_of(block) if block.header else [folded(text) for text in block.rows[0].texts]
    for number, row in enumerate(block.rows):
        if month := month_alone(folded(row.cell(0))):
            cells = [
                (number, text, head) for text, head in zip(row.texts[1:], heads[1:], strict=False) if head
            ]
            yield from _in_order(draft, index, month, cells)


def _in_order(
    draft: Draft, index: int, month: PrintedMonth, cells: Iterable[tuple[int, str, str]]
) -> Iterator[Planned]:
    """What comes on the days of a month, in their order, of cells with their row and what they tell the days of."""
    found = [
        Planned(_row(Place(index, index, row=number), matter), day)
        for number, text, matter in cells
        for day in _days(draft, text, month)
    ]
    yield from sorted(found, key=lambda each: each.day.day if each.day else 0)


def _days(draft: Draft, text: str, month: PrintedMonth) -> list[PrintedDay]:
    """The days of a cell that is nothing but days, with a remark in brackets at most: "Monday 3rd (6 pm)"."""
    said = folded(text)
    days = list(days_of_month(said, month, bare=True))
    if not days or days[0].start or len(said.split()) > _LONGEST_DAY or draft.read(said).fits(NO_MEETING):
        return []
    between = [said[day.end : behind.start].strip(" ,;&*") for day, behind in pairwise(days)]
    behind = draft.read(said[days[-1].end :]).fits(ONLY_TIMES)
    return days if behind and all(len(part) <= _JOINT for part in between) else days[:1] if behind else []


_JOINT = 3
"""Maximum number of characters between two days of a cell: "and", "&"."""


def _matters(draft: Draft, index: int) -> Iterator[Planned]:
    """The matters of a table by month: beside or below it, a line each; an empty month goes on with the one above."""
    for number, row in enumerate(draft.blocks[index].rows):
        cells = list(enumerate(row.cells))
        month = _is_month(draft, folded(row.cell(0)))
        if number < draft.blocks[index].header and not month:
            continue
        for column, cell in cells if len(cells) == 1 else cells[1:2]:
            for line in plain(cell).splitlines():
                text = folded(line).strip(" ;•*-")
                if text and not (column == 0 and month) and not draft.read(text).fits(NO_MEETING):
                    yield Planned(_row(Place(index, index, row=number), text), None)


def _row(where: Place, topic: str) -> ProgrammeRow:
    return ProgrammeRow(anchor="", place=where, text=folded(topic), found_by="work-programme-table")
