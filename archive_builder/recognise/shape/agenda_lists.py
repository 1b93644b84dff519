"""The list below a heading "Agenda" or "Items to discuss": its entries as items of business."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from archive_builder.model import AgendaItem, Block, BlockKind
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.shape.heading_levels import FEWEST_ITEMS
from archive_builder.recognise.shape.item_lists import are_told, is_told
from archive_builder.recognise.shape.presenters import named_people
from archive_builder.recognise.signs.headings import AGENDA_HEADING
from archive_builder.text.names import looks_like_name
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded, words

_IN_BRACKETS = re.compile(r"\s*\((?P<who>[^()]{4,60})\)$")
_LABEL = re.compile(r"(?P<title>[^:]{3,60}):(?:\s.*)?")
"""What stands before the colon of a line."""


def with_agenda_list(draft: Draft, items: list[AgendaItem], taken: set[str]) -> list[AgendaItem]:
    """Return items with the entries of the list below a heading "Agenda", where these do not head what was said too."""
    known = {item.place.first for item in items}
    entries = [at for at in _entries(draft.blocks, _first_below_heading(draft), known) if at not in known]
    listed = list(_items_of_list(draft, entries, taken))
    titles = [item.text for item in items]
    again = sum(1 for item in listed if any(_is_same(item.text, title) for title in titles))
    fewest = FEWEST_ITEMS if len(items) > 1 else _FEWEST_ALONE
    if len(listed) < fewest or 2 * again >= len(listed):
        return items
    told = [item for item in items if item.number]
    kept = told or (items if 2 * len(items) >= len(listed) else [])
    return sorted([*listed, *kept], key=lambda item: item.place.first)


_FEWEST_ALONE = 2
"""Minimum number of entries where the document has at most one other item."""


def _is_same(entry: str, title: str) -> bool:
    """True if an entry and a title are the same but for brackets and a label: "Topic: Roads (5 minutes)"."""
    alike = words(_IN_BRACKETS.sub("", entry)) == words(_IN_BRACKETS.sub("", title.rpartition(": ")[2]))
    return alike or entry.casefold() == title.casefold()


def _items_of_list(draft: Draft, entries: Sequence[int], taken: set[str]) -> Iterator[AgendaItem]:
    """The entries of the list below a heading "Agenda"; who presents in brackets."""
    for index in entries:
        block = draft.blocks[index]
        text = folded(block.text).strip(" :")
        label = _LABEL.fullmatch(text) if block.kind is BlockKind.PARAGRAPH else None
        text = label["title"] if label else text
        named = _IN_BRACKETS.search(text)
        who = (
            named_people(named["who"], draft) if named and looks_like_name(named["who"].split(",")[0]) else ()
        )
        title = text[: named.start()].rstrip() if named and who else text
        yield AgendaItem(
            anchor=unique(f"item-{slug(title)}", taken),
            place=place(index),
            text=title,
            number=block.marker.strip("().") if any(ch.isalnum() for ch in block.marker) else "",
            presenters=who,
            found_by="agenda-list",
        )


def _first_below_heading(draft: Draft) -> int:
    """The first block with words below the heading of the list; the number of blocks where there is none."""
    heads = (
        i
        for i, block in enumerate(draft.blocks)
        if AGENDA_HEADING.match(block.text.strip(" :"), draft.vocabulary)
    )
    first = next(heads, len(draft.blocks)) + 1
    while first < len(draft.blocks) and not words(draft.blocks[first].text):
        first += 1
    return first + 1 if _leads_to_list(draft.blocks[first : first + 2]) else first


def _leads_to_list(blocks: Sequence[Block]) -> bool:
    """True if a sentence stands between the heading and the list: "This is what will be discussed:"."""
    kinds = [block.kind for block in blocks]
    return kinds == [BlockKind.PARAGRAPH, BlockKind.ITEM] and blocks[0].text.rstrip().endswith(":")


def _entries(blocks: Sequence[Block], first: int, known: Set[int]) -> list[int]:
    """The outermost entries of a list, or short lines that stand in its place.

    Text may stand between the entries where none of them is an item already, which `known` says.
    """
    below = list(_before_heading(blocks, first))
    items = [at for at in below if blocks[at].kind is BlockKind.ITEM]
    if not items:
        return _lines(blocks, below)
    if items[0] != first:
        return []
    outermost = min(blocks[at].level for at in items)
    entries = [at for at in items if blocks[at].level == outermost]
    together = next((at for at in below if blocks[at].kind is not BlockKind.ITEM), len(blocks))
    opening = [at for at in entries if at < together]
    apart = len(opening) == 1 and len(entries) >= FEWEST_ITEMS and known.isdisjoint(entries)
    if apart and not are_told([blocks[at].text for at in entries]):
        return entries
    return [] if are_told([blocks[at].text for at in opening]) else opening


def _before_heading(blocks: Sequence[Block], first: int) -> Iterator[int]:
    """The blocks from one to the next that is set as a heading, tables left out."""
    for at in range(first, len(blocks)):
        if blocks[at].kind is BlockKind.HEADING:
            return
        if is_prose(blocks[at]) or blocks[at].kind is BlockKind.ITEM:
            yield at


def _lines(blocks: Sequence[Block], below: Sequence[int]) -> list[int]:
    """Short lines without a mark in the place of a list; bold ones are headings."""
    below = [at for at in below if not blocks[at].bold]
    short = (len(folded(blocks[at].text).split()) <= _MOST_WORDS for at in below)
    if len(below) < FEWEST_ITEMS or not all(short) or any(is_told(blocks[at].text) for at in below):
        return []
    return list(below)


_MOST_WORDS = 12
