"""What changed between two versions of a text, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 1500
"""Maximum number of words of a passage that are compared one by one; a longer one is replaced as a whole."""


class Change(StrEnum):
    """What became of some words from the older version to the newer one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that are the same in both versions, or stand only in one of them."""

    change: Change
    words: str


def changed_passages(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Yield the passages that differ, in order, each as pieces. `old` and `new` are paragraphs."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pieces = tuple(word_changes(" ".join(old[a:b]), " ".join(new[c:d])))
            if any(piece.change is not Change.SAME for piece in pieces):
                yield pieces


def word_changes(old: str, new: str) -> Iterator[Piece]:
    """Yield the words of two passages in order: those that are the same, were removed, were added."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > MOST_WORDS:
        codes = [("replace", 0, len(before), 0, len(after))]
    else:
        codes = list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    for tag, a, b, c, d in codes:
        if tag == "equal":
            yield Piece(Change.SAME, " ".join(before[a:b]))
            continue
        if a < b:
            yield Piece(Change.REMOVED, " ".join(before[a:b]))
        if c < d:
            yield Piece(Change.ADDED, " ".join(after[c:d]))


def shared_part(old: Sequence[str], new: Sequence[str]) -> float:
    """The part of the words of the longer version that both have, from 0 to 1, whatever their order."""
    before = Counter(word for paragraph in old for word in paragraph.split())
    after = Counter(word for paragraph in new for word in paragraph.split())
    longest = max(before.total(), after.total())
    return (before & after).total() / longest if longest else 1.0
