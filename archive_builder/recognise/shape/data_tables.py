"""The data tables of a document, and the items of those that are an agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from archive_builder.model import AgendaItem, Block, BlockKind, Place, Table, Text, plain
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.shape.attendance_cells import heads
from archive_builder.recognise.shape.figures import figures
from archive_builder.recognise.signs.headings import CAPTION
from archive_builder.text import dates
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_tables(draft: Draft) -> Draft:
    """A draft with its data tables, and the items of those that are an agenda.

    Names set in columns without heads are laid out so, and no data.
    """
    made = draft
    rosters = {row.place.first for row in draft.attendance if row.place.row is not None}
    for index, block in enumerate(draft.blocks):
        if block.kind is BlockKind.TABLE and not is_contents(block):
            if index not in rosters or len(heads(block, draft.vocabulary)) > 1:
                made = _with_table(made, index, block)
            named = columns(block, draft.vocabulary)
            if is_agenda(named):
                made = _with_agenda(made, index, block, named)
    return replace(made, figures=tuple(figures(made)))


def is_agenda(named: Mapping[str, int]) -> bool:
    """True if the columns of a table are those of an agenda: a number and a topic, without aims or actions."""
    return "item" in named and "topic" in named and not {"aims", "action"} & named.keys()


def is_contents(table: Block) -> bool:
    """A contents list: the last column is page numbers that never go down."""
    last = [row.cell(len(row.cells) - 1) for row in table.rows]
    if not all(cell.isdigit() for cell in last) or len(last) < 3:
        return False
    numbers = [int(cell) for cell in last]
    return numbers == sorted(numbers) and len(table.rows[0].cells) <= 3


def _with_table(draft: Draft, index: int, block: Block) -> Draft:
    caption = caption_of(draft, index)
    header = block.rows[0].texts if block.header else ()
    taken = {table.anchor for table in draft.tables}
    table = Table(
        anchor=unique(f"table-{len(draft.tables) + 1}", taken),
        caption=caption,
        header=header,
        rows=len(block.rows) - block.header,
        columns=max(len(row.cells) for row in block.rows),
        block=index,
    )
    return replace(draft, tables=(*draft.tables, table))


def caption_of(draft: Draft, index: int) -> str:
    """Return the "Table 2: ..." or "Figure 1: ..." line above a table; empty where there is none."""
    above = draft.blocks[index - 1] if index else None
    text = folded(above.text) if above else ""
    return text if above and CAPTION.match(text, draft.vocabulary) else ""


def _with_agenda(draft: Draft, index: int, block: Block, named: Mapping[str, int]) -> Draft:
    """The items of an agenda set as a table: number, bold title, time."""
    items = list(draft.items)
    taken = {item.anchor for item in items}
    for number, row in body_rows(block):
        title = _bold_words(row.cells[named["topic"]]) if named["topic"] < len(row.cells) else ""
        if not title:
            continue
        printed = row.cell(named["item"]).strip(" .")
        items.append(
            AgendaItem(
                anchor=unique(f"item-{slug(printed) if printed else slug(title)}", taken),
                place=Place(index, index, row=number),
                text=title,
                number=printed,
                time=_clock(row.cell(named["time"])) if "time" in named else "",
                found_by="agenda-table",
            )
        )
    return replace(draft, items=tuple(items))


def _bold_words(cell: Text) -> str:
    """A topic cell's title: its bold words, else its first line."""
    bold: list[str] = []
    for run in cell:
        if not run.bold and run.text.strip():
            break
        bold.append(run.text)
    return folded("".join(bold)) or folded(plain(cell).split("\n")[0])


def _clock(text: str) -> str:
    found = dates.clock(text)
    return found.strftime("%H:%M") if found else ""
