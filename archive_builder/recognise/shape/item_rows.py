"""Items of business headed by a row of labelled cells: "Agenda item: | Budget | Presenter: | Ann Lee".

Only where several such tables stand in a document; each is opened into a heading and what is said beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Aside, Block, BlockKind, Reading, Row, Run, plain, trimmed
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded

ITEM_LABEL = Rule(
    "item-label",
    r"(?: {AGENDA_WORD} \s+ )? {ITEM_WORD} \s* (?: no\.? \s* )? (?P<number> \d{1,3} )? \s* :?",
    ("Agenda item:", "Item 4:", "Agenda Item"),
    ("Items for sale", "Action items"),
)
"""A cell that says that the title of an item stands in the next one."""
_FEWEST = 2
"""So many of such tables tell how a document is set; one may be the front of a paper."""
_MOST_ROWS = 2
_TITLE_WORDS = 16
_HAS_WORD = re.compile(r"[^\W\d_]{3}")


def open_item_rows(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """A reading in which the tables that hold nothing but the title of an item are headings."""
    found = {at for at, block in enumerate(reading.blocks) if _heads_item(block, vocabulary)}
    if len(found) < _FEWEST:
        return reading
    blocks: list[Block] = []
    asides = list(reading.asides)
    for at, block in enumerate(reading.blocks):
        if at not in found:
            blocks.append(block)
            continue
        asides.append(Aside(block.rows[0].first, folded(block.rows[0].cell(0)), "label-of-item"))
        blocks += _opened(block, vocabulary)
    return replace(reading, blocks=tuple(blocks), asides=tuple(sorted(asides, key=lambda aside: aside.line)))


def _heads_item(block: Block, vocabulary: Vocabulary) -> bool:
    """True for a small table that begins with the label of an item and its title, and holds labelled cells."""
    if block.kind is not BlockKind.TABLE or len(block.rows) > _MOST_ROWS:
        return False
    first = block.rows[0]
    title = folded(first.cell(1))
    if not ITEM_LABEL.match(folded(first.cell(0)), vocabulary) or not _HAS_WORD.search(title):
        return False
    labels = [folded(text) for row in block.rows for text in row.texts[::2] if text.strip()]
    return len(title.split()) <= _TITLE_WORDS and all(label.endswith(":") for label in labels[1:])


def _opened(block: Block, vocabulary: Vocabulary) -> Iterator[Block]:
    first = block.rows[0]
    label = ITEM_LABEL.match(folded(first.cell(0)), vocabulary)
    number = (label["number"] if label else "") or ""
    shape = Block(
        kind=BlockKind.PARAGRAPH, first=first.first, last=first.last, page=first.page, gap=block.gap
    )
    title = replace(shape, runs=trimmed(first.cells[1]), framed=True)
    if number:
        yield replace(title, number=number)
    else:
        yield replace(title, kind=BlockKind.HEADING, level=_LEVEL)
    for at, row in enumerate(block.rows):
        for column in range(0 if at else 2, len(row.cells), 2):
            yield from _labelled(row, column)


_LEVEL = 3


def _labelled(row: Row, column: int) -> Iterator[Block]:
    """A label with what stands in the cell beside it, as a line of text: "Presenter: Ann Lee"."""
    cells = [trimmed(cell) for cell in row.cells[column : column + 2] if plain(cell).strip()]
    if cells:
        runs = [run for at, cell in enumerate(cells) for run in ((Run(" "), *cell) if at else cell)]
        yield Block(
            kind=BlockKind.PARAGRAPH,
            runs=tuple(runs),
            first=row.first,
            last=row.last,
            page=row.page,
            tight=True,
        )
