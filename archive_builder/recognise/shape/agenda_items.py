"""The items of business of a meeting: numbered, headed, or listed in an agenda; and who presented them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from archive_builder.model import AgendaItem, Block, BlockKind, Classification
from archive_builder.recognise.grammar.anchors import unique
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.item_lists import bullets, numbers_of_others
from archive_builder.recognise.shape.line_numbers import listed_titles
from archive_builder.recognise.shape.question_sections import askers_above
from archive_builder.recognise.shape.roster_groups import roster_groups
from archive_builder.recognise.shape.sections import MEETING_KINDS, is_roster_title
from archive_builder.recognise.signs.headings import (
    AGENDA_HEADING,
    LEADING_NUMBER,
    OFFICE_ALONE,
    USUAL_ITEM,
)
from archive_builder.recognise.signs.question_labels import label_match
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name, resolve
from archive_builder.text.numerals import reference
from archive_builder.text.slugs import slug
from archive_builder.text.words import folded

_BY = r"""
    (?: (?:was|were) \s+ {PRESENTED} | (?-i:(?=[a-z])) {PRESENTED} ) \s+ (?: by \s+ )? (?P<who> (?-i:[A-Z]) [^.:]*? )
    (?= \s* (?: [.:] | ,? \s+ and \s+ {COVERED} | $ ) )
"""
_GAVE = r"^ The \s+ (?P<who> (?-i:[A-Z]) [^.]*? ) ,? \s+ {GAVE_REPORT} \s+ an? \s"


def find_items(draft: Draft) -> Draft:
    """The items of business: numbered headings of a meeting's document."""
    if draft.masthead.classification not in MEETING_KINDS:
        return draft
    draft = _with_plain_items(draft)
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
                    presenters=_presenters(draft, section),
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
    if len(listed) < _FEWEST_TOLD or 2 * again >= len(listed):
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
        who = _people(named["who"], draft) if named and looks_like_name(named["who"].split(",")[0]) else ()
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


def _with_plain_items(draft: Draft) -> Draft:
    """A draft whose items include those without a number.

    Where no item has one, the highest headings below the attendance list are the items. Where items
    are numbered, a heading set just like theirs is an item too ("OTHER BUSINESS").
    """
    numbered = [s for s in draft.sections if s.item and s.heading is not None]
    if draft.masthead.classification is Classification.AGENDA and (numbered or not _is_told(draft)):
        return draft
    groups, askers = roster_groups(draft), askers_above(draft)
    plain = [
        s
        for s in draft.sections
        if not s.item and s.heading is not None and s.heading not in groups
        if s.level == _TOP and not _is_roster(draft, s) and not _is_signature(draft, s)
        if not label_match(s.title, draft.vocabulary) and s.heading not in askers
        if not _heads_agenda(draft, s)
    ]
    listed = _agenda_section(draft)
    if all((s.heading or 0) in listed for s in numbered):
        headings = [s for s in _with_agenda_heading(draft, plain) if _printed_level(draft, s)]
        highest = min((_printed_level(draft, s) for s in headings), default=0)
        chosen = {s.heading for s in _inside(draft, headings, highest)}
    else:
        first = min(s.heading for s in numbered if s.heading is not None)
        looks = {_looks(draft, s) for s in numbered}
        chosen = {
            s.heading
            for s in plain
            if (s.heading or 0) > first and _looks(draft, s) in looks and s.title.isupper()
        }
        chosen |= _headings_of_rank(draft, plain, numbered) | _above_new_counts(
            plain, numbered, draft.vocabulary
        )
    return replace(
        draft, sections=tuple(replace(s, item=s.item or s.heading in chosen) for s in draft.sections)
    )


def _with_agenda_heading(draft: Draft, plain: Sequence[Section]) -> list[Section]:
    """Headings with that of the agenda, where it only says that the business follows below it."""
    known = {s.heading for s in plain}
    return [
        s
        for s in draft.sections
        if s.heading in known or (s.heading is not None and not s.item and _heads_agenda(draft, s))
    ]


def _heads_agenda(draft: Draft, section: Section) -> bool:
    return AGENDA_HEADING.match(section.title.strip(" :"), draft.vocabulary) is not None


def _agenda_section(draft: Draft) -> range:
    """The blocks from a heading "Agenda" to the next heading without a number; empty where there is none."""
    heads = [s for s in draft.sections if s.heading is not None and not s.number]
    for section, after in pairwise(heads):
        if _heads_agenda(draft, section):
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
        if not _holds_items(draft, s)
    }
    return found if len(found) > 1 else set()


