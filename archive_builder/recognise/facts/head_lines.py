"""Lines of a document's head that are no part of its title: when it met, and who wrote it down."""

from __future__ import annotations

from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.names import bare, looks_like_name


def begins_with_date(text: str) -> bool:
    """Whether a line says when, and perhaps where: "Tuesday 4 March 2025, 10:00, Town Hall"."""
    found = next(dates.dates(text), None)
    return found is not None and found.start == 0


_TAKEN = r"""
    (?: {RECORD} | {MINUTE_TAKER} | {CHAIR} ) (?: [\s-]+ (?: {TAKING} | (?P<by> by ) | of ) )* \s* :
    \s* (?P<who> [^,(]+ )
"""


def says_who(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names who took the minutes: "Minutes: Ann Lee (Clerk)" is no title."""
    match = compiled(_TAKEN, vocabulary).match(text)
    if match is None:
        return False
    return bool(match["by"] and match["who"][:1].isupper()) or looks_like_name(bare(match["who"], vocabulary))
