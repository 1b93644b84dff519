"""Names that nothing sets apart: marks are set between them before a line is cut.

"Ann Lee AL Bo Ray BR"        -> "Ann Lee (AL) Bo Ray (BR)"
"A Lee Chair B Ray Clerk"     -> "A Lee, Chair; B Ray, Clerk"
"P Fox Clerk J Orr"           -> "P Fox; Clerk J Orr"
"Ann & Bob Lee"               -> "Ann Lee & Bob Lee"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from archive_builder import lang
from archive_builder.recognise.shape.roster.evidence import is_initials, is_name_word
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.posts import ends_as_post

_NAME_WORD = rf"[{CAPITAL}][\w’'-]*[a-zà-ÿ]"
_WITH_INITIALS = re.compile(
    rf"""
    (?P<name> (?:{_NAME_WORD} \s){{1,3}} {_NAME_WORD} )
    (?P<body> \s \([^()]*\) )?
    \s (?P<initials> [{CAPITAL}] (?: [a-z]? [{CAPITAL}] ){{1,3}} [a-z]? )
    (?= \s | $ )
    """,
    re.VERBOSE,
)
_FIRST_NAMES = re.compile(
    rf"""
    (?P<before> ^ | [,;]\s* | \band\s+ )
    (?P<his> {_NAME_WORD} ) \s+ (?: & | and ) \s+ (?P<her> {_NAME_WORD} ) \s+ (?P<surname> {_NAME_WORD} )
    (?= \s* (?: [,;(&] | $ | and\b ) )
    """,
    re.VERBOSE,
)
_SEGMENT = re.compile(r"(?:(?!\s(?:and|with)\s)[^,;:()\t&])+")
_LEAD = re.compile(r"\s*(?:[a-z]+\s+)*")
_POST_WORDS = (1, 2, 3)


def with_marks(line: str, vocabulary: Vocabulary) -> str:
    """A line with marks between the names that nothing sets apart; any other line as it is."""
    line = _WITH_INITIALS.sub(_bracketed, line)
    line = _FIRST_NAMES.sub(_both_named, line)
    return _SEGMENT.sub(lambda match: _between_posts(match[0], vocabulary), line)


def _bracketed(match: re.Match[str]) -> str:
    initials = "".join(word[0] for word in match["name"].split())
    letters = match["initials"]
    near = letters[0] == initials[0] and initials[-1] in letters[1:]
    fits = letters == initials or (near and not letters.isupper())
    return f"{match['name']}{match['body'] or ''} ({letters})" if fits else match[0]


def _both_named(match: re.Match[str]) -> str:
    given = lang.word_list("given_names")
    if match["his"].casefold() not in given or match["her"].casefold() not in given:
        return match[0]
    return f"{match['before']}{match['his']} {match['surname']} & {match['her']} {match['surname']}"


def _between_posts(text: str, vocabulary: Vocabulary) -> str:
    """Names and posts that take turns, with marks: the posts stand behind the names if one ends the text."""
    lead = _LEAD.match(text)
    words = text[lead.end() if lead else 0 :].split()
    if several := _names_alone(words, vocabulary):
        return (lead[0] if lead else "") + "; ".join(several) + text[len(text.rstrip()) :]
    parts = list(_turns(words, vocabulary))
    names = sum(not post for _, post in parts)
    if names < _SEVERAL or names == len(parts) or sum(len(part.split()) for part, _ in parts) < len(words):
        return text
    return (lead[0] if lead else "") + _marked(parts) + text[len(text.rstrip()) :]


def _names_alone(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The names of "Ann Lee Bob Ray", each told by a given name; one of them may be unknown. Empty for other words."""
    if len(words) < _TWO_NAMES or not all(is_name_word(word, vocabulary) for word in words):
        return []
    given, surnames = lang.word_list("given_names"), lang.word_list("surnames")
    found: list[str] = []
    at = unknown = 0
    while at < len(words):
        size = name_at(words[at:], vocabulary)
        if not size:
            size = 2 if len(words) - at > 1 and words[at + 1].casefold() in surnames else 0
            unknown += 1
        last = words[at + size - 1].casefold() if size else ""
        if not size or unknown > 1 or (last in given and last not in surnames):
            return []
        found.append(" ".join(words[at : at + size]))
        at += size
    return found


_TWO_NAMES = 4


def _marked(parts: Sequence[tuple[str, bool]]) -> str:
    """Names and posts as one line: "A Lee, Chair; B Ray, Clerk" or "P Fox; Clerk J Orr"."""
    behind = parts[-1][1]
    made = parts[0][0]
    for (_, after_post), (part, post) in pairwise(parts):
        if post and behind:
            made += f", {part}"
        elif after_post and not behind:
            made += f" {part}"
        else:
            made += f"; {part}"
    return made


_SEVERAL = 2


def _turns(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[str, bool]]:
    """The names and posts of some words in turn, each with whether it is a post, as far as they go."""
    at, post = 0, False
    while at < len(words):
        size = name_at(words[at:], vocabulary)
        if size:
            yield " ".join(words[at : at + size]), False
            at, post = at + size, False
            continue
        size = 0 if post else _post_at(words[at:], vocabulary)
        if not size:
            return
        yield " ".join(words[at : at + size]), True
        at, post = at + size, True


def name_at(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many of the next words are a name that a title, initials or a known given name begins; 0 for none."""
    titles = _personal_titles(vocabulary)
    begun = 0
    while begun < len(words) and words[begun].rstrip(".").casefold() in titles:
        begun += 1
    size = begun
    while size < len(words) and is_initials(words[size].rstrip(".")) and len(words[size].strip(".")) == 1:
        size += 1
    if size == begun and size < len(words) and words[size].casefold() in lang.word_list("given_names"):
        size += 1
        size += len(words) - begun > _SEVERAL and is_initials(words[size])
    told = size > begun or begun > 0
    return size + 1 if told and size < len(words) and re.fullmatch(_NAME_WORD, words[size]) else 0


@lru_cache(maxsize=8)
def _personal_titles(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(title.casefold() for title in vocabulary.signs["personal_titles"])


def _post_at(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many of the next words are a post, behind which a name or nothing follows; 0 for none."""
    for size in _POST_WORDS:
        follows = len(words) == size or name_at(words[size:], vocabulary)
        if size <= len(words) and follows and _is_title(" ".join(words[:size]), vocabulary):
            return size
    return 0


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """True for "Vice Chair", "Councillors", "County Councillor"."""
    words = words_of(vocabulary)
    of_members = words.shared.fullmatch(text) or words.membership.fullmatch(text)
    return bool(of_members) or ends_as_post(text, vocabulary)