def _above_new_counts(
    plain: Sequence[Section], numbered: Sequence[Section], vocabulary: Vocabulary
) -> set[int]:
    """The headings in capitals of minutes whose numbers begin anew below them: these count the parts of each.

    The title of a usual item must be among them, and no title may stand there twice.
    """
    begins = [s.heading for s in numbered if s.number == "1" and s.heading is not None]
    capitals = [(s.heading, s.title) for s in plain if s.heading is not None and s.title.isupper()]
    above = [max((head for head in capitals if head[0] < begin), default=None) for begin in begins]
    titles = [title for _, title in capitals]
    usual = [at for at, title in capitals if USUAL_ITEM.match(title, vocabulary)]
    if len(begins) < _FEWEST_COUNTS or len(set(above)) < len(begins) or not all(above):
        return set()
    if len(set(titles)) < len(titles) or not usual:
        return set()
    return {at for at, _ in capitals if at >= usual[0]}


_FEWEST_COUNTS = 2
"""So many counts that begin anew tell that the numbers count parts."""


def _holds_items(draft: Draft, section: Section) -> bool:
    """True if a heading only says that the business follows."""
    if _heads_agenda(draft, section):
        return True
    return compiled(_CONTAINER, draft.vocabulary).fullmatch(section.title.strip(" :")) is not None


def _is_told(draft: Draft) -> bool:
    """True if an agenda without numbers has text below most of its headings: what was said of each item."""
    headed = [s for s in draft.sections if s.heading is not None and s.level == _TOP]
    told = [s for s in headed if any(is_prose(draft.blocks[index]) for index in s.content[:1])]
    return len(told) >= _FEWEST_TOLD and 2 * len(told) >= len(headed)


_FEWEST_TOLD = 3
_CONTAINER = r"{MEETING} | (?: {MEETING} \s+ )? {BUSINESS_HEADING} (?: \s+ of \s+ {BUSINESS_HEADING} )?"
"""A heading that only says that the items follow below it."""


def _inside(draft: Draft, headings: Sequence[Section], highest: int) -> list[Section]:
    """The headings that are items: the highest, or those below one that only holds the business."""
    chosen: list[Section] = []
    deeper = 0
    for section in headings:
        level = _printed_level(draft, section)
        if level == highest:
            own = [s for s in headings if (s.heading or 0) > (section.heading or 0)]
            below = _printed_level(draft, own[0]) if own else 0
            holds = _holds_items(draft, section)
            deeper = below if holds and below > highest else 0
            if not holds:
                chosen.append(section)
        elif deeper and level == deeper:
            chosen.append(section)
    return chosen or [s for s in headings if _printed_level(draft, s) == highest]


def _is_roster(draft: Draft, section: Section) -> bool:
    return section.heading is not None and is_roster_title(draft.blocks[section.heading], draft.vocabulary)


_TOP = 2
"""The level of a heading that is no part of another's text."""


def _is_signature(draft: Draft, section: Section) -> bool:
    """True if a heading without text names an office alone: it is the line below a signature."""
    alone = OFFICE_ALONE.match(section.title, draft.vocabulary)
    below = [draft.blocks[index] for index in section.content[:1]]
    return bool(alone) and not any(is_prose(block) and block.text.rstrip().endswith(".") for block in below)


def _printed_level(draft: Draft, section: Section) -> int:
    """A heading's printed level; 9 for a bold line, 10 for one in capitals, 0 for one that is not marked."""
    block = draft.blocks[section.heading or 0]
    if block.kind is BlockKind.HEADING:
        return block.level
    return 9 if block.bold else 10 if block.text.isupper() else 0


def _looks(draft: Draft, section: Section) -> tuple[str, bool, bool, bool]:
    block = draft.blocks[section.heading or 0]
    return block.kind.value, block.bold, block.framed, section.title.isupper()


def _people(who: str, draft: Draft) -> tuple[str, ...]:
    """The people of "the Chief Officer, Ann Lee and T/ACC Bo Ray": names without offices, where there are any."""
    parts = [part.strip() for part in re.split(r",|&|\band\b", who) if part.strip()]
    persons = (resolve(part, draft.people(), draft.vocabulary) for part in parts)
    bares = [
        person.name if person else bare(part, draft.vocabulary)
        for part, person in zip(parts, persons, strict=True)
    ]
    roles = {word.casefold() for word in draft.vocabulary.role_nouns}
    names = [name for name in bares if looks_like_name(name) and not roles & set(name.casefold().split())]
    return tuple(dict.fromkeys(names)) or tuple(parts)


def _presenters(draft: Draft, section: Section) -> tuple[str, ...]:
    """Who presented an item, from "was presented by" in its title or first lines."""
    texts = [draft.text(section.heading)] if section.heading is not None else []
    texts += [draft.text(index) for index in list(section.content)[:2]]
    for text in texts[1:] + texts[:1]:
        match = compiled(_BY, draft.vocabulary).search(text) or compiled(_GAVE, draft.vocabulary).search(text)
        if match:
            return _people(match["who"], draft)
    return ()
