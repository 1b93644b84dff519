"""A whole page: its HTML, its anchors, its headings and its title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive_builder.page_builder.own_markdown.blocks import render_blocks
from archive_builder.page_builder.own_markdown.found import Found, Heading
from archive_builder.page_builder.own_markdown.headings import with_anchors
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_OF_OTHER_FORMS = re.compile(
    r"""
    [\x00-\x09\x0b-\x1f\x7f]   # tabs, line ends of other systems, marks that Python-Markdown uses itself
  | ^\*\[                      # abbreviations
  | ```|~~~                    # fences
  | wzxhzdk|klzzwxh            # what Python-Markdown puts in the place of a piece
    """,
    re.VERBOSE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page that was rendered."""

    html: str
    anchors: frozenset[str]
    headings: tuple[Heading, ...]
    title: str | None
    """The words of the first heading, if it is of level 1 and the page begins with it; as HTML without tags."""


def render(text: str, address_of: Callable[[str], str]) -> Rendered:
    """Render the Markdown of a page; `address_of` returns the address of a link's target.

    Raises UnsureError where Python-Markdown has to do it.
    """
    other = _OF_OTHER_FORMS.search(text)
    if other:
        raise UnsureError(f"none of the forms: {other[0]!r}")
    found = Found(address_of)
    written = render_blocks(text.strip("\n").split("\n"), found)
    if found.unnamed:
        written = list(with_anchors(written, found))
    title = found.headings[0].name if written and written[0].startswith("<h1") else None
    return Rendered("\n".join(written).strip(), frozenset(found.anchors), tuple(found.headings), title)
