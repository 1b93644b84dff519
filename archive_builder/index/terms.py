"""Text as the terms of the search index: split, fold, drop stop words, stem.

`docs/assets/search-terms.js` does the same to what a reader types; a test holds the two together,
word by word. They have to be ours because lunr's two halves differ: the Python half stems "survey"
to "survei" and the JavaScript half to "survey", so that one never finds what the other indexed.
"""

from __future__ import annotations

import re
import unicodedata

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

STOP_WORDS = frozenset(WORDS) - {"may"}
"""lunr's list, without the month."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*")
"""A number with its points and commas, or letters and digits with apostrophes inside."""


def terms(text: str) -> list[str]:
    """The terms that index a text, in order, repeated as often as they occur."""
    words = (fold(word) for word in _WORD.findall(_plain(text)))
    return [stem(word) for word in words if word and word not in STOP_WORDS]


def fold(word: str) -> str:
    """One word without what spellings differ in: case, accents, possessive, apostrophes, 1,000."""
    word = re.sub(r"'s?$", "", _plain(word))
    return word.replace("'", "").replace(",", "")


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("‘", "'"))
    return "".join(c for c in text if not unicodedata.category(c).startswith("M"))


def stem(word: str) -> str:
    """A word without its ending, as lunr.js has it."""
    return str(_STEMMER.stem(word))


class _Stemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """lunr's stemmer with the one rule in which the JavaScript differs."""

    b: str
    """The word."""
    k: int
    """Its last letter."""

    def step1c(self) -> None:
        """A last y becomes i after a consonant, but not after the word's first letter."""
        if self.ends("y") and self.k >= 2 and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]


_STEMMER = _Stemmer()
