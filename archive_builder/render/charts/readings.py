"""What of a table of figures can be drawn: rows of one unit over time, or one column of numbers.

A table is drawn only if nothing has to be guessed: each head says what its numbers are of, all that are
drawn have one unit, and none is missing or negative. What sums up other rows or columns is left out of the
drawing and named. All other tables stand as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.model import Block
from archive_builder.text.figures import Number, Period, find_number, find_period, in_order, is_summary

LEAST_TIMES = 3
"""Minimum number of periods for a line; two are drawn as bars side by side."""
MOST_LINES = 4
"""Maximum number of lines that can be told apart without colour."""
MOST_BARS = 36
LEAST_BARS = 3
SPREAD = 100
"""Maximum ratio of the largest numbers of two rows: beyond it, one of them would not be seen."""
LONGEST_NAME = 96
"""Maximum number of characters of a name: two lines of a drawing."""


@dataclass(frozen=True, slots=True)
class Point:
    """A number with the name that stands beside it: a period, or what it counts."""

    name: str
    number: Number


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together: a row over time; `name` is empty for the only column of a table."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is drawn of a table."""

    series: tuple[Series, ...]
    over_time: bool
    measure: str
    """What the heads of the columns say of all numbers: "People helped"; may be empty."""
    left_out: tuple[str, ...] = ()
    """The heads of rows and columns that sum up others."""

    @property
    def is_line(self) -> bool:
        """True if it is drawn as lines; else as bars."""
        times = len(self.series[0].points)
        return self.over_time and times >= LEAST_TIMES and len(self.series) <= MOST_LINES


def read_table(block: Block) -> Reading | None:
    """Return what can be drawn of a table; None where something would have to be guessed."""
    grid = _grid(block)
    if grid is None:
        return None
    heads, rows = grid
    turned = [list(column) for column in zip(heads, *rows, strict=True)]
    found = _over_time(heads, rows) or _over_time(turned[0], turned[1:]) or _one_column(heads, rows)
    return found if found and _can_be_drawn(found) else None


def _grid(block: Block) -> tuple[list[str], list[list[str]]] | None:
    """Return the heads of the columns and the rows of a table with one row of heads and nothing merged."""
    cells = [list(row.texts) for row in block.rows]
    if block.header != 1 or len(cells) < 2 or any(any(row.merged) for row in block.rows):
        return None
    width = len(cells[0])
    if width < 2 or any(len(row) != width for row in cells) or not all(cells[0][1:]):
        return None
    return cells[0], cells[1:]


def _over_time(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Reading | None:
    """Read a table whose columns are periods in order: each row is a series."""
    times = {at: found for at, head in enumerate(heads) if at and (found := find_period(head))}
    others = [head for at, head in enumerate(heads) if at and at not in times]
    if len(times) < 2 or not all(map(is_summary, others)):
        return None
    periods = [period for period, _ in times.values()]
    measures = {words for _, words in times.values()}
    if len(measures) != 1 or not in_order(periods):
        return None
    drawn, left_out = _without_summaries(rows)
    read = [_series(row, list(times), periods) for row in drawn]
    series = tuple(each for each in read if each)
    if len(series) < max(len(read), 1):
        return None
    return Reading(series, True, measures.pop(), (*others, *left_out))


def _series(row: Sequence[str], columns: Sequence[int], periods: Sequence[Period]) -> Series | None:
    numbers = [find_number(row[column]) for column in columns]
    points = tuple(
        Point(period.printed, number) for period, number in zip(periods, numbers, strict=True) if number
    )
    return Series(row[0], points) if row[0] and len(points) == len(columns) else None


def _one_column(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Reading | None:
    """Read a table with exactly one column of numbers beside words."""
    drawn, left_out = _without_summaries(rows)
    columns = [[find_number(row[at]) for row in drawn] for at in range(1, len(heads))]
    numeric = [at for at, numbers in enumerate(columns, start=1) if any(numbers)]
    if len(numeric) != 1 or not all(columns[numeric[0] - 1]) or len(drawn) < LEAST_BARS:
        return None
    at = numeric[0]
    points = tuple(_points(drawn, at))
    return Reading((Series("", points),), False, heads[at], tuple(left_out))


def _points(rows: Sequence[Sequence[str]], at: int) -> Iterator[Point]:
    for row in rows:
        if number := find_number(row[at]):
            yield Point(row[0], number)


def _without_summaries(rows: Sequence[Sequence[str]]) -> tuple[list[Sequence[str]], list[str]]:
    """Return the rows without those that sum up others, and the heads of these; a table of summaries stays."""
    drawn = [row for row in rows if not is_summary(row[0])]
    if not drawn:
        return list(rows), []
    return drawn, [row[0] for row in rows if is_summary(row[0])]


def _can_be_drawn(reading: Reading) -> bool:
    """True if all numbers have one unit and fit one scale, and all names are short and told apart."""
    points = [point for series in reading.series for point in series.points]
    names = [series.name for series in reading.series] + [point.name for point in reading.series[0].points]
    largest = [max(point.number.value for point in series.points) for series in reading.series]
    return (
        len({point.number.unit for point in points}) == 1
        and (reading.is_line or len(points) <= MOST_BARS)
        and 0 < max(largest) <= SPREAD * min(largest)
        and len(set(names)) == len(names)
        and all(len(name) <= LONGEST_NAME for name in names)
        and (all(names) or len(reading.series) == 1)
        and not any(find_number(series.name) for series in reading.series)
    )
