"""What stands around the name in a piece of a list: titles and posts before it, letters and a place behind it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from archive_builder.recognise.shape.roster.patterns import Words, words_of
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, office_before
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post

_WORDS_BEFORE = re.compile(r"^(?:[a-z]+\s+)+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Around:
    """A piece taken apart: the words that may be a name, and what stands around them."""

    name: str
    office: str = ""
    """The post before the name, or the letters behind it."""
    organization: str = ""
    """The body behind "of"."""
    letters: str = ""
    features: tuple[str, ...] = ()
    of_place: bool = False
    """Somebody is only said to be of a place, and of no body: "Ann Lee of Northtown"."""


def around_name(text: str, shared: str | None, titles: Set[str], vocabulary: Vocabulary) -> Around | None:
    """A piece taken apart; None if it holds no name.

    `shared` is what each of several is whose title stands before; `titles` are posts that stand before surnames.
    """
    words = words_of(vocabulary)
    text = words.other_language.sub("", words.counted.sub("", text))
    text = words.remark_behind.sub("", text).strip(" .,:–-")
    if not text or not text[0].isalpha():
        return None
    shared, text = _shared_title(text, shared, titles, vocabulary)
    features = ["shared-title"] if shared is not None else []
    small_office, text, told = _small_words_before(text, vocabulary)
    features += told
    text, organization = _origin_behind(text, vocabulary)
    text, letters = _letters_behind(text, words)
    name, office, titled = _titles_before(text, vocabulary)
    if titled:
        features.append("honorific")
    office = words.personal.sub("", office) or letters or shared or small_office
    of_place = bool(organization) and not ends_as_body(organization, vocabulary)
    return Around(name, office, organization, letters, tuple(features), of_place)


def _shared_title(
    text: str, shared: str | None, titles: Set[str], vocabulary: Vocabulary
) -> tuple[str | None, str]:
    """What a title before the name makes of each who shares it, and the text without it."""
    first, _, rest = text.partition(" ")
    if first in titles and rest:
        return first, rest
    if match := words_of(vocabulary).shared.match(text):
        return post_of_each(match, vocabulary), text[match.end() :]
    return shared, text


def post_of_each(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """What each of several people is whose title is shared: "Directors" makes directors; empty for a mere title."""
    title, area = match["title"].casefold(), match["area"].strip()
    posts = vocabulary.signs["titles_of_members"] + (vocabulary.signs["member_titles"] if area else ())
    post = next((post for post in posts if title.startswith(post.casefold()[:_ALIKE])), "")
    return f"{area} {post}".strip() if post else ""


_ALIKE = 5
"""Letters in which a title and its plural agree."""


def _small_words_before(text: str, vocabulary: Vocabulary) -> tuple[str, str, list[str]]:
    """A post in small letters before the name ("treasurer Ann Lee"), the text behind such words, and their feature."""
    match = _WORDS_BEFORE.match(text)
    if match is None:
        return "", text, []
    before = match[0].strip()
    if is_post(before, vocabulary):
        return before.capitalize(), text[match.end() :], ["honorific"]
    return "", text[match.end() :], ["words-before"]


def _origin_behind(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """A text without the body or place that somebody is of, and that body or place."""
    match = words_of(vocabulary).origin.search(text)
    if match is None or not _tells_of_origin(text, match, vocabulary):
        return text, ""
    organization = match["organization"]
    return text[: match.start()], organization if organization[0].isupper() else ""


def _tells_of_origin(text: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """True for "Ann Lee of Northtown"; a body's own name ("Ann Lee Ministry of Rivers") goes on behind "of"."""
    before = text[: match.start()]
    if speaks_of_post(before, vocabulary):
        return False
    return len(before.split()) < _NAME_AND_BODY or not ends_as_body(before, vocabulary)


_NAME_AND_BODY = 3


def _letters_behind(text: str, words: Words) -> tuple[str, str]:
    """A text without the letters behind a name ("MP"), and the letters."""
    match = words.letters_behind.search(text)
    return (text[: match.start()], match["letters"]) if match else (text, "")


def _titles_before(text: str, vocabulary: Vocabulary) -> tuple[str, str, bool]:
    """The name without titles, the post that they tell, and whether there are any."""
    area = words_of(vocabulary).area.match(text)
    rest = text[area.end() :] if area else text
    name = bare(rest, vocabulary)
    titles = rest[: len(rest) - len(name)].strip(" ,.") if rest.endswith(name) else ""
    if area and titles:
        return name, text[: len(text) - len(name)].strip(" ,."), True
    return name, office_before(titles, vocabulary), bool(titles)
