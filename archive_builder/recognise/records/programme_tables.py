"""Tables of a work programme: a row for each matter, a column for each meeting, a form for each matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from archive_builder.model import Block, Place, ProgrammeRow, Row
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.programme_heads import SUBJECTS
from archive_builder.recognise.grammar.table_heads import body_rows, form_of, headings_of
from archive_builder.recognise.signs.columns import HEAD_OF_MEETING
from archive_builder.text import dates
from archive_builder.text.tick_boxes import TICKED_SIGNS
from archive_builder.text.words import folded

_PRESENTERS = ("presenting", "owner")
_FEWEST_MEETINGS = 2
_MARKS = ("x", "y", "yes", "•", "●", *TICKED_SIGNS)
"""What stands in the column of a meeting that a matter comes to."""


def rows_by_column(
    index: int, block: Block, named: Mapping[str, int], heading: date | None
) -> Iterator[ProgrammeRow]:
    """The rows of a table with a matter in each row.

    An empty date goes on with the one above; a row that spans the table gives the day of those below it.
    """
    when = named.get("meeting", named.get("due", 0))
    subject = next((named[name] for name in SUBJECTS if name in named), 0)
    day = heading
    for number, row in body_rows(block):
        if _spans(row) and (said := dates.first_date(row.texts[0])):
            day = said
            continue
        if when != subject and row.cell(when):
            day = dates.first_date(row.cell(when)) or (heading if "meeting" not in named else None)
        for topic in _topics(row.cell(subject), alone=len(row.cells) == _PAIR and when != subject):
            yield _row(Place(index, index, row=number), topic, day, row, named, subject)


_PAIR = 2


def _spans(row: Row) -> bool:
    """True for a row of several cells of which only the first has words."""
    return len(row.cells) > 1 and bool(row.texts[0]) and not any(row.texts[1:])


def _topics(cell: str, *, alone: bool) -> list[str]:
    """The matters of a cell: one, or a line each where nothing but the date stands beside them."""
    lines = [folded(line) for line in cell.splitlines() if line.strip()] if alone else [folded(cell)]
    return [line for line in lines if line]


def _row(
    where: Place, topic: str, day: date | None, row: Row, named: Mapping[str, int], subject: int
) -> ProgrammeRow:
    who = next((row.cell(named[name]) for name in _PRESENTERS if name in named), "")
    aims = row.cell(named["aims"]) if "aims" in named and named["aims"] != subject else ""
    return ProgrammeRow(
        anchor="",
        place=where,
        text=topic,
        scheduled=day,
        aims=aims,
        presenters=who,
        found_by="work-programme-table",
    )


def meetings_of(draft: Draft, block: Block) -> dict[int, date | None]:
    """The columns of a table that are headed by a meeting's day or month, with the day; empty where few are."""
    if not block.header:
        return {}
    found: dict[int, date | None] = {}
    heads = headings_of(block)
    for column, head in enumerate(heads):
        day = dates.first_date(head) or dates.limit(head, draft.masthead.date)
        if day or draft.read(head).fits(HEAD_OF_MEETING):
            found[column] = day
    return found if len(found) >= _FEWEST_MEETINGS and len(found) * 2 >= len(heads) else {}


def rows_by_meeting(index: int, block: Block, meetings: Mapping[int, date | None]) -> Iterator[ProgrammeRow]:
    """The matters of a table with a column for each meeting: marked in it, or named in it."""
    matter = next((column for column in range(len(block.rows[0].cells)) if column not in meetings), None)
    for number, row in body_rows(block):
        for column, day in meetings.items():
            said = folded(row.cell(column))
            marked = said.casefold() in _MARKS
            text = row.cell(matter) if matter is not None and marked else said
            if text and (marked or matter is None):
                yield ProgrammeRow(
                    anchor="",
                    place=Place(index, index, row=number),
                    text=folded(text),
                    scheduled=day,
                    found_by="work-programme-table",
                )


def rows_of_form(draft: Draft, index: int, block: Block) -> Iterator[ProgrammeRow]:
    """The one matter of a table that is a form: "Topic | The budget", "Meeting | 4 June 2025"."""
    said = {name: (at, block.rows[at].cell(1)) for name, at in form_of(block, draft.vocabulary)}
    subject = next((name for name in SUBJECTS if name in said), None)
    when = next((name for name in ("meeting", "due") if name in said), None)
    if subject is None or when is None:
        return
    at, topic = said[subject]
    yield ProgrammeRow(
        anchor="",
        place=Place(index, index, row=at),
        text=topic,
        scheduled=dates.first_date(said[when][1]),
        aims=said["aims"][1] if "aims" in said and subject != "aims" else "",
        presenters=next((said[name][1] for name in _PRESENTERS if name in said), ""),
        found_by="work-programme-table",
    )
