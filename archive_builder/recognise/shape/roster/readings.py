"""What a piece of a list of people may be: each way of reading it, with the features that speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from archive_builder.model import AttendanceStatus
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import (
    Elsewhere,
    is_initials,
    name_features,
    person_score,
)
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, office_before
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post


class Kind(StrEnum):
    """What a piece does in a list."""

    PERSON = "person"
    BESIDE = "beside"
    """The post or the body of the person before it."""
    AHEAD = "ahead"
    """The post or the group of who follows."""
    ROLL = "roll"
    """True if the person before it was there."""
    TEXT = "text"
    """A remark, a number of people, words that name nobody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading a piece."""

    kind: Kind
    score: float
    name: str = ""
    role: str = ""
    organization: str = ""
    office: bool = False
    """The role is the office printed before the name: a post printed behind it says more."""
    status: AttendanceStatus | None = None
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a list before its pieces are read."""

    vocabulary: Vocabulary
    seen: Elsewhere = field(default_factory=Elsewhere)
    prior: float = weights.LISTED
    one_a_line: bool = False
    """Each line is one person, with what belongs to him behind commas."""
    initials: bool = False
    """People are listed by their initials alone."""
    surnames: bool = False
    """People are listed by their surnames alone."""
    titles: frozenset[str] = frozenset()
    """Posts that stand before surnames of the list as titles do: "Trustee Lee, Trustee Ray"."""
    capitals: bool = False
    """Surnames are set in capitals: "Ann LEE" ends in no abbreviation of a body."""
    held: date | None = None
    """The day of the meeting: a register has a column for each."""
    read: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    """What has been read already: the same pieces are read with one person a line and with many."""


_WORDS_BEFORE = re.compile(r"^(?:[a-z]+\s+)+(?=[A-Z])")
_ENDS_OF_NAME = (1, 2, 3, 4)


def people(text: str, shared: str | None, setting: Setting) -> Reading | None:
    """The best reading of a piece as a person; None if it cannot be one.

    `shared` is what each of several is whose title stands before: "Directors Lee, Ray"; empty where the
    title tells no post ("Cllrs Lee, Ray"), None without a title.
    """
    said = (setting.initials, setting.surnames, setting.capitals, setting.titles)
    key = ("person", text, shared, setting.prior, *said)
    if key not in setting.read:
        found = max(_people(text, shared, setting), key=lambda reading: reading.score, default=None)
        setting.read[key] = replace(found, score=found.score + setting.prior) if found else None
    person: Reading | None = setting.read[key]
    return person


def _people(text: str, shared: str | None, setting: Setting) -> Iterator[Reading]:
    vocabulary = setting.vocabulary
    words = words_of(vocabulary)
    text = words.other_language.sub("", words.counted.sub("", text))
    text = words.remark_behind.sub("", text).strip(" .,:–-")
    if not text or not text[0].isalpha():
        return
    first, _, rest = text.partition(" ")
    if first in setting.titles and rest:
        shared, text = first, rest
    elif match := words.shared.match(text):
        shared, text = post_of_each(match, vocabulary), text[match.end() :]
    features = ["shared-title"] if shared is not None else []
    if match := _WORDS_BEFORE.match(text):
        text = text[match.end() :]
        features.append("words-before")
    organization = elsewhere = ""
    if (match := words.origin.search(text)) and _tells_of_origin(text, match, vocabulary):
        text, organization = text[: match.start()], match["organization"]
        organization = organization if organization[0].isupper() else ""
        elsewhere = "" if ends_as_body(organization, vocabulary) else organization
    letters = ""
    if match := words.letters_behind.search(text):
        text, letters = text[: match.start()], match["letters"]
    area = words.area.match(text)
    whole, text = text, text[area.end() :] if area else text
    name = bare(text, vocabulary)
    titles = text[: len(text) - len(name)].strip(" ,.") if text.endswith(name) else ""
    if titles:
        features.append("honorific")
    office = office_before(titles, vocabulary)
    if area and titles:
        office = whole[: len(whole) - len(name)].strip(" ,.")
    office = words.personal.sub("", office) or letters or shared or ""
    base = Reading(Kind.PERSON, 0.0, "", office, organization, office=bool(office))
    for reading in _splits(name, base, letters, setting):
        made = (*features, *reading.features)
        if made and reading.features:
            if "initials-alone" in made and features:
                continue
            if elsewhere and not _TOLD & set(made):
                continue
            if shared is not None or "honorific" in features:
                made = tuple(feature for feature in made if feature != "one-capital")
            yield replace(reading, score=person_score(made), features=made)


_TOLD = frozenset({"honorific", "shared-title", "given-name", "surname", "named-elsewhere"})
"""What tells a person of whom a place is said: "B. Pledge of Allegiance" has none of them."""


