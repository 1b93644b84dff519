"""The parts of a resolution: the points below RESOLVED, in the order of their marks, or lettered in its own line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive_builder.model import Block, BlockKind
from archive_builder.text.numerals import letter, reference, roman


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a resolution: its block, and the path of its marks, printed or given by us."""

    block: int
    path: tuple[str, ...]


def parts_below(blocks: Sequence[Block], following: range, number: str) -> list[Part]:
    """The parts of a resolution among the blocks below its marker; bullets below an open part are lettered."""
    reading = _Parts(blocks, number)
    for index in following:
        if not reading.take(index):
            break
    return reading.found


_FIRST = ("a", "i", "1")
"""The marks of first parts: what goes on with "(b)" below a whole resolution is no part of it."""


@dataclass(slots=True)
class _Parts:
    """The parts found so far, and where the next one stands among them."""

    blocks: Sequence[Block]
    number: str
    found: list[Part] = field(default_factory=list)
    stem: tuple[str, ...] = ()
    letters: int = 0
    first: Block | None = None
    """The first point with a printed mark."""

    def take(self, index: int) -> bool:
        """Add a block as a part; False if it is none, and the resolution is over."""
        block = self.blocks[index]
        mark = reference(block.marker or self._typed_mark(block))
        if mark and self.first is None and self.found and mark not in _FIRST and not self._is_open(-1):
            return False
        if mark and (block.kind is BlockKind.ITEM or not block.marker):
            self._marked(index, mark)
        elif block.kind is BlockKind.ITEM:
            self._lettered(index)
        elif block.kind is BlockKind.PARAGRAPH and not self.found and _is_resolution(block):
            self.found.append(Part(index, (self.number,)))
        else:
            return False
        return True

    def _typed_mark(self, block: Block) -> str:
        """The mark that a paragraph begins with, "A) approve the plan": the first, or the one that counts on."""
        typed = _TYPED_MARK.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
        if typed is None:
            return ""
        before = self.found[-1].path[-1] if self.found else ""
        first = not self.found and typed[1].casefold() in _FIRST
        follows = len(before) == 1 and ord(typed[1].casefold()) == ord(before) + 1
        return typed[1] if first or follows else ""

    def _marked(self, index: int, mark: str) -> None:
        """Add a point with a mark of its own, at the depth that the mark counts at."""
        block = self.blocks[index]
        self.first = self.first or block
        below = bool(self.stem) and (
            block.level > self.first.level or _counts_below(self.first, block, self.stem)
        )
        self.stem = (*self.stem[: _depth(self.stem, below)], mark) if below else (self.number, mark)
        self.letters = 0
        self.found.append(Part(index, self.stem))

    def _lettered(self, index: int) -> None:
        """Add a point without a mark: lettered, and below the part that leads up to it."""
        above = -1 - self.letters
        nested = len(self.found) > self.letters and self._is_open(above)
        stem = (self.stem or (self.number,)) if nested else (self.number,)
        self.found.append(Part(index, (*stem, letter(self.letters))))
        self.letters += 1

    def _is_open(self, at: int) -> bool:
        """True if a part found before ends in a colon."""
        return self.blocks[self.found[at].block].text.rstrip(" -–").endswith(":")


_TYPED_MARK = re.compile(r"\(?([A-Ha-h1-9])[).]\s+(?=\S)")
"""The mark of a part that is set as a paragraph."""


def _depth(stem: tuple[str, ...], deeper: bool) -> int:
    """How much of the path of the part before a deeper part keeps: number and upper mark."""
    return min(len(stem), 2) if deeper else 1


def _counts_below(first: Block, block: Block, stem: tuple[str, ...]) -> bool:
    """True if a mark of another style counts the points below the part before: "(a)" below "ii.".

    Letters go on from the letter before; "c" and "d" are roman numerals too.
    """
    upper, mark = reference(first.marker), reference(block.marker)
    if upper.isdigit():
        return not mark.isdigit()
    if mark.isdigit() or not roman(upper):
        return mark.isdigit()
    before = stem[2] if len(stem) > 2 else ""
    return mark == "a" or (len(before) == 1 and len(mark) == 1 and ord(mark) == ord(before) + 1)


def _is_resolution(block: Block) -> bool:
    return block.bold or re.match(r"[“\"]?(?:that|to|the)\b", block.text, re.IGNORECASE) is not None


_MARK_WITHIN = re.compile(r"(?:(?<=\s)|(?<=^))\(([a-h]|[1-8])\)\s+(?=\S)")
"""The mark of a part in the line of its resolution: "(a) That …; and (b) that …"."""
_BULLET_WITHIN = re.compile(r"(?<=\s)[•●▪]\s+(?=\S)")
"""A bullet there, where a list was set in one line: "• That …. • That …."."""


def lettered_within(text: str) -> list[tuple[str, int, int]]:
    """The parts that are lettered within a text, each with its mark, beginning and end; none unless two or more are.

    The marks must count up from the first, each part in words of its own; bullets are given letters.
    """
    marks = list(_MARK_WITHIN.finditer(text))
    names = [mark[1] for mark in marks]
    if not marks:
        marks = list(_BULLET_WITHIN.finditer(text))
        names = [letter(n) for n in range(len(marks))]
    count = [chr(ord(names[0]) + n) for n in range(len(marks))] if marks else []
    if len(marks) < _FEWEST or names[0] not in _FIRST or names != count:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    parts = [
        (name, mark.end(), _without_joint(text, end))
        for name, mark, end in zip(names, marks, ends, strict=True)
    ]
    whole = all(len(text[start:end].split()) >= _WORDS for _, start, end in parts)
    return parts if whole else []


_FEWEST = 2
"""Minimum number of parts that a resolution is cut into."""
_WORDS = 4
"""Minimum number of words of such a part."""


def _without_joint(text: str, end: int) -> int:
    """Where a part ends without what joins it to the next: "; and (b)"."""
    return len(re.sub(r"[\s,;]*(?:[,;]\s*and\s*,?|\s+and\s*,?)?[\s,;]*$", "", text[:end]))
