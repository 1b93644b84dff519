"""Minutes set as a table (item, discussion, action): each row opened into its title, text and actions.

Such a table lays out prose: its rows are items of business. Its heads are set aside, except that
what stood in the column of actions is marked with that column's head, as a reader of the table
takes it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Aside, Block, BlockKind, Reading, Row, Run, Text, cut, plain, trimmed
from archive_builder.recognise.grammar.table_heads import fields_of
from archive_builder.recognise.shape.numbered_rows import (
    NumberedRows,
    lines_of,
    numbered_rows,
    opened_rows,
)
from archive_builder.recognise.signs.columns import MINUTE_COLUMNS
from archive_builder.recognise.signs.headings import USUAL_ITEM
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import split_marker
from archive_builder.text.words import folded

_NAMES_ALONE = 4
"""A cell of so many words names who acts, and by when; the task stands in the text beside it."""
_TITLE_WORDS = 14


def open_minute_tables(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """A reading whose tables of minutes are blocks like any other minutes."""
    blocks: list[Block] = []
    asides = list(reading.asides)
    styles: set[str] = set()
    rows = numbered_rows(reading.blocks, vocabulary)
    for place, block in enumerate(reading.blocks):
        columns = minute_columns(block, vocabulary) if block.kind is BlockKind.TABLE else {}
        if columns:
            head = block.rows[0]
            asides.append(Aside(head.first, folded(" ".join(head.texts)), "table-of-minutes"))
            blocks += _opened_rows(block, block.rows[1:], columns, head)
        elif bare := bare_minutes(block, styles, vocabulary) if block.kind is BlockKind.TABLE else None:
            styles.add(bare.style)
            if bare.first:
                blocks.append(replace(block, rows=block.rows[: bare.first]))
            blocks += _opened_rows(block, block.rows[bare.first :], bare.columns, block.rows[0])
        elif block.kind is BlockKind.TABLE and titles_beside_text(block, vocabulary):
            blocks += _opened_rows(block, block.rows, {"title": 0, "text": 1}, block.rows[0])
        elif place in rows:
            asides += _set_aside(block, rows[place])
            blocks += opened_rows(block, rows[place])
        else:
            blocks.append(block)
    return replace(reading, blocks=tuple(blocks), asides=tuple(sorted(asides, key=lambda aside: aside.line)))


def _set_aside(table: Block, rows: NumberedRows) -> Iterator[Aside]:
    """The words over the last column of a table without other heads: they stand before what is in it."""
    if rows.head:
        yield Aside(table.rows[rows.first].first, rows.head, "table-of-minutes")


def _opened_rows(table: Block, rows: Sequence[Row], columns: Mapping[str, int], head: Row) -> Iterator[Block]:
    made = [piece for row in rows for piece in _row(row, columns, head)]
    for at, piece in enumerate(made):
        yield replace(piece, gap=table.gap if at == 0 else 0)


def minute_columns(table: Block, vocabulary: Vocabulary) -> dict[str, int]:
    """Which column of a table of minutes holds what; empty for every other table."""
    numbered = table.header == 1 and _holds_numbers(table)
    rules = {name: rule for name, rule in MINUTE_COLUMNS.items() if not (numbered and name == "item")}
    found = fields_of(table, rules, vocabulary) | ({"item": 0} if numbered else {})
    if len(found) < len(table.rows[0].cells):
        return {}
    if "text" not in found and {"title", "action"} <= found.keys() and _tells(table, found["title"]):
        found["text"] = found.pop("title")
    return found if "text" in found and ("item" in found or "title" in found) else {}


@dataclass(frozen=True, slots=True)
class BareMinutes:
    """A table of minutes without a head: the row it begins in, its columns, how its numbers are printed."""

    first: int
    columns: Mapping[str, int]
    style: str


_REFERENCE = re.compile(r"[A-Z]{0,4}[ ./-]?\d{1,4}(?:[./-]\d{1,4})*\.?")
"""The number of an item in a cell of its own: "7.", "GB 35/2025"."""
_FEWEST_USUAL = 2
"""So many titles that all bodies use make a table without a head one of minutes."""
_TOLD_WORDS = 8
"""A cell of so many words tells what was said."""


def bare_minutes(table: Block, styles: Container[str], vocabulary: Vocabulary) -> BareMinutes | None:
    """A table of minutes without a head: rows of a number, a title and what was said.

    It is told by titles that all bodies use; one that goes on in the style of an earlier one by a single one.
    """
    rows, style = table.rows, _style(table.rows[-1].cell(0))
    others = [at for at, row in enumerate(rows) if row.cell(0).strip() and _style(row.cell(0)) != style]
    own = rows[others[-1] + 1 if others else 0 :]
    numbered = [row for row in own if row.cell(0).strip()]
    columns = max((len(row.cells) for row in own), default=0)
    if not style or columns < _TITLE_AND_TEXT or any(not row.cell(1).strip() for row in numbered):
        return None
    usual = sum(1 for row in numbered if USUAL_ITEM.match(folded(row.cell(1)), vocabulary))
    long = any(len(row.cell(2).split()) >= _TOLD_WORDS for row in own)
    if not long or usual < (1 if style in styles else _FEWEST_USUAL):
        return None
    fields = {"item": 0, "title": 1, "text": 2}
    if columns > _TITLE_AND_TEXT:
        fields["owner"] = _TITLE_AND_TEXT
    return BareMinutes(len(rows) - len(own), fields, style)


def titles_beside_text(table: Block, vocabulary: Vocabulary) -> bool:
    """True for a table without heads of two columns: titles of items, numbered or bold, and what was said of each.

    Forms with fields of a meeting ("Date", "Present") are none: several titles are usual, and sentences stand beside.
    """
    rows = table.rows
    if len(rows) < _FEWEST_ROWS or any(len(row.cells) != _PAIR or not row.cell(0).strip() for row in rows):
        return False
    titles = [folded(row.cell(0)) for row in rows]
    marked = all(
        split_marker(title)[0][:1].isdigit() or all(run.bold for run in row.cells[0] if run.text.strip())
        for title, row in zip(titles, rows, strict=True)
    )
    usual = sum(1 for title in titles if USUAL_ITEM.match(title, vocabulary))
    told = sum(1 for row in rows if row.cell(1).rstrip().endswith((".", "!", "?")))
    short = all(len(title.split()) <= _TITLE_WORDS for title in titles)
    return marked and short and usual >= _FEWEST_ROWS and 2 * told >= len(rows)


_PAIR = 2
_FEWEST_ROWS = 3
"""So many rows, and so many titles that all bodies use, make a table without heads one of minutes."""
_TITLE_AND_TEXT = 3
"""A number, a title and what was said take so many columns."""


def _style(cell: str) -> str:
    """How a number is printed, whatever its digits: "GB 9/9" for "GB 35/2025"; empty for other cells."""
    cell = cell.strip()
    return re.sub(r"\d+", "9", cell.rstrip(".")) if _REFERENCE.fullmatch(cell) else ""


def _tells(table: Block, column: int) -> bool:
    """True if a column headed "Item" holds what was said, and not titles alone."""
    return any(len(row.cell(column).split()) > _TITLE_WORDS for row in table.rows[1:])


def _holds_numbers(table: Block) -> bool:
    """True if a first column of bare numbers stands without a head."""
    cells = [row.cell(0).strip(" .") for row in table.rows[1:]]
    numbers = [cell for cell in cells if cell]
    headless = not table.rows[0].cell(0).strip(" :.*")
    return headless and len(numbers) > 1 and all(cell.isdigit() for cell in numbers)


def _row(row: Row, columns: Mapping[str, int], head: Row) -> Iterator[Block]:
    """A row as blocks: the title with its number, the text line by line, then the actions."""
    number, title, text = _parts(row, columns)
    if plain(title).strip():
        numbered = replace(_shape(row), runs=trimmed(title), number=number, framed=True)
        yield numbered if number else replace(numbered, kind=BlockKind.HEADING, level=3, framed=False)
    body = [_line(row, line) for line in lines_of(text)]
    if number and not plain(title).strip():  # a number without a title is kept before what was said
        body.insert(0, replace(_shape(row), runs=(Run(number),)))
    beyond = [at for at in range(len(row.cells)) if at not in columns.values()]
    for column in (columns.get("further"), *beyond):
        body += [_line(row, line) for line in lines_of(_cell(row, column))]
    yield from _with_actions(row, body, columns, head)


def _parts(row: Row, columns: Mapping[str, int]) -> tuple[str, Text, Text]:
    """The number, title and text of a row, whichever of the cells each stands in."""
    text = _cell(row, columns["text"])
    first = _cell(row, columns.get("item"))
    number, rest = split_marker(plain(first).strip())
    if not number and re.fullmatch(r"(?:[A-Z]{1,4} ?)?[\d./-]+[a-z]?\.?", rest.strip()):
        number, rest = rest.strip(), ""
    title = _tail(first, rest) if rest.strip() else _cell(row, columns.get("title"))
    if not number:
        number, rest = split_marker(plain(title).strip())
        title = _tail(title, rest) if number else title
    if number and not plain(title).strip():
        lines = list(lines_of(text))
        if (
            lines
            and len(plain(lines[0]).split()) <= _TITLE_WORDS
            and not plain(lines[0]).rstrip().endswith(".")
        ):
            title, text = lines[0], _tail(text, plain(text)[len(plain(lines[0])) :])
    return number.strip("(). "), title, text


def _tail(text: Text, rest: str) -> Text:
    """The end of a styled text that is as long as `rest`."""
    return trimmed(cut(text, len(plain(text).rstrip()) - len(rest.rstrip()))) if rest.strip() else ()


def _cell(row: Row, column: int | None) -> Text:
    return row.cells[column] if column is not None and column < len(row.cells) else ()


def _unmarked(task: Text) -> Text:
    """A task of a cell's list without the bullet before it."""
    marker, rest = split_marker(plain(task))
    return _tail(task, rest) if marker and not any(ch.isalnum() for ch in marker) and rest.strip() else task


