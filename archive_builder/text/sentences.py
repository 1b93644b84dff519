"""Sentences of running text, with the characters they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archive_builder import lang
from archive_builder.text.words import phrase

_END = re.compile(r"[.?!][”\"’')\]]*\s+(?=[A-Z“\"'‘(£\d]|[-–•●▪] [A-Z])")
_WORDS = lang.table("sentences")
_ABBREVIATION = re.compile(
    rf"""(?: \b (?: {phrase(_WORDS["abbreviations"])} | [A-Z] )    # Mr. Cllr. e.g. J.
           | (?: ^ | \b (?:{phrase(_WORDS["numbered"])})s? \s ) \d+\.\d+    # item 4.2.
         ) \.$""",
    re.VERBOSE,
)

_LETTERED = re.compile(rf"\b(?:{phrase(_WORDS['lettered'])}) [A-Z]\.$", re.IGNORECASE)
"""What is told apart by a letter: no name follows its stop."""
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_DAYS = lang.table("dates")["weekdays"]
_DAY = re.compile(
    rf"""(?:
        (?: {phrase(_DAYS)} )
      | {phrase(_WORDS["clocks"])}                  # GMT
      | [A-Z]\w+ [ ] \d{{1,2}} ,? [ ] \d{{4}}       # June 3, 2025
    ) \b""",
    re.VERBOSE,
)
"""What goes on after "10.30 a.m."; any other capital begins a sentence."""
_REACH = 24
"""An abbreviation is sought in so many characters before its stop."""


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends; an abbreviation's stop ends none.

    A text is cut once, however many ask for its sentences.
    """
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        begun = max(start, match.start() - _REACH)
        head = ("…" if begun > start else "") + text[begun : match.start() + 1]
        abbreviated = _ABBREVIATION.search(head) and not _LETTERED.search(head)
        if not abbreviated and not (_CLOCK.search(head) and _DAY.match(text, match.end())):
            yield start, match.end() - len(match.group()) + len(match.group().rstrip())
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in spans(text)]
