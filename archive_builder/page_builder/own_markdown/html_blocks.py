"""Blocks of plain HTML, which Markdown leaves as they are, or nearly.

At the top of a page a block stays as it is. Inside an element with `markdown="1"` Python-Markdown reads it into
a tree: the attributes of block elements are put in order there, and inline elements stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown.util import BLOCK_LEVEL_ELEMENTS

from archive_builder.page_builder.own_markdown import attributes
from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_BLOCKS = frozenset(
    {
        "colgroup", "details", "div", "figcaption", "figure", "form", "nav", "p", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr",
    }
) & frozenset(BLOCK_LEVEL_ELEMENTS)  # fmt: skip
"""The block elements that our pages have."""
_INLINE = frozenset(
    {
        "a", "abbr", "button", "caption", "circle", "code", "del", "desc", "em", "g", "ins", "label", "line",
        "path", "polyline", "q", "rect", "small", "span", "strong", "sub", "sup", "svg", "text", "title",
    }
) - frozenset(BLOCK_LEVEL_ELEMENTS)  # fmt: skip
_VOID = frozenset({"br", "col", "img", "input"})
"""Inline elements without an end tag."""
_PIECE = re.compile(
    rf"""
    < (?P<closes> /? ) (?P<name> [a-z][a-z0-9]* ) (?P<attributes> {attributes.HTML_ATTRIBUTES} ) (?P<ends> /? ) >
  | (?P<text> (?: [^<>&{{}}] | & (?: \#[0-9]+ | [a-zA-Z]+ ) ; )+ )
    """,
    re.VERBOSE,
)
_OPENS = re.compile(rf"</?(?:{'|'.join(sorted(BLOCK_LEVEL_ELEMENTS))})\b")


def opens_block(line: str) -> bool:
    """Return True if a line begins with the tag of a block element."""
    return line[:1] == "<" and _OPENS.match(line) is not None


@dataclass(slots=True)
class _Element:
    """A block element that is open."""

    name: str
    is_empty: bool = True
    """True while there is nothing in it but other block elements, directly one after the other."""


def read_block(lines: Sequence[str], start: int, found: Found, *, in_markdown: bool) -> tuple[str, int]:
    """Return the HTML of the block that begins at a line, and the place of the line after it."""
    reader = _Reader(found, in_markdown=in_markdown)
    for at in range(start, len(lines)):
        reader.read_line(lines[at])
        if not reader.is_open:
            return reader.html, at + 1
        reader.end_line()
    raise UnsureError(f"an element that is not closed: {lines[start]}")


class _Reader:
    """Reads a block line by line; Python-Markdown tells block tags by where they stand."""

    def __init__(self, found: Found, *, in_markdown: bool) -> None:
        self._found = found
        self._in_markdown = in_markdown
        self._blocks: list[_Element] = []
        self._inline: list[str] = []
        self._written: list[str] = []
        self._text: list[str] = []
        """What stands between two block tags."""
        self._follows_end = False
        """True if the last block tag was an end tag."""

    @property
    def is_open(self) -> bool:
        """True until the end tag of the block's own element."""
        return bool(self._blocks)

    @property
    def html(self) -> str:
        return "".join(self._written)

    def end_line(self) -> None:
        self._blocks[-1].is_empty = False
        self._text.append("\n")

    def read_line(self, line: str) -> None:
        if not line or line[0].isspace():
            raise UnsureError("a line within HTML that is empty or indented")
        at = 0
        while at < len(line):
            piece = _PIECE.match(line, at)
            if piece is None or (at and not self._blocks):
                raise UnsureError(f"HTML: {line[at : at + 60]}")
            self._read_piece(piece)
            at = piece.end()

    def _read_piece(self, piece: re.Match[str]) -> None:
        name = piece["name"]
        if name in _BLOCKS:
            if piece["closes"]:
                self._close(piece)
            else:
                self._open(piece)
            return
        if not self._blocks or (name and name not in _INLINE and name not in _VOID):
            raise UnsureError(f"HTML: {piece[0]}")
        self._blocks[-1].is_empty = False
        if name and name not in _VOID and not piece["ends"]:
            self._nest(name, closes=bool(piece["closes"]))
        if piece["attributes"]:
            self._found.anchors.update(attributes.find_anchors(name, piece["attributes"]))
        self._text.append(piece[0])

    def _nest(self, name: str, *, closes: bool) -> None:
        if not closes:
            self._inline.append(name)
        elif not self._inline or self._inline.pop() != name:
            raise UnsureError(f"an end tag without its element: {name}")

    def _open(self, piece: re.Match[str]) -> None:
        name, given = piece["name"], piece["attributes"]
        stands_out = piece.start() == 0 or (self._blocks and self._blocks[-1].is_empty)
        if not stands_out or self._inline or any(block.name == "p" for block in self._blocks):
            raise UnsureError(f"a block within a line: {piece[0]}")
        if "markdown" in given or piece["ends"]:
            raise UnsureError(f"Markdown within HTML, or a block that ends itself: {piece[0]}")
        self._write_text(goes_on=bool(self._blocks))
        self._blocks.append(_Element(name))
        self._found.anchors.update(attributes.find_anchors(name, given))
        if self._in_markdown and given:
            self._written.append(f"<{name}{attributes.write(attributes.read_html(given))}>")
        else:
            self._written.append(piece[0])
        self._follows_end = False

    def _close(self, piece: re.Match[str]) -> None:
        if self._inline or not self._blocks or self._blocks.pop().name != piece["name"]:
            raise UnsureError(f"an end tag without its element: {piece[0]}")
        self._write_text(goes_on=self._follows_end)
        self._written.append(piece[0])
        self._follows_end = True

    def _write_text(self, *, goes_on: bool) -> None:
        """Write what stands before a block tag; where that is blank, the tree has a line end there."""
        text = "".join(self._text)
        self._text.clear()
        if self._in_markdown and goes_on and not text.strip():
            text = "\n"
        self._written.append(text)
