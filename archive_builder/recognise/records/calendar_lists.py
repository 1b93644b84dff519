"""Calendars of meetings that are no tables: "2 October – The budget", or a title with its day in the line below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, Place, ProgrammeRow
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.calendars import (
    BEFORE_ITS_DAY,
    BEHIND_ITS_DAY,
    NAMED_BEFORE_ITS_DAY,
    NO_MEETING,
    ONLY_TIMES,
    TIME_BEFORE,
    WHEN,
)
from archive_builder.recognise.signs.owners_first import names_actors
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.printed_days import PrintedDay, first_day, printed_days
from archive_builder.text.words import folded

_LONGEST_LINE = 60
"""Maximum number of words of a line that names what is to come on a day."""
_LONGEST_TITLE = 25
_LINES_BETWEEN = 2
"""Maximum number of lines between a title and a line that says "When: …"."""
_FEWEST_TITLED = 2
"""Minimum number of titles with their days below them in a calendar that is set so."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A matter of a line of a calendar."""

    day: PrintedDay
    matter: str
    begins: int
    """The block in which its words begin."""


def dated_matters(draft: Draft, index: int) -> list[Dated]:
    """The matters of a line that begins with a day: several where columns were printed side by side."""
    text = folded(draft.blocks[index].text)
    days = list(printed_days(text)) if len(text.split()) <= _LONGEST_LINE else []
    if not days:
        return []
    if days[0].start:
        return _before_its_day(draft, index, text, days[0])
    if not all(_matter(draft, text, day, len(text)) for day in days):
        days = days[:1]
    ends = [behind.start for _, behind in pairwise(days)] + [len(text)]
    told = [(day, _matter(draft, text, day, end)) for day, end in zip(days, ends, strict=True)]
    in_head = index <= draft.masthead.last
    return [
        _with_line_above(draft, index, day, matter)
        for day, matter in told
        if matter and not (in_head and matter[0].islower())
    ]


def _before_its_day(draft: Draft, index: int, text: str, day: PrintedDay) -> list[Dated]:
    """The meeting that a line names before its day: "Finance Committee: Friday 4 October, 6 pm"."""
    match = draft.read(text[: day.start]).match(BEFORE_ITS_DAY)
    if match is None and text[day.start].isalpha() and day.year:
        match = draft.read(text[: day.start]).match(NAMED_BEFORE_ITS_DAY)
    behind = text[day.end :].strip()
    if match is None or (behind[:1] not in ("", ",", ";") and not draft.read(behind).fits(ONLY_TIMES)):
        return []
    return [Dated(day, match["matter"], index)]


def _matter(draft: Draft, text: str, day: PrintedDay, end: int) -> str:
    """What stands behind a day up to the next one; empty where that is nothing, a time or a place."""
    match = draft.read(text[day.end : end]).match(BEHIND_ITS_DAY)
    matter = match["matter"].strip(" ;,") if match else ""
    return "" if draft.read(matter).fits(NO_MEETING) else matter


def _with_line_above(draft: Draft, index: int, day: PrintedDay, matter: str) -> Dated:
    """A matter with its beginning in the line above, where the cell of a calendar was printed over two lines."""
    above = draft.blocks[index - 1] if index else None
    opening = folded(above.text) if above and above.kind is BlockKind.PARAGRAPH else ""
    if not matter[:1].islower() or not opening or opening[-1] in ".:;" or first_day(opening):
        return Dated(day, matter, index)
    return Dated(day, f"{opening} {matter}", index - 1)


def is_in_rows(draft: Draft) -> bool:
    """True for a calendar with days and matters in one line: a line without a day is a part of a cell there."""
    blocks = enumerate(draft.blocks)
    return any(block.kind is BlockKind.PARAGRAPH and dated_matters(draft, at) for at, block in blocks)


def repeated_lines(draft: Draft) -> frozenset[str]:
    """The lines that stand in a document again and again, but for a page's number: at the head or foot of its pages."""
    lines = [folded(block.text) for block in draft.blocks if block.kind is not BlockKind.TABLE]
    times = Counter(map(_without_numbers, lines))
    return frozenset(text for text in lines if times[_without_numbers(text)] > 1)


