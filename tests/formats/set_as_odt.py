"""A document's blocks set as an OpenDocument text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby

from odfdo import Cell, Document, Element, Header, List, ListItem, Paragraph, Row, Span, Style, Table

from archive_builder.model import Block, BlockKind, Text
from tests.formats.automatic import numbered
from tests.formats.open_numbers import OpenNumbers
from tests.formats.set_as_html import frame_rows

DAY = (2025, 1, 1, 0, 0, 0)


def file(title: str, blocks: Sequence[Block], automatic: bool = False) -> bytes:
    """A whole file, its numbers typed or left to the word processor; the same input gives the same bytes."""
    pairs = numbered(blocks) if automatic else [(block, None) for block in blocks]
    numbers = OpenNumbers(pairs) if automatic else None
    document = Document("text")
    document.body.clear()
    for name, look in (
        ("b", {"bold": True}),
        ("i", {"italic": True}),
        ("bi", {"bold": True, "italic": True}),
    ):
        document.insert_style(Style("text", name, area="text", **look), automatic=True)
    for framed, found in groupby([block for block, _ in pairs], key=lambda block: block.framed):
        if framed:
            document.body.append(_frame(list(found), numbers))
        else:
            for made in _blocks(list(found), numbers):
                document.body.append(made)
    document.meta.title = title
    # The template numbers all headings, which minutes do not.
    for style in document.get_part("styles").root.xpath("//text:outline-style"):
        style.delete()
    if numbers:
        numbers.write_styles(document)
    held = io.BytesIO()
    document.save(held)
    return _packed(held)


def _packed(held: io.BytesIO) -> bytes:
    """The type, the text, its looks: with one date, and without the template's pictures and settings."""
    made = io.BytesIO()
    with zipfile.ZipFile(held) as package, zipfile.ZipFile(made, "w") as target:
        for part in ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"):
            how = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(zipfile.ZipInfo(part, DAY), package.read(part), how)
    return made.getvalue()


def _frame(blocks: Sequence[Block], numbers: OpenNumbers | None) -> Element:
    table = Table("Frame")
    rows = frame_rows(blocks)
    typed = [Paragraph(number) for number, _ in rows]
    for number, (_, found) in zip(
        numbers.rows([n for n, _ in rows]) if numbers else typed, rows, strict=True
    ):
        row, first, second = Row(), Cell(), Cell()
        first.append(number)
        for made in _blocks(found, numbers):
            second.append(made)
        row.append(first)
        row.append(second)
        table.append(row)
    return table


def _blocks(blocks: Sequence[Block], numbers: OpenNumbers | None) -> Iterator[Element]:
    for item, found in groupby(blocks, key=_bulleted):
        if item:
            yield _list(list(found))
            continue
        for block in found:
            if block.kind is BlockKind.TABLE:
                yield _table(block)
                continue
            made = Header(block.level) if block.kind is BlockKind.HEADING else Paragraph()
            if block.kind is BlockKind.ITEM and block.marker:
                made = Paragraph(f"{block.marker} ", formatted=False)
            made = _filled(made, block.runs)
            yield numbers.placed(made, block) if numbers else made


def _bulleted(block: Block) -> bool:
    """Bullets are the format's own; numbers are typed."""
    return block.kind is BlockKind.ITEM and bool(block.marker) and not any(c.isalnum() for c in block.marker)


def _list(blocks: Sequence[Block]) -> Element:
    depth = min(block.level for block in blocks)
    made, at = List(), 0
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and blocks[end].level > depth:
            end += 1
        item = ListItem()
        item.append(_filled(Paragraph(), blocks[at].runs))
        if end > at + 1:
            item.append(_list(blocks[at + 1 : end]))
        made.append(item)
        at = end
    return made


def _table(block: Block) -> Element:
    table = Table("Data")
    heads = Element.from_tag("table:table-header-rows")
    for index, found in enumerate(block.rows):
        row = Row()
        for text in found.cells:
            cell = Cell()
            cell.append(_filled(Paragraph(), text))
            row.append(cell)
        (heads if index < block.header else table).append(row)
        if index + 1 == block.header:
            table.append(heads)
    return table


def _filled(paragraph: Element, text: Text) -> Element:
    for run in text:
        style = ("b" if run.bold else "") + ("i" if run.italic else "")
        for index, line in enumerate(run.text.split("\n")):
            if index:
                paragraph.append(Element.from_tag("text:line-break"))
            paragraph.append(Span(line, style=style or None, formatted=False))
    return paragraph
