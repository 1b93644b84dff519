"""The items of business of a meeting: numbered, headed, or listed in an agenda; and who presented them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import AgendaItem, Block, BlockKind, Classification
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, place
from archive_builder.recognise.shape.agenda_lists import with_agenda_list
from archive_builder.recognise.shape.item_lists import bullets, numbers_of_others
from archive_builder.recognise.shape.item_times import with_times
from archive_builder.recognise.shape.line_numbers import NUMERAL, listed_titles
from archive_builder.recognise.shape.presenters import find_presenters, without_pages
from archive_builder.recognise.shape.unnumbered_items import with_unnumbered_items
from archive_builder.recognise.signs.headings import (
    LEADING_NUMBER,
    MEETING_KINDS,
)
from archive_builder.recognise.signs.no_items import NO_ITEM
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded


def find_items(draft: Draft) -> Draft:
    """The items of business: numbered headings of a meeting's document."""
    if draft.masthead.classification not in MEETING_KINDS:
        return draft
    draft = with_unnumbered_items(draft)
    taken: set[str] = set()
    foreign = numbers_of_others(draft.sections) | {
        s.heading for s in draft.sections if not s.number and NO_ITEM.match(s.title, draft.vocabulary)
    }
    items = []
    for section in draft.sections:
        if section.item and section.heading is not None and section.heading not in foreign:
            name = reference(section.number).replace(" ", "-") or slug(section.title)
            items.append(
                AgendaItem(
                    anchor=unique(f"item-{name}", taken),
                    place=place(section.heading),
                    text=without_pages(section.title, draft.vocabulary),
                    number=section.number,
                    presenters=find_presenters(draft, section),
                    found_by="numbered-row" if draft.blocks[section.heading].framed else "numbered-heading",
                )
            )
    listed = list(_listed_items(draft))
    if len(listed) > 2 * len(items):
        return replace(draft, items=tuple(with_times(listed, draft.vocabulary)))
    found = with_agenda_list(draft, items, taken)
    return replace(draft, items=tuple(with_times(found, draft.vocabulary)))


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
        printed = (
            None if block.marker else LEADING_NUMBER.match(text, draft.vocabulary) or NUMERAL.match(text)
        )
        yield AgendaItem(
            anchor=unique(f"item-{number or slug(text)}", taken),
            place=place(index, last),
            text=without_pages(text[printed.end() :] if printed else text, draft.vocabulary).strip(" :"),
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
