"""Whether the words of a page are words: some fonts do not say which letters they print.

Such a file shows well and holds other signs than it shows: signs without a meaning, or letters that are
all moved by one place. Told by how words are made in any language: of letters, with vowels among them.
"""

from __future__ import annotations

import re
import unicodedata

from archive_builder.read.pdf.measures import MEASURES

_WORD = re.compile(r"[^\W\d_]+(?:['’.&/‐‑–-][^\W\d_]+)*")
_AROUND = "\"'“”‘’()[]{}<>.,;:!?*•…–—-/&£$€#"
_VOWELS = frozenset("aeiouy")
_NO_MEANING = frozenset({"Co", "Cc", "Cn", "Cs"})


def is_unreadable(text: str) -> bool:
    """True if most signs of a page have no meaning, or too few of its words can be words."""
    signs = [sign for sign in text if not sign.isspace()]
    if len(signs) < MEASURES.fewest_signs:
        return False
    if sum(map(is_no_letter, signs)) > MEASURES.most_lost_signs * len(signs):
        return True
    tried = [word for word in text.split() if len(word) >= MEASURES.least_word and _is_tried(word)]
    if len(tried) < MEASURES.fewest_words:
        return False
    return sum(map(_is_word, tried)) < MEASURES.least_words * len(tried)


def is_no_letter(sign: str) -> bool:
    """True for a sign that stands for a letter of an unknown font: private ones, control signs, the question mark."""
    return sign == "\ufffd" or (unicodedata.category(sign) in _NO_MEANING and sign not in "\x02\ufffe\r\n\t")


def lost_letters(text: str) -> int:
    """How many letters within words have no meaning.

    The sign \\x02 is left out: pdfium writes it for a hyphen at a line end.
    """
    return len(re.findall(r"(?<=[^\W\d_])[\x01\x03-\x08\x0b\x0e-\x1f\ufffd](?=[^\W\d_])", text))


def _is_tried(word: str) -> bool:
    """True if a word has no figures: dates, times and references say nothing."""
    return not any(sign.isdigit() for sign in word)


def _is_word(text: str) -> bool:
    """True if a string of signs can be a word of a language: letters, with a vowel if they are Latin ones."""
    bare = text.strip(_AROUND)
    if not _WORD.fullmatch(bare):
        return not bare
    plain = unicodedata.normalize("NFD", bare.casefold())
    return not plain.isascii() or not _VOWELS.isdisjoint(plain)
