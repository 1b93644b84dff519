"""Titles of items in typed notes, where neither number, capitals nor an empty line sets them apart.

They are told by what stands below them, and by titles of usual items among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.roster.evidence import is_known_name
from archive_builder.recognise.shape.roster.labels import is_roster_title, speaks_of_presence, status_of
from archive_builder.recognise.shape.short_lines import NO_TITLE
from archive_builder.recognise.signs.headings import OFFICE_ALONE, USUAL_ITEM
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name
from archive_builder.text.words import folded

_FEWEST = 4
"""So many lines may be titles."""
_USUAL = 2
"""So many titles of usual items tell that lines like them are titles too."""
_MOST_WORDS = 8
_NO_TITLE = re.compile(r"[.;,:?!]$|: \S|\d+/\d+/\d+|[£$€]\s?\d")
"""A sentence, a field, a line with a date in figures or with a sum."""
_SENTENCE = 40
"""Characters of a line below a title that is told text, with a full stop or without."""


def typed_titles(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The short lines above points of a list or above text, with a colon behind them or without."""
    found = {
        place
        for place in range(_below_lists_of_people(blocks, head, vocabulary), len(blocks) - 1)
        if _may_be_title(blocks[place], vocabulary)
        if _is_told(blocks[place + 1], vocabulary) or _is_usual_above_title(blocks, place, vocabulary)
    }
    return found if _are_titles(blocks, found, vocabulary) else set()


