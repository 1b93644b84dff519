"""Tables without heads whose rows are the items of a meeting: a number, a title, and what was said in the same cell.

A table may hold all the items, or one each, with what was said in rows or paragraphs below it. One table does
not tell an item from a row of data; the numbers of all such tables of a document together do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, Row, Run, Text, cut, plain, trimmed
from archive_builder.recognise.signs.headings import USUAL_ITEM
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import split_marker

_NUMBER = re.compile(r"(?P<number>\d{1,3})[.)]?")
"""The number of an item in a cell of its own."""
_TITLE_WORDS = 16
_FEWEST = 3
"""So many rows with a number make the items of a meeting."""
_FEWEST_USUAL = 2
"""So many of their titles are those of items that all bodies have."""
_STEP = 5
"""Up to four numbers may be left out between two rows."""


@dataclass(frozen=True, slots=True)
class NumberedRows:
    """A table of items: the row they begin in, and the words that head its last column."""

    first: int
    head: str = ""


def numbered_rows(blocks: Sequence[Block], vocabulary: Vocabulary) -> Mapping[int, NumberedRows]:
    """Return the tables of a document whose rows are its items, by their place among the blocks."""
    found = {at: made for at, block in enumerate(blocks) if (made := _items_of(block))}
    rows = [row for at, made in found.items() for row in blocks[at].rows[made.first :] if number_of(row)]
    numbers = [number_of(row) for row in rows]
    usual = sum(1 for row in rows if USUAL_ITEM.match(plain(_title_and_text(row)[0]), vocabulary))
    counted = all(0 < after - before <= _STEP for before, after in pairwise(numbers))
    if len(rows) < _FEWEST or usual < _FEWEST_USUAL or not counted or _are_told_nowhere(blocks, found):
        return {}
    return found


def _items_of(block: Block) -> NumberedRows | None:
    """A table whose rows, from one on, are numbers with titles, and rows that go on below them."""
    if block.kind is not BlockKind.TABLE:
        return None
    numbered = [at for at, row in enumerate(block.rows) if number_of(row)]
    if not numbered or any(not _belongs(row) for row in block.rows[numbered[0] :]):
        return None
    above = block.rows[numbered[0] - 1] if numbered[0] else None
    bar = above is not None and len(_filled(above)) == 1 and not above.cell(0).strip()
    head = plain(above.cells[_filled(above)[0]]).strip() if above and bar else ""
    return NumberedRows(numbered[0] - (1 if bar else 0), head)


def _are_told_nowhere(blocks: Sequence[Block], found: Mapping[int, NumberedRows]) -> bool:
    """True if no table has text in it or below it: a list of titles, which stays a table."""
    if (
        any(at + 1 < len(blocks) and blocks[at + 1].kind is not BlockKind.TABLE for at in found)
        and len(found) > 1
    ):
        return False
    rows = (row for at, made in found.items() for row in blocks[at].rows[made.first :])
    return not any(
        not number_of(row) or plain(_title_and_text(row)[1]).strip() for row in rows if _filled(row)
    )


def number_of(row: Row) -> int:
    """Return the number that a row begins with, a title beside it; 0 for another row."""
    filled = _filled(row)
    match = _NUMBER.fullmatch(row.cell(filled[0]).strip()) if len(filled) > 1 else None
    title = plain(_title_and_text(row)[0]) if match else ""
    short = 0 < len(title.split()) <= _TITLE_WORDS and any(ch.isalpha() for ch in title[:3])
    return int(match["number"]) if match and short else 0


def _filled(row: Row) -> list[int]:
    return [at for at, text in enumerate(row.texts) if text.strip()]


def _belongs(row: Row) -> bool:
    """True if a row is an item or goes on below one: its first cell is empty."""
    return bool(number_of(row)) or not row.cell(0).strip()


def _title_and_text(row: Row) -> tuple[Text, Text]:
    """The first line of the cell beside the number, or the bold words it begins with; and the rest of the cell."""
    cell = row.cells[_filled(row)[1]]
    words = plain(cell)
    end = _bold_end(cell) or (words.find("\n") if "\n" in words.strip() else len(words))
    return trimmed(cut(cell, 0, end)), trimmed(cut(cell, end, len(words)))


def _bold_end(cell: Text) -> int:
    """Where the bold words end that a cell begins with, plain ones behind them; 0 elsewhere."""
    end = 0
    for run in cell:
        if run.text.strip() and not run.bold:
            return end
        end += len(run.text)
    return 0


def opened_rows(table: Block, found: NumberedRows) -> Iterator[Block]:
    """The rows of a table of items as blocks: what stands above them stays a table."""
    if found.first:
        yield replace(table, rows=table.rows[: found.first], header=min(table.header, found.first))
    for row in table.rows[found.first :]:
        yield from _opened(row, found.head)


def _opened(row: Row, head: str) -> Iterator[Block]:
    shape = Block(kind=BlockKind.PARAGRAPH, first=row.first, last=row.last, page=row.page)
    filled = _filled(row)
    beside = filled
    if number := number_of(row):
        title, text = _title_and_text(row)
        yield replace(shape, runs=title, number=str(number), framed=True)
        yield from (_line(shape, line) for line in lines_of(text))
        beside = filled[2:]
    elif head and len(filled) == 1 and plain(row.cells[filled[0]]).strip() == head:
        return
    for at in beside:
        label = f"{head}: " if head and at == len(row.cells) - 1 else ""
        for line in lines_of(row.cells[at]):
            yield replace(_line(shape, line), runs=(Run(label), *line)) if label else _line(shape, line)


def lines_of(text: Text) -> Iterator[Text]:
    """A cell's lines; empty ones left out."""
    at = 0
    for line in plain(text).split("\n"):
        if line.strip():
            yield trimmed(cut(text, at, at + len(line)))
        at += len(line) + 1


def _line(shape: Block, line: Text) -> Block:
    """A line of a cell: a list item where it begins with a mark."""
    marker, rest = split_marker(plain(line))
    if marker and rest.strip():
        runs = trimmed(cut(line, len(plain(line).rstrip()) - len(rest.rstrip())))
        return replace(shape, kind=BlockKind.ITEM, marker=marker, runs=runs)
    return replace(shape, runs=line)
