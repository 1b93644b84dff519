"""The order in which a page is read: columns one after the other, a margin's notes beside their text.

A gutter is an upright strip that no stretch of text crosses over several rows. What stands on both
sides of it decides: two columns of prose are read one after the other; anything else along its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.read.pdf.edges import Column
from archive_builder.read.pdf.lines import Line, merged
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.side_by_side import lists_from
from archive_builder.read.pdf.unsure_lists import unsure_rows

Row = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that follow one another in one column; `margin` holds those that stand beside them."""

    lines: tuple[Line, ...]
    margin: tuple[Line, ...] = ()
    column: bool = False
    """Whether other columns stand beside it."""
    note: str = ""
    """The mark of the footnote that it is."""
    edges: Column | None = None
    """Its edges where they are known: entries of a list do not show how far it reaches."""
    unsure: tuple[int, ...] = ()
    """The numbers, from 0, of lines at which names side by side begin that may be lists, read across."""


def flows(rows: Sequence[Row], column: bool = False) -> list[Flow]:
    """The rows of a page, or of one of its columns, in the order they are read."""
    made: list[Flow] = []
    waiting: list[Row] = []
    found = {start: lists for start in range(len(rows)) if (lists := lists_from(rows, start))}
    at = 0
    while at < len(rows):
        if lists := found.get(at):
            if waiting:
                made.append(_plain(waiting, column))
                waiting = []
            made += [Flow(lines, column=True, edges=edges) for edges, lines in lists.columns]
            at = lists.end
            continue
        band = _band(rows[: min((start for start in found if start > at), default=None)], at)
        if band is None:
            waiting.append(rows[at])
            at += 1
            continue
        end, gutter = band
        if waiting:
            made.append(_plain(waiting, column))
            waiting = []
        made += _columns(rows[at:end], gutter)
        at = end
    if waiting:
        made.append(_plain(waiting, column))
    return made


def _band(rows: Sequence[Row], start: int) -> tuple[int, float] | None:
    """Where two columns that begin with row `start` end, and their gutter's middle; None for none."""
    best: tuple[int, float] | None = None
    for gutter in _gutters(rows[start : start + MEASURES.gutter_rows]):
        end = start
        while end < len(rows) and not any(line.x0 < gutter < line.x1 for line in rows[end]):
            end += 1
        if (best is None or end > best[0]) and _two_columns(rows[start:end], gutter):
            best = (end, gutter)
    return best


def _gutters(rows: Sequence[Row]) -> Iterator[float]:
    """Where a right column may begin: just before a line that stands well inside the page."""
    left = min(line.x0 for row in rows for line in row)
    seen: set[int] = set()
    for row in rows:
        for line in row:
            # a right column's left edge is straight, the left column's end is ragged
            gutter = line.x0 - MEASURES.gutter / 2
            if line.x0 - left > MEASURES.narrowest_left * line.size and _step(gutter) not in seen:
                seen.add(_step(gutter))
                yield gutter


def _step(gutter: float) -> int:
    """Return which place a gutter is tried at: gutters that stand close are one."""
    return round(gutter / MEASURES.gutter_step)


def _two_columns(rows: Sequence[Row], gutter: float) -> bool:
    """Whether both sides are columns: full lines of prose, or lines that do not stand on common baselines."""
    left = [line for row in rows for line in row if line.x1 <= gutter]
    right = [line for row in rows for line in row if line.x0 >= gutter]
    if not _are_beside(left, right) or _are_labels(rows, gutter):
        return False
    if _is_prose(left) and _is_prose(right):
        return True
    shared = sum(any(line.x0 >= gutter for line in row) and row[0].x1 <= gutter for row in rows)
    fewer = min(len(left), len(right))
    return fewer >= MEASURES.fewest_uneven_rows and shared * 2 < fewer and _is_wide(left) and _is_wide(right)


def _are_beside(left: Row, right: Row) -> bool:
    """True if most of the shorter side stands between the first and the last line of the other."""
    fewer, more = sorted((left, right), key=len)
    if not fewer:
        return False
    top, bottom = min(line.top for line in more), max(line.bottom for line in more)
    return sum(top <= line.baseline <= bottom for line in fewer) * 2 > len(fewer)


