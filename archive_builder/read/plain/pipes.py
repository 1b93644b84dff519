"""Tables drawn with pipes, as Markdown writes them (GitHub's form), to data tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt

from archive_builder.model import Block, BlockKind, Row
from archive_builder.read.plain.frame import cell

_PARSER = MarkdownIt("commonmark").enable("table").disable(["code", "fence", "html_block", "lheading"])
_RULE = re.compile(r"^[ \t]*\|?[ \t:-]*-[ \t:-]*(?:\|[ \t:-]*)*$", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")


def tables(lines: Sequence[str]) -> Mapping[int, Block]:
    """The pipe tables of a text that stand in no list, by the number of their first line, from 1.

    The parser says where they are; their rows are cut here, as it would drop the cells of a row that
    has more of them than the head.
    """
    if not any("|" in line and _RULE.fullmatch(line) for line in lines):
        return {}
    tokens = _PARSER.parse("\n".join(lines))
    spans = [token.map for token in tokens if token.type == "table_open" and not token.level and token.map]
    return {start + 1: _table(lines, start, end) for start, end in spans}


def _table(lines: Sequence[str], start: int, end: int) -> Block:
    rows = [_row(lines[index], index + 1) for index in range(start, end) if index != start + 1]
    head, *body = rows
    headed = any(head.texts)
    return Block(
        kind=BlockKind.TABLE,
        first=start + 1,
        last=end,
        rows=tuple(rows if headed or not body else body),
        header=1 if headed else 0,
    )


def _row(line: str, number: int) -> Row:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return Row(tuple(cell(text.replace("\\|", "|")) for text in _PIPE.split(inner)), number, number)
