"""A line of a list of people cut at its marks: commas, brackets, dashes, tabs, "and", titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.words import folded, phrase


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, with the mark that sets it apart from the part before it."""

    text: str
    mark: str
    """A key of `weights.PERSON_BEHIND`: comma, bracket, gap (a tab or wide space), behind (a bracket), ..."""
    start: int
    end: int
    """Where it stands in the line that `tidied` gives."""


@lru_cache(maxsize=8)
def _marks(vocabulary: Vocabulary) -> re.Pattern[str]:
    honorifics = phrase(vocabulary.honorifics)
    joins = phrase(vocabulary.signs["roster_joins"])
    numbers = phrase(vocabulary.signs["number_in_words"])
    return re.compile(
        rf"""
          \s*\( (?P<bracket> [^()]* ) (?: \) | $ )
        | \s*(?P<semicolon> [;•] )\s*
        | \s*(?P<comma> , ) (?: \s* (?: (?i:{joins})\b | & ) )? \s*
        | \s*(?P<gap> \t\s*[-–—]?\s* | [ ]{{3,}} (?! [-–—(] ) )
        | (?P<dash> \s+[-–—]+\s* | \s*[–—]+\s* | (?<=\))-\s* )
        | (?P<colon> :\s* [-–—]? \s+ | :$ )
        | \s+(?P<and> (?i:{joins})\b | & ) \s+ (?= [{CAPITAL}(\d] | (?:{numbers})\b )
        | (?: (?<= [^\W\d_]{{3}} ) | (?<= \) ) )(?P<stop> \. ) (?: \s+ (?=[{CAPITAL}\d]) | $ )
        | (?<= [\w.)’'] )(?P<title> \s+ ) (?= (?:{honorifics})\b\.? \s+ [{CAPITAL}] )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=8)
def _posts_with_marks(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Posts that hold a comma or an "and": "Police, Fire and Crime Commissioner"."""
    posts = [rank for rank in vocabulary.ranks.values() if "," in rank or " and " in rank]
    return re.compile(phrase(posts) or r"(?!)")


def cut(line: str, vocabulary: Vocabulary) -> list[Piece]:
    """The pieces of a tidied line, in order; none of them is empty."""
    found: list[Piece] = []
    mark, at = "start", 0
    whole = [match.span() for match in _posts_with_marks(vocabulary).finditer(line)]
    for match in _marks(vocabulary).finditer(line):
        kind = match.lastgroup or ""
        if any(start < match.start() and match.end() < end for start, end in whole):
            continue
        if kind == "gap" and match[0].strip():  # "Ann Lee\t-\tNorthtown Trust"
            kind = "dash"
        if kind == "stop" and _is_abbreviation(line[: match.start()], vocabulary):
            continue
        if kind == "title" and _stands_alone(line[at : match.start()], vocabulary):
            continue
        found += _piece(line, at, match.start(), mark)
        if kind == "bracket":
            found += _piece(line, match.start("bracket"), match.end("bracket"), "bracket")
            mark = "behind"
        elif not (mark == "behind" and not line[at : match.start()].strip()) or kind != "title":
            mark = kind
        at = match.end()
    found += _piece(line, at, len(line), mark)
    return [part for piece in found for part in _by_initials(piece, line)]


_INITIALED = re.compile(rf"\s*(?:[{CAPITAL}]\.\s*|[{CAPITAL}]\s+){{1,3}}[{CAPITAL}][\w’'-]+\s*")
_SEVERAL_INITIALED = re.compile(rf"(?:{_INITIALED.pattern}){{2,}}")


def _by_initials(piece: Piece, line: str) -> list[Piece]:
    """The names of "A Lee B Ray C Doe", which only their initials set apart; the piece as it is otherwise."""
    if not _SEVERAL_INITIALED.fullmatch(line, piece.start, piece.end):
        return [piece]
    names = [match.span() for match in _INITIALED.finditer(line, piece.start, piece.end)]
    marks = [piece.mark, *["title"] * (len(names) - 1)]
    return [
        Piece(folded(line[start:end]), mark, start, end)
        for (start, end), mark in zip(names, marks, strict=True)
    ]


def _piece(line: str, start: int, end: int, mark: str) -> list[Piece]:
    text = folded(line[start:end]).strip(" ,;:")
    return [Piece(text, mark, start, end)] if text.strip(".-–— ") else []


def _is_abbreviation(before: str, vocabulary: Vocabulary) -> bool:
    """True if the stop behind these words belongs to a title: "Messrs.", "Prof."."""
    word = before.split()[-1:] or [""]
    short = (*vocabulary.honorifics, *vocabulary.ranks, "Messrs")
    return word[0].casefold() in {title.casefold() for title in short}


def _stands_alone(before: str, vocabulary: Vocabulary) -> bool:
    """True if the words before a title are a title too: "Cllr Mrs A Lee", "the Mayor Cllr Lee"."""
    words = before.split()
    titles = {
        title.casefold()
        for title in (
            *vocabulary.signs["member_areas"],
            *vocabulary.honorifics,
            *vocabulary.ranks,
            *vocabulary.role_nouns,
            "the",
        )
    }
    return not words or words[-1].strip(".,").casefold() in titles