def capital_titles(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The lines in capitals straight above what was said, from the first usual item on, where several are usual."""
    found = [at for at in range(head + 1, len(blocks) - 1) if _is_capital_title(blocks[at], vocabulary)]
    usual = [at for at in found if USUAL_ITEM.match(blocks[at].text, vocabulary)]
    apart = [
        at
        for at in found
        if at in usual or not (blocks[at + 1].tight and _is_capital_title(blocks[at + 1], vocabulary))
    ]
    if len(usual) < _FEWEST_CAPITALS:
        return set()
    titles = {at for at in apart if at >= usual[0]}
    typed = typed_titles(blocks, head, vocabulary)
    mixed = titles < typed and len(typed) <= 2 * len(titles)  # "MINUTES", "Hut report"
    return set() if mixed else titles


def usual_capitals(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The titles of usual items in capitals that stand alone among numbered ones: "CLOSED SESSION"."""
    return {
        at
        for at in range(head + 1, len(blocks) - 1)
        if blocks[at].gap and _is_capital_title(blocks[at], vocabulary)
        if USUAL_ITEM.match(blocks[at].text, vocabulary) and not blocks[at].text.rstrip().endswith(":")
    }


_FEWEST_CAPITALS = 3
"""Minimum number of titles of usual items among lines in capitals."""


def _is_capital_title(block: Block, vocabulary: Vocabulary) -> bool:
    """True if a line in capitals has the length and the form of a title, and heads no list of people."""
    text = folded(block.text)
    if block.kind is not BlockKind.PARAGRAPH or block.marker or block.number or block.level or block.bold:
        return False
    return (
        text.isupper()
        and len(text) > _SHORTEST
        and len(text.split()) <= _MOST_CAPITALS
        and not _NO_TITLE.search(text.rstrip(" :"))
        and not is_roster_title(block, vocabulary)
    )


_SHORTEST = 3
_MOST_CAPITALS = 12


def outline_titles(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> set[int]:
    """The outermost points of notes that are one outline: what was said of each stands in points below it."""
    outermost = [
        place
        for place in range(head + 1, len(blocks))
        if blocks[place].kind is BlockKind.ITEM and not blocks[place].level
    ]
    short = {place for place in outermost if _is_short(folded(blocks[place].text), vocabulary)}
    found = {place for place in short if _has_points(blocks, place)}
    if 2 * len(found) < len(outermost) or not _are_titles(blocks, found, vocabulary):
        return set()
    return found | {place for place in short if USUAL_ITEM.match(blocks[place].text, vocabulary)}


def _below_lists_of_people(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> int:
    """The first block below the head and below the labels of attendance that follow it."""
    labels = [
        place
        for place, block in enumerate(blocks[:_HEAD])
        if status_of(block.text.partition(":")[0], vocabulary) is not None
    ]
    return max([head, *labels]) + 1


_HEAD = 20
"""Blocks among which the labels of attendance stand."""


def _are_titles(blocks: Sequence[Block], found: set[int], vocabulary: Vocabulary) -> bool:
    usual = sum(USUAL_ITEM.match(blocks[place].text, vocabulary) is not None for place in found)
    return len(found) >= _FEWEST and usual >= _USUAL


def _is_usual_above_title(blocks: Sequence[Block], place: int, vocabulary: Vocabulary) -> bool:
    """True for the title of a usual item of which nothing was said: the next title stands below it."""
    usual = USUAL_ITEM.match(blocks[place].text, vocabulary) is not None
    return usual and _may_be_title(blocks[place + 1], vocabulary)


def _may_be_title(block: Block, vocabulary: Vocabulary) -> bool:
    marked = block.marker or block.number
    return block.kind is BlockKind.PARAGRAPH and not marked and _is_short(folded(block.text), vocabulary)


def _is_short(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text has the length and the form of a title, and is nobody's name and no label."""
    title = text.removesuffix(":").strip()
    if not title[:1].isupper() or len(title.split()) > _MOST_WORDS or _NO_TITLE.search(title):
        return False
    if status_of(title, vocabulary) is not None or speaks_of_presence(title, vocabulary):
        return False
    if compiled(_TELLS, vocabulary).fullmatch(title):
        return False
    if compiled(NO_TITLE, vocabulary).fullmatch(title) and not USUAL_ITEM.match(title, vocabulary):
        return False
    return not OFFICE_ALONE.match(title, vocabulary) and not _names_somebody(title, vocabulary)


def _names_somebody(title: str, vocabulary: Vocabulary) -> bool:
    """True for a name with a title or with an office behind it: "Cllr Lee", "Ann Lee – Chair", "Ann Lee, Clerk"."""
    name = bare(title, vocabulary)
    before, dash, _ = title.partition(" – ")
    known = dash and looks_like_name(before) and is_known_name(before.split()[0].casefold())
    before, comma, office = title.partition(", ")
    held = (
        comma
        and looks_like_name(before)
        and {word.casefold() for word in office.split()} & _offices(vocabulary)
    )
    return bool(known or held) or (name != title and looks_like_name(name))


def _offices(vocabulary: Vocabulary) -> frozenset[str]:
    """The words for offices that people hold: "treasurer", "member"."""
    return frozenset(word.casefold() for word in (*vocabulary.role_nouns, *vocabulary.chairs))


def _is_told(below: Block, vocabulary: Vocabulary) -> bool:
    """True if a block tells something: a point of a list, a sentence, a line that is long enough for one, "Nil"."""
    if below.kind is BlockKind.ITEM:
        return True
    text = below.text.rstrip()
    if text[:1].islower() or text[:1].isdigit():  # the rest of a broken line
        return False
    sentence = text.endswith((".", "?", "!")) or len(text) > _SENTENCE
    return is_prose(below) and (sentence or compiled(_NOTHING, vocabulary).fullmatch(text) is not None)


_NOTHING = r"{NOBODY} | {NOTHING}"
_TELLS = r"""
    (?: {NOBODY} | {NOTHING} ) | .* \b {AUXILIARY} \b .* | {MONTH} \s+ \d{1,2}
  | {UPCOMING} \s+ (?: \w+ \s+ )? {MEETING} \b .*
"""
"""Short lines that say something: "None", "Ann Lee was elected", "Next regular meeting, 3 June at 5.30"."""


def _has_points(blocks: Sequence[Block], place: int) -> bool:
    """True if points of a deeper level follow."""
    below = blocks[place + 1 : place + 2]
    return bool(below) and below[0].kind is BlockKind.ITEM and below[0].level > 0
