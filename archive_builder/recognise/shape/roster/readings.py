"""What a piece of a list of people may be: each way of reading it, with the features that speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from archive_builder.model import AttendanceStatus
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import (
    Elsewhere,
    is_initials,
    name_features,
    person_score,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL, bare, office_before, role_and_organization
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post
from archive_builder.text.words import folded, phrase


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
    read: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    """What has been read already: the same pieces are read with one person a line and with many."""


@lru_cache(maxsize=8)
class _Words:
    """The patterns made of a vocabulary's lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        signs = vocabulary.signs
        honorifics = phrase(vocabulary.honorifics)
        self.shared = re.compile(rf"(?:the\s+)?(?:{phrase(signs['shared_titles'])})\b\.?\s*[:–-]?\s*", re.I)
        self.honorific = re.compile(rf"(?:{honorifics})\b")
        self.area = re.compile(
            rf"(?:(?!(?:{honorifics})\b)[A-Z][\w’'-]*\s+){{1,2}}(?=(?:{honorifics})\b\.?\s+[A-Z])"
        )
        self.other_language = re.compile(rf"^[^/()]{{2,30}}\s/\s(?=(?:{honorifics})\b)")
        self.remark_behind = re.compile(rf"\s+(?:{phrase(signs['roster_remarks'])})\b.*$")
        self.remark = re.compile(rf"(?:also\s+)?(?:{phrase(signs['roster_remarks'])})\b|\d|[\w.+-]+@", re.I)
        letters = phrase(signs["letters_after_names"])
        self.letters = re.compile(rf"(?:(?:{letters}|(?:[A-Z][a-z]?\.){{1,3}}[A-Z]\.?)\s*)+")
        self.letters_behind = re.compile(rf"\s(?P<letters>(?:{letters}|(?:[A-Z][a-z]?\.){{1,3}}[A-Z]\.?))$")
        self.posts = re.compile(rf"\b(?:{phrase(vocabulary.role_nouns)})\b", re.I)
        self.there = dict.fromkeys(signs["roll_present"], AttendanceStatus.PRESENT)
        self.there |= dict.fromkeys(signs["roll_absent"], AttendanceStatus.APOLOGIES)


_FROM = re.compile(r"\s+(?:from|of|representing|for)\s+(?:the\s+)?(?P<organization>[A-Z].*|[a-z].*)$")
_BODY_OF = re.compile(r"(?:from|of|representing|for)\s+(?:the\s+)?(?P<organization>[A-Z].*)")
_COUNTED = re.compile(r"\s+(?:and|plus|&)\s+(?:\d|[a-z]).*$")
_WORDS_BEFORE = re.compile(r"^(?:[a-z]+\s+)+(?=[A-Z])")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|will|would|that|said|reported|to\s+be)\b")
_SMALL = re.compile(r"(?<![\w’'])(?!of\b|the\b|for\b|and\b|to\b|in\b|at\b|on\b)[a-z]+\b")
_USER_NAME = re.compile(r"[a-z]+\d+")
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,7}")
_BEHIND_NAME = ("bracket", "gap", "dash", "comma", "colon", "behind")
"""Marks behind which something is said of the person before."""
_ENDS_OF_NAME = (1, 2, 3, 4)


def people(text: str, shared: bool, setting: Setting) -> Reading | None:
    """The best reading of a piece as a person; None if it cannot be one.

    `shared` says that a title of several stands before: "Cllrs Lee, Ray".
    """
    key = ("person", text, shared, setting.prior, setting.initials, setting.surnames)
    if key not in setting.read:
        found = max(_people(text, shared, setting), key=lambda reading: reading.score, default=None)
        setting.read[key] = replace(found, score=found.score + setting.prior) if found else None
    person: Reading | None = setting.read[key]
    return person


def _people(text: str, shared: bool, setting: Setting) -> Iterator[Reading]:
    vocabulary = setting.vocabulary
    words = _Words(vocabulary)
    text = words.other_language.sub("", _COUNTED.sub("", text))
    text = words.remark_behind.sub("", text).strip(" .,:–-")
    if not text or not text[0].isalpha():
        return
    if match := words.shared.match(text):
        shared, text = True, text[match.end() :]
    features = ["shared-title"] if shared else []
    if match := _WORDS_BEFORE.match(text):
        text = text[match.end() :]
        features.append("words-before")
    organization = ""
    if (match := _FROM.search(text)) and not speaks_of_post(text[: match.start()], vocabulary):
        text, organization = text[: match.start()], match["organization"]
        organization = organization if organization[0].isupper() else ""
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
    base = Reading(Kind.PERSON, 0.0, "", letters or office, organization, office=bool(office))
    for reading in _splits(name, base, setting):
        made = (*features, *reading.features)
        if made and reading.features:
            if "initials-alone" in made and features:
                continue
            if shared or "honorific" in features:
                made = tuple(feature for feature in made if feature != "one-capital")
            yield replace(reading, score=person_score(made), features=made)


