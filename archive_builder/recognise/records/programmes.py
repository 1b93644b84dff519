"""Work programmes: tables with a date in each row, and lists or tables below the date of each meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from archive_builder.model import Block, BlockKind, Classification, ProgrammeRow
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.programme_heads import SUBJECTS, programme_columns
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.records.programme_tables import (
    meetings_of,
    rows_by_column,
    rows_by_meeting,
    rows_of_form,
)
from archive_builder.recognise.records.trackers import above
from archive_builder.recognise.signs.action_marks import NO_ENTRY
from archive_builder.recognise.signs.columns import MONTH_HEADING
from archive_builder.recognise.signs.owners_first import names_actors
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name
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
    before: Mapping[str, int] = {}
    for index, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE:
            before = _goes_on(draft, index, before) if whole else {}
            yield from _of_table(draft, index, day if whole else None, before, below=whole and below)
            before = before or (programme_columns(block, draft.vocabulary) if whole else {})
        elif not whole:
            continue
        elif block.kind is BlockKind.HEADING or block.bold or dates.only_date(block.text):
            day = _meeting_day(block)
            below = day is not None or draft.read(folded(block.text)).fits(MONTH_HEADING)
        elif below and _is_matter(draft, block):
            yield _of_line(draft, index, day)


def _meeting_day(block: Block) -> date | None:
    """The day that a heading names: "19 June 2025", "Meeting on 19 June 2025 at County Hall"."""
    text = folded(block.text)
    return dates.only_date(text) or (dates.first_date(text) if len(text.split()) <= _HEADING_WORDS else None)


_HEADING_WORDS = 14


def _is_matter(draft: Draft, block: Block) -> bool:
    """True for a point below a meeting's day, or a short line that is no sentence."""
    if block.kind is BlockKind.ITEM:
        return not block.level
    text = folded(block.text)
    if block.kind is not BlockKind.PARAGRAPH or text.endswith(".") or ":" in text:
        return False
    return len(text.split()) <= _LONGEST_LINE and not draft.read(text).fits(NO_ENTRY)


_LONGEST_LINE = 30
"""Maximum number of words of a line that names a matter."""


def _of_line(draft: Draft, index: int, day: date | None) -> ProgrammeRow:
    """The matter of a point or line: "The budget", "The budget – to agree it – Ann Lee"."""
    text = folded(draft.blocks[index].text)
    topic, *others = _DASH.split(text)
    presenters = others.pop() if others and _presents(others, draft) else ""
    told = bool(presenters)
    return ProgrammeRow(
        anchor="",
        place=place(index),
        text=topic if told else text,
        scheduled=day,
        aims=" – ".join(others) if told else "",
        presenters=presenters,
        found_by="work-programme-list",
    )


def _presents(others: list[str], draft: Draft) -> bool:
    """True if the last part of a line names people; behind topic and purpose anything like a name does."""
    last = others[-1]
    return names_actors(last, draft) or (len(others) > 1 and looks_like_name(bare(last, draft.vocabulary)))


_DASH = re.compile(r"\s[–—-]\s")


def _goes_on(draft: Draft, index: int, before: Mapping[str, int]) -> Mapping[str, int]:
    """The columns of the table directly before one that has no heads of its own and goes on with it."""
    last, block = draft.blocks[index - 1], draft.blocks[index]
    if (
        not before
        or not index
        or last.kind is not BlockKind.TABLE
        or programme_columns(block, draft.vocabulary)
    ):
        return {}
    return before if len(last.rows[-1].cells) == len(block.rows[0].cells) else {}


def _of_table(
    draft: Draft, index: int, day: date | None, before: Mapping[str, int], *, below: bool
) -> Iterator[ProgrammeRow]:
    """The rows of a table, if it is one of a work programme; `before` are the columns that it goes on with."""
    block = draft.blocks[index]
    if before:
        yield from rows_by_column(index, replace(block, header=0), before, day)
        return
    said = draft.masthead.classification is Classification.WORK_PROGRAMME or _says_so(draft, index)
    named = (programme_columns if said else columns)(block, draft.vocabulary)
    meetings = meetings_of(draft, block) if said else {}
    if meetings:
        yield from rows_by_meeting(index, block, meetings)
    elif _is_programme(block, named, said=said, below=below):
        yield from rows_by_column(index, block, named, day)
    elif said:
        yield from rows_of_form(draft, index, block)


def _is_programme(block: Block, named: Mapping[str, int], *, said: bool, below: bool) -> bool:
    """A topic with a date and aims; where the document or heading says that it is one, topic and date do."""
    dated = bool({"meeting", "due"} & set(named)) or _dated(block)
    if {"topic", "aims"} <= set(named) and dated:
        return True
    topic = any(name in named for name in SUBJECTS)
    return said and topic and (dated or below) and "action" not in named


def _says_so(draft: Draft, index: int) -> bool:
    title = above(draft, index).casefold()
    return any(words in title for words in draft.vocabulary.kinds.get("work-programme", ()))


def _dated(block: Block) -> bool:
    return any(dates.first_date(row.cell(0)) for _, row in body_rows(block))
