"""What the numbers of a document's headings say together: which series counts its items, and what is missing in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Block, BlockKind, Classification
from archive_builder.recognise.grammar.draft import Draft, is_prose
from archive_builder.recognise.shape.line_numbers import DAY
from archive_builder.recognise.signs.headings import LEADING_NUMBER, LETTERED, MEETING_KINDS, MOST_WORDS
from archive_builder.text.numerals import roman
from archive_builder.text.words import folded


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its block, its number and title, its level, and whether it is an item of business."""

    block: int
    number: str
    title: str
    level: int
    item: bool


_FEWEST = 3
"""So many headings that count on make a series."""


def series_of(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """Headings with the items that their numbers tell."""
    lettered = _counting_on(draft, _counted_by_letters(draft, heads))
    found = _without_outliers(draft, _without_few(draft, lettered))
    return _without_parts(_completed(draft, _of_references(_within_rows(draft, found))))


def _within_rows(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """Where the items are rows of a table with a number each, what is counted within their cells are parts of them."""
    rows = [head.block for head in heads if draft.blocks[head.block].number and head.number.isdigit()]
    if len(rows) < _FEWEST:
        return list(heads)
    parts = {
        head.block
        for head in heads
        if head.block > rows[0] and draft.blocks[head.block].framed and not draft.blocks[head.block].number
    }
    return [
        replace(head, item=False, level=3) if head.block in parts and head.number else head for head in heads
    ]


def _counted_by_letters(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """Headings of one level counted A, B, C or I, II, III are items, with that number."""
    marks = {
        head.block: mark
        for head in heads
        if not head.item and (mark := LETTERED.match(head.title, draft.vocabulary))
    }
    for count in (_letter_value, roman):
        for level in sorted({draft.blocks[block].level for block in marks}):
            run: list[int] = []
            for block, mark in marks.items():
                if draft.blocks[block].level == level and count(mark["number"]) == len(run) + 1:
                    run.append(block)
            if len(run) >= _FEWEST:
                return [
                    replace(
                        head, number=marks[head.block]["number"], title=marks[head.block]["title"], item=True
                    )
                    if head.block in run
                    else head
                    for head in heads
                ]
    return list(heads)


def _counting_on(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """Headings whose letter or numeral is the next behind those of the items are items, however they are set."""
    made: list[Head] = []
    last = {_letter_value: 0, roman: 0}
    for head in heads:
        mark = None if head.number else LETTERED.match(head.title, draft.vocabulary)
        number = mark["number"] if mark else head.number if head.item else ""
        for count, before in last.items():
            if number and number.isupper() and count(number) == before + 1:
                last[count] = before + 1
                if mark and before >= _FEWEST:
                    head = replace(head, number=number, title=mark["title"], item=True)
        made.append(head)
    return made


def _letter_value(letter: str) -> int:
    return ord(letter) - ord("A") + 1 if len(letter) == 1 else 0


def _without_outliers(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """A number that leaps out of those before and behind it belongs to the title: "100 Mutuals Club"."""
    counted = [head for head in heads if head.item and head.number.isdigit()]
    values = [int(head.number) for head in counted]
    lone = {
        head.block
        for head, before, value, after in zip(counted[1:], values, values[1:], values[2:], strict=False)
        if value - before > _LEAP and 0 < after - before <= _STEP
    }
    if len(values) == 1 and len(heads) > _FEWEST and values[0] != 1:
        lone = {head.block for head in counted if not draft.blocks[head.block].number}
    return [
        replace(head, number="", title=folded(draft.blocks[head.block].text), item=False)
        if head.block in lone
        else head
        for head in heads
    ]


def _without_few(draft: Draft, heads: Sequence[Head]) -> list[Head]:
    """Headings where one or two that hold a number among many without one count nothing: "BSC1 and BSC20"."""
    numbered = [head for head in heads if head.item and head.number]
    few = 0 < len(numbered) <= _FEW and len(heads) > _MANY * len(numbered)
    counted = (head.number.isdigit() or head.number in _FIRST for head in numbered)
    if not few or any(counted) or any(draft.blocks[head.block].number for head in numbered):
        return list(heads)
    return [
        replace(head, number="", title=folded(draft.blocks[head.block].text), item=False)
        if head in numbered
        else head
        for head in heads
    ]


_FEW = 2
_MANY = 4
_FIRST = ("I", "A")
"""What a count by letters or numerals begins with."""
_LEAP = 10
_STEP = 5
"""Up to four numbers may be left out, of items withdrawn or taken in private, and the series goes on."""
_REFERENCE = re.compile(r"(?P<letters>[A-Z]{1,4}[ .]?)?\d+(?P<parts>[./-]\d+)*")
_FEWEST_REFERENCES = 5


def _of_references(heads: list[Head]) -> list[Head]:
    """Where most items have minute numbers ("FGB 40/2021"), what is counted 1, 2, 3 is a list or table in one."""
    items = [head for head in heads if head.item and head.number]
    forms = [form for head in items if (form := _REFERENCE.fullmatch(head.number))]
    full = sum(1 for form in forms if form["letters"] or form["parts"])
    lettered = any(form["letters"] for form in forms)
    plain = {head.block for head in items if head.number.isdigit()}
    if full < _FEWEST_REFERENCES or 2 * full < len(items) or not lettered:
        return heads
    return [replace(head, item=False, level=3) if head.block in plain else head for head in heads]


def _without_parts(heads: list[Head]) -> list[Head]:
    """Where items are counted by digits, headings counted by letters or numerals below them are parts of them.

    Capitals that count from above the first number hold the numbers: these are parts of theirs.
    """
    digits = [head.block for head in heads if head.item and head.number[-1:].isdigit()]
    if len(digits) < _FEWEST:
        return heads
    lettered = [head for head in heads if head.number.isalpha()]
    held = any(head.number.isupper() and head.block < digits[0] for head in lettered)
    parts = {head.block for head in lettered if head.number.islower() or not held}
    return [replace(head, item=False, level=3) if head.block in parts else head for head in heads]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number as a place in a series: what stays the same, and what counts on."""

    rest: str
    value: int


_NUMERALS = "IVX"
"""What stays the same in a count by Roman numerals."""


def _completed(draft: Draft, heads: list[Head]) -> list[Head]:
    """Headings with the numbered lines that fill the gaps of their series: what has number 2 between 1 and 3.

    A gap with a list in it that begins anew is left alone.
    """
    if draft.masthead.classification not in MEETING_KINDS:
        return heads
    items = [(head.block, count) for head in heads if head.item and (count := _count(head.number))]
    commonest = Counter(count.rest for _, count in items).most_common(1)
    if not commonest or commonest[0][1] < _FEWEST:
        return heads
    rest = commonest[0][0]
    main = [(block, count.value) for block, count in items if count.rest == rest]
    if any(not b - a > 0 for (_, a), (_, b) in pairwise(main)):
        return heads
    taken = {head.block for head in heads}
    added: list[Head] = []
    edges = [(draft.masthead.last, 0), *main, (len(draft.blocks), main[-1][1] + 2)]
    for (first, low), (last, high) in pairwise(edges):
        if high - low > 1:
            between = (index for index in range(first + 1, last) if index not in taken)
            added += _fillers(draft, list(between), rest, low, high)
    seen = {value for _, value in main} | {count.value for head in added if (count := _count(head.number))}
    holes = set(range(main[0][1], main[-1][1])) - seen
    taken |= {head.block for head in added}
    added += _out_of_turn(draft, taken, rest, holes) if holes else []
    return sorted([*heads, *added], key=lambda head: head.block)


def _out_of_turn(draft: Draft, taken: set[int], rest: str, holes: set[int]) -> list[Head]:
    """The lines whose number is nowhere else and is wanting in the series: items taken before or after their turn."""
    free = (index for index in range(draft.masthead.last + 1, len(draft.blocks)) if index not in taken)
    found = [head for index in free if (head := _as_item(draft, index, draft.blocks[index]))]
    numbers = Counter(head.number for head in found)
    return [
        head
        for head in found
        if (count := _count(head.number))
        and count.rest == rest
        and count.value in holes
        and numbers[head.number] == 1
        and not head.title.endswith((".", ";", ",", ":"))
    ]


def _fillers(draft: Draft, blocks: Sequence[int], rest: str, low: int, high: int) -> list[Head]:
    """The lines among blocks that count on above `low` and below `high`; none where a list begins anew."""
    added: list[Head] = []
    before = low
    for index in blocks:
        head = _as_item(draft, index, draft.blocks[index])
        count = _count(head.number) if head else None
        if head is None or count is None or count.rest != rest:
            continue
        if not 0 < count.value - before <= _STEP or count.value >= high:
            return []
        added.append(head)
        before = count.value
    return added


def _as_item(draft: Draft, index: int, block: Block) -> Head | None:
    """A numbered line at the margin as an item; None for other blocks, and for text as long as a paragraph."""
    if not (is_prose(block) or block.kind is BlockKind.HEADING) or (
        block.kind is BlockKind.ITEM and block.level
    ):
        return None
    text = folded(block.text)
    if DAY.match(text):
        return None
    printed = None if block.marker else LEADING_NUMBER.match(text, draft.vocabulary)
    number = block.marker.strip("(). ") if block.marker else ""
    if printed and not _SET_OFF.search(printed.group()) and not text.isupper():
        return None
    if printed:
        number = printed["number"] or printed["tight"] or ""
    title = text[printed.end() :] if printed else text
    longest = 2 * MOST_WORDS if draft.masthead.classification is Classification.AGENDA else MOST_WORDS
    if not number or not title or len(title.split()) > longest or not title[0].isalnum():
        return None
    return Head(index, number, title, 2, item=True)


_SET_OFF = re.compile(r"\d[./-]\d|[.):–-]\s*$")
"""A number that is a reference, or that a stop sets off: "5 new members" is no item."""


def _count(number: str) -> _Count | None:
    """A number as a place in a series: the last of its parts counts, or the first before a year: "045/23"; or "IV"."""
    if number.isupper() and (value := roman(number)):
        return _Count(_NUMERALS, value)
    parts = re.split(r"(\d+)", number)
    if len(parts) < 3:
        return None
    at = 1 if len(parts) == 5 and parts[2] == "/" else len(parts) - 2
    if at == len(parts) - 2 and parts[-1]:
        return None
    return _Count("".join(parts[:at] + parts[at + 1 :]), int(parts[at]))
