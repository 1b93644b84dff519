"""Work programmes and calendars: tables with a date in each row, lists and tables below a meeting's day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from archive_builder.model import Block, BlockKind, Classification, ProgrammeRow
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.grammar.programme_heads import programme_columns
from archive_builder.recognise.grammar.table_heads import columns
from archive_builder.recognise.records.calendar_bodies import days_of_bodies
from archive_builder.recognise.records.calendar_fields import labelled_days
from archive_builder.recognise.records.calendar_lists import (
    dated_matters,
    is_in_rows,
    is_period,
    list_row,
    only_day,
    repeated_lines,
    row_of_line,
    titled_days,
)
from archive_builder.recognise.records.calendar_months import dated_in_month, day_behind, matters_of_month
from archive_builder.recognise.records.calendar_years import Span, span_of, with_years
from archive_builder.recognise.records.programme_grids import rows_by_heads, rows_of_bare_table
from archive_builder.recognise.records.programme_tables import (
    Planned,
    is_programme,
    rows_by_column,
    says_so,
)
from archive_builder.recognise.signs.action_marks import NO_ENTRY
from archive_builder.recognise.signs.calendars import COUNTED_MEETING, NO_MEETING, ONLY_TIMES
from archive_builder.recognise.signs.columns import MONTH_HEADING
from archive_builder.recognise.signs.masthead_fields import PROGRAMME_TITLE
from archive_builder.text.printed_days import PrintedDay, PrintedMonth, first_day, month_in
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_programme_rows(draft: Draft) -> Draft:
    """A draft with the rows of its work programme, each with its day where the year of that is certain."""
    planned = list(_Reading(draft).rows())
    days = with_years([(each.day, each.span or _since(draft)) for each in planned])
    rows = [replace(each.row, scheduled=day) for each, day in zip(planned, days, strict=True) if each.row]
    taken = {row.anchor for row in draft.programme}
    named = [replace(row, anchor=unique(_anchor(row), taken)) for row in rows]
    return replace(draft, programme=(*draft.programme, *named))


def _since(draft: Draft) -> Span | None:
    """The year from the day of a document, in which lie the days that it prints without a year."""
    day = draft.masthead.date
    return Span(day, day + _ALMOST_A_YEAR) if day and day < date.max - _ALMOST_A_YEAR else None


_ALMOST_A_YEAR = timedelta(days=364)


def _anchor(row: ProgrammeRow) -> str:
    return f"programme-{row.scheduled.isoformat() if row.scheduled else 'undated'}-{slug(row.text, 40)}"


@dataclass
class _Reading:
    """Reads the blocks in order; what stands below a meeting's day or month is for that meeting."""

    draft: Draft
    whole: bool = False
    """The document is a work programme, or the section that is read."""
    level: int = 0
    """The level of the heading that said so; 0 for the whole document."""
    day: PrintedDay | None = None
    month: PrintedMonth | None = None
    """The month that the heading above names, without a day."""
    span: Span | None = None
    below: bool = False
    closed: bool = False
    """A heading such as "Public holidays" stands above."""
    columns: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def in_rows(self) -> bool:
        """Days and matters stand in one line each, or a time stands below the day: a line below is no matter."""
        return is_in_rows(self.draft)

    @cached_property
    def titled(self) -> Mapping[int, tuple[int, PrintedDay]]:
        """The lines that say when what is named above them is."""
        return titled_days(self.draft)

    @cached_property
    def labelled(self) -> Mapping[int, tuple[int, str, PrintedDay]]:
        """The lines that say, behind a label, when what is named above them is to be decided."""
        return labelled_days(self.draft)

    @cached_property
    def of_bodies(self) -> Mapping[int, tuple[str, PrintedDay]]:
        """The lines that are nothing but a day of the body that the heading above names."""
        return days_of_bodies(self.draft)

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The lines at the head or foot of the pages."""
        return repeated_lines(self.draft)

    def rows(self) -> Iterator[Planned]:
        """The rows in document order, and the days that stand without a matter."""
        self.whole = self.draft.masthead.classification is Classification.WORK_PROGRAMME
        for index, block in enumerate(self.draft.blocks):
            if block.kind is BlockKind.TABLE:
                yield from self._of_table(index)
            else:
                self._note_title(block)
                if self.whole:
                    yield from self._of_block(index)

    def _note_title(self, block: Block) -> None:
        """Note what a heading says of all below it: that it is a programme, and of which time."""
        text = folded(block.text)
        if len(text.split()) > _HEADING_WORDS:
            return
        titled = self.draft.read(text).fits(PROGRAMME_TITLE)
        if self._ends_here(block):
            self.whole, self.level, self.day, self.below = False, 0, None, False
        if titled and not self.whole and (block.kind is BlockKind.HEADING or self._is_bold_title(block)):
            self.whole, self.level = True, block.level if block.kind is BlockKind.HEADING else _OF_BOLD
        if titled or is_period(text, self.draft):
            self.span = span_of(text) or self.span

    def _is_bold_title(self, block: Block) -> bool:
        """True for a bold line that may be the title of a programme: in minutes it is that of an item."""
        minuted = self.draft.masthead.classification in (Classification.MINUTES, Classification.NOTES)
        return block.bold and block.kind is BlockKind.PARAGRAPH and not minuted

    def _ends_here(self, block: Block) -> bool:
        """True for a heading as high as the one that said that a programme begins; months go on with it.

        Behind a bold line any other heading ends it, and any other bold line.
        """
        if not self.whole or not self.level:
            return False
        if self.level < _OF_BOLD:
            return block.kind is BlockKind.HEADING and block.level <= self.level
        headed = block.kind is BlockKind.HEADING or (block.bold and block.kind is BlockKind.PARAGRAPH)
        return headed and not first_day(block.text) and not self._names_month(block)

    def _of_block(self, index: int) -> Iterator[Planned]:
        block = self.draft.blocks[index]
        headed = block.kind is BlockKind.HEADING or block.bold
        self.closed = self.closed or self._closes(block)
        if index in self.titled:
            title, day = self.titled[index]
            self.below = False
            yield Planned(
                list_row(place(title, index), folded(self.draft.blocks[title].text)), day, self.span
            )
        elif index in self.labelled:
            title, topic, day = self.labelled[index]
            yield Planned(list_row(place(title, index), topic), day, self.span)
        elif in_month := matters_of_month(self.draft, index):
            for topic in in_month:
                yield Planned(list_row(place(index), topic), None)
        elif index in self.of_bodies:
            body, day = self.of_bodies[index]
            yield Planned(list_row(place(index), body), day, self.span)
        elif not headed and self.month and (of_month := dated_in_month(self.draft, index, self.month)):
            for each in () if self.closed else of_month:
                yield Planned(list_row(place(index), each.matter), each.day, self.span)
        elif not headed and self._is_foot(block):
            return
        elif not headed and (found := dated_matters(self.draft, index)):
            self.below = False
            for each in () if self.closed else found:
                yield Planned(list_row(place(each.begins, index), each.matter), each.day, self.span)
        elif headed or only_day(self.draft, folded(block.text)) or self._is_month(block):
            yield from self._of_heading(block)
        elif self.below and self._is_matter(block) and not self._leads_on(index):
            told = self.day or day_behind(folded(block.text), self.month)
            yield Planned(row_of_line(self.draft, index), told, self.span)

    def _is_month(self, block: Block) -> bool:
        """True for a line that is nothing but a month or part of the year, in a calendar with several such lines."""
        return block.kind is BlockKind.PARAGRAPH and self.by_month and self._names_month(block)

    def _names_month(self, block: Block) -> bool:
        return self.draft.read(folded(block.text)).fits(MONTH_HEADING)

    @cached_property
    def by_month(self) -> bool:
        """Months or parts of the year stand in lines of their own, as headings do."""
        lines = [block for block in self.draft.blocks if block.kind is BlockKind.PARAGRAPH]
        return sum(self._names_month(block) for block in lines) >= _FEWEST_MONTHS

    def _is_foot(self, block: Block) -> bool:
        """True for a line that stands on several pages; points and times of day may be told again and again."""
        text = folded(block.text)
        printed = block.kind is BlockKind.PARAGRAPH and text in self.repeated
        return printed and not self.draft.read(text).fits(ONLY_TIMES)

    def _closes(self, block: Block) -> bool:
        """True for a short line such as "Public holidays": the days below it are no meetings."""
        text = folded(block.text)
        short = len(text.split()) <= _TITLE_WORDS and not first_day(text)
        return short and self.draft.read(text).fits(NO_MEETING)

    def _is_matter(self, block: Block) -> bool:
        """True for a point below a meeting's day, or a short line that is no sentence."""
        text = folded(block.text)
        if self.draft.read(text).fits(NO_MEETING) or not any(ch.isalpha() for ch in text):
            return False
        if block.kind is BlockKind.ITEM:
            return not block.level
        if self.draft.read(text).fits(ONLY_TIMES):
            self.below = False
        if self.in_rows or block.kind is not BlockKind.PARAGRAPH or text in self.repeated or not self.below:
            return False
        if text.startswith("*") or text.endswith(".") or ":" in text:
            return False
        return len(text.split()) <= _LONGEST_LINE and not self.draft.read(text).fits(NO_ENTRY)

    def _leads_on(self, index: int) -> bool:
        """True for the beginning of a matter whose day stands beside its second line, and for a line above points."""
        if index + 1 >= len(self.draft.blocks):
            return False
        block, below = self.draft.blocks[index : index + 2]
        if block.kind is BlockKind.PARAGRAPH and below.kind is BlockKind.ITEM:
            return True
        return any(each.begins == index for each in dated_matters(self.draft, index + 1))

    def _of_heading(self, block: Block) -> Iterator[Planned]:
        """The day of a heading, which is a day of the calendar whatever stands below it."""
        text = folded(block.text)
        if text in self.repeated:
            return
        counted = self.draft.read(text).match(COUNTED_MEETING)
        told = text[counted.end() :] if counted else text
        self.day = first_day(told) if len(text.split()) <= _HEADING_WORDS else None
        self.month = None if self.day else month_in(text)
        self.closed = self._closes(block)
        self.below = not self.closed and (self.day is not None or self.draft.read(text).fits(MONTH_HEADING))
        yield Planned(None, self.day, self.span)

    def _of_table(self, index: int) -> Iterator[Planned]:
        """The rows of a table, if it is one of a work programme, which may go on with the one before it."""
        block = self.draft.blocks[index]
        before = self._columns_before(index)
        day = self.day if self.whole else None
        if before:
            yield from self._with_span(rows_by_column(index, replace(block, header=0), before, day))
            self.columns = before
            return
        said = self.whole or says_so(self.draft, index)
        named = (programme_columns if said else columns)(block, self.draft.vocabulary)
        self.columns = named if self.whole else {}
        if found := rows_by_heads(self.draft, index) if said else []:
            yield from self._with_span(iter(found))
        elif is_programme(block, named, said=said, below=self.whole and self.below):
            yield from self._with_span(rows_by_column(index, block, named, day))
        elif said:
            yield from self._with_span(rows_of_bare_table(self.draft, index, whole=self.whole))

    def _with_span(self, rows: Iterator[Planned]) -> Iterator[Planned]:
        return (replace(each, span=self.span) for each in rows)

    def _columns_before(self, index: int) -> Mapping[str, int]:
        """The columns of the table directly before one that has no heads of its own and goes on with it."""
        if not self.whole or not self.columns or not index:
            return {}
        last, block = self.draft.blocks[index - 1], self.draft.blocks[index]
        if last.kind is not BlockKind.TABLE or programme_columns(block, self.draft.vocabulary):
            return {}
        return self.columns if len(last.rows[-1].cells) == len(block.rows[0].cells) else {}


_FEWEST_MONTHS = 2
_OF_BOLD = 99
"""The level of a bold line that says that a programme begins: below that of every heading."""
_HEADING_WORDS = 14
_TITLE_WORDS = 4


_LONGEST_LINE = 30
"""Maximum number of words of a line that names a matter."""
