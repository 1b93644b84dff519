"""Tables cut by page ends: one table again, with one header and whole rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Aside, Block, BlockKind, Row, Run, Text, plain

_FIGURE = re.compile(r"[\d£$€%.,:/ -]+")


def labels(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with a lone row "Present:", tab, "Ann Lee" as the line of text that it is."""
    return [_as_line(block) if _is_label(block) else block for block in blocks], []


def _is_label(block: Block) -> bool:
    cells = block.rows[0].texts if len(block.rows) == 1 else ()
    return len(cells) == 2 and cells[0].endswith(":") and bool(cells[1])


def _as_line(block: Block) -> Block:
    label, words = block.rows[0].cells
    return replace(block, kind=BlockKind.PARAGRAPH, rows=(), runs=(*label, Run(" "), *words))


def joined(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with neighbouring pieces of one table made one; repeated headers are set aside."""
    made: list[Block] = []
    asides: list[Aside] = []
    for block in blocks:
        if block.kind is not BlockKind.TABLE:
            made.append(block)
            continue
        for piece in _pieces(block):
            before = made[-1] if made and made[-1].kind is BlockKind.TABLE else None
            if before and _continues(before, piece):
                made[-1] = _together(before, piece)
                asides += [_header_aside(row) for row in piece.rows[: piece.header]]
            else:
                made.append(piece)
    return made, asides


def _pieces(table: Block) -> list[Block]:
    """A table cut where its own header is printed again."""
    if not table.header:
        return [table]
    head = _words(table.rows[0])
    starts = [i for i, row in enumerate(table.rows) if _words(row) == head]
    return [
        replace(table, rows=rows, first=rows[0].first, last=rows[-1].last)
        for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)
        for rows in [table.rows[start:end]]
    ]


def _header_aside(row: Row) -> Aside:
    text = " ".join(row.texts)
    return Aside(row.first, text.strip(), "repeated-table-header")


def _continues(table: Block, piece: Block) -> bool:
    if not table.header:
        return not piece.header and _columns(table) == _columns(piece)
    if piece.header:
        return _words(table.rows[0]) == _words(piece.rows[0])
    return _columns(table) == _columns(piece) or _has_false_column(table, piece)


def _has_false_column(table: Block, piece: Block) -> bool:
    """Named case: a budget table whose second page got a third column, empty in every row."""
    return _columns(piece) == _columns(table) + 1 and all(
        any(not plain(cell).strip() for cell in row.cells[1:]) for row in piece.rows
    )


def _columns(table: Block) -> int:
    return max(len(row.cells) for row in table.rows)


def _words(row: Row) -> list[str]:
    return [" ".join(plain(cell).split()).casefold() for cell in row.cells]


def _together(table: Block, piece: Block) -> Block:
    rows = list(table.rows)
    for index, row in enumerate(piece.rows[piece.header :]):
        whole = _narrowed(row) if _columns(piece) > _columns(table) else row
        if index == 0 and _is_rest(whole, rows):
            rows[-1] = _one_row(rows[-1], whole)
        else:
            rows.append(whole)
    return replace(table, rows=tuple(rows), last=piece.last)


def _narrowed(row: Row) -> Row:
    """A row without its first empty cell behind the first column; as it is where none is empty."""
    empty = next((i for i, cell in enumerate(row.cells) if i and not plain(cell).strip()), len(row.cells))
    return replace(row, cells=row.cells[:empty] + row.cells[empty + 1 :])


def _is_rest(row: Row, rows: Sequence[Row]) -> bool:
    """True if a page's first row is the rest of the row before it: nothing in the first column.

    Only where that column is filled in every row above, and the row brings no number of its own.
    """
    if row.cell(0) or not all(above.cell(0) for above in rows[1:]):
        return False
    return not any(_FIGURE.fullmatch(text) for text in row.texts if text)


def _one_row(above: Row, rest: Row) -> Row:
    width = max(len(above.cells), len(rest.cells))
    pad: Text = ()
    cells = []
    for i in range(width):
        a = above.cells[i] if i < len(above.cells) else pad
        b = rest.cells[i] if i < len(rest.cells) else pad
        cells.append((*a, Run(" "), *b) if a and b else a or b)
    return replace(above, cells=tuple(cells), last=rest.last)
