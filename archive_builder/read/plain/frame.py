"""Tab-separated lines of transcriptions: layout frames and data tables.

Named layout: whole minutes set in a borderless two-column table. The transcription prints each
row as `number TAB <p>...</p> <ul>...`, and each page's continuation as `TAB <p>...`, with tags left
open. Such a frame is opened into blocks; any other tab-separated lines are a data table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import Block, BlockKind, Row, Text, cut, plain
from archive_builder.read.plain.markup import Styles, apply, folded, runs, split_at, tokens
from archive_builder.text.numerals import roman, split_marker

_FRAME = re.compile(r"(?:<b>|\*\*)?(?P<number>\d{0,3}\.?)(?:</b>|\*\*)?\t(?P<content>[^\t]*)\t*")
_BLOCK_TAG = re.compile(r"<(?:p|ul|ol|li)\b", re.IGNORECASE)
_RESIDUE = re.compile(r"[-|:\s]+")
_INLINE_BULLET = re.compile(r"(?:(?<=\s)|^)[•○●◦▪■‣]\s*")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?")
_FIGURES = re.compile(r"[£$€(]?\s?-?[\d.,]+\s?(?:%|m|bn|k)?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A source line with its number, from 1."""

    number: int
    text: str


def is_residue(text: str) -> bool:
    """Whether a line is the remains of a table rule (`--- TAB ---`)."""
    return "-" in text and ("\t" in text or "|" in text) and bool(_RESIDUE.fullmatch(text))


_LIST_LINE = re.compile(
    r"""\s* (?: \d{1,4}[.)] | \(?[a-z]{1,4}\) | [ivxIVX]{1,5}\. | [•●▪] )   # the mark of an entry
        \s* \t+ \s* (?! [-£$€(]? [\d.,]+ %? \s* $ ) [^\t<] [^\t]*""",
    re.VERBOSE,
)


def is_list_line(text: str) -> bool:
    """True if a line is an entry of a list whose mark a tab sets off: "12.", a tab, "Apologies: none"."""
    return _LIST_LINE.fullmatch(text) is not None


def frame_row(text: str, inside: bool) -> re.Match[str] | None:
    """A line's match as a row of a layout frame; `inside` says that the line before was one."""
    match = _FRAME.fullmatch(text)
    if not match:
        return None
    prose = _BLOCK_TAG.search(match["content"]) or (not match["number"] and len(match["content"]) > 200)
    return match if prose or (inside and match["number"]) else None


def opened(line: Numbered, match: re.Match[str], gap: int) -> Iterator[Block]:
    """The blocks inside one row of a layout frame."""
    first = True
    for piece in pieces(match["content"]):
        yield replace(
            piece,
            first=line.number,
            last=line.number,
            framed=True,
            number=match["number"].rstrip(".") if first else "",
            gap=gap if first else 0,
        )
        first = False


def pieces(content: str) -> Iterator[Block]:
    """Paragraphs and list items of a frame cell; tags may be left open or misplaced."""
    styles = Styles()
    lists = items = 0
    opened_item = False
    for token in tokens(content):
        tag = apply(token, styles)
        if not tag:
            continue
        yield from _closed(styles.taken(), lists, items, opened_item)
        opened_item = False
        match tag:
            case "ul" | "ol":
                lists += 1
            case "/ul" | "/ol":
                lists = max(0, lists - 1)
                items = min(items, lists)
            case "li":
                items, opened_item = max(1, lists), True
            case "/li":
                items = max(0, items - 1)
            case "p" if not items:
                lists = 0  # a paragraph straight inside a list: the list was left open
            case _:
                pass
    yield from _closed(styles.taken(), lists, items, opened_item)


def _closed(text: Text, lists: int, items: int, opened_item: bool) -> Iterator[Block]:
    """What one stretch between tags amounts to: nothing, a paragraph, or one or more items."""
    if not plain(text).strip():
        return
    if not lists and not items:
        yield marked(Block(kind=BlockKind.PARAGRAPH, runs=text, first=0, last=0))
        return
    if items and not opened_item:
        yield Block(kind=BlockKind.PARAGRAPH, runs=text, first=0, last=0, level=items)
        return
    for piece in split_at(text, [*_bullets(plain(text)), *enumerated(plain(text))]):
        block = marked(Block(kind=BlockKind.ITEM, runs=piece, first=0, last=0, level=max(0, items - 1)))
        inner = block.marker in ("○", "◦")
        yield replace(block, marker=block.marker or "•", level=block.level + inner)


