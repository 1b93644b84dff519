"""Paragraphs and quotations, and how a line begins that is plain text to Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.page_builder.own_markdown import attributes
from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.inline import render_text
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_PLAIN = re.compile(
    r"""
    (?: (?! \d+ \. (?: \s | $ ) ) \w   # no number of a list
      | \*\* (?! [\s*] )
      | \[ (?! \^ )
      | \\ \S
      | & [\w\#]
      | < [a-z]
      | [^\w\s\x00-\x7f]
      | [("'$,;/@%.)]
    )
    """,
    re.VERBOSE,
)
"""How text may begin that opens no list, heading, quotation, fence or table."""


def render_paragraph(chunk: Sequence[str], found: Found) -> str:
    """Return the HTML of a paragraph, whose last line may be a list of attributes."""
    given: dict[str, str] = {}
    if len(chunk) > 1 and attributes.LIST.fullmatch(chunk[-1]):
        given = attributes.read_list(chunk[-1])
        found.add_block_anchor(given.get("id"))
        chunk = chunk[:-1]
    check_opening(chunk[0])
    for line in chunk[1:]:
        _check_further(line)
    words = "\n".join(chunk)
    return f"<p{attributes.write(given)}>{render_text(words, found)}</p>"


def render_quotation(chunk: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a quotation of one paragraph, in one line."""
    if len(chunk) > 1:
        raise UnsureError(f"a quotation of several lines: {chunk[1]}")
    return ["<blockquote>", render_paragraph([chunk[0].removeprefix("> ")], found), "</blockquote>"]


def check_opening(text: str) -> None:
    """Raise UnsureError if the first line of a block, or the words of a list's item, could open another block."""
    if not _PLAIN.match(text):
        raise UnsureError(f"how it begins: {text[:60]}")
    if text[-1].isspace():
        raise UnsureError(f"blanks at the end of a line: {text[-60:]}")


def _check_further(line: str) -> None:
    """Raise UnsureError if a further line of a paragraph could begin another block."""
    if not line[0].isalpha():
        raise UnsureError(f"how a line goes on: {line[:60]}")
    if line[-1].isspace():
        raise UnsureError(f"blanks at the end of a line: {line[-60:]}")
