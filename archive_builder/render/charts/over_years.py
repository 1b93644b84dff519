"""Figures of one body over several years, joined from the tables of its annual reports.

Figures are joined only where the table, the row and the unit are called the same in each report, and no two
reports give different figures for one year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from archive_builder.model import Classification, Document, addresses
from archive_builder.render.charts.readings import Point, Reading, Series, read_table
from archive_builder.render.document_text.page_headings import find_headlines, table_labels
from archive_builder.text.figures import Number, Period, find_period, without_years
from archive_builder.text.words import words

YEARS = ("year", "financial-year")
LEAST_YEARS = 3
LEAST_REPORTS = 2
_NUMBERED = re.compile(r"\w+ \d+: ")
"""How the label of a table begins."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure for one year, with the places of the tables that print it."""

    period: Period
    number: Number
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was counted over several years, the oldest first."""

    key: str
    """Its names and unit in one line; no other figure of the body has the same."""
    name: str
    """The row's head: "Police officers"."""
    table: str
    """What the tables are called, without their number and year: "Headcount"."""
    values: tuple[Value, ...]

    def reading(self) -> Reading:
        """The figure as it is drawn."""
        points = tuple(Point(value.period.printed, value.number) for value in self.values)
        return Reading((Series(self.name, points),), True, "")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure as one table prints it."""

    key: tuple[str, ...]
    name: str
    table: str
    period: Period
    number: Number
    source: str


def join_figures(documents: Iterable[Document]) -> list[Figure]:
    """Return the figures that the annual reports of one body give for several years, in the newest one's order."""
    found: dict[tuple[str, ...], list[_Printed]] = defaultdict(list)
    reports = [each for each in documents if each.classification is Classification.ANNUAL_REPORT]
    for document in sorted(reports, key=lambda document: document.period, reverse=True):
        for printed in _printed(document):
            found[printed.key].append(printed)
    return [figure for printed in found.values() if (figure := _joined(printed))]


def _joined(printed: list[_Printed]) -> Figure | None:
    by_year: dict[tuple[int, ...], list[_Printed]] = defaultdict(list)
    for each in printed:
        by_year[each.period.order].append(each)
    agree = all(len({each.number.value for each in year}) == 1 for year in by_year.values())
    reports = {addresses.page_of(each.source) for each in printed}
    if not agree or len(by_year) < LEAST_YEARS or len(reports) < LEAST_REPORTS:
        return None
    if not any(each.number.value for each in printed):
        return None
    values = [
        Value(year[0].period, year[0].number, tuple(dict.fromkeys(each.source for each in year)))
        for _, year in sorted(by_year.items())
    ]
    return Figure(" ".join(printed[0].key), printed[0].name, printed[0].table, tuple(values))


def _printed(document: Document) -> Iterator[_Printed]:
    """Yield the figures for a year that a document's tables print."""
    labels = table_labels(document, find_headlines(document))
    for table in document.tables:
        reading = read_table(document.blocks[table.block])
        name = _NUMBERED.sub("", labels[table.block], count=1)
        source = addresses.record(document.path, table.anchor)
        for series in _by_year(reading) if reading else ():
            yield from _of_series(series, name, reading.measure if reading else "", source)


def _by_year(reading: Reading) -> Iterator[Series]:
    """Yield the rows over years; the rows of a table with one column for one year have a point each."""
    if reading.over_time:
        yield from reading.series
    elif found := find_period(reading.measure):
        for point in reading.series[0].points:
            yield Series(point.name, (replace(point, name=found[0].printed),))


def _of_series(series: Series, table: str, measure: str, source: str) -> Iterator[_Printed]:
    for point in series.points:
        found = find_period(point.name)
        if found and found[0].kind in YEARS and series.name:
            period = found[0]
            parts = (series.name, without_years(table), without_years(measure))
            key = (*(" ".join(words(part)).casefold() for part in parts), point.number.unit, period.kind)
            yield _Printed(key, series.name, without_years(table), period, point.number, source)


def figures_by_body(documents: Iterable[Document]) -> Mapping[str, list[Figure]]:
    """Return the joined figures of each body that has some, by the body's slug."""
    held: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.body:
            held[document.body].append(document)
    return {body: figures for body, of_body in held.items() if (figures := join_figures(of_body))}
