"""The lines of a text cut into stretches of one sort: blank, table rule, tab-separated, prose."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from archive_builder.read.plain.frame import Numbered, is_list_line, is_residue

_HTML_PARAGRAPH = re.compile(r"</?(?:p|li|ul|ol|div|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
"""A line of HTML in a Markdown file: tabs are mere white space in it."""


def stretches(lines: Sequence[Numbered], drawn: Container[int] = ()) -> Iterator[list[Numbered]]:
    """Neighbouring lines of one sort: blank, table rule, tab-separated, prose (blanks inside), `drawn`."""
    stretch: list[Numbered] = []
    sort = ""
    for line in lines:
        own = "drawn" if line.number in drawn else _sort(line.text)
        if own == "blank" and sort == "prose":
            own = "prose"
        if stretch and own != sort:
            yield from _without_trailing_blanks(stretch, sort)
            stretch = []
        stretch.append(line)
        sort = own
    if stretch:
        yield from _without_trailing_blanks(stretch, sort)


def _sort(text: str) -> str:
    if not text.strip():
        return "blank"
    if is_residue(text):
        return "rule"
    return "tabbed" if is_tabbed(text) else "prose"


def is_tabbed(text: str) -> bool:
    """True if a line has cells that tabs part, and is neither HTML nor an entry of a list."""
    return "\t" in text and not _HTML_PARAGRAPH.match(text) and not is_list_line(text)


def _without_trailing_blanks(stretch: list[Numbered], sort: str) -> Iterator[list[Numbered]]:
    end = len(stretch)
    while sort == "prose" and end and not stretch[end - 1].text.strip():
        end -= 1
    if end:
        yield stretch[:end]
    if end < len(stretch):
        yield stretch[end:]
