"""Where words stand in a text, in whatever spelling: case, accents, white space, hyphens at a line's end.

A text is folded once for all that is looked for in it; a fold knows where each of its characters stood. What
is found is given as pairs of first character and end in the text as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive_builder import lang
from archive_builder.model import Redaction

Span = tuple[int, int]
"""The place of the first character, and of the first behind the last."""

LEAST = 3
"""Number of letters and digits that a passage or name has at least: fewer would be found everywhere."""

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters within a word that nobody sees: soft hyphens, spaces without width."""
_SAME = {**dict.fromkeys("‘’ʼ`´′", "'"), **dict.fromkeys("‐‑‒–—−", "-")}
"""Characters that are typed for one another."""
_LETTERS = re.compile(r"[^\W_]+")
_BROKEN = r"(?:-\s*)?"
"""Between two letters of a word: the hyphen and line break of a word that runs over a line's end."""
_BETWEEN = r"[\W_]{0,12}"
"""Between two words: spaces, signs, and what marks words up."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A text in one spelling."""

    text: str
    places: Sequence[int]
    """Where each character stood in the text as it was."""
    original: str

    def is_capital(self, place: int) -> bool:
        """True if a character of the fold was a capital letter."""
        return self.original[self.places[place]].isupper()

    def span(self, first: int, end: int) -> Span:
        """Return a stretch of the fold as a stretch of the text as it was."""
        return self.places[first], self.places[end - 1] + 1


def fold(text: str) -> Fold:
    """Return a text without case and accents, with plain spaces, hyphens and apostrophes."""
    if text.isascii():
        return Fold(text.lower(), range(len(text)), text)
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in _spelt(character):
            folded.append(part)
            places.append(place)
    return Fold("".join(folded), places, text)


@cache
def _spelt(character: str) -> str:
    if character in _UNSEEN:
        return ""
    parts = unicodedata.normalize("NFKD", _SAME.get(character, character)).casefold()
    return "".join(_SAME.get(part, part) for part in parts if not unicodedata.combining(part))


def letters(text: str) -> str:
    """Return the letters and digits of a text in one spelling, without anything between them.

    What a text holds in any spelling, its letters hold: a cheap look before a text is searched.
    """
    return "".join(_LETTERS.findall("".join(map(_spelt, text))))


def find(folded: Fold, held: str, redaction: Redaction) -> Iterator[Span]:
    """Yield the places where the words of a redaction stand; `held` are the text's letters."""
    for words in (redaction.passage, *redaction.also):
        if words and letters(words) in held:
            yield from (folded.span(*match.span()) for match in _phrase(words).finditer(folded.text))
    if redaction.name:
        yield from _find_name(folded, held, redaction.name)


@cache
def _phrase(words: str) -> re.Pattern[str]:
    """Return the pattern of some words in any spelling, as whole words."""
    parts = (_BROKEN.join(map(re.escape, word)) for word in _LETTERS.findall(fold(words).text))
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(parts)}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Name:
    """A person's name in its parts, folded."""

    given: tuple[str, ...]
    surname: str


@cache
def _parsed(name: str) -> _Name:
    *given, surname = fold(name).text.split() or [""]
    return _Name(tuple(given), surname)


def _find_name(folded: Fold, held: str, name: str) -> Iterator[Span]:
    """Yield the places of a surname with what stands before it of the person's names and titles.

    The surname alone is taken for the person's; with another's given name or initial it is another person.
    """
    parsed = _parsed(name)
    if letters(parsed.surname) not in held:
        return
    for match in _phrase(parsed.surname).finditer(folded.text):
        first, whose = _before(folded, match.start(), parsed)
        if whose != "another":
            behind = _behind(parsed).match(folded.text, match.end())
            yield folded.span(first, behind.end() if behind else match.end())
    yield from (folded.span(*match.span()) for match in _accounts(parsed).finditer(folded.text))


_LAST_WORD = re.compile(r"(?<![^\W_])([^\W\d_]+(?:['-][^\W\d_]+)*)[ .\n_-]{1,3}$")
"""The word before a place."""
_REACH = 40
"""Number of characters before a surname in which a word of the name begins."""
_MOST_NAMES = 5


def _before(folded: Fold, surname: int, name: _Name) -> tuple[int, str]:
    """Return where a name begins that ends with the surname at a place, and whose it is.

    The latter is "theirs" or "another" where given names or initials say so, else empty.
    """
    first = at = surname
    whose = ""
    for _ in range(_MOST_NAMES):
        start = max(0, at - _REACH)
        found = _LAST_WORD.search(folded.text[start:at])
        if not found:
            break
        word, at = found[1], start + found.start(1)
        if _is_title(word):
            first = at
        elif word in name.given or _is_initial_of(word, name):
            first, whose = at, "theirs"
        elif folded.is_capital(at) == folded.is_capital(surname) and _is_given(word):
            whose = whose or "another"
        else:
            break
    return first, whose


def _is_given(word: str) -> bool:
    """True if a word is an initial or a given name, and no word that opens sentences ("Will")."""
    return len(word) == 1 or (word in _given_names() and word not in lang.word_list("function_words"))


def _is_initial_of(word: str, name: _Name) -> bool:
    return len(word) == 1 and any(given.startswith(word) for given in name.given)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name).text for name in lang.word_list("given_names"))


@cache
def _titles() -> frozenset[str]:
    return lang.word_list("titles")


def _is_title(word: str) -> bool:
    return word in _titles()


@cache
def _behind(name: _Name) -> re.Pattern[str]:
    """Return the pattern of a given name or initial behind the surname: "Lee, Ann", "Lee, A."."""
    given = "|".join([*map(re.escape, name.given), *(rf"{each[:1]}\b\.?" for each in name.given)])
    return re.compile(rf",? (?:{given})(?![^\W_])") if given else re.compile(r"(?!)")


_LEAST_ACCOUNT = 5
"""Letters of an account's name that is taken for a person's."""


@cache
def _accounts(name: _Name) -> re.Pattern[str]:
    """Return the pattern of an e-mail address or user name made of the parts of a name: "alee@", "@ann_lee"."""
    surname = letters(name.surname)
    glued: list[str] = []
    for given in map(letters, name.given):
        glued += [given + surname, surname + given, given[:1] + surname, surname + given[:1]]
    long = sorted({re.escape(each) for each in glued if len(each) >= _LEAST_ACCOUNT}, key=len, reverse=True)
    if not long:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(long)})\d*(?:@[\w.-]+)?(?![^\W_])")
