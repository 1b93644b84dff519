"""Data tables as HTML in a region that scrolls by itself: Markdown tables hold no merged or long cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from archive_builder.model import Block, Row, Table, Text
from archive_builder.render.document_text import markdown


class RowMark(NamedTuple):
    """The records a row holds: their anchors and kinds, and what is said of them as HTML."""

    ids: tuple[str, ...]
    kind: str
    notes: tuple[str, ...]


def write_table(
    block: Block,
    table: Table | None,
    label: str,
    marks: Mapping[int, RowMark],
    anchors: tuple[str, ...] = (),
    caption: Text = (),
) -> str:
    """A table block as HTML in a region called `label`, which no other region of the page is called.

    `caption`: the words of the block before, where they are the caption.
    """
    identity = f' id="{markdown.attribute(table.anchor)}"' if table else ""
    extra = "".join(f'<span id="{markdown.attribute(anchor)}"></span>\n' for anchor in anchors)
    return "\n".join(
        [
            f'<div class="table-region"{identity} role="region" tabindex="0" '
            f'aria-label="{markdown.block_attribute(label)}">',
            f"{extra}<table>",
            *([f"<caption>{markdown.styled(caption, as_html=True).strip()}</caption>"] if caption else []),
            *_rows(block, marks),
            "</table>",
            "</div>",
        ]
    )


def _rows(block: Block, marks: Mapping[int, RowMark]) -> Iterator[str]:
    columns = max((len(row.cells) for row in block.rows), default=0)
    parts = (("thead", 0, block.header), ("tbody", block.header, len(block.rows)))
    for part, first, end in parts:
        if first >= end:
            continue
        yield f"<{part}>"
        for at in range(first, end):
            yield _row(block.rows[at], columns, marks.get(at), is_header=part == "thead")
        yield f"</{part}>"


def _row(row: Row, columns: int, mark: RowMark | None, *, is_header: bool) -> str:
    cells = [markdown.styled(cell, as_html=True).strip() for cell in row.cells]
    cells += [""] * (columns - len(cells))
    attributes = ""
    if mark:
        attributes = f' id="{markdown.attribute(mark.ids[0])}" class="record {mark.kind}"'
        cells[0] = "".join(f'<span id="{markdown.attribute(i)}"></span>' for i in mark.ids[1:]) + cells[0]
        if mark.notes:
            cells[-1] += f' <span class="links">{" · ".join(mark.notes)}</span>'
    return f"<tr{attributes}>{''.join(_cell(cell, is_header) for cell in cells)}</tr>"


def _cell(words: str, is_header: bool) -> str:
    # An empty header cell is no header: screen readers would announce it for the whole column.
    return f'<th scope="col">{words}</th>' if is_header and words else f"<td>{words}</td>"
