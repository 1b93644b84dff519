"""Work programmes: tables with a date in each row, and lists or tables below the date of each meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from archive_builder.model import Block, BlockKind, Classification, Place, ProgrammeRow
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.records.trackers import above
from archive_builder.recognise.signs.columns import MONTH_HEADING
from archive_builder.text import dates
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_programme_rows(draft: Draft) -> Draft:
    """A draft with the rows of its work programme."""
    taken = {row.anchor for row in draft.programme}
    named = [replace(row, anchor=unique(_anchor(row), taken)) for row in _rows(draft)]
    return replace(draft, programme=(*draft.programme, *named))


def _anchor(row: ProgrammeRow) -> str:
    return f"programme-{row.scheduled.isoformat() if row.scheduled else 'undated'}-{slug(row.text, 40)}"


def _rows(draft: Draft) -> Iterator[ProgrammeRow]:
    """The rows in document order; what stands below a meeting's date or month is for that meeting."""
    whole = draft.masthead.classification is Classification.WORK_PROGRAMME
    day: date | None = None
    below = False
    for index, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE:
            named = columns(block, draft.vocabulary)
            if _is_programme(draft, index, block, named, below=whole and below):
                yield from _of_table(index, block, named, day if whole else None)
        elif not whole:
            continue
        elif block.kind is BlockKind.HEADING or block.bold or dates.only_date(block.text):
            day = _meeting_day(block)
            below = day is not None or draft.read(folded(block.text)).fits(MONTH_HEADING)
        elif below and block.kind is BlockKind.ITEM and not block.level:
            yield ProgrammeRow(
                anchor="",
                place=place(index),
                text=folded(block.text),
                scheduled=day,
                found_by="work-programme-list",
            )


def _meeting_day(block: Block) -> date | None:
    """The day that a heading names: "19 June 2025", "Meeting on 19 June 2025 at County Hall"."""
    text = folded(block.text)
    return dates.only_date(text) or (dates.first_date(text) if len(text.split()) <= _HEADING_WORDS else None)


_HEADING_WORDS = 14


def _is_programme(draft: Draft, index: int, block: Block, named: Mapping[str, int], *, below: bool) -> bool:
    """A topic with a date and aims; where the document or heading says that it is one, topic and date do."""
    dated = bool({"meeting", "due"} & set(named)) or _dated(block)
    if {"topic", "aims"} <= set(named) and dated:
        return True
    said = draft.masthead.classification is Classification.WORK_PROGRAMME or _says_so(draft, index)
    topic = any(name in named for name in _SUBJECTS)
    return said and topic and (dated or below) and "action" not in named


_SUBJECTS = ("topic", "decision", "item", "aims")
"""The columns that may say what is to come before the body: the first there is does."""


def _says_so(draft: Draft, index: int) -> bool:
    title = above(draft, index).casefold()
    return any(words in title for words in draft.vocabulary.kinds.get("work-programme", ()))


def _dated(block: Block) -> bool:
    return any(dates.first_date(row.cell(0)) for _, row in body_rows(block))


def _of_table(
    index: int, block: Block, named: Mapping[str, int], heading: date | None
) -> Iterator[ProgrammeRow]:
    """The rows of one table; an empty date continues the one above."""
    when = named.get("meeting", named.get("due", 0))
    subject = next((named[name] for name in _SUBJECTS if name in named), 0)
    day = heading
    for number, row in body_rows(block):
        if when != subject and row.cell(when):
            day = dates.first_date(row.cell(when)) or (heading if "meeting" not in named else None)
        if topic := row.cell(subject):
            yield ProgrammeRow(
                anchor="",
                place=Place(index, index, row=number),
                text=topic,
                scheduled=day,
                aims=row.cell(named["aims"]) if "aims" in named and named["aims"] != subject else "",
                presenters=row.cell(named["presenting"]) if "presenting" in named else "",
                found_by="work-programme-table",
            )
