"""What speaks for a piece of a list being a person's name: its words, and the rest of the document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from archive_builder import lang
from archive_builder.recognise.shape.roster.weights import PERSON
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL
from archive_builder.text.words import phrase

_NAME_WORD = re.compile(rf"[{CAPITAL}][\w’'‘`-]*\.?|[{CAPITAL}](?:\.[{CAPITAL}])+\.?|[dDO]['’][{CAPITAL}]\w+")
_INITIAL = re.compile(rf"(?:[{CAPITAL}]\.?){{1,3}}")
_SMALL_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿ]{3,}(?![\w’'-])")
_ABBREVIATION = re.compile(rf"[{CAPITAL}]{{2,5}}")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the whole document says: it counts for or against a name in a list."""

    named: frozenset[str] = frozenset()
    """Words, in lower case, that stand behind a title somewhere ("Mr Church asked"), by the number of times."""
    small: frozenset[str] = frozenset()
    """Words that are also printed without a capital."""
    acting: frozenset[str] = frozenset()
    """Words of which the text tells what somebody of that name did."""
    text: str = field(default="", repr=False, compare=False)

    def names_alone(self, word: str) -> bool:
        """True if the text speaks of somebody by this word and no other: "Nora: …", "(Luke)", "Sara will"."""
        found = re.finditer(rf"{re.escape(word)}(?=[:,)]|\s[a-z])", self.text)
        return any(_stands_behind(_BEFORE_A_NAME, self.text, match.start()) for match in found)

    def acts(self, word: str) -> bool:
        """True if the text tells what somebody of this one name did: "Nora will", "Luke and Sara had"."""
        return word in self.acting


def _stands_behind(pattern: re.Pattern[str], text: str, place: int) -> bool:
    """Whether what stands before a place fits; looking back from a word is much faster than on from anywhere."""
    return pattern.search(text[max(0, place - _LOOK_BACK) : place]) is not None


_LOOK_BACK = 40
"""Characters."""
_WHO_ACTS = re.compile(rf"(?<![\w’'-])[{CAPITAL}][\w’'-]+(?=\s[a-z]|:\s)")
_BEFORE_A_NAME = re.compile(r"(?:^|[^\w\s]\s*|\b[a-z]+\s)\Z", re.MULTILINE)
_BEFORE_WHO_ACTS = re.compile(r"(?:^|[^\w\s,]\s*|\b[a-z]+\s)\Z", re.MULTILINE)


def elsewhere(texts: Iterable[str], vocabulary: Vocabulary) -> Elsewhere:
    """The evidence of a whole document, its blocks' texts given."""
    text = "\n".join(texts)
    named = {match["name"].casefold() for match in _titled(vocabulary).finditer(text)}
    return Elsewhere(frozenset(named), frozenset(_SMALL_WORD.findall(text)), frozenset(_acting(text)), text)


def _acting(text: str) -> Iterator[str]:
    for match in _WHO_ACTS.finditer(text):
        if _stands_behind(_BEFORE_WHO_ACTS, text, match.start()):
            yield match[0]


