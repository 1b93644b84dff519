"""A PDF's pages in reading order: text columns and ruled tables, then blocks.

Named layouts: minutes in a numbered frame, ruled or not, whose rows run over pages; a narrow column
at the right that says who acts, beside the paragraph it belongs to.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Row, Text
from archive_builder.model.blocks import stacked
from archive_builder.read.pdf.cells import Cell, Grid
from archive_builder.read.pdf.columns import Flow, flows
from archive_builder.read.pdf.edges import Column, column_of, text_columns
from archive_builder.read.pdf.flow import Placed, across, blocks, joined, placed
from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.notes import Note
from archive_builder.read.pdf.pictures import Picture, with_pictures
from archive_builder.read.pdf.strokes import struck_apart
from archive_builder.read.pdf.type import Lettering
from archive_builder.read.plain.frame import header_rows

ROW_NUMBER = re.compile(r"\d{1,3}")
Rows = Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class PageParts:
    """One page's text and tables in reading order."""

    parts: tuple[Flow | Grid, ...]
    width: float

    @property
    def lines(self) -> list[Line]:
        """All lines of the page in reading order."""
        found: list[Line] = []
        for part in self.parts:
            if isinstance(part, Flow):
                found += [*part.lines, *part.margin]
            else:
                found += [line for row in part.rows for cell in row for line in cell.lines]
        return found

    @property
    def unsure(self) -> list[Line]:
        """The lines at which names side by side begin that may be lists."""
        flows = [part for part in self.parts if isinstance(part, Flow)]
        return [flow.lines[at] for flow in flows for at in flow.unsure]


def parts(
    rows: Rows, grids: Sequence[Grid], turned: Sequence[Rows], notes: Sequence[Note], width: float
) -> PageParts:
    """The text above, between and below a page's tables, then what runs in other directions and the notes."""
    made: list[Flow | Grid] = []
    waiting = list(rows)
    for grid in grids:
        above = [row for row in waiting if row[0].baseline < grid.top + MEASURES.over_table]
        waiting = waiting[len(above) :]
        beside = [row for row in waiting if row[0].baseline < grid.bottom]
        waiting = waiting[len(beside) :]
        made += [*flows(above), grid, *flows(beside)]
    made += flows(waiting)
    for other in turned:
        made += flows(other, column=True)
    made += [Flow(note.lines, column=True, note=note.mark) for note in notes]
    return PageParts(tuple(made), width)


def with_row_numbers(pages: Sequence[Rows]) -> list[list[list[Line]]]:
    """Rows whose first stretch is a bare number in a column of its own, the number taken out.

    Only where at least three such numbers stand at one place and most count up: a frame without rules.
    """
    stands = Counter(_place(row) for rows in pages for row in rows if _is_numbered(row))
    place = max(stands, key=lambda key: (stands[key], key), default=(0, 0))
    chosen = [int(row[0].text) for rows in pages for row in rows if _is_numbered(row) and _near(row, place)]
    rising = sum(a < b for a, b in itertools.pairwise(chosen))
    if len(chosen) < MEASURES.fewest_row_numbers or rising < MEASURES.counted_rows * (len(chosen) - 1):
        return [[list(row) for row in rows] for rows in pages]
    return [[_with_row_number(row, place) for row in rows] for rows in pages]


def _with_row_number(row: Sequence[Line], place: tuple[int, int]) -> list[Line]:
    """Return a row; a number at that place becomes the row number of the line behind it."""
    if _is_numbered(row) and _near(row, place):
        return [replace(row[1], row_number=row[0].text), *row[2:]]
    return list(row)


def _is_numbered(row: Sequence[Line]) -> bool:
    return (
        len(row) > 1
        and bool(ROW_NUMBER.fullmatch(row[0].text))
        and row[1].x0 - row[0].x1 >= MEASURES.number_gap
    )


def _place(row: Sequence[Line]) -> tuple[int, int]:
    """Return where the number and the text of a row begin, in steps."""
    return round(row[0].x0 / MEASURES.number_step), round(row[1].x0 / MEASURES.number_step)


def _near(row: Sequence[Line], place: tuple[int, int]) -> bool:
    step = MEASURES.number_step
    return abs(row[0].x0 / step - place[0]) <= 1 and abs(row[1].x0 / step - place[1]) <= 1


def numbered(pages: Sequence[PageParts]) -> list[PageParts]:
    """Pages with their lines counted through the document in reading order."""
    count = 0
    made = []

    def counted(lines: Sequence[Line]) -> tuple[Line, ...]:
        nonlocal count
        start = count + 1
        count += len(lines)
        return tuple(replace(line, number=start + index) for index, line in enumerate(lines))

    for page in pages:
        found: list[Flow | Grid] = []
        for part in page.parts:
            if isinstance(part, Flow):
                found.append(replace(part, lines=counted(part.lines), margin=counted(part.margin)))
            else:
                rows = tuple(
                    tuple(replace(cell, lines=counted(cell.lines)) for cell in row) for row in part.rows
                )
                found.append(replace(part, rows=rows))
        made.append(PageParts(tuple(found), page.width))
    return made


