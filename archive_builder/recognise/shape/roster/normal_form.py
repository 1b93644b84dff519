"""A line of a list of people in one form: one kind of brackets, spaces where they are missing, no signs of notes."""

from __future__ import annotations

import re
from functools import lru_cache

from archive_builder import lang
from archive_builder.recognise.shape.roster.lines import LONG_ASIDE
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.words import phrase

_NOTE_SIGN = re.compile(r"\s*[*†‡§]+")
_COLLAR_NUMBER = re.compile(r"(?<=[a-zA-Z])\s+\d{1,6}(?=\s+[A-Z][\w’'-]+\s+[A-Z])")
"""The number of a constable or of a seat: "PC 1234 Ian Jay", "Board member 3 Ian Jay"."""
_GENERATION = re.compile(r"\s*,\s*(?=(?:Jr|Sr|II|III|IV|Esq)\b\.?)")


_ENTRY_SIGN = re.compile(r"^\s*(?:\d{1,2}[.)]|[•▪●◦·o–-])\s+(?=[A-Z])")
"""The number or bullet of an entry: "1. Ann Lee"."""
_WIDE = re.compile(r" {5,}")
_LOOSE_END = re.compile(r"[,\s]*\b(?:and)?\s*\.?$")


def tidied(line: str, vocabulary: Vocabulary) -> str:
    """A line with one kind of brackets and without signs of notes; tabs and wide spaces stay."""
    words = _words(vocabulary)
    line = line.replace("[", "(").replace("]", ")").replace("(s)", "s").replace("\xa0", " ")
    line = LONG_ASIDE.sub("", _WIDE.sub("    ", line))
    line = _COLLAR_NUMBER.sub("", _NOTE_SIGN.sub("", line))
    line = _GENERATION.sub(" ", _ENTRY_SIGN.sub("", line))
    if words.squeezed.search(line):
        line = words.squeezed.sub(r"\g<title> ", words.joined_names.sub(" ", line))
    if "-" in line:
        line = words.hyphened_post.sub(lambda match: _post_apart(match, vocabulary), line)
    line = _INITIALS_AND_NAME.sub(r"\g<initials> ", line)
    line = _ACCOUNT.sub("", _AT.sub(" - ", line))
    line = _NICKNAME.sub(_without_nickname, line)
    if _WRITTEN_AS_ONE.fullmatch(line):
        line = ", ".join(line.split())
    line = words.roll_word.sub(" – ", line)
    return words.counted.sub("", line).strip(" :;,\n")


class _Words:
    """The patterns made of a vocabulary's lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        signs = vocabulary.signs
        titles = phrase((*vocabulary.honorifics, *signs["personal_titles"]))
        self.squeezed = re.compile(rf"\b(?P<title>(?:{titles})\.)(?=[{CAPITAL}])")
        beginnings = "".join(rf"(?<!{opening})" for opening in signs["surname_openings"])
        self.joined_names = re.compile(rf"(?<=[a-z]){beginnings}(?=[{CAPITAL}][a-z])")
        """Between two names without a space: "Mr.BoRay"."""
        each = phrase(signs["couple_titles"])
        self.couple = re.compile(
            rf"\b(?P<his>{each})\.?\s+(?:&|and)\s+(?P<her>{each})\.?\s+(?P<name>[{CAPITAL}][\w’'-]+)"
            rf"(?!\s+[{CAPITAL}])"
        )
        """Two by one surname: "Mr & Mrs Lee"."""
        posts = phrase(post for post in vocabulary.role_nouns if " " not in post and "-" not in post)
        self.hyphened_post = re.compile(rf"(?P<name>[{CAPITAL}][\w’']*[a-z])-(?P<post>{posts})\b(?!-)")
        roll = phrase(word.upper() for word in (*signs["roll_present"], *signs["roll_absent"]))
        self.roll_word = re.compile(rf"(?<=[A-Za-z])\s+(?=(?:{roll})$)")
        numbers, people = phrase(signs["number_in_words"]), phrase(signs["counted_people"])
        joins = phrase(signs["roster_joins"])
        self.counted = re.compile(
            rf"""
            (?: ^ | (?:[,;]\s*|\s+) (?: (?:{joins}|&)\s+ )? )
            (?: (?:{numbers}|an?|\d+)\s+ (?: [\w-]+\s+ ){{0,2}} (?:{people})\b (?! \s+[{CAPITAL}] )
              | (?:{people})\s* (?: [:–-]\s*\d+ | \(\d+\) | \d+ )
            )
            (?: \s+ (?:{phrase(signs["was_there"])}) )? (?= \s*(?:[.,;(]|$) )
            """,
            re.VERBOSE | re.IGNORECASE,
        )


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> _Words:
    return _Words(vocabulary)


_INITIALS_AND_NAME = re.compile(
    rf"(?<![\w.])(?P<initials>(?:[{CAPITAL}]\.){{1,3}})(?=[{CAPITAL}][\w’'-]*[a-z])"
)
"""Initials that run into the surname: "A.Lee"."""
_AT = re.compile(rf"\s@\s(?=[{CAPITAL}])")
"""What stands before the body that somebody is of: "Ann Lee @ Oxmere Mills"."""
_ACCOUNT = re.compile(r"\s*\(@[\w-]+\)|\s@[\w-]+")
"""The account of somebody: "Ann Lee (@annlee)"."""
_WRITTEN_AS_ONE = re.compile(rf"(?:[{CAPITAL}][a-z]+(?:[{CAPITAL}][\w’']*)+\s*){{2,}}")
"""Names that are written as one word each: "AnnLee BoR"."""
_NICKNAME = re.compile(
    rf"(?P<given>(?<![\w’'.-]\s)(?<![\w’'-])[{CAPITAL}][\w’'-]+)\s+"
    rf"(?:\((?P<short>[{CAPITAL}]\w+)\)|[“‘\"'](?P<quoted>[{CAPITAL}]\w+)[”’\"'])\s+(?=[{CAPITAL}][\w’'-]+)"
)
"""A nickname in brackets or quotes: "Ann (Annie) Lee"."""


def _post_apart(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """ "Lee-Chair" as "Lee - Chair"; "Vice-Chair" and names of two surnames stay."""
    prefix = match["name"].casefold() in vocabulary.signs["post_prefixes"] or match[
        "post"
    ].casefold() in lang.word_list("surnames")
    return match[0] if prefix else f"{match['name']} - {match['post']}"


def _without_nickname(match: re.Match[str]) -> str:
    """A given name without the nickname behind it; other brackets stay."""
    given = match["given"].casefold() in lang.word_list("given_names")
    return f"{match['given']} " if given or match["quoted"] else match[0]


def couples(line: str, vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """A line without its couples, and who they are: "Mr & Mrs Lee" are "Mr Lee" and "Mrs Lee"."""
    couple = _words(vocabulary).couple
    found = [f"{match[title]} {match['name']}" for match in couple.finditer(line) for title in ("his", "her")]
    return (_LOOSE_END.sub("", couple.sub("", line)), found) if found else (line, [])