@lru_cache(maxsize=8)
def _titled(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Surnames that act or are addressed: "Mr Church asked", "moved by Ray", "Lee seconded"."""
    titles = phrase((*vocabulary.honorifics, "Trustee", "Commissioner", "Member", "Director"))
    name = rf"(?P<name>[{CAPITAL}][\w’'-]*[a-z])"
    return re.compile(rf"\b(?:{titles})\.?\s+(?:(?:[{CAPITAL}]\.?\s+)+|[{CAPITAL}][a-z]+\s+)?{name}\b")


def is_initials(word: str) -> bool:
    """True for "J.", "J", "JA", "J.A."."""
    return _INITIAL.fullmatch(word) is not None


def is_short_form(word: str) -> bool:
    """True for the initials of a person or the short name of a body, "JD"; names in capitals ("ANN") are none."""
    return _SHORT_FORM.fullmatch(word) is not None and not is_known_name(word.casefold())


def is_known_name(word: str) -> bool:
    """True for a known given name or surname, in small letters, with or without its accents."""
    word = _without_accents(word)
    return word in lang.word_list("given_names") or word in lang.word_list("surnames")


def _without_accents(word: str) -> str:
    """A word without accents, as the lists of names have it as well: "rémy" is "remy"."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_SHORT_FORM = re.compile(rf"[{CAPITAL}]{{2,4}}")


def is_name_word(word: str, vocabulary: Vocabulary) -> bool:
    """True if a word can be part of a name: it begins with a capital, or is a particle ("van", "de")."""
    return word.casefold() in vocabulary.signs["name_particles"] or _NAME_WORD.fullmatch(word) is not None


def name_features(words: Sequence[str], seen: Elsewhere, vocabulary: Vocabulary) -> list[str]:
    """The features of some words taken for a name; empty if they cannot be one."""
    core = [word for word in words if word.rstrip(".") not in vocabulary.signs["generations"]]
    if not core or len(core) > _MOST_WORDS or not all(is_name_word(word, vocabulary) for word in core):
        return []
    if len(core) > 1 and all(is_short_form(word) for word in core):  # "JD TG": two people
        return []
    if core[-1].islower() or (len(core[-1].strip(".")) == 1 and len(core) == 1):
        return []
    plain = [_without_accents(word.strip(".").casefold()) for word in core]
    given = lang.word_list("given_names")
    features = _shape(core, vocabulary)
    known_given = plain[0].split("-")[0] in given and len(core) > 1
    if known_given:
        features.append("given-name")
    if _ends_in_abbreviation(core, known_given):
        features.append("abbreviation-at-the-end")
    if _is_surname(plain[-1]):
        features.append("surname")
    if core[-1].strip(".").casefold() in seen.named and not (len(core) == 1 and is_initials(core[0])):
        features.append("named-elsewhere")
    features += _against(plain, seen, known_given or "initials" in features, vocabulary)
    if not {"given-name", "surname", "named-elsewhere", "initials"} & set(features):
        features.append("unknown")
    if re.search(r"[’']s\b", " ".join(words)):
        features.append("possessive")
    return features


def _shape(core: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """What the form of the words says: how many there are, and whether the first are initials."""
    if len(core) == 1:
        return ["initials-alone", "one-capital"] if is_initials(core[0]) else ["one-capital"]
    features = ["two-capitals"]
    if all(is_initials(word) for word in core[:-1]) and not is_initials(core[-1]):
        features.append("initials")
    counted = [word for word in core if word.casefold() not in vocabulary.signs["name_particles"]]
    if len(counted) > 3:
        features.append("many-words")
    return features


def _ends_in_abbreviation(core: Sequence[str], known_given: bool) -> bool:
    """True for "Orrish Penn UHB" and "A Lee EDC"; a surname may be set in capitals: "Ann LEE"."""
    last = core[-1]
    if len(core) == 1 or not _ABBREVIATION.fullmatch(last) or (core[0].isupper() and len(core[0]) > 2):
        return False
    return len(core) > 2 or not (known_given or is_initials(core[0]) or _is_surname(last.casefold()))


def _is_surname(word: str) -> bool:
    surnames = lang.word_list("surnames")
    return word in surnames or any(part in surnames for part in word.split("-")) or word[:2] in ("o'", "o’")


def _against(plain: Sequence[str], seen: Elsewhere, told: bool, vocabulary: Vocabulary) -> list[str]:
    """What speaks against: words of posts and bodies, and words that no name holds."""
    posts, bodies, never = _nouns(vocabulary)
    members, titles = _titles(vocabulary)
    given, features = lang.word_list("given_names"), []
    for at, word in enumerate(plain):
        last = at == len(plain) - 1
        if len(plain) == 1 and word in titles:
            features.append("post-noun")
        elif word in posts or (last and at and word in members):
            features.append("post-noun-behind-given-name" if told and last and at else "post-noun")
        elif "-" in word and word.partition("-")[0] in bodies:
            features.append("body-noun")
        elif word in bodies:
            features.append("body-noun-behind-given-name" if told and last and at else "body-noun")
        elif word in never and not (told and last and _is_surname(word)):
            features.append("not-in-names-behind-given-name" if told and last and at else "not-in-names")
        elif word in seen.small and word not in given and not _is_surname(word):
            features.append("small-elsewhere")
    return features


@lru_cache(maxsize=8)
def _nouns(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    bodies = frozenset((*vocabulary.body_nouns, *vocabulary.organisation_nouns))
    posts = frozenset(word.casefold() for word in vocabulary.role_nouns)
    return posts - bodies, bodies, frozenset(vocabulary.signs["not_in_names"])


@lru_cache(maxsize=8)
def _titles(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """The titles of members, and what is put before names, in small letters."""
    members = frozenset(title.casefold() for title in vocabulary.signs["member_titles"])
    return members, frozenset(title.casefold() for title in vocabulary.honorifics)


def person_score(features: Iterable[str]) -> float:
    """The weights of some features of a person added up."""
    return sum(PERSON[feature] for feature in features)
