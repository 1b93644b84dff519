"""One spelling for words that have several: licence and license, organise and organize, bus and buses.

`lang/en/spellings.toml` holds the words. The browser has the same table in `search/words.js`, which is made
with it (`lunr_words.py`), so that a spelling is added in one place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from archive_builder import lang

SHORTEST = 3
"""Minimum number of letters before an ending: a size is no "sise"."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """What words, beginnings and endings of words are spelt as."""

    words: dict[str, str]
    beginnings: dict[str, str]
    endings: dict[str, str]
    longest: int = field(init=False)
    """Number of letters of the longest beginning."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.beginnings), default=0))

    def of(self, word: str) -> str:
        """Return a folded word in the one spelling that the index has for it."""
        if word in self.words:
            return self.words[word]
        for size in range(min(len(word), self.longest), 2, -1):
            if (begun := self.beginnings.get(word[:size])) is not None:
                word = begun + word[size:]
                break
        for ending, instead in self.endings.items():
            if word.endswith(ending) and len(word) >= SHORTEST + len(ending):
                return word.removesuffix(ending) + instead
        return word


SPELLINGS = Spellings(**lang.table("spellings"))