def _are_labels(rows: Sequence[Row], gutter: float) -> bool:
    """True if most lines at the left are labels ("Present:") of what stands to the right of them."""
    left = [row[0] for row in rows if row[0].x1 <= gutter]
    labels = [row[0] for row in rows if len(row) > 1 and row[0].x1 <= gutter and row[0].text.endswith(":")]
    return len(labels) * 2 > len(left)


def _is_wide(side: Sequence[Line]) -> bool:
    width = max(line.x1 for line in side) - min(line.x0 for line in side)
    return width >= MEASURES.narrowest_uneven * side[0].size and sum(
        len(line.text.split()) > 1 for line in side
    ) * 2 > len(side)


def _is_prose(side: Sequence[Line]) -> bool:
    """Whether lines are a column of prose: enough of them, wide enough, many of them full."""
    if len(side) < MEASURES.column_rows:
        return False
    width = max(line.x1 for line in side) - min(line.x0 for line in side)
    full = sum(line.x1 - line.x0 >= MEASURES.full_line * width for line in side)
    is_wide = width >= MEASURES.narrowest_prose * min(line.size for line in side)
    return is_wide and full > MEASURES.full_lines_part * len(side)


def _columns(rows: Sequence[Row], gutter: float) -> list[Flow]:
    left = [[line for line in row if line.x1 <= gutter] for row in rows]
    right = [[line for line in row if line.x0 >= gutter] for row in rows]
    sides = []
    for side in (left, right):
        sides += flows([row for row in side if row], column=True)
    return sides


def _plain(rows: Sequence[Row], column: bool) -> Flow:
    """One column, with the narrow column at its right (initials of who acts) taken out of the lines."""
    edge = _margin(rows)
    if edge is None:
        unsure = tuple(unsure_rows(rows))
        return Flow(tuple(merged(row) for row in rows), column=column, unsure=unsure)
    inner = [[line for line in row if line.x0 < edge] for row in rows]
    margin = [[line for line in row if line.x0 >= edge] for row in rows]
    return Flow(
        tuple(merged(row) for row in inner if row),
        tuple(merged(row) for row in margin if row),
        column=column,
    )


def _margin(rows: Sequence[Row]) -> float | None:
    """Where a narrow column at the right begins, if no line of the text reaches into it.

    Its entries are short and begin at one place; the text beside it is prose.
    """
    last = [row[-1] for row in rows if len(row) > 1]
    if len(rows) < MEASURES.column_rows or not last:
        return None
    lines = [line for row in rows for line in row]
    for edge in sorted({round(row[-1].x0) for row in rows}):
        if _is_far_right(edge, lines) and _parts_notes_from_prose(edge, lines):
            return edge - MEASURES.ragged
    return None


def _is_far_right(edge: float, lines: Sequence[Line]) -> bool:
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    return edge - left > MEASURES.margin_begins * (right - left)


def _parts_notes_from_prose(edge: float, lines: Sequence[Line]) -> bool:
    """True if short notes begin at an edge, with prose before it that does not reach it."""
    start = edge - MEASURES.ragged
    beyond = [line for line in lines if line.x0 >= start]
    before = [line for line in lines if line.x0 < start]
    if any(line.x1 > start - MEASURES.ragged for line in before):
        return False
    if any(len(line.text.split()) > MEASURES.longest_note for line in beyond):
        return False
    if not _are_aligned(beyond):
        return False
    return not _figures(beyond) and _is_prose(before)


def _are_aligned(lines: Sequence[Line]) -> bool:
    """True if lines have one beginning, one middle or one end."""
    places = ([line.x0 for line in lines], [line.x0 + line.x1 for line in lines], [line.x1 for line in lines])
    return any(max(place) - min(place) < 2 * MEASURES.straight for place in places)


def _figures(lines: Sequence[Line]) -> bool:
    """A column of amounts belongs to the lines it stands in."""
    return all(any(letter.isdigit() for letter in line.text) for line in lines)
