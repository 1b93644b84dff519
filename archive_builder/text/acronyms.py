"""Acronyms that a text defines: "Performance and Accountability Board (PAB)", "PAB (Performance …)".

The algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): the letters of the short form are looked for in the words before it, from the
right, and its first letter must begin a word. Rules besides, for minutes are full of brackets: a short
form is mostly capitals; its long form does not reach over the end of a sentence, and begins with a
capital where its other words do ("Office of the ...", not "of the ...", for OPCC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive_builder.text.words import words

_BRACKET = re.compile(r"\(([^()]{2,120})\)")
_BEFORE = 240
"""Characters before a bracket that can hold the long form."""
_SHORT = re.compile(r"[A-Z0-9][\w&/.-]{0,8}[A-Za-z0-9]")
_BREAK = re.compile(r"[.;:!?]\s|[\n()]")
_WORD = re.compile(r"\S+")
_SHORTEST = 10
"""Characters of a long form: one word alone is hardly ever meant."""
_QUOTES = "\"'“”‘’ "
_PREFIX = re.compile(r"(?:the|a|an|our|its)\s+", re.IGNORECASE)


class Defined(NamedTuple):
    """An acronym and what the text says that it stands for, both as printed."""

    short: str
    meaning: str


def meaning_key(meaning: str) -> tuple[str, ...]:
    """Return what meanings have in common that differ only in case, "&" or a plural."""
    return tuple(word.removesuffix("s") for word in words(meaning.replace("&", " and ")))


def defined(text: str) -> Iterator[Defined]:
    """The acronyms that a text defines, in order. In time with the text's length."""
    for bracket in _BRACKET.finditer(text):
        inside = _without_alternatives(bracket[1])
        before = text[max(bracket.start() - _BEFORE, 0) : bracket.start()]
        before = _BREAK.split(before)[-1].strip(_QUOTES)
        if is_short(inside):
            meaning = _long_before(inside, before)
        else:
            short = before.rpartition(" ")[2].strip(_QUOTES)
            inside, meaning = short, _whole(short, inside) if is_short(short) else ""
        if meaning:
            yield Defined(inside, meaning)


def is_short(text: str) -> bool:
    """True if it is printed as acronyms are: most of it capitals, the plural's s aside."""
    letters = [character for character in text.removesuffix("s") if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return bool(_SHORT.fullmatch(text)) and capitals > 1 and capitals * 2 > len(letters)


def _without_alternatives(inside: str) -> str:
    """("PAB" or "the Board"), (PAB; see below): the first of what a bracket holds."""
    return re.split(r"[,;]|\bor\b|\bsee\b", inside)[0].strip(_QUOTES).removeprefix("the ").strip(_QUOTES)


def _long_before(short: str, before: str) -> str:
    """The shortest end of a text that can be what the short form stands for; empty where there is none."""
    words = list(_WORD.finditer(before))
    most = min(len(short) + 5, len(short) * 2)
    before = before[words[-most].start() :] if len(words) > most else before
    ends = (_plausible(short, before[start:]) for start in _starts(short, before))
    return next(filter(None, ends), "")


def _whole(short: str, inside: str) -> str:
    """The words of a bracket, if the short form is made of them from the first to the last."""
    meaning = _PREFIX.sub("", inside.strip(_QUOTES), count=1)
    return _plausible(short, meaning) if 0 in _starts(short, meaning) else ""


def _starts(short: str, long: str) -> Iterator[int]:
    """Where in a text the long form can begin, its letters matched from the right; the nearest first."""
    letters = [character for character in short.casefold() if character.isalnum()]
    folded = long.casefold()
    if len(folded) != len(long):  # a letter that folds to two: places would shift
        return
    if short.endswith("s") and not folded.rstrip().endswith("s"):
        letters.pop()
    first, *others = letters
    at = len(long)
    for letter in reversed(others):
        at = folded.rfind(letter, 0, at)
        if at < 0:
            return
    for place in range(at - 1, -1, -1):
        if folded[place] == first and not (place and folded[place - 1].isalnum()):
            yield place


def _plausible(short: str, long: str) -> str:
    """A long form as it is given out; empty where it can hardly be one."""
    long = " ".join(long.split()).strip(f"{_QUOTES},-–—")
    words = long.split()
    bare = short.removesuffix("s")
    likely = (
        len(words) <= len(short) + 5 and len(long) >= max(2 * len(short), _SHORTEST) and bare not in words
    )
    return long if likely and _is_name(bare, words) else ""


def _is_name(short: str, words: list[str]) -> bool:
    """True if enough of its words begin with a letter of the short form to be what it was made from.

    Where the others are printed as a name, with capitals, so is the first: "how successful were the
    Safer Streets 4 (SSF4) projects" names nothing that is called "successful were ...".
    """
    if words[0].islower() and sum(word[:1].isupper() for word in words) > 1:
        return False
    letters = {character.casefold() for character in short}
    telling = [word for word in words if len(word) > 3]
    begun = sum(word.strip(_QUOTES)[:1].casefold() in letters for word in telling)
    return begun * 2 >= len(telling)
