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
from archive_builder.recognise.shape.roster.around_name import around_name
from archive_builder.recognise.shape.roster.evidence import (
    Elsewhere,
    is_initials,
    name_features,
    person_score,
)
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare
from archive_builder.text.posts import ends_as_body, is_post


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
    around = around_name(text, shared, setting.titles, setting.vocabulary)
    if around is None:
        return
    base = Reading(Kind.PERSON, 0.0, "", around.office, around.organization, office=bool(around.office))
    for reading in _splits(around.name, base, around.letters, setting):
        made = (*around.features, *reading.features)
        if not reading.features or ("initials-alone" in made and around.features):
            continue
        if around.of_place and not _TOLD & set(made):
            continue
        if _TITLED & set(around.features):
            made = tuple(feature for feature in made if feature != "one-capital")
        yield replace(reading, score=person_score(made), features=made)


_TITLED = frozenset({"honorific", "shared-title"})
_TOLD = frozenset({"honorific", "shared-title", "given-name", "surname", "named-elsewhere"})
"""What tells a person of whom a place is said: "B. Pledge of Allegiance" has none of them."""


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


def is_service(word: str, vocabulary: Vocabulary) -> bool:
    """True for a word that names a service or body alone: "Police", "Panel"; nobody bears it as an office."""
    return ends_as_body(word, vocabulary) and not is_post(word, vocabulary)


def _is_body_behind(behind: str, name: Sequence[str], told: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for the body of "J Lee Northtown Borough Council" and of "J Lee EDC"."""
    if _ABBREVIATION.fullmatch(behind):
        if name[-1].casefold() in vocabulary.signs["name_particles"]:  # "Ann DE WINTER"
            return False
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
    group = " ".join(parts) in setting.vocabulary.signs["short_noun"]  # "TSC"
    if (setting.initials or setting.surnames) and "initials-alone" in told and not group:
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
