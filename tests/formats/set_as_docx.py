"""A document's blocks set as a Word file, as its author would have typed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from archive_builder.model import Block, BlockKind, Text
from tests.formats.automatic import numbered
from tests.formats.set_as_html import frame_rows
from tests.formats.word_numbers import WordNumbers
from tests.word_files import saved

Place = Document | _Cell


def file(title: str, blocks: Sequence[Block], automatic: bool = False) -> bytes:
    """A whole Word file, its numbers typed or left to Word; the same input gives the same bytes."""
    found = numbered(blocks) if automatic else [(block, None) for block in blocks]
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.created, properties.modified = (
        title,
        datetime(2025, 1, 1),
        datetime(2025, 1, 1),
    )
    numbers = WordNumbers(document, found) if automatic else None
    for framed, part in groupby([block for block, _ in found], key=lambda block: block.framed):
        if framed:
            _frame(document, list(part), numbers)
        else:
            _blocks(document, list(part), numbers)
    return saved(document)


def _frame(document: Document, blocks: Sequence[Block], numbers: WordNumbers | None) -> None:
    rows = frame_rows(blocks)
    table = document.add_table(rows=len(rows), cols=2)
    if numbers:
        numbers.rows([row.cells[0] for row in table.rows], [number for number, _ in rows])
    for row, (number, found) in zip(table.rows, rows, strict=True):
        row.cells[0].paragraphs[0].add_run("" if numbers else number)
        _blocks(row.cells[1], found, numbers)
        empty = row.cells[1].paragraphs[0]._p
        empty.getparent().remove(empty)


def _blocks(place: Place, blocks: Sequence[Block], numbers: WordNumbers | None) -> None:
    for block in blocks:
        match block.kind:
            case BlockKind.TABLE:
                _table(place, block)
            case BlockKind.HEADING:
                paragraph = place.add_paragraph(style=f"Heading {block.level}")
                _fill(paragraph, block.runs)
                if numbers:
                    numbers.place(paragraph, block)
            case BlockKind.ITEM if numbers and not block.marker:
                paragraph = place.add_paragraph()
                _fill(paragraph, block.runs)
                numbers.place(paragraph, block)
            case BlockKind.ITEM:
                _item(place, block)
            case _:
                paragraph = place.add_paragraph()
                if block.tight:
                    paragraph.paragraph_format.space_before = Pt(0)
                _fill(paragraph, block.runs)


def _item(place: Place, block: Block) -> None:
    """Bullets are Word's own, numbers are typed with a tab after them."""
    if any(c.isalnum() for c in block.marker):
        paragraph = place.add_paragraph(f"{block.marker}\t")
        paragraph.paragraph_format.left_indent = Pt(24 * (block.level + 1))
        paragraph.paragraph_format.first_line_indent = Pt(-24)
    else:
        paragraph = place.add_paragraph(style="List Bullet 2" if block.level else "List Bullet")
    _fill(paragraph, block.runs)


def _table(place: Place, block: Block) -> None:
    columns = max(len(row.cells) for row in block.rows)
    table = place.add_table(len(block.rows), columns)
    if isinstance(place, Document):
        table.style = "Table Grid"
    for index, (row, made) in enumerate(zip(block.rows, table.rows, strict=True)):
        if index < block.header:
            made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for text, cell in zip(row.cells, made.cells, strict=False):
            _fill(cell.paragraphs[0], text)


def _fill(paragraph: Paragraph, text: Text) -> None:
    for run in text:
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None
