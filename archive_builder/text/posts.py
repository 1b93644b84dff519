"""Posts beside a name: "Ann Lee, Director of Housing", "City Manager Bo Ray", "Cy Doe Independent Member"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

_BOTH = ("executive", "commissioner")
"""Nouns of bodies that name a person where they end a post: "Chief Executive"."""
_AFTER = re.compile(r",|\s+(?:of|for|to|at|with|in)\b|\s[-–(]")
_SHORT = 4
"""A name has at least so many letters before the post that ends it."""


@lru_cache(maxsize=8)
def _posts(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A word of posts, or a rank."""
    return re.compile(
        rf"\b(?:{phrase((*vocabulary.role_nouns, *vocabulary.ranks.values()))})\b", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _nouns(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A word of posts."""
    return re.compile(rf"\b(?:{phrase(vocabulary.role_nouns)})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The words of posts and those of bodies, in small letters."""
    posts = frozenset(word.casefold() for word in (*vocabulary.role_nouns, *vocabulary.ranks))
    return posts, frozenset((*vocabulary.body_nouns, *vocabulary.organisation_nouns))


@lru_cache(maxsize=4096)
def speaks_of_post(text: str, vocabulary: Vocabulary) -> bool:
    """True if any word of a text is one of posts or ranks: such a text is no person's name."""
    return _posts(vocabulary).search(text) is not None


def is_post(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text is a post and no body: "Independent Member", "Head of Leisure", "Director Roads".

    Its head, before "of" or "for", ends or begins in a word for a person's post.
    """
    head = _AFTER.split(folded(text).strip(" .,:"))[0].casefold().replace("/", " ").split()
    if not head or not speaks_of_post(text, vocabulary):
        return False
    posts, bodies = _words(vocabulary)
    last, first = head[-1], head[0]
    names_body = last in bodies and last not in _BOTH and not _post_of_area(head, vocabulary)
    return not names_body and (last in posts or (first in posts and (first not in bodies or first in _BOTH)))


def _post_of_area(head: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for "Director Housing" and "Executive Manager Corporate Services": the service is the post's area."""
    posts, bodies = _words(vocabulary)
    area = head[-1] in vocabulary.organisation_nouns and head[-1] != "office"
    return area and any(word in posts - bodies for word in head[: min(len(head) - 1, _BEFORE_AREA)])


_BEFORE_AREA = 2


def ends_as_post(text: str, vocabulary: Vocabulary) -> bool:
    """True if a few words are a post and nothing else, its noun at the end: "Clerk", "Vice Chair", "Town Clerk"."""
    return (
        text[:1].isupper()
        and text.split()[-1].casefold() in _words(vocabulary)[0]
        and is_post(text, vocabulary)
    )


def beside(name: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """A name and the post that stands beside it without any mark.

    Behind it ("Leo Marsh Independent Member") or before it ("Clerk J Moss", "City Manager Ann Lee").
    """
    found = list(_nouns(vocabulary).finditer(name))
    if not found:
        return name, ""
    behind = name[found[0].start() :]
    if (
        found[0].start() >= _SHORT
        and _is_name_before(name[: found[0].start()])
        and is_post(behind, vocabulary)
    ):
        return name[: found[0].start()].strip(), behind
    rest = name[found[-1].end() :].strip()
    return (rest, name[: found[-1].end()]) if rest else (name, "")


def _is_name_before(text: str) -> bool:
    """True if what stands before a post is a name of two words at least: "City" in "City Manager" is none."""
    return len(text.split()) > 1


def ends_as_body(name: str, vocabulary: Vocabulary) -> bool:
    """True if the last word is a noun of bodies."""
    last = name.split()[-1:]
    return last != [] and last[0].casefold() in _words(vocabulary)[1]
