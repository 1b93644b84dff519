"""The blocks of a page, one after the other: headings, paragraphs, lists, tables, elements with Markdown in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.page_builder.own_markdown import attributes, html_blocks, lists, tables
from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.headings import render_heading
from archive_builder.page_builder.own_markdown.paragraphs import render_paragraph, render_quotation
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_WITH_MARKDOWN = re.compile(
    rf"""
    < (?P<name> aside | details | div | figure | nav | section ) (?P<attributes> {attributes.HTML_ATTRIBUTES} ) >
    """,
    re.VERBOSE,
)
_MARK = ' markdown="1"'
_CONTENTS = "<!-- contents -->"
"""Where the theme puts a page's contents."""


def render_blocks(lines: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a page's lines, as lines. Raises UnsureError."""
    reader = _Blocks(lines, found)
    written = reader.read(None)
    if reader.at < len(lines):
        raise UnsureError(f"an end tag without its element: {lines[reader.at]}")
    return written


class _Blocks:
    """Goes through the lines of a page; `at` is the next line."""

    def __init__(self, lines: Sequence[str], found: Found) -> None:
        self.at = 0
        self._lines = lines
        self._found = found

    def read(self, element: str | None) -> list[str]:
        """Return the HTML of the blocks up to the end tag of the element that they stand in, or of the page."""
        end = f"</{element}>"
        written: list[str] = []
        while self.at < len(self._lines):
            line = self._lines[self.at]
            if not line:
                self.at += 1
            elif line == end:
                break
            elif html_blocks.opens_block(line):
                written += self._read_html(line, is_top=element is None)
            elif line == _CONTENTS and element is None:
                self._check_gap_after(self.at)
                self.at += 1
                written += [line, ""]
            else:
                self._read_chunk(written)
        return written

    def _read_html(self, line: str, *, is_top: bool) -> list[str]:
        """Return the HTML of an element, with or without Markdown in it."""
        opening = _WITH_MARKDOWN.fullmatch(line)
        if opening and _MARK in opening["attributes"]:
            return self._read_element(opening)
        html, self.at = html_blocks.read_block(self._lines, self.at, self._found, in_markdown=not is_top)
        if not is_top:
            return [html]
        self._check_gap_after(self.at - 1)
        return [html, ""]

    def _read_element(self, opening: re.Match[str]) -> list[str]:
        name, given = opening["name"], opening["attributes"].replace(_MARK, "", 1)
        for anchor in attributes.find_anchors(name, given):
            self._found.add_block_anchor(anchor)
        opened = self.at
        self.at += 1
        inside = self.read(name)
        if self.at == len(self._lines):
            raise UnsureError(f"an element that is not closed: {self._lines[opened]}")
        self.at += 1
        opening_tag = f"<{name}{attributes.write(attributes.read_html(given))}>"
        return [opening_tag, *inside, f"</{name}>"] if inside else [f"{opening_tag}</{name}>"]

    def _check_gap_after(self, at: int) -> None:
        """Raise UnsureError unless an empty line or the end follows: then an empty line follows in HTML too."""
        if at + 1 < len(self._lines) and self._lines[at + 1]:
            raise UnsureError(f"HTML with text directly after it: {self._lines[at + 1]}")

    def _read_chunk(self, written: list[str]) -> None:
        """Add the HTML of the lines up to an empty one to what was written before them."""
        before = written[-1] if written else ""
        chunk = self._take_chunk()
        first = chunk[0]
        if first[0] == "#":
            written.append(render_heading(chunk, self._found))
        elif first.startswith("- "):
            _check_stands_apart(before, "</ul>", "</ol>")
            written += lists.render_bullets(chunk, self._found)
        elif lists.NUMBERED.match(first):
            _check_stands_apart(before, "</ul>", "</ol>")
            written += self._read_numbers(chunk)
        elif first.startswith("> "):
            _check_stands_apart(before, "</blockquote>")
            written += render_quotation(chunk, self._found)
        elif first[0] == "|":
            written += tables.render_table(chunk, self._found)
        elif len(chunk) > 1 and chunk[1][0] == ":":
            self._read_definitions(chunk, written)
        else:
            written.append(render_paragraph(chunk, self._found))

    def _take_chunk(self) -> Sequence[str]:
        """Take the lines up to an empty one, or to a block's tag."""
        start = self.at
        while self.at < len(self._lines) and self._lines[self.at]:
            if self.at > start and html_blocks.opens_block(self._lines[self.at]):
                break
            self.at += 1
        return self._lines[start : self.at]

    def _read_definitions(self, chunk: Sequence[str], written: list[str]) -> None:
        """Add a term and its definitions to the list that was written before them, or to a new one."""
        if written and written[-1] == "</dl>":
            written.pop()
        else:
            written.append("<dl>")
        written += lists.render_definitions(chunk, self._take_below("- "), self._found)
        written.append("</dl>")

    def _read_numbers(self, chunk: Sequence[str]) -> list[str]:
        """Return the HTML of a list with numbers, or of numbered steps that stand apart."""
        if len(chunk) > 1:
            return lists.render_numbers(chunk, self._found)
        steps = [self._read_step(chunk)]
        while lists.NUMBERED.match(self._next_line()):
            steps.append(self._read_step(self._take_chunk()))
        if len(steps) == 1 and not steps[0].quotation:
            return lists.render_numbers(chunk, self._found)
        return lists.render_steps(steps, self._found)

    def _read_step(self, chunk: Sequence[str]) -> lists.Step:
        number = lists.NUMBERED.match(chunk[0])
        below = self._take_below("> ")
        if number is None or len(chunk) > 1 or len(below) > 1:
            raise UnsureError(f"a list with numbers: {chunk[0]}")
        return lists.Step(chunk[0][number.end() :], *below)

    def _take_below(self, sign: str) -> Sequence[str]:
        """Take the next chunk, without its indentation, if it is indented and begins with a sign."""
        if not self._next_line().startswith(lists.INDENT + sign):
            return ()
        return [line.removeprefix(lists.INDENT) for line in self._take_chunk()]

    def _next_line(self) -> str:
        """Go on to the next line that is not empty, and return it; "" at the end."""
        while self.at < len(self._lines) and not self._lines[self.at]:
            self.at += 1
        return self._lines[self.at] if self.at < len(self._lines) else ""


def _check_stands_apart(before: str, *ends: str) -> None:
    """Raise UnsureError where a block follows one of its kind: Markdown makes one of the two."""
    if before in ends:
        raise UnsureError(f"a block directly after another of its kind: {before}")
