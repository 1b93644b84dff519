"""Raised figures against a word: whether one marks a note, where no note tells it."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d{1,2}")
_WORD_BEFORE = re.compile(r"(?<![\w./])(?P<word>[^\W\d_]{3,})[.,;:!?)\]”’\"']{0,2}$")
_UNITS = frozenset(
    {"min", "sec", "inch", "feet", "foot", "yard", "mile", "metre", "meter", "miles", "metres", "meters"}
)
"""Words whose raised figure is a power ("3 feet²"); shorter units are no words here."""


def is_note_mark(before: str, figure: str) -> bool:
    """True if a raised figure marks a note: it stands against a word, and not against a unit or a number."""
    match = _WORD_BEFORE.search(before)
    return bool(_FIGURE.fullmatch(figure)) and match is not None and match["word"].casefold() not in _UNITS
