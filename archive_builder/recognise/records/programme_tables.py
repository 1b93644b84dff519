"""Tables of a work programme: a row for each matter, a column for each meeting, a form for each matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, Place, ProgrammeRow, Row, plain
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.programme_heads import SUBJECTS
from archive_builder.recognise.grammar.table_heads import body_rows, form_of, headings_of
from archive_builder.recognise.records.calendar_years import Span
from archive_builder.recognise.records.trackers import above
from archive_builder.recognise.signs.calendars import NO_MATTER, NO_MEETING, ONLY_TIMES
from archive_builder.recognise.signs.columns import HEAD_OF_MEETING
from archive_builder.text.printed_days import PrintedDay, first_day
from archive_builder.text.tick_boxes import TICKED_SIGNS
from archive_builder.text.words import folded

_PRESENTERS = ("presenting", "owner")
_FEWEST_MEETINGS = 2
_MARKS = ("x", "y", "yes", "•", "●", *TICKED_SIGNS)
"""What stands in the column of a meeting that a matter comes to."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A row with its day as printed, or a day without a matter, and the span in which the day lies."""

    row: ProgrammeRow | None
    day: PrintedDay | None
    span: Span | None = None


def is_programme(block: Block, named: Mapping[str, int], *, said: bool, below: bool) -> bool:
    """A topic with a date and aims; where the document or heading says that it is one, topic and date do."""
    dated = bool({"meeting", "due"} & set(named)) or _dated(block)
    if {"topic", "aims"} <= set(named) and dated:
        return True
    topic = any(name in named for name in SUBJECTS)
    return said and topic and (dated or below) and "action" not in named


def says_so(draft: Draft, index: int) -> bool:
    title = above(draft, index).casefold()
    return any(words in title for words in draft.vocabulary.kinds.get("work-programme", ()))


def _dated(block: Block) -> bool:
    return any(first_day(row.cell(0)) for _, row in body_rows(block))


def rows_by_column(
    index: int, block: Block, named: Mapping[str, int], heading: PrintedDay | None
) -> Iterator[Planned]:
    """The rows of a table with one matter or several in each row.

    An empty date goes on with the one above; a row that spans the table gives the day of those below it.
    """
    when = named.get("meeting", named.get("due", 0))
    subject = next((named[name] for name in SUBJECTS if name in named), 0)
    day = heading
    for number, row in body_rows(block):
        if _spans(row) and (said := first_day(row.texts[0])):
            day = said
            continue
        if when != subject and row.cell(when):
            day = first_day(row.cell(when)) or (heading if "meeting" not in named else None)
            yield Planned(None, day)
        for at, topic in enumerate(_topics(row, subject, alone=len(row.cells) == _PAIR and when != subject)):
            yield Planned(_row(Place(index, index, row=number), topic, row, named, subject, at), day)


_PAIR = 2


def _spans(row: Row) -> bool:
    """True for a row of several cells of which only the first has words."""
    return len(row.cells) > 1 and bool(row.texts[0]) and not any(row.texts[1:])


