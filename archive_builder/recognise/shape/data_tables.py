"""The data tables of a document, and the items of those that are an agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from archive_builder.model import (
    AgendaItem,
    Block,
    BlockKind,
    Classification,
    Place,
    Row,
    Table,
    Text,
    plain,
)
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.grammar.table_heads import body_rows, columns
from archive_builder.recognise.shape.attendance_cells import heads
from archive_builder.recognise.shape.figures import figures
from archive_builder.recognise.shape.presenters import named_people
from archive_builder.recognise.signs.headings import CAPTION, USUAL_ITEM
from archive_builder.text import dates
from archive_builder.text.names import looks_like_name
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
            named = _with_topics(block, columns(block, draft.vocabulary))
            if is_agenda(named) or (named := _headless_agenda(draft, block)):
                made = _with_agenda(made, index, block, named)
    return replace(made, figures=tuple(figures(made)))


def is_agenda(named: Mapping[str, int]) -> bool:
    """True if the columns of a table are those of an agenda: a number and a topic, without aims or actions."""
    return "item" in named and "topic" in named and not {"aims", "action"} & named.keys()


def _with_topics(table: Block, named: dict[str, int]) -> dict[str, int]:
    """The columns of a timed agenda, where the one headed "Item" holds titles and not numbers."""
    if "topic" in named or not {"item", "time"} <= named.keys():
        return named
    cells = [row.cell(named["item"]).strip() for _, row in body_rows(table)]
    titled = len(cells) >= _FEWEST_USUAL and all(cell[:1].isalpha() and len(cell) > 1 for cell in cells)
    return named | {"topic": named["item"]} if titled else named


def _headless_agenda(draft: Draft, table: Block) -> dict[str, int]:
    """The columns of an agenda's table without heads: numbers that count from 1, titles, and who presents each.

    Empty for every other table: several of the titles must be usual ones.
    """
    numbers = [row.cell(0).strip(" .)") for row in table.rows]
    counted = numbers == [str(at) for at in range(1, len(numbers) + 1)]
    usual = sum(1 for row in table.rows if USUAL_ITEM.match(folded(row.cell(1)), draft.vocabulary))
    if draft.masthead.classification is not Classification.AGENDA or not counted or usual < _FEWEST_USUAL:
        return {}
    named = {"item": 0, "topic": 1}
    return named | ({"presenting": _THIRD} if len(table.rows[0].cells) > _THIRD else {})


_FEWEST_USUAL = 2
"""So many titles that all bodies use make a table without heads an agenda."""
_THIRD = 2


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
        printed = row.cell(named["item"]).strip(" .") if named["item"] != named["topic"] else ""
        items.append(
            AgendaItem(
                anchor=unique(f"item-{slug(printed) if printed else slug(title)}", taken),
                place=Place(index, index, row=number),
                text=title,
                number=printed,
                presenters=_presenters(draft, row, named),
                time=_clock(row.cell(named["time"])) if "time" in named else "",
                found_by="agenda-table",
            )
        )
    return replace(draft, items=tuple(items))


def _presenters(draft: Draft, row: Row, named: Mapping[str, int]) -> tuple[str, ...]:
    """The people in the column of those who present; words that are no names ("All", "Verbal") are none."""
    column = named.get("presenting", named.get("owner"))
    said = folded(row.cell(column)) if column is not None else ""
    return named_people(said, draft) if looks_like_name(said.split(",")[0]) else ()


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
