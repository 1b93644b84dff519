"""Numbers of lines in the margin of a page, as drafts have them: set aside, they are no numbers of items."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES

_NUMBER = re.compile(r"\d{1,4}")
Rows = Sequence[Sequence[Line]]


def without_line_numbers(rows: Rows) -> tuple[list[list[Line]], str]:
    """The rows of a page without the numbers of its lines, and these numbers; empty where it has none.

    They stand beside (nearly) every line, or every fifth, count up by one step, and do not care for
    sentences: lines in the middle of one have a number too, or the numbers are smaller than the text.
    """
    for at in (0, -1):
        numbered = [index for index, row in enumerate(rows) if _NUMBER.fullmatch(row[at].text)]
        if _are_line_numbers(rows, numbered, at):
            taken = " ".join(rows[index][at].text for index in numbered)
            kept = [_without(row, at) if index in numbered else list(row) for index, row in enumerate(rows)]
            return [row for row in kept if row], taken
    return [list(row) for row in rows], ""


def _without(row: Sequence[Line], at: int) -> list[Line]:
    return list(row[1:]) if at == 0 else list(row[:-1])


def _are_line_numbers(rows: Rows, numbered: Sequence[int], at: int) -> bool:
    if len(numbered) < MEASURES.fewest_line_numbers:
        return False
    values = [int(rows[index][at].text) for index in numbered]
    steps = [after - before for before, after in itertools.pairwise(values)]
    step = max(set(steps), key=steps.count)
    if step not in MEASURES.line_steps or steps.count(step) < MEASURES.counted_lines * len(steps):
        return False
    spread = numbered[-1] - numbered[0] + 1
    if len(numbered) * step < MEASURES.counted_lines * spread or not _in_one_place(rows, numbered, at):
        return False
    return step > 1 or _is_beside_prose(rows, numbered, at)


def _in_one_place(rows: Rows, numbered: Sequence[int], at: int) -> bool:
    """True if the numbers begin, or end, at one place."""
    lines = [rows[index][at] for index in numbered]
    begins, ends = [line.x0 for line in lines], [line.x1 for line in lines]
    return min(max(begins) - min(begins), max(ends) - min(ends)) < MEASURES.straight


def _is_beside_prose(rows: Rows, numbered: Sequence[int], at: int) -> bool:
    """True if lines within sentences are numbered, or the numbers are printed smaller than the text."""
    texts = [_without(rows[index], at) for index in numbered]
    goes_on = any(text and text[0].text[:1].islower() for text in texts)
    pairs = [(rows[index][at], text[0]) for index, text in zip(numbered, texts, strict=True) if text]
    smaller = sum(number.size < MEASURES.note_size * line.size for number, line in pairs)
    return goes_on or smaller * 2 > len(pairs)
