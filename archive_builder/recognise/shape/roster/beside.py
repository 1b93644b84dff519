"""What stands beside a name in a list of people: its post or body, initials, remarks, a word of a roll call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.brackets import (
    ABBREVIATION,
    abbreviates,
    is_remark_beside,
    post_and_body_in_bracket,
)
from archive_builder.recognise.shape.roster.evidence import is_short_form
from archive_builder.recognise.shape.roster.patterns import Words, words_of
from archive_builder.recognise.shape.roster.readings import (
    Kind,
    Reading,
    Setting,
    names_behind_area,
    names_post,
)
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.posts import ends_as_body, is_post, speaks_of_post

_OF = re.compile(r"\s(?:of|for|to|at)\s")
_SMALL = re.compile(r"(?<![\w’'])(?!of\b|the\b|for\b|and\b|to\b|in\b|at\b|on\b)[a-z]+\b")
_ENDS_IN_ABBREVIATION = re.compile(rf"(?:[{CAPITAL}][\w’'-]*[a-z]\s(?:and\s|&\s)?){{1,4}}[A-Z]{{2,5}}")
_BEHIND_NAME = ("bracket", "gap", "dash", "comma", "colon", "behind")
"""Marks behind which something is said of the person before."""


def beside(text: str, mark: str, before: Sequence[str], setting: Setting) -> Reading | None:
    """A piece as the post or body of the person before it; `before` are the pieces before it, the nearest last."""
    vocabulary = setting.vocabulary
    words = words_of(vocabulary)
    text = text.strip(" .,–-") if not words.letters.fullmatch(text) else text
    if (
        text.partition(" ")[0] in setting.titles
        or words.vote.fullmatch(text)
        or not text
        or text.endswith(" by")  # "Chaired by Ann Lee   Clerked by Bo Ray"
        or (mark in _BEHIND_NAME and abbreviates(text, before, vocabulary))
        or (mark == "comma" and setting.surnames and is_short_form(text))  # "Ann, AJ, Bo"
    ):
        return None
    if mark == "bracket" and is_remark_beside(text, words, vocabulary):
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


def _beside_features(text: str, words: Words, setting: Setting) -> list[str]:
    """Return the names of the features of a text beside a name; weights.BESIDE says what each counts."""
    features = _post_features(text, words, setting.vocabulary)
    post = "post" in features
    features += _letter_features(text, words)
    if not post:
        features += _body_features(text, setting.vocabulary)
    features += _form_features(text, post, "representing" in features, words)
    if post and any(names_behind_area(text.split(), Reading(Kind.PERSON, 0.0), setting)):
        features.append("holds-name")
    return features


def _post_features(text: str, words: Words, vocabulary: Vocabulary) -> list[str]:
    """Return what says that a text is a post, or whom somebody represents."""
    features = []
    if names_post(text, vocabulary) or words.membership.fullmatch(text):
        features.append("post")
    elif speaks_of_post(text, vocabulary):
        features.append("speaks-of-post")
    if words.body_of.fullmatch(text):
        features.append("representing")
    return features


def _letter_features(text: str, words: Words) -> list[str]:
    """Return what says that a text is letters behind a name ("MP") or an abbreviation of a body."""
    if words.letters.fullmatch(text):
        return ["letters"]
    return ["abbreviation"] if ABBREVIATION.fullmatch(text) else []


def _body_features(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return what says that a text is the name of a body."""
    if ends_as_body(text, vocabulary):
        return ["ends-as-body"]
    if _ENDS_IN_ABBREVIATION.fullmatch(text):
        return ["abbreviation-at-the-end"]
    within = any(ends_as_body(word.strip(".,"), vocabulary) for word in text.split())
    return ["holds-body"] if within else []


def _form_features(text: str, post: bool, represents: bool, words: Words) -> list[str]:
    """Return what the form of a text says: small letters, "the", "of", whole sentences."""
    small_words = len(_SMALL.findall(text))
    found = {
        "of": small_words <= 1 and bool(_OF.search(text)),
        "small": not post and text[0].islower(),
        "the-post": post and text.startswith("the "),
        "sentence": bool(words.sentence.search(text)),
        "small-words": not post and not represents and small_words > 1,
    }
    return [feature for feature, holds in found.items() if holds]


def _post_and_body(
    text: str, mark: str, before: Sequence[str], features: list[str], setting: Setting
) -> tuple[str, str]:
    """What stands beside a name as post and body."""
    vocabulary = setting.vocabulary
    words = words_of(vocabulary)
    if match := words.body_of.fullmatch(text):
        return "", match["organization"]
    if "letters" in features:
        return text, ""
    if mark == "bracket":
        return post_and_body_in_bracket(text, before, setting)
    post, body = (text, "") if text in vocabulary.ranks.values() else _last_is_body(text, vocabulary)
    if body or "post" in features:
        return post, body
    if {"ends-as-body", "abbreviation", "abbreviation-at-the-end"} & set(features):
        return "", text
    member = bool(before) and words.honorific.match(before[-1]) is not None
    if "speaks-of-post" in features and "holds-body" not in features and not member:
        return text, ""
    outsider = text.casefold() in vocabulary.signs["attend_outsiders"]  # "Guest", "Visitor"
    return ("", text) if text[:1].isupper() and not outsider else (text, "")


def _last_is_body(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """ "Head of Assurance, Northtown Council" -> post and body; a post alone for other words."""
    head, comma, tail = text.rpartition(",")
    head, tail = head.strip(), tail.strip()
    if comma and not is_post(tail, vocabulary) and speaks_of_post(head, vocabulary):
        return head, tail
    return (head, tail) if comma and not is_post(text, vocabulary) else (text, "")


def others(text: str, mark: str, before: Sequence[str], setting: Setting) -> Iterator[Reading]:
    """The readings of a piece that name nobody: a post ahead, a word of a roll call, text."""
    vocabulary = setting.vocabulary
    words = words_of(vocabulary)
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
    if names_post(text, vocabulary) or (" " in text and words_of(vocabulary).membership.fullmatch(text)):
        yield Reading(Kind.AHEAD, weights.AHEAD["post"], role=text)
    elif speaks_of_post(text, vocabulary):
        yield Reading(Kind.AHEAD, weights.AHEAD["speaks-of-post"], role=text, office=True)
    elif re.fullmatch(rf"(?:[{CAPITAL}][\w’'-]*\s?){{1,4}}", text):
        yield Reading(Kind.AHEAD, weights.AHEAD["place"])
