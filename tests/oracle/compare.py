"""Two readings of one file, ours and an oracle's, compared word by word and both ways.

Each word of the oracle is kept, named by a rule (of ours: what was set aside; of the oracle: printed again on
each page, outside the page, cut otherwise, a bullet as a letter), or missing. Each word of ours that it lacks
is counted too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import LCSseq

from archive_builder.text.words import words

_LONGEST_CUT = 12
"""Words that may be one word, cut: a heading whose letters stand apart has as many as it has letters."""
AGAIN, CUT, BULLET = "printed again on each page", "cut otherwise", "bullet printed as a letter"
NUMBER, TODAY = "page number", "today's date"
HEAD, OUTSIDE = "repeated table head", "outside the page"
_PAGE_NUMBER = re.compile(r"^\W*(?:page )?\d+(?: (?:of|/) \d+|/\d+)?\W*$", re.IGNORECASE | re.MULTILINE)
"""A line that is a page's number and nothing else. Word processors store a field for it, and no number."""
_BULLET = re.compile(r"^\s*(o|§|Ø|q|n|ü)(?=\s)", re.MULTILINE)
"""A bullet of a symbol font, as the letter that stands for it."""
_EDGE = 14
"""Lines at the top and the bottom of a page that may be its running head or foot, or a table's head."""


@dataclass(frozen=True, slots=True)
class Ours:
    """What is read of a file: its words in order, and the words that were set aside, by rule."""

    words: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...] = ()
    """Pairs of rule and word."""
    heads: tuple[str, ...] = ()
    """The words of the heads of tables, which are printed again on each page that a table runs over."""
    marks: tuple[str, ...] = ()
    """The words of list marks and numbers, which not every oracle prints."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of an oracle, and what became of them."""

    words: int
    kept: int
    in_order: int
    named: Counter[str]
    """Words that are not in the text, by the rule that says why."""
    missing: tuple[str, ...]
    more: tuple[str, ...]
    """Words of ours that the oracle does not have, list marks apart."""

    @property
    def recall(self) -> float:
        """Part of the oracle's words that are kept or named by a rule, from 0 to 1."""
        return 1 - len(self.missing) / self.words if self.words else 1.0

    @property
    def precision(self) -> float:
        """Part of our words that the oracle has too, from 0 to 1."""
        own = self.kept + len(self.more)
        return self.kept / own if own else 1.0

    @property
    def order(self) -> float:
        """Part of the words kept that stand in the oracle's order, from 0 to 1."""
        return self.in_order / self.kept if self.kept else 1.0


def compare(ours: Ours, pages: Sequence[str], outside: Sequence[str] = ()) -> Compared:
    """Hold our reading of a file against an oracle's, which is given page by page.

    Words `outside` the pages are in the file and seen by nobody; some oracles print them.
    """
    theirs, cut = _with_our_cuts(_spelt("\n".join(pages)), ours.words)
    left = Counter(theirs) - Counter(ours.words)
    more = Counter(ours.words) - Counter(theirs)
    apart = _cut_apart(left, more)
    named = Counter({CUT: cut + apart})
    heads = ((HEAD, word) for word in ours.heads * (len(pages) - 1))
    unseen = ((OUTSIDE, word) for word in outside)
    for rule, word in (*ours.set_aside, *unseen, *heads, *_by_oracle(pages)):
        if left[word] > 0:
            left[word] -= 1
            named[rule] += 1
    return Compared(
        words=len(theirs),
        kept=(Counter(theirs) & Counter(ours.words)).total(),
        in_order=int(LCSseq.similarity(theirs, ours.words)),
        named=+named,
        missing=_in_order(theirs, +left),
        more=_in_order(ours.words, more - Counter(ours.marks)),
    )