def _shape(row: Row) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, first=row.first, last=row.last, page=row.page)


def _line(row: Row, line: Text) -> Block:
    """A line of a cell: a list item where it begins with a mark."""
    marker, rest = split_marker(plain(line))
    if marker and rest.strip():
        return replace(_shape(row), kind=BlockKind.ITEM, marker=marker, runs=_tail(line, rest))
    return replace(_shape(row), runs=line)


def _with_actions(row: Row, body: list[Block], columns: Mapping[str, int], head: Row) -> Iterator[Block]:
    """The text with the row's actions behind it; one that only names somebody belongs to the last line."""
    tasks = list(lines_of(_cell(row, columns.get("action"))))
    owner, due = _cell(row, columns.get("owner")), _cell(row, columns.get("due"))
    alone = not tasks or all(len(plain(task).split()) <= _NAMES_ALONE for task in tasks)
    if alone and body and (names := plain(owner).strip() or ", ".join(plain(task).strip() for task in tasks)):
        end = plain(body[-1].runs).rstrip()
        stop = "" if end.endswith((".", "!", "?")) else "."
        body[-1] = replace(body[-1], runs=(*body[-1].runs, Run(f"{stop} Action: {names}")))
        tasks = tasks if plain(owner).strip() else []
    yield from body
    label = f"Action ({folded(plain(owner))}): " if plain(owner).strip() else "Action: "
    for task in (_unmarked(task) for task in tasks):
        when = (Run(f" {head.cell(columns['due'])}: "), *due) if plain(due).strip() else ()
        yield replace(_shape(row), runs=(Run(label), *task, *when))