def laid_out(pages: Sequence[PageParts], letters: Lettering, shown: Sequence[Picture] = ()) -> list[Block]:
    """All blocks of a document in reading order."""
    made: list[Placed] = []
    frame = _Frame()
    columns = text_columns((page.width, _running_text(page)) for page in pages)
    above: Grid | None = None
    framed = False
    for page in pages:
        for part in page.parts:
            if isinstance(part, Flow) and part.note:
                made.append(_note(part, letters))
                continue
            if isinstance(part, Flow):
                made += _flow_blocks(part, columns[round(page.width)], letters, frame)
            elif part.frame or (framed and above is not None and _same_columns(above, part)):
                made += _frame_blocks(part, letters)
                framed = True
            else:
                made.append(Placed(_table(part, letters, above)))
                framed = False
            above = part if isinstance(part, Grid) else None
    return across(with_pictures(made, shown), letters)


def _running_text(page: PageParts) -> list[Line]:
    """The lines that stand in the column of the whole page."""
    flows = [part for part in page.parts if isinstance(part, Flow) and not part.column]
    return [line for flow in flows for line in flow.lines]


@dataclass(slots=True)
class _Frame:
    """Where the text column of a frame without rules begins, once its first number was seen."""

    left: float | None = None


def _flow_blocks(flow: Flow, whole: Column, letters: Lettering, frame: _Frame) -> Iterator[Placed]:
    if flow.edges is not None:
        column = replace(flow.edges, right=min(flow.edges.right, whole.right))
    else:
        column = column_of(flow.lines) if flow.column else whole.around(flow.lines)
    found = _beside(placed(flow.lines, column, letters), flow.margin, letters)
    for each in found:
        if each.block.number:
            frame.left = each.left
        inside = frame.left is not None and (not each.lines or each.left >= frame.left - MEASURES.straight)
        yield replace(each, block=replace(each.block, framed=inside))


def _note(flow: Flow, letters: Lettering) -> Placed:
    """A footnote, which no text goes on with."""
    runs = struck_apart(joined(flow.lines, letters))
    first, last = flow.lines[0], flow.lines[-1]
    return Placed(
        Block(
            kind=BlockKind.NOTE, runs=runs, marker=flow.note, first=first.number, last=last.number,
            page=first.page,
        )
    )  # fmt: skip


def _beside(found: Sequence[Placed], margin: Sequence[Line], letters: Lettering) -> list[Placed]:
    """Blocks with each note of the margin put behind the block that it stands beside."""
    if not margin:
        return list(found)
    notes = placed(margin, column_of(margin), letters)
    made = list(found)
    for note in reversed(notes):
        index = sum(each.top <= note.top + MEASURES.beside for each in found)
        while 0 < index < len(found) and found[index - 1].block.bold:
            index += 1  # what stands beside a title concerns the text below it
        made.insert(index, Placed(replace(note.block, tight=True, level=0, gap=0)))
    return made


def _frame_blocks(grid: Grid, letters: Lettering) -> Iterator[Placed]:
    """The rows of a ruled frame opened: the number on the first block, notes beside their paragraph."""
    for row in grid.rows:
        number = row[0].text.rstrip(".")
        has_text = any(cell.lines for cell in row[1:])
        if not ROW_NUMBER.fullmatch(number) or not has_text:
            number = ""
        title = [] if number else placed(row[0].lines, column_of(row[0].lines, row[0].right), letters)
        text = placed(row[1].lines, column_of(row[1].lines, row[1].right - MEASURES.cell_padding), letters)
        notes = tuple(line for cell in row[2:] for line in cell.lines)
        for index, each in enumerate([*title, *_beside(text, notes, letters)]):
            yield replace(each, block=replace(each.block, framed=True, number=number if index == 0 else ""))


def _table(grid: Grid, letters: Lettering, above: Grid | None) -> Block:
    """A table's piece on one page; one that carries on the table above has a header only if it repeats it."""
    rows = tuple(
        Row(
            tuple(_cell(cell, letters) for cell in row),
            min(line.number for cell in row for line in cell.lines),
            max(line.number for cell in row for line in cell.lines),
            grid.page,
            _merged(row, letters),
        )
        for row in grid.rows
    )
    header = header_rows(rows)
    bold = all(line.bold for cell in grid.rows[0] for line in cell.lines)
    if above is not None and above.page < grid.page and not bold and _same_columns(above, grid):
        header = int([cell.text for cell in above.rows[0]] == [cell.text for cell in grid.rows[0]])
    return Block(
        kind=BlockKind.TABLE, rows=rows, header=header, page=grid.page,
        first=rows[0].first, last=max(row.last for row in rows),
    )  # fmt: skip


def _merged(row: Sequence[Cell], letters: Lettering) -> tuple[Text, ...]:
    """By column, the text of a cell that reaches down into a row; none where no cell does."""
    if not any(cell.merged for cell in row):
        return ()
    return tuple(_cell(replace(cell, lines=cell.merged), letters) for cell in row)


def _cell(cell: Cell, letters: Lettering) -> Text:
    """A cell's text: its paragraphs and items on lines of their own."""
    return stacked(blocks(cell.lines, column_of(cell.lines, cell.right - MEASURES.cell_padding), letters))


def _same_columns(above: Grid, grid: Grid) -> bool:
    """Whether a table stands in the columns, or at least between the edges, of the one above."""
    if len(above.widths) != len(grid.widths):
        return False
    edges = zip(above.widths, grid.widths, strict=True)
    apart = max(abs(above.x0 - grid.x0), abs(above.x1 - grid.x1))
    return apart < MEASURES.same_edge or all(abs(one - other) < MEASURES.same_edge for one, other in edges)
