"""Names of bodies that two lines of a head make together: a broken name, a board and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_builder.recognise.facts.body_looks import (
    NO_NOUN,
    generic,
    name_features,
    within_another,
    without_sorts,
)
from archive_builder.recognise.facts.body_name import NamePart, names_in
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.same_body import is_short_for, name_key
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary

_GOES_ON = re.compile(r"(?:on|for|of|and|&)\b", re.IGNORECASE)
IS_BROKEN = re.compile(r"(?:\b(?:of|for|and|the)|&)$", re.IGNORECASE)
"""The end of a line whose name goes on below."""
_UNLIKE_AN_OWNER = frozenset(
    {"generic", "long", "place", "person", "verb", "digit", "label", "small-letters"}
)


def find_joined(
    above: NamePart, below: NamePart, title: bool, above_date: bool, vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """Two lines as one name: a broken one, a body below the name of the one that it is of, or above it.

    `title` says that the line below is set as a title, `above_date` that a date stands on the next one.
    """
    stated = ""
    if _GOES_ON.match(below.printed) or IS_BROKEN.search(above.printed):
        parts = names_in(f"{above.name} {below.printed}", vocabulary)
        name = parts[0].name if parts else ""
        stated = "title-of" if parts and parts[0].stated else ""
    elif _is_of(above.name, below.name, vocabulary):
        name = _with_board(above.name, below.name, vocabulary)
    elif _is_last_word(above.printed, below.printed, vocabulary):
        name = f"{above.name} {below.name}"
    elif above_date and above.with_paper and _is_owner(below, above.name, vocabulary):
        name = _with_board(below.name, above.name, vocabulary)
    else:
        return
    paper = "with-paper" if below.with_paper else ""
    set_as_title = "title-line" if title else ""
    features = name_features(name, vocabulary)
    yield candidate(name, "line", "joined", "first-line", set_as_title, stated, paper, *features, words=name)


def _with_board(owner: str, board: str, vocabulary: Vocabulary) -> str:
    """The name of a board with that of whose it is before it: "Fenny School", "BOARD OF GOVERNORS"."""
    board = without_sorts(board, vocabulary)
    shouted = board.isupper() and not owner.isupper()
    return f"{owner} {board.capitalize() if shouted else board}"


def _is_last_word(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """True if the last word of a title in capitals stands on a line of its own: "POLICY" above "COMMITTEE"."""
    alone = len(below.split()) == 1 and generic(below, vocabulary)
    return alone and above.isupper() and below.isupper() and NO_NOUN in name_features(above, vocabulary)


def _is_of(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """True if "Board of Governors" stands below the name of the school whose board it is."""
    named = not {NO_NOUN, "generic", "long"} & set(name_features(above, vocabulary))
    return named and _is_board(below, above, vocabulary)


def _is_board(name: str, owner: str, vocabulary: Vocabulary) -> bool:
    """True if a name says only what sort of board it is, and the other is not the long form of it."""
    board = generic(name, vocabulary) and within_another(name, vocabulary)
    return board and not is_short_for(name_key(name), name_key(owner))


def _is_owner(part: NamePart, board: str, vocabulary: Vocabulary) -> bool:
    """True if a line between "Executive Committee Minutes" and the date says whose committee it is, and not where."""
    looks = set(name_features(part.name, vocabulary))
    placed = compiled(r".* \b {PLACE} \b .*", vocabulary).match(part.name)
    several = len(part.name.split()) > 1
    return (
        several
        and not placed
        and not part.with_paper
        and not looks & _UNLIKE_AN_OWNER
        and _is_board(board, part.name, vocabulary)
    )
