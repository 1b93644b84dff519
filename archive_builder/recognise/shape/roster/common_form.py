"""What the lines of a list have in common, used to set marks in each: the lines of one list are alike.

"Lee, Ann", "Ray, Bo"                          surnames first
"Ann Lee, Chair Bo Ray, Clerk", "Cy Doe, ..."  two people a line, each with the post behind the name
"Ann Lee Ministry of Rivers", "Bo Ray NRA"     a person a line, with the body behind the name
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from archive_builder import lang
from archive_builder.recognise.shape.roster.evidence import Elsewhere, is_short_form
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.recognise.shape.roster.readings import Setting, is_body_of, names_post
from archive_builder.recognise.shape.roster.unmarked import name_at
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.posts import ends_as_body, ends_as_post, speaks_of_post
from archive_builder.text.words import phrase

_HALF = 2
_LEAST = 2


def common_form(lines: Sequence[str], setting: Setting) -> list[str]:
    """The lines of a list with the marks that the list as a whole tells."""
    found = [_first_names_apart(line, setting.seen) for line in _given_names_first(lines)]
    if len(found) >= _LEAST:
        found = _roll_apart(_with_capitals(found), setting.vocabulary)
        found = _with_posts_behind(found, setting.vocabulary)
        found = _with_bodies_behind(found, setting.vocabulary)
    return found


def _given_names_first(lines: Sequence[str]) -> list[str]:
    """Lines whose every entry is "Lee, Ann (Chair)", as "Ann Lee (Chair)"; the lines as they are otherwise."""
    entries = [entry.strip() for line in lines for entry in line.split(";") if entry.strip()]
    given = lang.word_list("given_names")
    turned = [match for entry in entries if (match := _SURNAME_FIRST.fullmatch(entry))]
    told = sum(match["given"].casefold() in given for match in turned)
    if len(entries) < _HALF or not _all_turned(entries, len(turned)) or told * _HALF <= len(turned):
        return list(lines)
    capitals = all(match["surname"].isupper() and not match["given"].isupper() for match in turned)
    if not capitals and any(
        match["surname"].casefold() in given for match in turned
    ):  # "Rose, Ian; Art, Bill" tells nothing
        return list(lines)
    return ["; ".join(_turned_back(entry.strip()) for entry in line.split(";")) for line in lines]


def _turned_back(entry: str) -> str:
    """ "Lee, Ann (Chair)" as "Ann Lee (Chair)", and "Ray, Bo Red Mill" with a dash before what is no name."""
    match = _BEGINS_TURNED.match(entry)
    if match is None:
        return entry
    rest = entry[match.end() :]
    return f"{match['given']} {match['surname']}{' –' if rest.strip()[:1].isalpha() else ''}{rest}"


_SURNAME_FIRST = re.compile(
    rf"(?P<surname>[{CAPITAL}][\w’'-]+),\s+(?P<given>[{CAPITAL}][\w’'-]+)(?P<rest>(?:\s*[(–-].*)?)"
)


_BEGINS_TURNED = re.compile(rf"^(?P<surname>[{CAPITAL}][\w’'-]+),\s+(?P<given>[{CAPITAL}][\w’'-]+)(?=\s|$)")


def _all_turned(entries: Sequence[str], turned: int) -> bool:
    """True if every entry begins "Lee, Ann", and three of four or more say no more: "Ray, Bo Red Mill" says whose."""
    return turned * 4 >= len(entries) * 3 and all(map(_BEGINS_TURNED.match, entries))


def _first_names_apart(line: str, seen: Elsewhere) -> str:
    """ "Sara Luke Nora Joel" and "SL LN NJ" with commas; any other line as it is."""
    if " " in line and all(is_short_form(word) for word in line.split()):
        return ", ".join(line.split())
    words = [word.casefold() for word in line.split()]
    given, surnames = lang.word_list("given_names"), lang.word_list("surnames")
    if _are_named_alone(line, seen):
        return ", ".join(line.split())
    if len(words) < _SEVERAL_NAMES or not all(word in given for word in words):
        return line
    surnames_too = sum(word in surnames for word in words)
    return ", ".join(line.split()) if surnames_too * _HALF < len(words) else line


_SEVERAL_NAMES = 4


def _are_named_alone(line: str, seen: Elsewhere) -> bool:
    """True for "Nora Luke Sara" where the document speaks of Nora, of Luke and of Sara by these names alone."""
    words = line.split()
    if len(words) < _FEWEST_ALONE or not all(_FIRST_NAME.fullmatch(word) for word in words):
        return False
    given = lang.word_list("given_names")
    told = sum(word.casefold() in given for word in words)
    alone = sum(seen.names_alone(word) for word in words)
    return told * _HALF > len(words) and (len(words) - alone) * _FEWEST_ALONE <= len(words)


_FEWEST_ALONE = 3
_FIRST_NAME = re.compile(rf"[{CAPITAL}][a-zà-ÿ’'-]+")


def _roll_apart(lines: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """ "Trustee Ann Lee Present", "Bo Ray Excused" with a dash before the word of a roll call."""
    roll = words_of(vocabulary).roll_behind
    if sum(roll.search(line) is not None for line in lines) < _LEAST:
        return list(lines)
    return [roll.sub(r" – \g<roll>", line) for line in lines]


def _with_capitals(lines: Sequence[str]) -> list[str]:
    """A name in small letters among names with capitals, as they are: "ann lee (Oxmere Mills)"."""
    given = lang.word_list("given_names")
    small = [_SMALL_NAME.match(line) for line in lines]
    named = [match for match in small if match and match["first"] in given]
    if len(named) * _HALF > len(lines):
        return list(lines)
    return [
        f"{match['name'].title()}{line[match.end() :]}" if match in named and match else line
        for line, match in zip(lines, small, strict=True)
    ]


_SMALL_NAME = re.compile(r"(?P<name>(?P<first>[a-z]{3,}) [a-z-]{2,})(?=\s*(?:\(|$))")


def _with_posts_behind(lines: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Lines of two people each whose posts stand behind commas; other lines as they are."""
    named_first = [line for line in lines if "," in line and _is_name(line.partition(",")[0], vocabulary)]
    last = [line.rpartition(",")[2].strip() for line in named_first]
    told = any(names_post(text, vocabulary) and not _name_behind_post(text, vocabulary) for text in last)
    if not told:
        return list(lines)
    return [_post_ended(line, vocabulary) if line in named_first else line for line in lines]


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    """True for a name without a post before it."""
    return len(text.split()) <= _LONGEST_NAME and not speaks_of_post(text, vocabulary)


