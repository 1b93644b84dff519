"""Minutes set as a table (item, discussion, action): each row opened into its title, text and actions.

Such a table lays out prose: its rows are items of business. Its heads are set aside, except that
what stood in the column of actions is marked with that column's head, as a reader of the table
takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive_builder.model import Aside, Block, BlockKind, Reading, Row, Run, Text, cut, plain, trimmed
from archive_builder.text.numerals import split_marker
from archive_builder.text.words import folded

_HEADS = {
    "item": r"(?:agenda\s+)?items?(?:\s*(?:no|number)\.?)?|no|number|ref|minute\s+(?:no|number|ref)|#",
    "title": r"(?:agenda\s+)?(?:items?|topics?|subjects?|headings?|issues?|business)(?:\s*/\s*\w+)?",
    "text": r"(?:\w+\s+(?:of|and)\s+)?"
    r"(?:discussions?|minutes?|details?|narrative|(?:key|main|discussion)\s+points|points)"
    r"(?:\s+(?:points?|summary|held))?(?:\s*(?:/|&|and)\s*(?:the\s+)?(?:decisions?|outcomes?|actions?|agreements?|notes))?",
    "further": r"decisions?|outcomes?|resolutions?|agreed",
    "action": r"(?:agreed\s+)?actions?(?:\s+(?:required|points?|agreed|to\s+be\s+taken))?(?:\s*/\s*\w+)?",
    "owner": r"(?:action\s+)?(?:by(?:\s+whom)?|owners?|who|lead|responsib\w+(?:\s+\w+)?|action\s+by)",
    "due": r"(?:due|when|by\s+when|deadline|target|timescale)(?:\s+date)?",
}
_NAMES_ALONE = 4
"""A cell of so many words names who acts, and by when; the task stands in the text beside it."""
_TITLE_WORDS = 14


def opened(reading: Reading) -> Reading:
    """A reading whose tables of minutes are blocks like any other minutes."""
    blocks: list[Block] = []
    asides = list(reading.asides)
    for block in reading.blocks:
        columns = heads(block) if block.kind is BlockKind.TABLE else {}
        if not columns:
            blocks.append(block)
            continue
        head = block.rows[0]
        asides.append(Aside(head.first, folded(" ".join(head.texts)), "table-of-minutes"))
        made = [piece for row in block.rows[1:] for piece in _row(row, columns, head)]
        blocks += [replace(piece, gap=block.gap if at == 0 else 0) for at, piece in enumerate(made)]
    return replace(reading, blocks=tuple(blocks), asides=tuple(sorted(asides, key=lambda aside: aside.line)))


def heads(table: Block) -> dict[str, int]:
    """Which column of a table of minutes holds what; empty for every other table."""
    found: dict[str, int] = {}
    for column in range(len(table.rows[0].cells) if table.header == 1 else 0):
        said = table.rows[0].cell(column).strip(" :.*") or _unheaded(table, column)
        fits = (k for k, p in _HEADS.items() if k not in found and re.fullmatch(p, said, re.IGNORECASE))
        if not (kind := next(fits, "")):
            return {}
        found[kind] = column
    if "text" not in found and {"title", "action"} <= found.keys() and _tells(table, found["title"]):
        found["text"] = found.pop("title")
    return found if "text" in found and ("item" in found or "title" in found) else {}


def _tells(table: Block, column: int) -> bool:
    """True if a column headed "Item" holds what was said, and not titles alone."""
    return any(len(row.cell(column).split()) > _TITLE_WORDS for row in table.rows[1:])


def _unheaded(table: Block, column: int) -> str:
    """The head that a first column of bare numbers stands without."""
    cells = [row.cell(column).strip(" .") for row in table.rows[1:]]
    numbers = [cell for cell in cells if cell]
    return "No" if column == 0 and len(numbers) > 1 and all(cell.isdigit() for cell in numbers) else ""


def _row(row: Row, columns: Mapping[str, int], head: Row) -> Iterator[Block]:
    """A row as blocks: the title with its number, the text line by line, then the actions."""
    number, title, text = _parts(row, columns)
    if plain(title).strip():
        numbered = replace(_shape(row), runs=trimmed(title), number=number, framed=True)
        yield numbered if number else replace(numbered, kind=BlockKind.HEADING, level=3, framed=False)
    body = [_line(row, line) for line in _lines(text)]
    if number and not plain(title).strip():  # a number without a title is kept before what was said
        body.insert(0, replace(_shape(row), runs=(Run(number),)))
    beyond = [at for at in range(len(row.cells)) if at not in columns.values()]
    for column in (columns.get("further"), *beyond):
        body += [_line(row, line) for line in _lines(_cell(row, column))]
    yield from _with_actions(row, body, columns, head)


def _parts(row: Row, columns: Mapping[str, int]) -> tuple[str, Text, Text]:
    """The number, title and text of a row, whichever of the cells each stands in."""
    text = _cell(row, columns["text"])
    first = _cell(row, columns.get("item"))
    number, rest = split_marker(plain(first).strip())
    if not number and re.fullmatch(r"[A-Z]{0,4}[\d./-]+[a-z]?\.?", rest.strip()):
        number, rest = rest.strip(), ""
    title = _tail(first, rest) if rest.strip() else _cell(row, columns.get("title"))
    if not number:
        number, rest = split_marker(plain(title).strip())
        title = _tail(title, rest) if number else title
    if number and not plain(title).strip():
        lines = list(_lines(text))
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


def _lines(text: Text) -> Iterator[Text]:
    """A cell's lines; empty ones left out."""
    at = 0
    for line in plain(text).split("\n"):
        if line.strip():
            yield trimmed(cut(text, at, at + len(line)))
        at += len(line) + 1


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
    tasks = list(_lines(_cell(row, columns.get("action"))))
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
