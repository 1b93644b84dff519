"""Lists that stand side by side, each below a label of its own: read down, not across.

Named layout: "Present:" and "Apologies:" on one row, names below each, one list longer than the other.
An ordinary table without rules looks alike; labels of attendance tell the two apart.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.read.pdf.edges import Column
from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.list_heads import is_list_head
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.text.numerals import split_marker

Row = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists side by side, from left to right."""

    end: int
    """The first row that belongs to none of them."""
    columns: tuple[tuple[Column, tuple[Line, ...]], ...]


def lists_from(rows: Sequence[Row], start: int) -> Lists | None:
    """The lists that begin with a row; None where it does not head several."""
    heads = rows[start]
    if len(heads) < 2 or not all(map(_is_head, heads)):
        return None
    starts = [line.x0 for line in heads]
    edges = [(before.x1 + line.x0) / 2 for before, line in itertools.pairwise(heads)]
    end = _end(rows, start, edges)
    sides: list[list[Line]] = [[] for _ in heads]
    for row in rows[start:end]:
        for line in row:
            sides[_side(line, edges)].append(line)
    if not all(map(_is_list, sides)):
        return None
    rights = [*(x0 - MEASURES.gutter for x0 in starts[1:]), float("inf")]
    return Lists(
        end,
        tuple(
            (Column(begin, right, begin), tuple(side))
            for begin, right, side in zip(starts, rights, sides, strict=True)
        ),
    )


def _is_list(lines: Sequence[Line]) -> bool:
    """True if a label has entries, and most of them are no marks of a register ("P", a tick)."""
    entries = [lines[0].text.partition(":")[2], *(line.text for line in lines[1:])]
    letters = [sum(sign.isalpha() for sign in entry) for entry in entries if entry.strip()]
    return bool(letters) and sum(count > MEASURES.longest_mark for count in letters) * 2 > len(letters)


def _is_head(line: Line) -> bool:
    """True if a label of attendance begins a line, with or without the first name behind it."""
    label, colon, rest = line.text.partition(":")
    return is_list_head(label) and (bool(colon) or not rest)


def _side(line: Line, edges: Sequence[float]) -> int:
    """In which list a line stands."""
    return sum(line.x0 >= edge for edge in edges)


def _end(rows: Sequence[Row], start: int, edges: Sequence[float]) -> int:
    """Where lists end: at a row that runs over several, at a wide gap, at an item or a title."""
    pitch = 0.0
    at = start + 1
    while at < len(rows):
        row, before = rows[at], rows[at - 1]
        gap = row[0].baseline - before[0].baseline
        if any(line.x0 < edge < line.x1 for line in row for edge in edges):
            break
        if len(row) == 1 and not _side(row[0], edges) and _is_apart(row[0], rows[start][0], gap, pitch):
            break
        if gap > MEASURES.list_gap * row[0].size and not any(map(_is_head, row)):
            break
        pitch = min(pitch or gap, gap) if at > start + 1 else 0.0
        at += 1
    return at


def _is_apart(line: Line, head: Line, gap: float, pitch: float) -> bool:
    """True if a line at the left is no entry: the text goes on with it."""
    if _is_head(line):
        return False
    marker, rest = split_marker(line.text)
    if marker and rest and marker[0].isdigit():
        return True
    is_wide = len(line.text.split()) > MEASURES.longest_entry
    is_title = line.bold and not head.bold
    return is_wide or is_title or bool(pitch and gap > MEASURES.loose * pitch)
