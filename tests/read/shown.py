"""Blocks as lines of text that a person can review: the golden form of the readers' tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archive_builder.model import Block, BlockKind, Row, Text
from archive_builder.read.outcome import Opened
from archive_builder.text.words import words

_LETTERS = {
    BlockKind.HEADING: "H",
    BlockKind.PARAGRAPH: "P",
    BlockKind.ITEM: "I",
    BlockKind.TABLE: "T",
    BlockKind.FIGURE: "F",
    BlockKind.NOTE: "N",
}


def shown(opened: Opened) -> str:
    """A line a block: page, kind and level, row number, mark, text.

    **bold**, _italic_, ~~struck out~~, [^note], [link](…), <from a merged cell above>
    """
    lines = [line for block in opened.blocks for line in _block(block)]
    lines += [f"aside {aside.rule}: {aside.text}" for aside in opened.asides]
    lines += [f"warning {doubt.code}: {doubt.message}" for doubt in opened.doubts]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    signs = "".join(sign for sign, said in (("f", block.framed), ("t", block.tight)) if said)
    place = f"p{block.page}" if block.page else "-"
    head = f"{place} {_LETTERS[block.kind]}{block.level}{signs}"
    number = f" #{block.number}" if block.number else ""
    yield f"{head}{number} {block.marker} {_text(block.runs)}".rstrip()
    for index, row in enumerate(block.rows):
        sign = "=" if index < block.header else "|"
        cells = (_cell(row, column).replace("\n", " / ") for column in range(len(row.cells)))
        yield f"    {sign} {' | '.join(cells)}".rstrip()


def _cell(row: Row, column: int) -> str:
    """A cell; in <…> what a merged cell above it holds."""
    above = _text(row.merged[column]) if column < len(row.merged) else ""
    return f"<{above}>" if above else _text(row.cells[column])


def _text(text: Text) -> str:
    made = ""
    for run in text:
        if run.struck or run.note:
            made += f"~~{run.struck}~~" if run.struck else f"[^{run.note}]"
            continue
        said = f"**{run.text}**" if run.bold else f"_{run.text}_" if run.italic else run.text
        made += f"[{said}]({run.href})" if run.href else said
    return made


def lost(opened: Opened) -> list[str]:
    """The words of the source that are in no block and were not set aside."""
    kept = Counter(
        word for block in opened.blocks for word in words(f"{block.marker} {block.number} {block.all_words}")
    )
    kept += Counter(word for aside in opened.asides for word in words(aside.text))
    return sorted((Counter(words(opened.words)) - kept).elements())
