"""Where a document goes through actions of earlier meetings: sections, points and lines that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.records.action_marks import find_mark
from archive_builder.recognise.signs.earlier_actions import (
    FIELD_OF_ACTION,
    LIST_OF_MEETING,
    PENDING_MATTERS,
    REVIEW,
    STATE,
    STATE_ALONE,
    STATE_BEFORE,
    STATE_FIRST,
    STATE_OF_GROUP,
    STATE_OF_MARKED,
)
from archive_builder.recognise.signs.promising import NEEDED
from archive_builder.text.printed_days import first_day
from archive_builder.text.words import folded


def find_reviews(draft: Draft) -> Iterator[Section]:
    """The sections with a heading, and the points and lines that head earlier actions without being one.

    A section that says it goes through earlier actions has those below it that are no items of business.
    """
    reviewed: set[int] = set()
    for at, section in enumerate(draft.sections):
        if section.heading in reviewed or (section.heading is None and not is_of_tracker(draft)):
            continue
        if section.heading is not None and _tells_of_mark(draft, section.heading):
            continue
        if reviews(draft, section.title):
            section = _with_those_below(draft, at)
            reviewed.update(section.content)
        yield section
    yield from _without_sections(draft, reviewed)


def is_of_tracker(draft: Draft) -> bool:
    """True for a document that is nothing but a tracker."""
    return draft.masthead.classification is Classification.ACTION_TRACKER


def reviews(draft: Draft, title: str) -> bool:
    """True if a title says that earlier actions stand below it, or if a tracker holds nothing else."""
    if is_of_tracker(draft):
        return True
    parts = [draft.read(part.strip()) for part in title.split("/")]
    if any(part.fits(REVIEW) for part in parts):
        return all(part.fits(_EARLIER_MATTERS) for part in parts)
    return _is_of_earlier_meeting(draft, title.strip())


_EARLIER_MATTERS = RuleTable(REVIEW, PENDING_MATTERS)


def _is_of_earlier_meeting(draft: Draft, title: str) -> bool:
    """True for a list of the actions of a meeting whose day is not that of the document."""
    match = draft.read(title).match(LIST_OF_MEETING)
    held = draft.masthead.date
    if match is None or held is None:
        return False
    day = first_day(match["when"])
    numbers = [int(number) for number in _NUMBERS.findall(match["when"])][:_DAY_AND_MONTH]
    printed = (day.day, day.month) if day else tuple(numbers)
    return len(printed) == _DAY_AND_MONTH and sorted(printed) != sorted((held.day, held.month))


_NUMBERS = re.compile(r"\d+")
_DAY_AND_MONTH = 2


def may_head_actions(draft: Draft, index: int) -> bool:
    """True for a heading among earlier actions that is one of them, or says whose those below are or how they stand.

    Another with points below it is a matter that is discussed.
    """
    below = draft.blocks[index + 1 : index + 2]
    if not below or below[0].kind is not BlockKind.ITEM or is_group(draft, index):
        return True
    if is_of_tracker(draft):
        return True
    return len(draft.blocks[index].text.split()) <= _NAMES


_NAMES = 4
"""Maximum number of words of a heading that may name whoever has the actions below it."""


def _with_those_below(draft: Draft, at: int) -> Section:
    """A section together with those of a deeper level behind it."""
    section = draft.sections[at]
    last = section.last
    for below in draft.sections[at + 1 :]:
        if below.item or not is_deeper(draft, below, section):
            break
        last = below.last
    return Section(
        heading=section.heading,
        number=section.number,
        title=section.title,
        level=section.level,
        item=section.item,
        first=section.first,
        last=last,
    )


def is_deeper(draft: Draft, below: Section, section: Section) -> bool:
    """True for a section that is part of the one before it, by its level or by that of its printed heading."""
    if below.level > section.level:
        return True
    heads = [draft.blocks[each.heading] for each in (below, section) if each.heading is not None]
    return all(head.kind is BlockKind.HEADING for head in heads) and heads[0].level > heads[-1].level


def _without_sections(draft: Draft, reviewed: set[int]) -> Iterator[Section]:
    """The points and lines that head a list of earlier actions, with the blocks of this list."""
    headings = {section.heading for section in draft.sections}
    known = headings | reviewed
    for index in range(draft.masthead.last + 1, len(draft.blocks)):
        block = draft.blocks[index]
        if index in known or not is_prose(block) or len(block.text) > _LONGEST_HEAD:
            continue
        if reviews(draft, block.text) and not _tells_of_mark(draft, index):
            last = _last_of_list(draft, index, headings)
            found = Section(heading=index, title=block.text, first=index + 1, last=last)
            if _are_actions(draft, found):
                yield found


def _tells_of_mark(draft: Draft, index: int) -> bool:
    """True for a line such as "Action carried forward" below a marked action: it heads no list."""
    if not index or not draft.line(index).fits(STATE_OF_MARKED):
        return False
    return find_mark(draft.blocks[index - 1], draft.vocabulary) is not None


_LONGEST_HEAD = 100
"""Maximum number of characters of a line that heads a list."""


def _last_of_list(draft: Draft, index: int, headings: set[int | None]) -> int:
    """The last block of the list below a point or line."""
    head = draft.blocks[index]
    at = index + 1
    first = draft.blocks[at].level if at < len(draft.blocks) else 0
    while at < len(draft.blocks) and at not in headings and _goes_on(draft, head, at, first):
        at += 1
    return at - 1


def _goes_on(draft: Draft, head: Block, at: int, first: int) -> bool:
    """True for what stands below a point or line that heads a list whose first point has the level `first`.

    Below a point that is a deeper block, or a bullet below a number; below a line, points, marked actions,
    their states, and the rest of a line that was broken in two.
    """
    block = draft.blocks[at]
    if head.kind is not BlockKind.ITEM and block.kind is BlockKind.ITEM and block.level < first:
        return False
    if head.kind is BlockKind.ITEM:
        bullet = _is_counted(head) and block.kind is BlockKind.ITEM and not _is_counted(block)
        return is_prose(block) and (block.level > head.level or (bullet and block.level == head.level))
    return block.kind is BlockKind.ITEM or (
        block.kind is BlockKind.PARAGRAPH
        and (
            block.text[:1].islower()
            or find_mark(block, draft.vocabulary) is not None
            or is_update(draft, at)
            or is_group(draft, at)
        )
    )


def _is_counted(block: Block) -> bool:
    """True for a point with a number or letter."""
    return any(ch.isalnum() for ch in block.marker)


def _are_actions(draft: Draft, found: Section) -> bool:
    """True if at least half of the points of a list are actions, or say how an action stands."""
    level = level_of(draft, found)
    points = [at for at in found.content if is_point(draft.blocks[at], level)]
    lines = [at for at in found.content if find_mark(draft.blocks[at], draft.vocabulary)]
    told = [at for at in points if _is_action(draft, found, at)]
    return bool(lines) if not points else len(told) * 2 >= len(points)


_SAYS_ACTION = RuleTable(STATE, STATE_BEFORE, NEEDED)


def _is_action(draft: Draft, found: Section, at: int) -> bool:
    text = draft.read(folded(draft.blocks[at].text))
    if find_mark(draft.blocks[at], draft.vocabulary) or text.fits(_SAYS_ACTION):
        return True
    if at >= found.last:
        return False
    return is_update(draft, at + 1) or draft.blocks[at + 1].level > draft.blocks[at].level


def level_of(draft: Draft, section: Section) -> int:
    """The level of the points of a section: that of its outermost list."""
    levels = [draft.blocks[at].level for at in section.content if draft.blocks[at].kind is BlockKind.ITEM]
    return min(levels, default=0)


def is_point(block: Block, level: int = 0) -> bool:
    """True for a point of a list at a level."""
    return block.kind is BlockKind.ITEM and block.level == level


def is_update(draft: Draft, index: int) -> bool:
    """True for a paragraph that opens with how things stand: it tells of the action above it."""
    block = draft.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or is_group(draft, index):
        return False
    return draft.read(folded(block.text)).fits(STATE_FIRST)


def tells_of_above(draft: Draft, index: int) -> bool:
    """True for a point that is nothing but a field or the state of the action above: "Assigned: Ann", "Done"."""
    block = draft.blocks[index]
    if block.kind is not BlockKind.ITEM or draft.line(index).fits(STATE_BEFORE):
        return False
    return draft.line(index).fits(_OF_ABOVE)


_OF_ABOVE = RuleTable(FIELD_OF_ACTION, STATE_ALONE)


def is_group(draft: Draft, index: int) -> bool:
    """True for a line such as "Done:", with the points below it that it tells of."""
    block, below = draft.blocks[index], draft.blocks[index + 1 : index + 2]
    if not below or below[0].kind is not BlockKind.ITEM or block.kind is BlockKind.ITEM:
        return False
    return draft.read(block.text.strip()).fits(STATE_OF_GROUP)