def _tells_of_origin(text: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """True for "Ann Lee of Northtown"; a body's own name ("Ann Lee Ministry of Rivers") goes on behind "of"."""
    before = text[: match.start()]
    if speaks_of_post(before, vocabulary):
        return False
    return len(before.split()) < _NAME_AND_BODY or not ends_as_body(before, vocabulary)


_NAME_AND_BODY = 3


def _splits(text: str, base: Reading, letters: str, setting: Setting) -> Iterator[Reading]:
    """The ways in which a name can stand among a post or a body without any mark."""
    vocabulary, seen = setting.vocabulary, setting.seen
    parts = text.split()
    yield replace(base, name=text, features=_features(parts, setting))
    found = list(words_of(vocabulary).posts.finditer(text))
    if found and (rest := text[found[-1].end() :].strip()) and rest[0].isupper():
        name = bare(rest, vocabulary)
        office = text.removesuffix(name).strip(" .,") if text.endswith(name) else text[: found[-1].end()]
        told = _features(name.split(), setting)
        told = tuple(feature for feature in told if feature != "one-capital")
        features = (*told, "office-before") if told else ()
        if base.office and base.role != letters:  # "Mayor Pro Tem Ann Lee"
            office = f"{base.role} {office}"
        office = words_of(vocabulary).personal.sub("", office)
        if is_service(found[-1][0], vocabulary) or len(office.split()) > _LONGEST_OFFICE:
            features = ()
        yield replace(base, name=name, role=office, office=True, features=features)
    yield from names_behind_area(parts, base, setting)
    for size in _ENDS_OF_NAME:
        behind = " ".join(parts[size:])
        if not behind or (size == 1 and is_initials(parts[0])):
            continue
        told = tuple(name_features(parts[:size], seen, vocabulary))
        if told and behind[0].isupper() and is_post(behind, vocabulary) and (size > 1 or base.features):
            yield replace(base, name=" ".join(parts[:size]), role=behind, features=(*told, "post-behind"))
        elif told and size > 1 and _is_body_behind(behind, parts[:size], told, vocabulary):
            yield replace(
                base, name=" ".join(parts[:size]), organization=behind, features=(*told, "body-behind")
            )


_LONGEST_OFFICE = 9
"""Words of the longest post before a name."""


def post_of_each(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """What each of several people is whose title is shared: "Directors" makes directors; empty for a mere title."""
    title, area = match["title"].casefold(), match["area"].strip()
    posts = vocabulary.signs["titles_of_members"] + (vocabulary.signs["member_titles"] if area else ())
    post = next((post for post in posts if title.startswith(post.casefold()[:_ALIKE])), "")
    return f"{area} {post}".strip() if post else ""


_ALIKE = 5
"""Letters in which a title and its plural agree."""


def is_service(word: str, vocabulary: Vocabulary) -> bool:
    """True for a word that names a service or body alone: "Police", "Panel"; nobody bears it as an office."""
    return ends_as_body(word, vocabulary) and not is_post(word, vocabulary)


def _is_body_behind(behind: str, name: Sequence[str], told: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for the body of "J Lee Northtown Borough Council" and of "J Lee EDC"."""
    if _ABBREVIATION.fullmatch(behind):
        return "abbreviation-at-the-end" not in told and bool({"initials", "given-name"} & set(told))
    return " " in behind and (ends_as_body(behind, vocabulary) or is_body_of(behind, vocabulary))


def is_body_of(text: str, vocabulary: Vocabulary) -> bool:
    """True for "Ministry of Rivers"."""
    body, of, _ = text.partition(" of ")
    return bool(of) and ends_as_body(body, vocabulary)


def names_behind_area(parts: list[str], base: Reading, setting: Setting) -> Iterator[Reading]:
    """The name at the end of "Director of Public Works Ann Lee": only a given name tells where it begins."""
    for size in _NAME_BEHIND_AREA:
        office = " ".join(parts[:-size])
        told = name_features(parts[-size:], setting.seen, setting.vocabulary)
        if (
            {"given-name", "initials"} & set(told)
            and _AREA.search(office)
            and names_post(office, setting.vocabulary)
        ):
            name = " ".join(parts[-size:])
            yield replace(base, name=name, role=office, office=True, features=(*told, "office-before"))


_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_NAME_BEHIND_AREA = (2, 3)
_AREA = re.compile(r"\s(?:of|for|to|&|and)\s")


def _features(parts: list[str], setting: Setting) -> tuple[str, ...]:
    told = tuple(name_features(parts, setting.seen, setting.vocabulary))
    if (setting.initials or setting.surnames) and "initials-alone" in told:
        return ("two-capitals", "initials")
    if setting.capitals:
        told = tuple(feature for feature in told if feature != "abbreviation-at-the-end")
    if setting.surnames and told[:1] == ("one-capital",):
        return (*told, "by-surname")
    return told


def is_remark(text: str, setting: Setting) -> bool:
    """True for words beside a name that say nothing of the person: "left at 8 pm", "via Zoom"."""
    return words_of(setting.vocabulary).remark.match(text) is not None and not names_post(
        text, setting.vocabulary
    )


def names_post(text: str, vocabulary: Vocabulary) -> bool:
    """True for a post, also one that holds commas: "Police, Fire and Crime Commissioner"."""
    return text in vocabulary.ranks.values() or is_post(text, vocabulary)
