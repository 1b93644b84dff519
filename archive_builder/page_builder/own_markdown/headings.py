"""Headings, their anchors, and what a page's contents show of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown.extensions.toc import slugify, strip_tags, unique

from archive_builder.page_builder.own_markdown import attributes
from archive_builder.page_builder.own_markdown.found import Found, Heading
from archive_builder.page_builder.own_markdown.inline import render_text
from archive_builder.page_builder.own_markdown.unsure import UnsureError

_HEADING = re.compile(r"(?P<signs>#{1,6}) (?P<words>.*[^\s#])")
_LIST_AT_END = re.compile(rf" (?P<attributes>{attributes.LIST.pattern})$")
_LABEL = "data-toc-label"
"""The attribute with the name that a heading has in the contents."""
_STANDS_FOR = "\x00"
"""Begins the line that stands for a heading whose anchor is not known yet; no page holds this character."""


def render_heading(chunk: Sequence[str], found: Found) -> str:
    """Return the HTML of a heading, and note it for the contents."""
    heading = _HEADING.fullmatch(chunk[0])
    if heading is None or len(chunk) > 1:
        raise UnsureError(f"a heading: {chunk[0]}")
    given, words = _split(heading["words"])
    shown = render_text(words, found)
    level = len(heading["signs"])
    name = strip_tags(given.pop(_LABEL, "") or shown)
    if "&gt;" in name:  # Python-Markdown writes the sign otherwise in the contents than in the heading
        raise UnsureError(f"a heading with a sign for greater: {chunk[0]}")
    anchor = given.get("id", "")
    found.add_block_anchor(anchor)
    found.headings.append(Heading(level, anchor, name))
    if anchor:
        return f"<h{level}{attributes.write(given)}>{shown}</h{level}>"
    if given:
        raise UnsureError(f"a heading with attributes and without an anchor: {chunk[0]}")
    line = f"{_STANDS_FOR}{len(found.headings)}"
    found.unnamed[line] = (len(found.headings) - 1, shown)
    return line


def _split(words: str) -> tuple[dict[str, str], str]:
    """Return the attributes of a heading and its words."""
    listed = _LIST_AT_END.search(words)
    if listed is None:
        return {}, words.strip()
    words = words[: listed.start()].strip()
    if not words or words.endswith("#"):
        raise UnsureError(f"a heading without words, or one that ends in a sign: {words}")
    return attributes.read_list(listed["attributes"]), words


def with_anchors(lines: Sequence[str], found: Found) -> Iterator[str]:
    """Yield the lines of a page, with the headings that have no anchor of their own given one of their words."""
    taken = set(found.block_anchors)
    for line in lines:
        if line not in found.unnamed:
            yield line
            continue
        place, shown = found.unnamed[line]
        heading = found.headings[place]
        anchor = unique(slugify(html.unescape(heading.name), "-"), taken)
        found.anchors.add(anchor)
        found.headings[place] = replace(heading, anchor=anchor)
        yield f'<h{heading.level} id="{anchor}">{shown}</h{heading.level}>'
