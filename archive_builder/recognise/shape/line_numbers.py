"""Which numbered lines are the titles of items: a chain of short lines that count on.

"1. Apologies", "52 Matters arising", "19.09.03 Minutes", "7. Village plan": in minutes the
number alone does not tell a title from a numbered paragraph; a chain over the whole document does.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive_builder.model import Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.shape.presenters import without_pages
from archive_builder.recognise.signs.headings import LEADING_NUMBER, USUAL_ITEM
from archive_builder.settings import Vocabulary
from archive_builder.text.numerals import roman
from archive_builder.text.words import folded

_LETTER = re.compile(r"(?P<letter>[A-Z])[.)]\s+(?=[A-Z][a-z]{2}|[A-Z]{3})")
"""A capital letter that counts a line, or the initial of a name."""
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4}(?:[./-]\d{1,4})*)[.)]?")
DAY = re.compile(r"\d{1,2}\s?(?:st|nd|rd|th)?\s+[^\W\d_]+\.?,?\s+\d{4}\b")
"""A date, in whatever language its month is printed."""
_MOST_WORDS = 16
_LEAST = 3
"""So many titles make a chain."""
_SHORT_TITLE = 7
"""Maximum number of words of a title that ends like a sentence."""
_STEP = 5
"""Up to four numbers may be left out, of items withdrawn or taken in private, and the chain goes on."""


class Script(StrEnum):
    """What a line is counted by."""

    DIGITS = "digits"
    ROMAN = "roman"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Title:
    """A numbered line that may be a title."""

    block: int
    number: tuple[int, ...]
    script: Script = Script.DIGITS


def titles(
    blocks: Sequence[Block], head: int, vocabulary: Vocabulary, labels: Container[int] = ()
) -> set[int]:
    """The blocks below `head` that are numbered titles: the chain that counts on and has most text below.

    `labels` are the blocks whose number is that of a question or an action.
    """
    candidates = _candidates(blocks, head, vocabulary, labels)
    digits = [c for c in candidates if c.script is Script.DIGITS]
    depths = sorted({len(c.number) for c in digits})
    counted = (_chain(blocks, [c for c in digits if len(c.number) == depth]) for depth in depths)
    found = [next((chain for chain in counted if _is_of_items(blocks, chain)), [])]
    found.append(_chain(blocks, [c for c in candidates if c.script is Script.ROMAN]))
    found.append(_lettered(blocks, candidates, vocabulary))
    good = [chain for chain in found if _is_of_items(blocks, chain)]
    first = min(good, key=lambda chain: chain[0].block, default=[])
    return {title.block for title in _set_alike(blocks, first or _two(blocks, digits, vocabulary))}


def _lettered(blocks: Sequence[Block], candidates: Sequence[Title], vocabulary: Vocabulary) -> list[Title]:
    """The lines counted A, B, C without a gap, one of which is an item that all bodies have."""
    chain: list[Title] = []
    for title in candidates:
        if title.script is Script.LETTERS and title.number[0] == len(chain) + 1:
            chain.append(title)
    usual = any(USUAL_ITEM.match(blocks[title.block].text, vocabulary) for title in chain)
    return chain if usual else []


def _two(blocks: Sequence[Block], digits: Sequence[Title], vocabulary: Vocabulary) -> list[Title]:
    """The two items of a short meeting: 1 and 2, nothing else is numbered, and one is of the usual sort.

    Or the only one: "1. Gate", above a sentence.
    """
    if [title.number for title in digits] == [(1,)] and _is_short_above_sentence(blocks, digits[0].block):
        return list(digits)
    if [title.number for title in digits] != [(1,), (2,)] or _texts_below(blocks, digits) < len(digits):
        return []
    usual = any(USUAL_ITEM.match(blocks[title.block].text, vocabulary) for title in digits)
    return list(digits) if usual else []


def _is_short_above_sentence(blocks: Sequence[Block], place: int) -> bool:
    below = blocks[place + 1 : place + 2]
    short = len(folded(blocks[place].text).split()) <= _ONLY_TITLE and not blocks[place].text.endswith(".")
    return short and bool(below) and is_prose(below[0]) and below[0].text.rstrip().endswith(".")


_ONLY_TITLE = 5
"""Words of a title that stands alone in its count at most, with its number."""


def _is_of_items(blocks: Sequence[Block], chain: Sequence[Title]) -> bool:
    """True if a chain is long enough and text stands below at least half of its titles: else it is a list."""
    return len(chain) >= _LEAST and 2 * _texts_below(blocks, chain) >= len(chain)


def listed_titles(blocks: Sequence[Block], head: int, vocabulary: Vocabulary) -> dict[int, str]:
    """The lines of an agenda that is a plain numbered list, whatever stands between them, with their numbers."""
    found = [c for c in _candidates(blocks, head, vocabulary, ()) if len(c.number) == 1]
    chains = [
        chain
        for script in (Script.DIGITS, Script.ROMAN)
        for chain in _chains([c for c in found if c.script is script])
    ]
    best = _around_the_other(chains) or max(chains, key=len, default=[])
    return {title.block: _printed(blocks, title) for title in best} if len(best) >= _LEAST else {}


def _around_the_other(chains: Sequence[list[Title]]) -> list[Title]:
    """The chain of numerals that counts from I without a gap and begins above all digits: these count its parts."""
    digits = [chain[0].block for chain in chains if chain[0].script is Script.DIGITS]
    whole = (
        chain
        for chain in chains
        if chain[0].script is Script.ROMAN
        and [title.number[0] for title in chain] == [*range(1, len(chain) + 1)]
    )
    longest = max(whole, key=len, default=[])
    above = len(longest) >= _LEAST and all(longest[0].block < first for first in digits)
    return longest if above else []


def _printed(blocks: Sequence[Block], title: Title) -> str:
    """The number of a title as it is printed: "3", "IV"."""
    return _numeral(blocks[title.block]) if title.script is Script.ROMAN else str(title.number[0])


def _numeral(block: Block) -> str:
    """The numeral in capitals that counts a line, set apart as its mark or in front of its text; empty for none."""
    before = None if block.marker else NUMERAL.match(block.text)
    numeral = before["numeral"] if before else block.marker.strip("(). ")
    return numeral if numeral.isupper() and roman(numeral) else ""


NUMERAL = re.compile(r"(?P<numeral>[IVX]{1,5})[.)]\s+(?=[^\W\d_]{2})")
"""A numeral in front of a title: "IV. Old business"."""


def _candidates(
    blocks: Sequence[Block], head: int, vocabulary: Vocabulary, labels: Container[int]
) -> list[Title]:
    lines = ((i, block) for i, block in enumerate(blocks) if i > head and i not in labels)
    return [c for i, block in lines for c in _readings(i, block, vocabulary)]


def _readings(index: int, block: Block, vocabulary: Vocabulary) -> Iterator[Title]:
    """What a line may be counted by: "C. Roads" by a letter or by a Roman numeral."""
    if found := _candidate(index, block, vocabulary):
        yield found
    text = folded(block.text)
    letter = _LETTER.match(text) if not block.marker else None
    if letter and not block.level and not _is_text(block, text, vocabulary):
        yield Title(index, (ord(letter["letter"]) - ord("A") + 1,), Script.LETTERS)


def _candidate(index: int, block: Block, vocabulary: Vocabulary) -> Title | None:
    """A short numbered line at the margin that ends no sentence."""
    if not (is_prose(block) or block.kind is BlockKind.HEADING):
        return None
    if block.level and block.kind is BlockKind.ITEM:
        return None
    text = folded(block.text)
    if (numeral := _numeral(block)) and not _is_text(block, text, vocabulary):
        return Title(index, (roman(numeral),), Script.ROMAN)
    number = _NUMBER.fullmatch(block.marker) if block.marker else LEADING_NUMBER.match(text, vocabulary)
    if not number or _is_text(block, text, vocabulary):
        return None
    printed = number["number"] or number.groupdict().get("tight") or ""
    return Title(index, tuple(int(part) for part in re.split(r"[./-]", printed)))


def _is_text(block: Block, text: str, vocabulary: Vocabulary) -> bool:
    """True if a numbered line is a sentence, a date, a source or what leads up to a list, and no title."""
    size = len(without_pages(text, vocabulary).split())
    if size > _MOST_WORDS * (2 if text.isupper() else 1):
        return True
    if re.search(r"[;,?]$", text) or DAY.match(text) or _SOURCE.search(text):
        return True
    if block.bold or text.isupper() or block.kind is BlockKind.HEADING:
        return False
    return text.endswith((".", ":")) and size > _SHORT_TITLE


_SOURCE = re.compile(r"\w+://|www\.\w")
"""What stands in a note that names a source."""


def _chain(blocks: Sequence[Block], candidates: Sequence[Title]) -> list[Title]:
    """The run with most text below its titles; of several, the longest, of those the first."""
    return max(_chains(candidates), key=lambda chain: (_texts_below(blocks, chain), len(chain)), default=[])


def _chains(candidates: Sequence[Title]) -> Iterator[list[Title]]:
    """The runs that count on from each place where one may begin, each number one to three above the last."""
    starts = [at for at, title in enumerate(candidates) if at < _FIRST or title.number[-1] == 1]
    for start in starts[:_MOST_STARTS]:
        yield _around_lists(candidates[start:])
        chain = [candidates[start]]
        for candidate in candidates[start + 1 :]:
            if _counts_on(chain[-1].number, candidate.number):
                chain.append(candidate)
        yield chain


def _around_lists(candidates: Sequence[Title]) -> list[Title]:
    """The run that goes on behind lists counted from 1 within it: "1. Decisions", "1. Roof", "2. Path", "2. Report"."""
    chain, listed = [candidates[0]], 0
    for candidate in candidates[1:]:
        number = candidate.number[-1]
        if number == 1 or (listed and number == listed + 1):
            listed = number
        elif _counts_on(chain[-1].number, candidate.number):
            chain.append(candidate)
            listed = 0
    return chain


_FIRST = 12
"""A run may begin at any of so many first candidates, and at each 1 further down."""
_MOST_STARTS = 40


def _set_alike(blocks: Sequence[Block], chain: Sequence[Title]) -> list[Title]:
    """A chain without the plain lines, where most of its titles are bold or headings: those are lists and notes."""
    marked = [t for t in chain if blocks[t.block].bold or blocks[t.block].kind is BlockKind.HEADING]
    return marked if len(marked) >= _LEAST and 3 * len(marked) >= 2 * len(chain) else list(chain)


def _counts_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """True if a number follows another: in its last part, or before a year that stays: "042/25", "043/25".

    The first part of a later item follows the parts of an earlier one: "3.2", "6.1".
    """
    if (
        len(before) == len(number) == _OF_PARTS
        and number[-1] == 1
        and 0 < number[0] - before[0] <= _PART_STEP
    ):
        return True
    last = before[:-1] == number[:-1] and 0 < number[-1] - before[-1] <= _STEP
    return last or (before[1:] == number[1:] and 0 < number[0] - before[0] <= _STEP)


_OF_PARTS = 2
"""Numbers in the number of an item's part: "6.1"."""
_PART_STEP = 10
"""Up to so many items may stand between two that have parts."""


def _texts_below(blocks: Sequence[Block], chain: Sequence[Title]) -> int:
    """How many titles of a chain have text below them; where few have, it is a list."""
    positions = {title.block for title in chain}
    return sum(1 for title in chain if title.block + 1 < len(blocks) and title.block + 1 not in positions)
