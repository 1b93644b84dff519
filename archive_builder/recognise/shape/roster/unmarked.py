"""Names that nothing sets apart: marks are set between them before a line is cut.

"Ann Lee AL Bo Ray BR"        -> "Ann Lee (AL) Bo Ray (BR)"
"A Lee Chair B Ray Clerk"     -> "A Lee, Chair; B Ray, Clerk"
"P Fox Clerk J Orr"           -> "P Fox; Clerk J Orr"
"Ann & Bob Lee"               -> "Ann Lee & Bob Lee"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive_builder import lang
from archive_builder.recognise.shape.roster.evidence import is_initials
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
    parts = list(_turns(words, vocabulary))
    names = sum(not post for _, post in parts)
    if names < _SEVERAL or names == len(parts) or sum(len(part.split()) for part, _ in parts) < len(words):
        return text
    return (lead[0] if lead else "") + _marked(parts) + text[len(text.rstrip()) :]


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
    at, post = 0, True
    while at < len(words):
        size = _name_at(words[at:])
        if size:
            yield " ".join(words[at : at + size]), False
            at, post = at + size, False
            continue
        size = 0 if post else _post_at(words[at:], vocabulary)
        if not size:
            return
        yield " ".join(words[at : at + size]), True
        at, post = at + size, True


def _name_at(words: Sequence[str]) -> int:
    """How many of the next words are a name that begins with initials or a known given name; 0 for none."""
    size = 0
    while size < len(words) and is_initials(words[size].rstrip(".")) and len(words[size].strip(".")) == 1:
        size += 1
    if not size and words and words[0].casefold() in lang.word_list("given_names"):
        size = 1
        size += len(words) > _SEVERAL and is_initials(words[1])
    return size + 1 if size and size < len(words) and re.fullmatch(_NAME_WORD, words[size]) else 0


def _post_at(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many of the next words are a post, behind which a name or nothing follows; 0 for none."""
    for size in _POST_WORDS:
        follows = len(words) == size or _name_at(words[size:])
        if size <= len(words) and follows and ends_as_post(" ".join(words[:size]), vocabulary):
            return size
    return 0