_BULLET = re.compile(r"^\s*(?:[•●○▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
"""The mark before each of several matters in a cell."""


def _topics(row: Row, subject: int, *, alone: bool) -> list[str]:
    """The matters of a cell: a line each where each has a mark, or where nothing but the date stands beside them."""
    if not 0 <= subject < len(row.cells) or not row.cell(subject):
        return []
    lines = _lines(row, subject)
    marked = [_BULLET.match(line) is not None for line in lines]
    if len(lines) > 1 and marked[0] and marked.count(True) > 1:
        return [_BULLET.sub("", line) for line in _joined(lines, marked)]
    begin_anew = all(not line[:1].islower() for line in lines)
    found = lines if alone and begin_anew else [row.cell(subject)]
    return [topic for topic in found if not _is_of_a_day(topic)]


def _is_of_a_day(topic: str) -> bool:
    """True for a cell that begins with a day: it leads to the papers of a meeting, and is no matter."""
    day = first_day(topic)
    return day is not None and day.start == 0


def _lines(row: Row, column: int) -> list[str]:
    lines = [folded(line) for line in plain(row.cells[column]).splitlines() if line.strip()]
    return lines or [row.cell(column)]


def _joined(lines: Sequence[str], marked: Sequence[bool]) -> list[str]:
    """Lines that begin with a mark, each with those behind it that do not."""
    found: list[str] = []
    for line, begins in zip(lines, marked, strict=True):
        if begins:
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
    return found


def _row(where: Place, topic: str, row: Row, named: Mapping[str, int], subject: int, at: int) -> ProgrammeRow:
    aims = row.cell(named["aims"]) if "aims" in named and named["aims"] != subject else ""
    who = next((named[name] for name in _PRESENTERS if name in named), None)
    presenters = _presenters(row, who, subject, at) if who is not None else ""
    return replace(_found(where, topic), aims=aims, presenters=presenters)


def _presenters(row: Row, who: int, subject: int, at: int) -> str:
    """Who presents a matter: the line of its place where there are as many as matters, else all of the cell."""
    if who >= len(row.cells):
        return ""
    lines, matters = _lines(row, who), _topics(row, subject, alone=False)
    return _BULLET.sub("", lines[at]) if len(matters) > 1 and len(lines) == len(matters) else row.cell(who)


def rows_by_day(draft: Draft, index: int) -> Iterator[Planned]:
    """The rows of a table whose heads name nothing, with days in one column or several and matters beside them.

    An empty day goes on with the one above.
    """
    block = draft.blocks[index]
    days = [column for column in range(_width(block)) if _holds_days(_column(block, column))]
    for column in days:
        matter, day = _beside(draft, block, column, days), None
        for number, row in enumerate(block.rows) if matter is not None else ():
            if _is_called_off(draft, row):
                day = None if row.cell(column) else day
                continue
            if row.cell(column):
                day = first_day(row.cell(column))
                yield Planned(None, day)
            for topic in _topics(row, matter or 0, alone=True) if day else ():
                yield Planned(_found(Place(index, index, row=number), topic.strip(" +*")), day)


def _width(block: Block) -> int:
    return max(len(row.cells) for row in block.rows)


def _column(block: Block, column: int) -> list[str]:
    return [folded(text) for row in block.rows if (text := row.cell(column).strip())]


def _holds_days(cells: Sequence[str]) -> bool:
    """True for a column of which nearly every cell begins with a day, and of which several do."""
    days = [day for text in cells if (day := first_day(text)) and day.start == 0]
    return len(days) >= _FEWEST_DAYS and len(days) >= len(cells) * _SHARE_OF_DAYS


_FEWEST_DAYS = 2
_SHARE_OF_DAYS = 0.75


def _beside(draft: Draft, block: Block, day: int, days: Sequence[int]) -> int | None:
    """The column that says what is on the days of another: right of it, up to the next days; else left of it."""
    end = next((column for column in days if column > day), _width(block))
    right = [column for column in range(day + 1, end) if _names_matters(draft, _column(block, column))]
    left = [
        column for column in range(day) if len(days) == 1 and _names_matters(draft, _column(block, column))
    ]
    return next(iter(right or left), None)


def _names_matters(draft: Draft, cells: Sequence[str]) -> bool:
    """True for a column of words that are no times, no places, and no links to papers."""
    told = [
        text
        for text in cells
        if not draft.read(text).fits(NO_MATTER) and not draft.read(text).fits(ONLY_TIMES)
    ]
    return bool(told) and len(told) * 2 > len(cells)


def _is_called_off(draft: Draft, row: Row) -> bool:
    return any(draft.read(folded(text)).fits(NO_MEETING) for text in row.texts)


def meetings_of(draft: Draft, block: Block) -> dict[int, PrintedDay | None]:
    """The columns of a table that are headed by a meeting's day or month, with the day; empty where few are."""
    if not block.header:
        return {}
    found: dict[int, PrintedDay | None] = {}
    heads = headings_of(block)
    for column, head in enumerate(heads):
        day = first_day(head)
        if day or draft.read(head).fits(HEAD_OF_MEETING):
            found[column] = day
    return found if len(found) >= _FEWEST_MEETINGS and len(found) * 2 >= len(heads) else {}


def rows_by_meeting(index: int, block: Block, meetings: Mapping[int, PrintedDay | None]) -> Iterator[Planned]:
    """The matters of a table with a column for each meeting: marked in it, or named in it."""
    matter = next((column for column in range(len(block.rows[0].cells)) if column not in meetings), None)
    for number, row in body_rows(block):
        for column, day in meetings.items():
            said = folded(row.cell(column))
            marked = said.casefold() in _MARKS
            text = row.cell(matter) if matter is not None and marked else said
            if text and (marked or matter is None) and not _ONLY_DAYS.fullmatch(text):
                row_of = Place(index, index, row=number)
                yield Planned(_found(row_of, folded(text)), day)


_ONLY_DAYS = re.compile(r"[\d\W]+(?:\s*[A-Z]{1,6}\b\W*)?")
"""A cell below a month that says when, and not what: "8", "12 ARC", "3-4*"."""


def named_by_meeting(
    index: int, block: Block, meetings: Mapping[int, PrintedDay | None]
) -> Iterator[Planned]:
    """The matters of a table that names them below each meeting, beside the area that they belong to."""
    for column, day in meetings.items():
        for number, row in body_rows(block):
            for topic in _topics(row, column, alone=True):
                if not _ONLY_DAYS.fullmatch(topic):
                    yield Planned(_found(Place(index, index, row=number), topic), day)


def rows_of_form(draft: Draft, index: int, block: Block) -> Iterator[Planned]:
    """The one matter of a table that is a form: "Topic | The budget", "Meeting | 4 June 2025"."""
    said = {name: (at, block.rows[at].cell(1)) for name, at in form_of(block, draft.vocabulary)}
    subject = next((name for name in SUBJECTS if name in said), None)
    when = next((name for name in ("meeting", "due") if name in said), None)
    if subject is None or when is None:
        return
    at, topic = said[subject]
    row = replace(
        _found(Place(index, index, row=at), topic),
        aims=said["aims"][1] if "aims" in said and subject != "aims" else "",
        presenters=next((said[name][1] for name in _PRESENTERS if name in said), ""),
    )
    yield Planned(row, first_day(said[when][1]))


def _found(where: Place, topic: str) -> ProgrammeRow:
    return ProgrammeRow(anchor="", place=where, text=topic, found_by="work-programme-table")
