"""Lists: bullets with bullets below them, numbers, and terms with their definitions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.page_builder.own_markdown.found import Found
from archive_builder.page_builder.own_markdown.inline import render_text
from archive_builder.page_builder.own_markdown.paragraphs import check_opening
from archive_builder.page_builder.own_markdown.unsure import UnsureError

NUMBERED = re.compile(r"\d+\. +(?=\S)")
INDENT = "    "
"""How far what belongs to an item is indented."""
_BULLET = re.compile(rf"(?P<indent>(?:{INDENT})*)- (?=\S)")
_DEFINITION = ":   "
_DEEPEST = 8
"""The deepest list that is told apart; Python-Markdown has bounds of its own somewhere below."""


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered step of a story."""

    words: str
    quotation: str = ""
    """The line below it that begins with `> `, if there is one."""


def render_bullets(chunk: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a list with bullets; an item may have a list of its own, indented by four blanks."""
    written = ["<ul>"]
    depth = 0
    for at, line in enumerate(chunk):
        bullet = _BULLET.match(line)
        deeper = len(bullet["indent"]) // len(INDENT) if bullet else _DEEPEST
        if bullet is None or deeper >= _DEEPEST or deeper > depth + bool(at):
            raise UnsureError(f"a line in a list: {line}")
        if deeper > depth:
            written[-1] = written[-1].removesuffix("</li>") + "<ul>"
        written += ["</ul>", "</li>"] * (depth - deeper)
        written.append(f"<li>{render_item(line[bullet.end() :], found)}</li>")
        depth = deeper
    return [*written, *["</ul>", "</li>"] * depth, "</ul>"]


def render_numbers(chunk: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a list with numbers."""
    items: list[str] = []
    for line in chunk:
        number = NUMBERED.match(line)
        if number is None:
            raise UnsureError(f"a line in a list: {line}")
        items.append(f"<li>{render_item(line[number.end() :], found)}</li>")
    return ["<ol>", *items, "</ol>"]


def render_steps(steps: Sequence[Step], found: Found) -> list[str]:
    """Return the HTML of numbered steps that stand apart from one another."""
    written = ["<ol>"]
    for step in steps:
        written += ["<li>", f"<p>{render_item(step.words, found)}</p>"]
        if step.quotation:
            quoted = step.quotation.removeprefix("> ")
            written += ["<blockquote>", f"<p>{render_item(quoted, found)}</p>", "</blockquote>"]
        written.append("</li>")
    return [*written, "</ol>"]


def render_definitions(chunk: Sequence[str], below: Sequence[str], found: Found) -> list[str]:
    """Return the HTML of a term and its definitions; `below` are the lines of a list in the last of these."""
    written = [f"<dt>{render_item(chunk[0], found)}</dt>"]
    for line in chunk[1:]:
        if not line.startswith(_DEFINITION):
            raise UnsureError(f"a line in a definition: {line}")
        words = render_item(line[len(_DEFINITION) :], found)
        written.append(f"<dd>{words}</dd>")
    if below:
        written[-1:] = ["<dd>", f"<p>{words}</p>", *render_bullets(below, found), "</dd>"]
    return written


def render_item(words: str, found: Found) -> str:
    """Return the HTML of an item's words. Raises UnsureError if they could open a block."""
    check_opening(words)
    return render_text(words, found)