def _without_numbers(text: str) -> tuple[PrintedDay | None, str]:
    """The day of a line, and its words without numbers: "3 May 2025 Plan 2" and "3 May 2025 Plan 3" are one line."""
    return first_day(text), re.sub(r"\d+", "", text)


def only_day(draft: Draft, text: str) -> PrintedDay | None:
    """The day of a line that is nothing but a day, with its time at most: "Thursday 15 May at 4 pm"."""
    label = draft.read(text).match(WHEN)
    said = label["when"] if label else text
    day = first_day(said)
    if day is None or day.start:
        return None
    return day if draft.read(said[day.end :]).fits(ONLY_TIMES) else None


def titled_days(draft: Draft) -> Mapping[int, tuple[int, PrintedDay]]:
    """The lines that say when what is named above them is, each with the block of that title and the day.

    Empty where a calendar is not set so: where most days stand above what is to come on them.
    """
    days = dict(_lines_of_days(draft))
    found = {at: (title, day) for at, day in days.items() if (title := _title_above(draft, at)) is not None}
    return found if len(found) >= max(_FEWEST_TITLED, len(days) / 2) else {}


def _lines_of_days(draft: Draft) -> Iterator[tuple[int, PrintedDay]]:
    for at, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE or len(block.text) > _LONGEST_LINE:
            continue
        if day := only_day(draft, folded(block.text)):
            yield at, day


def _title_above(draft: Draft, at: int) -> int | None:
    """The block of the title whose day stands in a line, if that stands directly below, or is labelled."""
    if _is_title(draft.blocks[at]):
        return None
    labelled = draft.read(folded(draft.blocks[at].text)).fits(WHEN)
    nearest = range(at - 1, max(at - 2 - (_LINES_BETWEEN if labelled else 0), -1), -1)
    title = next((above for above in nearest if _is_title(draft.blocks[above])), None)
    text = folded(draft.blocks[title].text) if title is not None else ""
    return title if text and not first_day(text) and len(text.split()) <= _LONGEST_TITLE else None


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or (block.bold and block.kind is BlockKind.PARAGRAPH)


def _without_time(text: str, draft: Draft) -> str:
    """A matter without the time at which it is taken: "6 pm – The budget" is "The budget"."""
    match = draft.read(text).match(TIME_BEFORE)
    return match["matter"] if match else text


def row_of_line(draft: Draft, index: int) -> ProgrammeRow:
    """The row of a point or line: "The budget", "The budget – to agree it – Ann Lee"."""
    text = _without_time(folded(draft.blocks[index].text), draft)
    topic, *others = _DASH.split(text)
    presenters = others.pop() if others and _presents(others, draft) else ""
    if not presenters:
        return list_row(place(index), text)
    return replace(list_row(place(index), topic), aims=" – ".join(others), presenters=presenters)


def list_row(where: Place, topic: str) -> ProgrammeRow:
    """A row that no table holds."""
    return ProgrammeRow(anchor="", place=where, text=topic, found_by="work-programme-list")


def _presents(others: list[str], draft: Draft) -> bool:
    """True if the last part of a line names people; behind topic and purpose anything like a name does."""
    last = others[-1]
    return names_actors(last, draft) or (len(others) > 1 and looks_like_name(bare(last, draft.vocabulary)))


_DASH = re.compile(r"\s[–—-]\s")


_PERIOD_WORDS = r"(?: {MONTH} \.? | {YEAR_WORD} | \d{1,4} (?: st | nd | rd | th )? | to | [\W_] )+"


def is_period(text: str, draft: Draft) -> bool:
    """True for a line that is nothing but months and years: "October 2025 – May 2026"."""
    return (
        bool(re.search(r"\d{4}", text))
        and compiled(_PERIOD_WORDS, draft.vocabulary).fullmatch(text) is not None
    )