def _by_oracle(pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that an oracle prints and no reader of the file sees as words, with the rule that names them."""
    yield from ((AGAIN, word) for word in _repeats(pages))
    today = date.today()
    yield from ((TODAY, word) for word in _spelt(today.strftime("%d %m %y %Y %B")) * len(pages))
    for page in pages:
        yield from ((NUMBER, word) for line in _PAGE_NUMBER.findall(page) for word in _spelt(line))
        yield from ((BULLET, mark.lower()) for mark in _BULLET.findall(page))


def _cut_apart(left: Counter[str], more: Counter[str]) -> int:
    """Take out of both what is one word of ours, and pieces of it that the oracle puts in other places.

    "n" and "eighborhood", "19" and "th" printed a little higher; or the other way round. Gives the number of
    the oracle's words.
    """
    count = 0
    for whole, parts in ((more, left), (left, more)):
        for word in list(whole.elements()):
            pieces = next((both for both in _halves(word) if both <= parts), None)
            if pieces:
                parts.subtract(pieces)
                whole[word] -= 1
                count += 2 if whole is more else 1
    return count


def _halves(word: str) -> Iterator[Counter[str]]:
    return (Counter((word[:at], word[at:])) for at in range(1, len(word)))


def spelt(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of some texts as they are compared: ligatures and full-width letters as plain ones."""
    return tuple(_spelt("\n".join(texts)))


def _spelt(text: str) -> list[str]:
    return words(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)))


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens and marks without width: no letter of a word."""


def _repeats(pages: Sequence[str]) -> list[str]:
    """The words of lines at the edges of pages that an earlier page has too."""
    seen: set[str] = set()
    made: list[str] = []
    for page in pages:
        edges = set(_edges(page))
        for line in page.splitlines():
            if _unnumbered(line) in edges & seen:
                made += _spelt(line)
        seen |= {_unnumbered(line) for line in page.splitlines()}
    return made


def _edges(page: str) -> list[str]:
    lines = [_unnumbered(line) for line in page.splitlines() if line.strip()]
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _unnumbered(line: str) -> str:
    """A line whose numbers count for nothing: "Page 2 of 7" and "Page 3 of 7" are one."""
    return " ".join(re.sub(r"\d+", "#", line).split())


def _with_our_cuts(theirs: Sequence[str], ours: Sequence[str]) -> tuple[list[str], int]:
    """The oracle's words, those with the same letters as ours but other gaps cut as ours, and their count."""
    made: list[str] = []
    count = 0
    for (start, end), (own_start, own_end) in _differences(theirs, ours):
        stretch = list(theirs[start:end])
        if (start, end) == (own_start, own_end) or theirs[start:end] == ours[own_start:own_end]:
            made += stretch
            continue
        mended, changed = _mended(stretch, list(ours[own_start:own_end]))
        made += mended
        count += changed
    return made, count


Stretch = tuple[int, int]


def _differences(theirs: Sequence[str], ours: Sequence[str]) -> Iterator[tuple[Stretch, Stretch]]:
    """Stretches of both that belong together, in order: the same words, or what differs between such."""
    start = own_start = 0
    for step in LCSseq.opcodes(theirs, ours):
        if step.tag != "equal":
            continue
        if (start, own_start) != (step.src_start, step.dest_start):
            yield (start, step.src_start), (own_start, step.dest_start)
        yield (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        start, own_start = step.src_end, step.dest_end
    yield (start, len(theirs)), (own_start, len(ours))


def _mended(theirs: list[str], ours: list[str]) -> tuple[list[str], int]:
    """A stretch of the oracle's words with those cut as ours that have the same letters."""
    spans = {
        "".join(ours[start:end]): ours[start:end]
        for start in range(len(ours))
        for end in range(start + 1, min(len(ours), start + _LONGEST_CUT) + 1)
    }
    made: list[str] = []
    at = count = 0
    while at < len(theirs):
        ends = range(min(len(theirs), at + _LONGEST_CUT), at, -1)
        end = next((end for end in ends if "".join(theirs[at:end]) in spans), at)
        own = spans.get("".join(theirs[at:end]), theirs[at : at + 1])
        count += own != theirs[at : max(end, at + 1)]
        made += own
        at = max(end, at + 1)
    return made, count


def _in_order(sequence: Sequence[str], wanted: Counter[str]) -> tuple[str, ...]:
    """The words of a sequence that are wanted, as often as they are, the last of each first told."""
    left = Counter(wanted)
    made: list[str] = []
    for word in reversed(sequence):
        if left[word] > 0:
            left[word] -= 1
            made.append(word)
    return tuple(reversed(made))
