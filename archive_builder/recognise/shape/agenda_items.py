"""The items of business of a meeting: numbered, headed, or listed in an agenda; and who presented them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from archive_builder.model import AgendaItem, Block, BlockKind, Classification
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section, place
from archive_builder.recognise.shape.item_lists import bullets, numbers_of_others
from archive_builder.recognise.shape.line_numbers import listed_titles
from archive_builder.recognise.shape.presenters import find_presenters, named_people
from archive_builder.recognise.shape.unnumbered_items import FEWEST_TOLD, with_unnumbered_items
from archive_builder.recognise.signs.headings import (
    AGENDA_HEADING,
    LEADING_NUMBER,
    MEETING_KINDS,
)
from archive_builder.text.names import looks_like_name
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_items(draft: Draft) -> Draft:
    """The items of business: numbered headings of a meeting's document."""
    if draft.masthead.classification not in MEETING_KINDS:
        return draft
    draft = with_unnumbered_items(draft)
    taken: set[str] = set()
    foreign = numbers_of_others(draft.sections) | {s.heading for s in draft.sections if _is_contents(s)}
    items = []
    for section in draft.sections:
        if section.item and section.heading is not None and section.heading not in foreign:
            name = reference(section.number).replace(" ", "-") or slug(section.title)
            items.append(
                AgendaItem(
                    anchor=unique(f"item-{name}", taken),
                    place=place(section.heading),
                    text=section.title,
                    number=section.number,
                    presenters=find_presenters(draft, section),
                    found_by="numbered-row" if draft.blocks[section.heading].framed else "numbered-heading",
                )
            )
    listed = list(_listed_items(draft))
    if len(listed) > 2 * len(items):
        return replace(draft, items=tuple(listed))
    return replace(draft, items=tuple(_with_agenda(draft, items, taken)))


def _with_agenda(draft: Draft, items: list[AgendaItem], taken: set[str]) -> list[AgendaItem]:
    """Items with the entries of the list below a heading "Agenda", where they do not head what was said too."""
    known = {item.place.first for item in items}
    listed = [item for item in _items_of_list(draft, taken) if item.place.first not in known]
    titles = {item.text.casefold() for item in items}
    again = sum(1 for item in listed if item.text.casefold() in titles)
    if len(listed) < FEWEST_TOLD or 2 * again >= len(listed):
        return items
    told = [item for item in items if item.number]
    kept = told or (items if 2 * len(items) >= len(listed) else [])
    return sorted([*listed, *kept], key=lambda item: item.place.first)


def _items_of_list(draft: Draft, taken: set[str]) -> Iterator[AgendaItem]:
    """The entries of the list below a heading "Agenda"; who presents in brackets."""
    heads = (
        i
        for i, block in enumerate(draft.blocks)
        if AGENDA_HEADING.match(block.text.strip(" :"), draft.vocabulary)
    )
    first = next(heads, len(draft.blocks)) + 1
    content = list(
        takewhile(lambda i: draft.blocks[i].kind is BlockKind.ITEM, range(first, len(draft.blocks)))
    )
    outermost = min((draft.blocks[index].level for index in content), default=0)
    for index in content:
        block = draft.blocks[index]
        if block.level > outermost:
            continue
        text = folded(block.text).strip(" :")
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


_IN_BRACKETS = re.compile(r"\s*\((?P<who>[^()]{4,60})\)$")


def _is_contents(section: Section) -> bool:
    """A table of contents is no business."""
    return section.title.strip(" :").casefold() in ("contents", "table of contents")


def _listed_items(draft: Draft) -> Iterator[AgendaItem]:
    """The items of an agenda that is a plain numbered list."""
    if draft.masthead.classification is not Classification.AGENDA:
        return
    taken: set[str] = set()
    lines = listed_titles(draft.blocks, draft.masthead.last, draft.vocabulary)
    for index, number in (lines or _marked_items(draft) or dict.fromkeys(bullets(draft), "")).items():
        block = draft.blocks[index]
        below = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
        last = index + 1 if below is not None and _goes_on(block, below) else index
        text = folded(" ".join(draft.blocks[i].text for i in range(index, last + 1)))
        printed = None if block.marker else LEADING_NUMBER.match(text, draft.vocabulary)
        yield AgendaItem(
            anchor=unique(f"item-{number or slug(text)}", taken),
            place=place(index, last),
            text=(text[printed.end() :] if printed else text).strip(" :"),
            number=number,
            presenters=(),
            found_by="numbered-list",
        )


def _marked_items(draft: Draft) -> dict[int, str]:
    """The numbered items at the margin of a list too short to count on, with their numbers."""
    numbers = {index: block.marker.strip("().") for index, block in enumerate(draft.blocks)}
    return {
        index: number
        for index, number in numbers.items()
        if draft.blocks[index].kind is BlockKind.ITEM and number.isdigit() and not draft.blocks[index].level
    }


_OPEN = frozenset("a an the and or of to in on at by for from with &".split())


def _goes_on(block: Block, below: Block) -> bool:
    """True if a line below an entry is the rest of its title, and not what is said about it."""
    if not (below.tight and below.level and not below.marker and below.text):
        return False
    broken = block.text.rstrip().split()[-1:]
    return (
        below.text[0].islower()
        or block.text.count("(") > block.text.count(")")
        or block.text.rstrip().endswith((",", "-", "–", ":", "/"))
        or (bool(broken) and broken[0].casefold() in _OPEN)
        or (block.text.isupper() and below.text.isupper())
    )
