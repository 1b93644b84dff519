"""List items and numbered paragraphs as Markdown; printed markers stay text and are never renumbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive_builder.model import Block
from archive_builder.render.document_text import markdown

_BULLET = re.compile(r"[\W_]?|[o\uf0a7\uf0b7§]")
"""Bullets; every other mark is printed as text."""


class Entry(NamedTuple):
    """A list item: how deep, its mark as printed (none for a bullet), its words as inline Markdown."""

    level: int
    marker: str
    words: str


def write_list(entries: Sequence[Entry]) -> str:
    """Neighbouring list items as one list, nested by depth; a lone numbered item is a paragraph."""
    entries = [entry for entry in entries if entry.words or entry.marker]
    if len(entries) == 1 and entries[0].marker:
        return markdown.with_class(with_number(entries[0].marker, entries[0].words), "item")
    lines: list[str] = []
    open_levels: list[int] = []
    for entry in entries:
        while open_levels and open_levels[-1] > entry.level:
            open_levels.pop()
        if not open_levels or open_levels[-1] < entry.level:
            open_levels.append(entry.level)
        lines.append(f"{'    ' * (len(open_levels) - 1)}- {with_number(entry.marker, entry.words)}")
    return "\n".join(lines)


def with_number(mark: str, words: str) -> str:
    """Words behind the number or mark that is printed before them."""
    return f'<span class="mark">{markdown.raw(mark)}</span> {words}' if mark else words


def printed_number(block: Block) -> str:
    """The number column and the mark as printed, once where they are the same."""
    return " ".join(dict.fromkeys(part for part in (block.number.strip(), block.marker.strip()) if part))


def is_bullet(marker: str) -> bool:
    """True if a mark is a bullet, which is written as Markdown's own bullet."""
    return bool(_BULLET.fullmatch(marker.strip()))
