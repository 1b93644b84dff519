"""Items of business without a number: headings that rank with the numbered ones, or the highest where none has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.heading_levels import (
    FEWEST_ITEMS,
    at_item_level,
    heads_agenda,
    hold_usual_items,
    holds_items,
)
from archive_builder.recognise.shape.question_sections import askers_above
from archive_builder.recognise.shape.roster.labels import is_roster_title
from archive_builder.recognise.shape.roster_groups import roster_groups
from archive_builder.recognise.signs.headings import (
    OFFICE_ALONE,
    USUAL_ITEM,
)
from archive_builder.recognise.signs.no_items import NO_ITEM, TOLD_AGAIN
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded


def with_unnumbered_items(draft: Draft) -> Draft:
    """A draft whose items include those without a number.

    Where no item has one, the highest headings below the attendance list are the items. Where items
    are numbered, a heading set just like theirs is an item too ("OTHER BUSINESS").
    """
    numbered = [s for s in draft.sections if s.item and s.heading is not None]
    if draft.masthead.classification is Classification.AGENDA and (numbered or not _is_told(draft)):
        return draft if numbered else _marked(draft, _usual_capitals(draft))
    repeated = _repeated(draft)
    no_items = roster_groups(draft) | askers_above(draft) | repeated | _told_again(draft)
    end = _end_of_meeting(draft)
    plain = [
        s
        for s in draft.sections
        if not s.item and s.heading is not None and s.heading not in no_items
        if s.level == _TOP and not _is_roster(draft, s) and not _is_signature(draft, s)
        if not label_match(s.title, draft.vocabulary)
        if not heads_agenda(draft, s) and s.heading <= end
        if not NO_ITEM.match(s.title, draft.vocabulary)
    ]
    listed = _agenda_section(draft)
    if all((s.heading or 0) in listed for s in numbered):
        chosen = {s.heading for s in at_item_level(draft, _with_agenda_heading(draft, plain))}
    else:
        first = min(s.heading for s in numbered if s.heading is not None)
        looks = {_looks(draft, s) for s in numbered}
        chosen = {
            s.heading
            for s in plain
            if (_set_like(draft, s, looks) and (s.heading or 0) > first and s.title.isupper())
            or _is_usual(draft, s, looks)
        }
        chosen |= _headings_of_rank(draft, plain, numbered)
        if not repeated:
            chosen |= _above_new_counts(plain, numbered, draft.vocabulary)
    return _marked(draft, chosen)


def _set_like(draft: Draft, section: Section, looks: Container[_Looks]) -> bool:
    """True if a heading is set like those with a number."""
    return _looks(draft, section) in looks


def _is_usual(draft: Draft, section: Section, looks: Container[_Looks]) -> bool:
    """True if a heading that is set like those with a number is the title of a usual item: "Welcome"."""
    short = len(section.title.split()) <= _SHORT and (section.heading or 0) > draft.masthead.last
    usual = USUAL_ITEM.match(section.title, draft.vocabulary) is not None
    block = draft.blocks[section.first - 1]
    return short and usual and block.bold and not block.framed and _set_like(draft, section, looks)


_SHORT = 5
"""Maximum number of words of the title of a usual item."""


def _repeated(draft: Draft) -> set[int]:
    """The headings whose words stand above several sections: a label of what is below, and no item of its own."""
    lines = Counter(folded(block.text).casefold() for block in draft.blocks)
    often = {line for line, times in lines.items() if times >= _OFTEN}
    return {
        s.heading
        for s in draft.sections
        if s.heading is not None and draft.text(s.heading).casefold() in often
    }


_OFTEN = 3


def _marked(draft: Draft, items: Collection[int | None]) -> Draft:
    """A draft in which the sections with these headings are items, too."""
    sections = (replace(s, item=s.item or s.heading in items) for s in draft.sections)
    return replace(draft, sections=tuple(sections))


def _usual_capitals(draft: Draft) -> set[int]:
    """The bold lines in capitals of an agenda that has only these, where several of them are usual items."""
    found = [
        (s.heading, s.title)
        for s in draft.sections
        if s.heading is not None and s.heading > draft.masthead.last
        if draft.blocks[s.heading].bold or draft.blocks[s.heading].kind is BlockKind.HEADING
        if _ASIDE.sub("", s.title).isupper()
    ]
    several = hold_usual_items((title for _, title in found), draft.vocabulary)
    return {heading for heading, _ in found} if several else set()


_ASIDE = re.compile(r"\([^()]*\)")
"""What a title in capitals says besides in small letters: "EXECUTIVE SESSION (if needed)"."""


def _end_of_meeting(draft: Draft) -> int:
    """The last block that tells when the meeting ended, in the second half of the document; else the last of all.

    What is headed below it is no business: it belongs to the page or to what is appended.
    """
    blocks = draft.blocks
    told = (
        index
        for index in range(len(blocks) - 1, len(blocks) // 2, -1)
        if is_prose(blocks[index])
        and compiled(_ENDED, draft.vocabulary).match(_with_next(blocks[index : index + 2]))
    )
    return next(told, len(blocks))


def _with_next(blocks: Sequence[Block]) -> str:
    """The text of the first of two blocks, with that of the second if it is a label: "Adjourned:", "at 9 pm"."""
    text = folded(blocks[0].text)
    return f"{text} {folded(blocks[1].text)}" if text.endswith(":") and len(blocks) > 1 else text


_ENDED = r"(?: the \s+ )? {MEETING} \s+ (?: was \s+ )? {ENDS_MEETING} \b .{0,40}? {CLOCK} .{0,40}"
"""A line that tells when the meeting ended: "Meeting adjourned: at 3:09 PM by Ann Lee"."""


def _with_agenda_heading(draft: Draft, plain: Sequence[Section]) -> list[Section]:
    """Headings with that of the agenda, where it only says that the business follows below it."""
    known = {s.heading for s in plain}
    return [
        s
        for s in draft.sections
        if s.heading in known or (s.heading is not None and not s.item and heads_agenda(draft, s))
    ]


def _agenda_section(draft: Draft) -> range:
    """The blocks from a heading "Agenda" to the next heading without a number; empty where there is none."""
    heads = [s for s in draft.sections if s.heading is not None and not s.number]
    for section, after in pairwise(heads):
        if heads_agenda(draft, section):
            return range(section.first, after.first)
    return range(0)


def _headings_of_rank(draft: Draft, plain: Sequence[Section], numbered: Sequence[Section]) -> set[int]:
    """The headings without a number that rank with the numbered ones or above: items as these are."""
    ranks = [
        draft.blocks[s.heading].level
        for s in numbered
        if s.heading is not None and draft.blocks[s.heading].kind is BlockKind.HEADING
    ]
    if 2 * len(ranks) < len(numbered) or not ranks:
        return set()
    found = {
        s.heading
        for s in plain
        if s.heading is not None and draft.blocks[s.heading].kind is BlockKind.HEADING
        if draft.blocks[s.heading].level <= min(ranks) and s.heading > draft.masthead.last
        if not holds_items(draft, s)
    }
    usual = {s.heading for s in plain if USUAL_ITEM.match(s.title, draft.vocabulary)}
    return found if len(found) > 1 or found <= usual else set()


def _above_new_counts(
    plain: Sequence[Section], numbered: Sequence[Section], vocabulary: Vocabulary
) -> set[int]:
    """The headings in capitals of minutes whose numbers begin anew below them: these count the parts of each.

    The title of a usual item must be among them, and no title may stand there twice.
    """
    begins = [s.heading for s in numbered if s.number == "1" and s.heading is not None]
    nothing = compiled(_NOTHING_BEHIND, vocabulary)
    capitals = [
        (s.heading, s.title) for s in plain if s.heading is not None and nothing.sub("", s.title).isupper()
    ]
    above = [max((head for head in capitals if head[0] < begin), default=None) for begin in begins]
    titles = [title for _, title in capitals]
    usual = [at for at, title in capitals if USUAL_ITEM.match(title, vocabulary)]
    if len(begins) < _FEWEST_COUNTS or len(set(above)) < len(begins) or not all(above):
        return set()
    if len(set(titles)) < len(titles) or not usual:
        return set()
    return {at for at, _ in capitals if at >= usual[0]}


_NOTHING_BEHIND = r"\s* [:–-] \s* (?: {NOTHING} | {NOBODY} ) \s* [.]? $"
"""What stands behind the title of an item of which there was nothing to say: "PUBLIC COMMENT: None"."""
_FEWEST_COUNTS = 2
"""So many counts that begin anew tell that the numbers count parts."""


def _is_told(draft: Draft) -> bool:
    """True if an agenda without numbers has text below most of its headings: what was said of each item."""
    headed = [s for s in draft.sections if s.heading is not None and s.level == _TOP]
    told = [s for s in headed if any(is_prose(draft.blocks[index]) for index in s.content[:1])]
    return len(told) >= FEWEST_ITEMS and 2 * len(told) >= len(headed)


def _is_roster(draft: Draft, section: Section) -> bool:
    return section.heading is not None and is_roster_title(draft.blocks[section.heading], draft.vocabulary)


_TOP = 2
"""The level of a heading that is no part of another's text."""


def _is_signature(draft: Draft, section: Section) -> bool:
    """True if a heading without text names an office alone: it is the line below a signature."""
    alone = OFFICE_ALONE.match(section.title, draft.vocabulary)
    below = [draft.blocks[index] for index in section.content[:1]]
    return bool(alone) and not any(is_prose(block) and block.text.rstrip().endswith(".") for block in below)


def _told_again(draft: Draft) -> set[int]:
    """The headings of lists behind the business that tell again what was agreed or promised in it."""
    tops = [s for s in draft.sections if s.heading is not None and s.level == _TOP]
    beside = [s for s in tops if not NO_ITEM.match(s.title, draft.vocabulary)]
    last = len(beside)
    while last and TOLD_AGAIN.match(beside[last - 1].title, draft.vocabulary):
        last -= 1
    business = [s for s in beside[:last] if not _is_roster(draft, s)]
    if len(business) < FEWEST_ITEMS:
        return set()
    return {s.heading for s in beside[last:] if s.heading is not None}


_Looks = tuple[str, bool, bool, bool]


def _looks(draft: Draft, section: Section) -> _Looks:
    block = draft.blocks[section.heading or 0]
    return block.kind.value, block.bold, block.framed, section.title.isupper()