_LONGEST_NAME = 5


def _post_ended(line: str, vocabulary: Vocabulary) -> str:
    """ "Ann Lee, Chair Bo Ray" as "Ann Lee, Chair; Bo Ray"."""
    head, *parts = line.split(",")
    for part in parts:
        post = _name_behind_post(part.strip(), vocabulary)
        head += f", {post}; {part.strip()[len(post) :].strip()}" if post else f",{part}"
    return head


def _name_behind_post(text: str, vocabulary: Vocabulary) -> str:
    """The post of "Vice Chair Bo Ray", where a name and nothing else follows; empty for other texts."""
    words = text.split()
    for size in _POST_WORDS:
        rest = words[size:]
        if (
            rest
            and name_at(rest, vocabulary) == len(rest)
            and ends_as_post(" ".join(words[:size]), vocabulary)
        ):
            return " ".join(words[:size])
    return ""


_POST_WORDS = (3, 2, 1)


def _with_bodies_behind(lines: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Lines of a name and a body, or post, with a dash between them; other lines as they are."""
    if sum(_MARK.search(line) is not None for line in lines) * _HALF > len(lines):
        return list(lines)
    ends = [_end_of_name(line, vocabulary) for line in lines]
    told = sum(
        _tells_body(line[end:].strip(), vocabulary) for line, end in zip(lines, ends, strict=True) if end
    )
    if told < _LEAST or told * _MANY < len(lines):
        return list(lines)
    return [
        f"{line[:end].strip()} – {line[end:].strip()}" if end else line
        for line, end in zip(lines, ends, strict=True)
    ]


_MARK = re.compile(r"[,;:\t(–—]|\s-\s|\s{3,}")
_MANY = 4


def _end_of_name(line: str, vocabulary: Vocabulary) -> int:
    """Where the name ends that a line without marks begins with, if more follows; 0 otherwise."""
    if _MARK.search(line):
        return 0
    match = _name(vocabulary).match(line)
    if match is None:
        return 0
    first, last = match["first"].casefold(), match["last"].casefold()
    behind = line[match.end() :].strip()
    known = (
        bool(match["title"]) or first in lang.word_list("given_names") or last in lang.word_list("surnames")
    )
    return match.end() if behind and (known or _tells_body(behind, vocabulary)) else 0


def _tells_body(text: str, vocabulary: Vocabulary) -> bool:
    """True for "Ministry of Rivers", "Rivers Trust" and "NRA"."""
    several = " " in text and (ends_as_body(text, vocabulary) or is_body_of(text, vocabulary))
    return several or re.fullmatch(r"[A-Z]{3,8}", text) is not None


@lru_cache(maxsize=8)
def _name(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A title, if any, a given name or initial, a middle initial, and a surname."""
    titles = phrase(vocabulary.honorifics)
    particles = phrase(vocabulary.signs["name_particles"])
    word = rf"[{CAPITAL}][\w’'‘-]*"
    return re.compile(
        rf"(?P<title>(?:(?:{titles})\b\.?\s+)*)(?P<first>{word}|[{CAPITAL}]\.)\s+(?:[{CAPITAL}]\.?\s+)?"
        rf"(?:(?:{particles})\s+)*(?P<last>{word})(?=\s)"
    )
