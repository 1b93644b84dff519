"""Which headings without a number are items by their level: the highest, or those below one that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive_builder.model import BlockKind
from archive_builder.recognise.grammar.draft import Draft, Section
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.roster.labels import is_roster_title
from archive_builder.recognise.signs.headings import AGENDA_HEADING, USUAL_ITEM
from archive_builder.recognise.signs.no_items import NO_ITEM
from archive_builder.settings import Vocabulary

FEWEST_ITEMS = 3
"""Minimum number of headings, or entries of a list, that are taken for the items."""


def at_item_level(draft: Draft, headings: list[Section]) -> list[Section]:
    """Return those of some headings, all without a number, whose level is that of the items."""
    marked = [s for s in headings if printed_level(draft, s)]
    marked = _capitals_above_others(draft, marked)
    highest = min((printed_level(draft, s) for s in marked), default=0)
    return _below_the_only_one(draft, marked, highest) or _inside(draft, marked, highest)


def _inside(draft: Draft, headings: Sequence[Section], highest: int) -> list[Section]:
    """The headings that are items: the highest, or those below one that only holds the business."""
    chosen: list[Section] = []
    deeper = 0
    for section in headings:
        level = printed_level(draft, section)
        if level == highest:
            own = [s for s in headings if (s.heading or 0) > (section.heading or 0)]
            below = printed_level(draft, own[0]) if own else 0
            holds = holds_items(draft, section)
            parted = not section.content and _may_be_parted(section, below, draft.vocabulary)
            deeper = below if (holds or parted) and below > highest else 0
            if not holds:
                chosen.append(section)
        elif deeper and level == deeper:
            chosen.append(section)
    return chosen


def _may_be_parted(section: Section, below: int, vocabulary: Vocabulary) -> bool:
    """True if the headings below one without text may be items: "New business", "Reports", but not "Open actions"."""
    if compiled(_OLD_OR_NEW, vocabulary).fullmatch(section.title):
        return True
    return below < _BOLD and compiled(_GROUP, vocabulary).fullmatch(section.title) is not None


def _below_the_only_one(draft: Draft, headings: Sequence[Section], highest: int) -> list[Section]:
    """The headings of the second level where only one stands above them: a part of the document, or set by mistake.

    That one is an item itself only if none of the second level follows it.
    """
    tops = [s for s in headings if printed_level(draft, s) == highest and not holds_items(draft, s)]
    lower = [s for s in headings if printed_level(draft, s) > highest]
    second = min((printed_level(draft, s) for s in lower), default=0)
    below = [s for s in lower if printed_level(draft, s) == second and not holds_items(draft, s)]
    if len(tops) != 1 or len(below) < FEWEST_ITEMS:
        return []
    if second >= _BOLD:
        return _beside_bold(tops[0], below, draft.vocabulary) if second == _BOLD else []
    if _stands_beside_others(draft, tops[0], headings):
        return []
    followed = any((s.heading or 0) > (tops[0].heading or 0) for s in below)
    return sorted(below if followed else [*below, *tops], key=lambda s: s.first)


def _beside_bold(only: Section, bold: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The bold headings with the one between them that is set in another way: the title of one more item.

    They are items where it is the title of a usual item, as several of them are.
    """
    within = (bold[0].heading or 0) < (only.heading or 0) < (bold[-1].heading or 0)
    usual = USUAL_ITEM.match(only.title, vocabulary) is not None
    if not (within and usual and hold_usual_items((s.title for s in (*bold, only)), vocabulary)):
        return []
    return sorted([*bold, only], key=lambda s: s.first)


def _stands_beside_others(draft: Draft, section: Section, headings: Sequence[Section]) -> bool:
    """True if a heading of the same level is no item and heads no list of people: "Upcoming events"."""
    known = {s.heading for s in headings}
    level = printed_level(draft, section)
    return any(
        s.heading is not None
        and s.heading not in known
        and printed_level(draft, s) == level
        and not NO_ITEM.match(s.title, draft.vocabulary)
        and not is_roster_title(draft.blocks[s.heading], draft.vocabulary)
        for s in draft.sections
    )


def holds_items(draft: Draft, section: Section) -> bool:
    """True if a heading only says that the business follows."""
    if heads_agenda(draft, section):
        return True
    return compiled(_CONTAINER, draft.vocabulary).fullmatch(section.title.strip(" :")) is not None


def heads_agenda(draft: Draft, section: Section) -> bool:
    return AGENDA_HEADING.match(section.title.strip(" :"), draft.vocabulary) is not None


_CONTAINER = r"{MEETING} | (?: {MEETING} \s+ )? {BUSINESS_HEADING} (?: \s+ of \s+ {BUSINESS_HEADING} )?"
"""A heading that only says that the items follow below it."""

_OLD_OR_NEW = r"\w+ \s+ {BUSINESS} \s* :?"
"""A heading that has items of its own where nothing but headings stand below it: "New business"."""
_GROUP = r"(?: \w+ \s+ ){0,2} {GROUP_HEADING} \s* :?"
"""A heading that gathers items of one sort: "Officers' reports", "New topics"."""


def _capitals_above_others(draft: Draft, headings: list[Section]) -> list[Section]:
    """The bold headings in capitals, where those in small letters are parts of what stands below them.

    Several of them head the usual items; a heading that is marked as such has a level of its own.
    """
    blocks = [draft.blocks[s.heading or 0] for s in headings]
    if any(block.kind is BlockKind.HEADING for block in blocks):
        return headings
    capitals = [
        s
        for s, block in zip(headings, blocks, strict=True)
        if block.bold and _ORDINAL.sub("", block.text).isupper()
    ]
    several = hold_usual_items((s.title for s in capitals), draft.vocabulary)
    return capitals if several and capitals[0] is headings[0] else headings


_ORDINAL = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th)\b")
"""The small letters of "MEETING ON 8th MAY"."""


def hold_usual_items(titles: Iterable[str], vocabulary: Vocabulary) -> bool:
    """True if several of some titles are those of items that bodies of all sorts have."""
    return sum(1 for title in titles if USUAL_ITEM.match(title, vocabulary)) >= FEWEST_ITEMS


def printed_level(draft: Draft, section: Section) -> int:
    """Return a heading's printed level, or the level of a bold line or of one in capitals; 0 if it is none of these."""
    block = draft.blocks[section.heading or 0]
    if block.kind is BlockKind.HEADING:
        return block.level
    return _BOLD if block.bold else _CAPITALS if block.text.isupper() else 0


_BOLD, _CAPITALS = 9, 10
"""The levels of a bold line and of one in capitals: below every heading that is marked as such."""
