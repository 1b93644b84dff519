"""A document's blocks set as a web page: headings, lists, ruled tables, and the frame that holds minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from archive_builder.model import Block, BlockKind, Text
from archive_builder.text.numerals import roman

LOOK = """@page { size: A4; margin: 2cm }
body { font: 11pt "DejaVu Serif", serif; line-height: 1.35 } h1 { font-size: 20pt } h2 { font-size: 16pt }
h3 { font-size: 14pt } h4 { font-size: 12.5pt }
h1, h2, h3, h4 { font-family: "DejaVu Sans", sans-serif; margin: 14pt 0 6pt; break-after: avoid }
p, ul, ol { margin: 0 0 7pt } table { border-collapse: collapse; margin: 0 0 9pt }
td, th { vertical-align: top; text-align: left; padding: 3pt 5pt } table.data td, table.data th { border: 1px solid }
table.frame > * > tr > td:first-child { width: 30pt }
.typed { margin-left: 24pt; text-indent: -24pt }"""
COUNTED = re.compile(r"(?P<sign>\d+|[ivx]+|[IVX]+|[a-z])\.")


def page(title: str, blocks: Sequence[Block]) -> str:
    """A whole page; the same input gives the same bytes."""
    body = "\n".join(_parts(blocks))
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"\n<style>{LOOK}</style></head>\n<body><main>\n{body}\n</main></body></html>\n"
    )


def _parts(blocks: Sequence[Block]) -> Iterator[str]:
    for framed, found in groupby(blocks, key=lambda block: block.framed):
        if framed:
            yield '<table class="frame">'
            for number, row in frame_rows(list(found)):
                cell = "\n".join(_plain(row))
                yield f"<tr><td>{escape(number)}</td><td>{cell}</td></tr>"
            yield "</table>"
        else:
            yield from _plain(list(found))


def frame_rows(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """The rows of a layout frame: what its number column says, and the blocks beside it."""
    rows: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if block.number or not rows:
            rows.append((block.number, []))
        rows[-1][1].append(block)
    return rows


def _plain(blocks: Sequence[Block]) -> Iterator[str]:
    for item, found in groupby(blocks, key=lambda block: block.kind is BlockKind.ITEM):
        ordered = list(found)
        yield from _items(ordered) if item else _unlisted(ordered)


def _unlisted(blocks: Sequence[Block]) -> Iterator[str]:
    """Headings, tables and paragraphs; lines that stand close together are one paragraph with line breaks."""
    held: list[str] = []
    for block in blocks:
        if held and not (block.tight and block.kind is BlockKind.PARAGRAPH):
            yield f"<p>{'<br>'.join(held)}</p>"
            held = []
        match block.kind:
            case BlockKind.HEADING:
                yield f"<h{block.level}>{inline(block.runs)}</h{block.level}>"
            case BlockKind.TABLE:
                yield _table(block)
            case _:
                held.append(inline(block.runs))
    if held:
        yield f"<p>{'<br>'.join(held)}</p>"


def _table(block: Block) -> str:
    rows = []
    for index, row in enumerate(block.rows):
        tag = "th" if index < block.header else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in row.cells) + "</tr>")
    head = f"<thead>{''.join(rows[: block.header])}</thead>" if block.header else ""
    body = "\n".join(rows[block.header :])
    return f'<table class="data">{head}<tbody>\n{body}</tbody></table>'


def _items(blocks: Sequence[Block]) -> Iterator[str]:
    """List items of one depth or more; deeper ones stand in the item before them."""
    depth = min(block.level for block in blocks)
    at = 0
    opened = ""
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and blocks[end].level > depth:
            end += 1
        kind = _list(blocks[at].marker)
        if kind != opened:
            if opened:
                yield f"</{opened[:2]}>"
            if kind:
                yield f"<{kind}{_start(blocks[at].marker)}>"
            opened = kind
        inner = "\n".join(_items(blocks[at + 1 : end])) if end > at + 1 else ""
        text = inline(blocks[at].runs)
        yield (
            f"<li>{text}{inner}</li>"
            if kind
            else f'<p class="typed">{escape(blocks[at].marker)} {text}</p>{inner}'
        )
        at = end
    if opened:
        yield f"</{opened[:2]}>"


def _start(marker: str) -> str:
    """Where a list goes on that a paragraph interrupted."""
    sign = marker.rstrip(".")
    first = roman(sign) or (int(sign) if sign.isdigit() else 1)
    return f' start="{first}"' if first > 1 else ""


def _list(marker: str) -> str:
    """The list a browser would number so; empty where it cannot, and the mark has to be typed."""
    if not any(c.isalnum() for c in marker):
        return "ul"
    match = COUNTED.fullmatch(marker)
    if not match:
        return ""
    sign = match["sign"]
    if sign.isdigit():
        return 'ol type="1"'
    if re.fullmatch("[ivxIVX]+", sign):
        return f'ol type="{"I" if sign.isupper() else "i"}"'
    return 'ol type="a"'


def inline(text: Text) -> str:
    """Styled text; a new line in a cell is a line break."""
    made = ""
    for run in text:
        said = escape(run.text).replace("\n", "<br>")
        said = f"<b>{said}</b>" if run.bold else said
        said = f"<i>{said}</i>" if run.italic else said
        made += f'<a href="{escape(run.href)}">{said}</a>' if run.href else said
    return made