def _splits(text: str, base: Reading, setting: Setting) -> Iterator[Reading]:
    """The ways in which a name can stand among a post or a body without any mark."""
    vocabulary, seen = setting.vocabulary, setting.seen
    parts = text.split()
    yield replace(base, name=text, features=_features(parts, setting))
    found = list(_Words(vocabulary).posts.finditer(text))
    if found and (rest := text[found[-1].end() :].strip()) and rest[0].isupper():
        name = bare(rest, vocabulary)
        office = text.removesuffix(name).strip(" .,") if text.endswith(name) else text[: found[-1].end()]
        told = _features(name.split(), setting)
        told = tuple(feature for feature in told if feature != "one-capital")
        features = (*told, "office-before") if told else ()
        office = f"{base.role} {office}" if base.office else office  # "Mayor Pro Tem Ann Lee"
        yield replace(base, name=name, role=office, office=True, features=features)
    yield from _behind_area(parts, base, setting)
    for size in _ENDS_OF_NAME:
        behind = " ".join(parts[size:])
        if not behind or (size == 1 and is_initials(parts[0])):
            continue
        told = tuple(name_features(parts[:size], seen, vocabulary))
        if told and behind[0].isupper() and is_post(behind, vocabulary) and (size > 1 or base.features):
            yield replace(base, name=" ".join(parts[:size]), role=behind, features=(*told, "post-behind"))
        elif told and size > 1 and len(parts) - size > 1 and ends_as_body(behind, vocabulary):
            yield replace(
                base, name=" ".join(parts[:size]), organization=behind, features=(*told, "body-behind")
            )


def _behind_area(parts: list[str], base: Reading, setting: Setting) -> Iterator[Reading]:
    """The name at the end of "Director of Public Works Ann Lee": only a given name tells where it begins."""
    for size in _NAME_BEHIND_AREA:
        office = " ".join(parts[:-size])
        told = name_features(parts[-size:], setting.seen, setting.vocabulary)
        if "given-name" in told and _AREA.search(office) and names_post(office, setting.vocabulary):
            name = " ".join(parts[-size:])
            yield replace(base, name=name, role=office, office=True, features=(*told, "office-before"))


_NAME_BEHIND_AREA = (2, 3)
_AREA = re.compile(r"\s(?:of|for|to|&|and)\s")


def _features(parts: list[str], setting: Setting) -> tuple[str, ...]:
    told = tuple(name_features(parts, setting.seen, setting.vocabulary))
    if setting.initials and "initials-alone" in told:
        return ("two-capitals", "initials")
    if setting.surnames and told[:1] == ("one-capital",):
        return (*told, "by-surname")
    return told


def beside(text: str, mark: str, before: Sequence[str], setting: Setting) -> Reading | None:
    """A piece as the post or body of the person before it; `before` are the pieces before it, the nearest last."""
    vocabulary = setting.vocabulary
    words = _Words(vocabulary)
    text = text.strip(" .,–-") if not words.letters.fullmatch(text) else text
    if not text or (mark in _BEHIND_NAME and abbreviates(text, before, vocabulary)):
        return None
    key = ("beside", text)
    if key not in setting.read:
        setting.read[key] = _beside_features(text, words, setting)
    features: list[str] = setting.read[key]
    score = sum(weights.BESIDE[feature] for feature in features) + weights.BESIDE_BEHIND[mark]
    if setting.one_a_line and mark in ("comma", "behind"):
        score += weights.ONE_A_LINE
    role, organization = _post_and_body(text, mark, before, features, setting)
    return Reading(Kind.BESIDE, score, role=role, organization=organization, features=tuple(features))


def _beside_features(text: str, words: _Words, setting: Setting) -> list[str]:
    vocabulary = setting.vocabulary
    features = []
    if names_post(text, vocabulary):
        features.append("post")
    elif speaks_of_post(text, vocabulary):
        features.append("speaks-of-post")
    if _BODY_OF.fullmatch(text):
        features.append("representing")
    if words.letters.fullmatch(text):
        features.append("letters")
    elif _ABBREVIATION.fullmatch(text):
        features.append("abbreviation")
    if "post" in features:
        pass
    elif ends_as_body(text, vocabulary):
        features.append("ends-as-body")
    elif any(ends_as_body(word.strip(".,"), vocabulary) for word in text.split()):
        features.append("holds-body")
    if re.search(r"\s(?:of|for|to|at)\s", text) and len(_SMALL.findall(text)) <= 1:
        features.append("of")
    if text[0].islower() and "post" not in features:
        features.append("small")
    if _SENTENCE.search(text):
        features.append("sentence")
    if "post" in features and any(_behind_area(text.split(), Reading(Kind.PERSON, 0.0), setting)):
        features.append("holds-name")
    if not {"post", "representing"} & set(features) and len(_SMALL.findall(text)) > 1:
        features.append("small-words")
    return features


