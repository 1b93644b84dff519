"""Text as the terms of the search index: split, fold, drop stop words, stem.

Scripts that put no spaces between words are cut into bigrams: two neighbouring characters each.

`archive_builder/theme/assets/search/index/terms.js` does the same to what a reader types; a test holds the two
together, word by word. They have to be ours because lunr's two halves differ: the Python half stems
"survey" to "survei" and the JavaScript half to "survey", so that one never finds what the other indexed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

from archive_builder.index.spellings import SPELLINGS

STOP_WORDS = (frozenset(WORDS) - {"may"}) | {"against", "concerning", "during", "regarding"}
"""lunr's list without the month, and with prepositions that say nothing of what is looked for."""

_WORD = re.compile(r"\d++(?:[.,]\d+)++|[^\W_]++(?:'[^\W_]++)*+")
"""A number with its points and commas, or letters and digits with apostrophes inside."""

_PLAIN_WORD = re.compile(_WORD.pattern.replace(r"[^\W_]", "[0-9A-Za-z]"), re.ASCII)
"""The same for texts in ASCII, as most are: a third faster."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\uff66-\uff9f"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, also in Japanese
)
"""Scripts that put no spaces between words. `terms.js` has the same."""

_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PIECE = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")

_ODD = re.compile(r"[^\x00-\x7f–—£“”•…]")
"""Letters with accents and other characters with several spellings, without common punctuation."""


def terms(text: str) -> list[str]:
    """Return the terms that index a text, in order, repeated as often as they occur."""
    return [made for word in split(text) if (made := term(word))]


@lru_cache(maxsize=8)
def split(text: str) -> Sequence[str]:
    """Return the words of a text, without accents, in their case. Cached: callers repeat texts in a row."""
    text = plain(text)
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    words = _WORD.findall(text)
    if not _IS_UNSPACED.search(text):
        return words
    return [part for word in words for part in _cut(word)]


def _cut(word: str) -> Iterator[str]:
    """Yield the parts of a word: bigrams where its script puts no spaces between words, else the word."""
    for piece in _PIECE.findall(word):
        if len(piece) > 1 and _IS_UNSPACED.match(piece):
            yield from map("".join, pairwise(piece))
        else:
            yield piece


def term(word: str) -> str:
    """Return the term that a word is found by, or "" for a stop word."""
    folded = fold(word)
    return "" if folded in STOP_WORDS else stem(folded)


def fold(word: str) -> str:
    """Return a word without what spellings differ in: case, accents, possessive, apostrophes, 1,000."""
    word = plain(word).lower()
    if "'" in word:
        word = re.sub(r"'s?$", "", word).replace("'", "")
    return word.replace(",", "")


def plain(text: str) -> str:
    """Return a text without accents and with straight apostrophes."""
    if text.isascii():
        return text
    text = text.replace("’", "'").replace("‘", "'")
    if not _ODD.search(text):
        return text
    return unicodedata.normalize("NFKD", text).translate(_MARKS)


LETTERS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
"""Letters that no decomposition takes apart, as those write them who do not have them."""


class _Marks(dict[int, int | str | None]):
    """For `str.translate`: accents and other marks are dropped, everything else but `LETTERS` stays."""

    def __missing__(self, code: int) -> int | str | None:
        kept = None if unicodedata.category(chr(code)).startswith("M") else code
        self[code] = kept
        return kept


_MARKS = _Marks(
    {ord(letter): plain for letter, plain in LETTERS.items()}
    | {ord(letter.upper()): plain.upper() for letter, plain in LETTERS.items() if len(letter.upper()) == 1}
)


def stem(word: str) -> str:
    """Return the stem of a folded word in its one spelling, as `search/words.js` computes it."""
    word = SPELLINGS.of(word)
    if word == "eed":  # which lunr.js takes for an e with the ending -ed
        return "e"
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
