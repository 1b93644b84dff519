"""Lines of a word processor whose tabs set them in columns, as a table; in all others a tab is a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from archive_builder.model import Block, BlockKind, Row, Text, cut, plain, trimmed
from archive_builder.read.plain.frame import header_rows
from archive_builder.text.numerals import split_marker

TAB = "\u2001"
"""How a tab is written into a text on its way through the HTML that is walked: white space that none has."""
EDGE = "\ue014"
"""A tab at the beginning or end of a paragraph, where white space would be cut off."""
_GAP = re.compile(f" *[{TAB}{EDGE}][ {TAB}{EDGE}]*")
_LONGEST = 90
"""Characters of a cell; what is longer is a sentence that a tab stands in."""
_FEWEST = 2
"""Lines with words in two columns that make a table."""


def lay_out(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with neighbouring lines in columns as tables, and with spaces in the place of all other tabs."""
    made: list[Block] = []
    for in_columns, group in groupby(blocks, key=_may_be_row):
        lines = list(group)
        rows = [_cells(line.runs) for line in lines] if in_columns else []
        if sum(len(row) > 1 and all(row[:2]) for row in rows) < _FEWEST:
            made += [_without_tabs(line) for line in lines]
            continue
        made.append(_table(lines, rows))
    return made


def _may_be_row(block: Block) -> bool:
    """True if a block is a line with words in columns, and no item of a list that a tab sets off its number."""
    if block.kind is not BlockKind.PARAGRAPH or block.marker or not _GAP.search(block.text):
        return False
    cells = [plain(cell) for cell in _cells(block.runs)]
    if any(len(cell) > _LONGEST for cell in cells):
        return False
    return not split_marker(f"{cells[0]} x")[0] if cells else False


def _cells(text: Text) -> list[Text]:
    """The pieces between tabs; a tab at the beginning leaves the first cell empty."""
    edges = [match.span() for match in _GAP.finditer(plain(text))]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(plain(text))]
    cells = [trimmed(cut(text, start, end)) for start, end in zip(starts, ends, strict=True)]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _table(lines: Sequence[Block], cells: Sequence[list[Text]]) -> Block:
    rows = tuple(
        Row(tuple(row), line.first, line.last) for line, row in zip(lines, _padded(cells), strict=True)
    )
    return Block(
        kind=BlockKind.TABLE,
        first=lines[0].first,
        last=lines[-1].last,
        rows=rows,
        header=header_rows(rows),
    )


def _padded(rows: Iterable[list[Text]]) -> list[list[Text]]:
    held = list(rows)
    width = max(len(row) for row in held)
    return [[*row, *([()] * (width - len(row)))] for row in held]


def _without_tabs(block: Block) -> Block:
    if not _GAP.search(block.all_words):
        return block
    rows = tuple(_row_without_tabs(row) for row in block.rows)
    return replace(block, runs=trimmed(_spaced(block.runs)), marker=block.marker.replace(TAB, " "), rows=rows)


def _row_without_tabs(row: Row) -> Row:
    cells, merged = (tuple(_spaced(cell) for cell in cells) for cells in (row.cells, row.merged))
    return replace(row, cells=cells, merged=merged)


def _spaced(text: Text) -> Text:
    return tuple(replace(run, text=_GAP.sub(" ", run.text), struck=_GAP.sub(" ", run.struck)) for run in text)