def _bullets(text: str) -> list[int]:
    return [match.start() for match in _INLINE_BULLET.finditer(text) if match.start()]


def enumerated(text: str) -> list[int]:
    """Where the second and later marks of an enumeration stand that begins the text.

    "I. One. II. Two." and "(1) one? (2) two?": marks of one style, counting up, each after the
    end of a sentence or a clause.
    """
    first = re.match(r"(?P<open>\(?)(?P<mark>1|I|i|a)(?P<close>[.)])\s", text)
    if not first:
        return []
    found = []
    at = first.end()
    for value in range(2, 40):
        mark = _mark(first["mark"], value)
        pattern = re.compile(rf"(?<=[.?!;:,\s]){re.escape(first['open'] + mark + first['close'])}\s")
        if not mark or not (match := pattern.search(text, at)):
            break
        found.append(match.start())
        at = match.end()
    return found


def _mark(style: str, value: int) -> str:
    if style == "1":
        return str(value)
    if style == "a":
        return chr(ord("a") + value - 1) if value <= 26 else ""
    numeral = next((n for n in _ROMANS if roman(n) == value), "")
    return numeral.upper() if style == "I" else numeral


_ROMANS = tuple(
    tens + ones for tens in ("", "x", "xx", "xxx") for ones in ("", *"i ii iii iv v vi vii viii ix".split())
)[1:]


def marked(block: Block) -> Block:
    """A block whose text begins with a printed mark, as a list item with that mark."""
    text = plain(block.runs)
    marker, rest = split_marker(text)
    if not marker or not rest.strip():
        return block
    return replace(block, kind=BlockKind.ITEM, marker=marker, runs=cut(block.runs, len(text) - len(rest)))


def table(lines: Sequence[Numbered], gap: int) -> Block:
    """Tab-separated lines as a data table, its header found by its looks."""
    rows = tuple(
        Row(tuple(cell(text) for text in line.text.split("\t")), line.number, line.number) for line in lines
    )
    return Block(
        kind=BlockKind.TABLE,
        first=lines[0].number,
        last=lines[-1].number,
        rows=rows,
        header=header_rows(rows),
        gap=gap,
    )


def cell(text: str) -> Text:
    """A table cell: paragraphs, items and breaks in it become lines."""
    styles = Styles()
    count = 0
    for token in tokens(text.strip()):
        tag = apply(token, styles)
        if tag == "ol":
            count = 1
        elif tag == "/ol":
            count = 0
        if tag and styles.runs:
            styles.add("\n")
        if tag == "li" and count:
            styles.add(f"{count}. ")
            count += 1
    lines = re.compile(r"\s*\n\s*")
    return folded([replace(run, text=lines.sub("\n", run.text)) for run in styles.taken()])


def header_rows(rows: Sequence[Row]) -> int:
    """1 when the first row heads the columns, else 0.

    No header: a table of one row; figures in the first row (unless it alone is bold, or they are
    years); first cells that count on from one another ("Principle 1", "Principle 2").
    """
    if len(rows) < 2:
        return 0
    words = [re.sub(r"\d+", "", rows[index].cell(0)).strip().casefold() for index in (0, 1)]
    if words[0] and words[0] == words[1]:
        return 0
    figures = [i for i in range(len(rows[0].cells)) if _is_figure(rows[0].cell(i))]
    if any(not _bold(rows[0], i) or _bold(rows[1], i) for i in figures):
        return 0
    return 1


def _is_figure(text: str) -> bool:
    return bool(_FIGURES.fullmatch(text)) and not _YEAR.fullmatch(text)


def _bold(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column]) and all(run.bold for run in row.cells[column])


__all__ = [
    "Numbered",
    "cell",
    "frame_row",
    "header_rows",
    "is_residue",
    "marked",
    "opened",
    "pieces",
    "runs",
    "table",
]