def _post_and_body(
    text: str, mark: str, before: Sequence[str], features: list[str], setting: Setting
) -> tuple[str, str]:
    """What stands beside a name as post and body."""
    vocabulary = setting.vocabulary
    words = _Words(vocabulary)
    if match := _BODY_OF.fullmatch(text):
        return "", match["organization"]
    if "letters" in features:
        return text, ""
    if mark == "bracket":
        return _in_bracket(text, before, setting)
    post, body = (text, "") if text in vocabulary.ranks.values() else _last_is_body(text, vocabulary)
    if body or "post" in features:
        return post, body
    if "ends-as-body" in features or "abbreviation" in features:
        return "", text
    member = bool(before) and words.honorific.match(before[-1]) is not None
    if "speaks-of-post" in features and "holds-body" not in features and not member:
        return text, ""
    return ("", text) if text[:1].isupper() else (text, "")


def names_post(text: str, vocabulary: Vocabulary) -> bool:
    """True for a post, also one that holds commas: "Police, Fire and Crime Commissioner"."""
    return text in vocabulary.ranks.values() or is_post(text, vocabulary)


def _last_is_body(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """ "Head of Assurance, Northtown Council" -> post and body; a post alone for other words."""
    head, comma, tail = text.rpartition(",")
    head, tail = head.strip(), tail.strip()
    if comma and not is_post(tail, vocabulary) and speaks_of_post(head, vocabulary):
        return head, tail
    return (head, tail) if comma and not is_post(text, vocabulary) else (text, "")


def _in_bracket(text: str, before: Sequence[str], setting: Setting) -> tuple[str, str]:
    """What a bracket says: a post, a body, or both; initials and remarks left out; a member's is the ward."""
    vocabulary = setting.vocabulary
    words = _Words(vocabulary)
    parts = [part.strip() for part in re.split(r"[,;]", text)]
    kept = ", ".join(
        part
        for part in parts
        if part
        and not abbreviates(part, before, vocabulary)
        and (not part[0].islower() or is_post(part, vocabulary))
    )
    if not kept:
        return "", ""
    if "," not in kept and ends_as_body(kept, vocabulary) and not names_post(kept, vocabulary):
        return "", kept
    role, organization = role_and_organization(kept, vocabulary)
    if organization:
        if is_post(organization, vocabulary) and not is_post(role, vocabulary):
            return (organization, role) if _is_body(role, vocabulary) else (kept, "")
        return role, organization
    member = bool(before) and words.honorific.match(before[-1]) is not None
    is_body = member or _is_body(role, vocabulary)
    return ("", role) if is_body and not is_post(role, vocabulary) else (role, "")


def _is_body(text: str, vocabulary: Vocabulary) -> bool:
    """True for the name of a body: one of its nouns at the end, or a short name in capitals."""
    short = len(text) > 2 and _ABBREVIATION.fullmatch(text) and text not in vocabulary.ranks
    return ends_as_body(text, vocabulary) or bool(short and not _Words(vocabulary).letters.fullmatch(text))


def abbreviates(text: str, before: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True for the initials of a person named just before, or a user name: "(AL)", "(BMcT)", "(al20)"."""
    if _USER_NAME.fullmatch(text):
        return True
    letters = text.replace(".", "").replace(" ", "")
    if not letters or not letters[0].isupper() or len(letters) > _MOST_INITIALS:
        return False
    names = [bare(folded(piece), vocabulary) for piece in before]
    names = [name for name in names if not name.isupper() and not ends_as_body(name, vocabulary)]
    return len(letters) == 1 or any(_initials_of(letters, name) for name in names)


def _initials_of(letters: str, name: str) -> bool:
    """True if some letters begin the words of a name, or are its first letters and one of its others."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()
    capitals = letters[1:2] != letters[1:2].lower()
    within = letters[:1] == name[:1] and letters[-1:].casefold() in name.casefold()
    return letters.casefold() == initials or (within and capitals)


_MOST_INITIALS = 5


def others(text: str, mark: str, before: Sequence[str], setting: Setting) -> Iterator[Reading]:
    """The readings of a piece that name nobody: a post ahead, a word of a roll call, text."""
    vocabulary = setting.vocabulary
    words = _Words(vocabulary)
    if mark not in ("bracket",):
        yield from _ahead(text, vocabulary)
    if (status := words.there.get(text.casefold().strip(" ."))) and mark in _BEHIND_NAME:
        yield Reading(Kind.ROLL, weights.ROLL, status=status)
    score = weights.TEXT
    if words.remark.match(text) and not is_post(text, vocabulary):
        score += weights.REMARK
    if mark in _BEHIND_NAME and abbreviates(text, before, vocabulary):
        score += weights.INITIALS_OF_NAME
    yield Reading(Kind.TEXT, score, name=text)


def _ahead(text: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    if names_post(text, vocabulary):
        yield Reading(Kind.AHEAD, weights.AHEAD["post"], role=text)
    elif speaks_of_post(text, vocabulary):
        yield Reading(Kind.AHEAD, weights.AHEAD["speaks-of-post"], role=text)
    elif re.fullmatch(rf"(?:[{CAPITAL}][\w’'-]*\s?){{1,4}}", text):
        yield Reading(Kind.AHEAD, weights.AHEAD["place"])
