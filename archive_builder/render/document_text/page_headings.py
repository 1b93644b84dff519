"""A document's headings as they stand on its page, and what its tables are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from archive_builder.lang.interface import say
from archive_builder.model import Block, BlockKind, Document, Heading, Table
from archive_builder.render import wording
from archive_builder.render.document_text import list_items

_PLAIN = re.compile(r"[\w ,.:;()’'/–-]+")
"""Words that can stand in an attribute of a heading as they are."""
_WORD = re.compile(r"\w+")
_CLOSES = re.compile(r"[^\w(“‘\"']*")
"""Punctuation and spaces that still belong to the words before."""


class Headline(NamedTuple):
    """A heading on the page: of a block, or of the words it begins with."""

    anchor: str
    level: int
    end: int
    """Where the heading ends in the block's text; what follows is a paragraph."""


def find_headlines(document: Document) -> dict[int, Headline]:
    """The blocks that are or begin with a heading.

    The page's title is level 1, so the source's highest becomes 2; none is skipped on the way down.
    """
    found = list(_headlines(document))
    highest = min((headline.level for _, headline in found), default=1)
    headlines: dict[int, Headline] = {}
    above = 1
    for at, headline in found:
        above = min(headline.level - highest + 2, above + 1, 6)
        headlines[at] = headline._replace(level=above)
    return headlines


def contents_name(block: Block, headline: Headline) -> str:
    """Return what the list of contents calls a heading that is printed in capitals; empty where it is not.

    The heading itself stays as it is printed.
    """
    printed = " ".join(block.text[: headline.end].split())
    name = wording.title_case(printed)
    if name == printed:
        return ""
    whole = " ".join(filter(None, (list_items.printed_number(block), name)))
    return whole if _PLAIN.fullmatch(whole) else ""


def _headlines(document: Document) -> Iterator[tuple[int, Headline]]:
    """Return headings with their level in the source; a heading within a list item is only an anchor."""
    known: dict[int, Heading] = {}
    for first in document.headings:
        known.setdefault(first.block, first)
    for at, block in enumerate(document.blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.FIGURE, BlockKind.NOTE) or not block.text.strip():
            continue
        heading = known.get(at)
        end = _end(heading.text, block) if heading else 0
        if heading and end and (block.kind is not BlockKind.ITEM or end == len(block.text)):
            yield at, Headline(heading.anchor, heading.level, end)
        elif block.kind is BlockKind.HEADING:
            anchor = heading.anchor if heading else ""
            yield at, Headline(anchor, max(block.level, 1), len(block.text))


def _end(heading: str, block: Block) -> int:
    """Where the heading's words end in a block that begins with them; 0 where it does not.

    Punctuation may differ, and the heading may name the number that stands in a column of its own.
    """
    words, text = _WORD.findall(heading), block.text
    number = _WORD.findall(f"{block.number} {block.marker}")
    for wanted in (words, words[len(number) :] if words[: len(number)] == number else []):
        if wanted:
            found = list(islice(_WORD.finditer(text), len(wanted)))
            if [word[0] for word in found] == wanted:
                closed = _CLOSES.match(text, found[-1].end())
                return closed.end() if closed else found[-1].end()
    return 0


def other_anchors(document: Document, headlines: Mapping[int, Headline]) -> Iterator[tuple[int, str]]:
    """Headings that are only anchors on the page: in list items, or behind another in its block."""
    for heading in document.headings:
        if heading.block not in headlines or headlines[heading.block].anchor != heading.anchor:
            yield heading.block, heading.anchor


def table_labels(document: Document, headlines: Mapping[int, Headline]) -> dict[int, str]:
    """Return an accessible name for each table, from its caption or the heading above."""
    tables: dict[int, Table] = {table.block: table for table in document.tables}
    found: dict[int, str] = {}
    above = ""
    for at, block in enumerate(document.blocks):
        if at in headlines:
            above = block.text[: headlines[at].end]
        if block.kind is BlockKind.TABLE:
            name = " ".join((tables[at].caption if at in tables else "").split())
            numbered = _is_numbered(name) and name not in found.values()
            found[at] = (
                name
                if numbered
                else _table_label(len(found) + 1, (name or " ".join(above.split())).rstrip(": "))
            )
    return found


def _is_numbered(caption: str) -> bool:
    """True if a caption begins as the label of an unnamed table does: "Table 3"."""
    return caption.lower().startswith(say("originals.table_unnamed", number="").lower())


def _table_label(number: int, name: str) -> str:
    return say("originals.table" if name else "originals.table_unnamed", number=number, name=name)
