"""What the name of a body looks like: its noun, what it is short for, what it holds that names hold seldom."""

from __future__ import annotations

import re
from functools import cache

from archive_builder import lang
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.roster.evidence import is_known_name
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

_OF_BODY = r"""
    .* \b
    (?: {BODY_NOUNS} (?: \s+ of \s+ (?: \w+ \s+ )? {BOARD_OF} ){0,1}
      | \S+ \s+ {ASSEMBLY_OF_A_PLACE} ) {BEHIND_A_BODY}
"""
_OF_ORGANISATION = r".* \b {ORGANISATION_NOUNS} {BEHIND_A_BODY}"
_OF_TEAM = r"(?! .* \s of \s the \s \S+ $ ) .+ \s (?: {TEAM_NOUN} | (?-i:{SHORT_NOUN}) )"
"""A name that ends in a word for a body that may as well be something else, or in the initials of one.

"Roles of the TAG" is what is said of one.
"""
_BEHIND_COMMA = re.compile(r".*\w,\s+[A-Z]{2}")
"""A place with its state or province, "Oxmere, BC": no borough council of that name."""
_PEOPLE_OF = r".+ \s {MEMBERS} \s of \s .*"
"""People who belong to a body, and others before them: "Ann Lee, 11 Members of the Youth Group"."""
_OFFICE = r"(?: the \s )? (?: [\w-]+ \s )? {CHAIRS} , .*"
"""An office of a body: "Chair, Fenny Board"."""
_PLACE_OF = r"(?:the\s+)? {AREA_NOUN} \s+ of \s+ [^\W\d] .{2,40}"
_PLACE_ALONE = r".* \b {PLACE}"
_VERB = r"""
    .* \b (?: {AUXILIARY} | to \s+ {APPROVING}
             | (?-i: (?=[a-z]) ) (?: {TOLD} | {MOVES_A_MOTION} | {MADE_A_MOTION} ) ) \b .*
  | (?: {HELD} | {WHEN_OR_WHERE} ) (?: \s .* )?
"""
"""A name with a verb, or one that begins as what is said of a meeting does: "Held in the Village Hall"."""
_NUMBERED = re.compile(r"(?:\b(?i:no)\.?\s*|#\s?)\d+|(?<=[a-zA-Z.]\s)\d{1,4}(?=\s[A-Z])")
"""The number of a district, or one between the words of a name: the only ones that it may hold."""
_SMALL_START = re.compile(r"(?:[a-z]{3,}\s){2,}.*\b[A-Z]")
"""Words that say what a meeting was like, before the name: "extremely well attended Village"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 13
"""Words of the longest name."""
_LONGEST_INITIALS = 5
"""Letters of a name that may be initials: "GSA"."""

NO_NOUN = "no-noun"
"""The feature of a name that ends in no noun of bodies."""


def name_features(name: str, vocabulary: Vocabulary) -> list[str]:
    """What a name looks like, as features of a candidate."""
    found = [sort_of_name(name, vocabulary)]
    if found == [NO_NOUN] and compiled(_PLACE_ALONE, vocabulary).fullmatch(name):
        found.append("place")
    count = len(name.split())
    checks = {
        "generic": generic(name, vocabulary),
        "verb": bool(compiled(_VERB, vocabulary).fullmatch(name)),
        "digit": any(sign.isdigit() for sign in _NUMBERED.sub("", name))
        and not _is_numbered(name, vocabulary),
        "year": _YEAR.search(name) is not None,
        "long": count > _LONGEST,
        "label": ":" in name,
        "small-letters": _small_letters(name),
        "small-start": _SMALL_START.match(name) is not None,
        "paper": bool(compiled(r".*\b {PAPER} \b.*", vocabulary).fullmatch(name)),
        "person": _is_person(name, vocabulary)
        or bool(compiled(rf"{_OFFICE} | {_PEOPLE_OF}", vocabulary).fullmatch(name)),
    }
    return found + [feature for feature, holds in checks.items() if holds]


def _is_numbered(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name is that of one of several: "District 10", "Oxmere Lodge 245"."""
    return (
        compiled(r"(?: .* \s )? {NUMBERED_BODY} \s (?: no\.? \s )? \d{1,4}", vocabulary).fullmatch(name)
        is not None
    )


def sort_of_name(name: str, vocabulary: Vocabulary) -> str:
    """What sort of body a name is of, by the noun that it ends in."""
    if _BEHIND_COMMA.fullmatch(name):
        return NO_NOUN
    if compiled(_OF_BODY, vocabulary).fullmatch(name):
        return "body-noun"
    if compiled(_PLACE_OF, vocabulary).fullmatch(name):
        return "place-of"
    if compiled(_OF_ORGANISATION, vocabulary).fullmatch(name) or _is_numbered(name, vocabulary):
        return "organisation-noun"
    if compiled(_OF_TEAM, vocabulary).fullmatch(name):
        return "team-noun"
    return "foreign-noun" if is_foreign(name) else NO_NOUN


def is_foreign(name: str) -> bool:
    """True if a name begins as those of bodies do in another language: "Cyngor Tref Llanfair"."""
    return len(name.split()) > 1 and name.split()[0].lower() in _BEGINNINGS


_BEGINNINGS = frozenset(lang.table("languages")["bodies"]["begin"])
_GENERIC = r"""
    (?: the \s+ )? (?: (?: {SORT_OF_MEETING} | {SORT_OF_BODY} | {MONTH} ) \s+ )*
    (?: {BODY_NOUNS} (?: \s+ of \s+ (?: \w+ \s+ )? {BOARD_OF} )? | {MEMBERS} | {WHO_COME} | {ORGANISATION_ALONE} )
    (?: [’']s? )?
"""
_WITHIN = r".* \b {BODY_WITHIN} (?: \s+ of \s+ (?: \w+ \s+ )? {BOARD_OF} )?"


def generic(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name says only what sort of body it is: "Full Council", "Board of Governors", "Trustees"."""
    return compiled(_GENERIC, vocabulary).fullmatch(name) is not None


def within_another(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name is that of a body of another body: a board, a committee, a panel."""
    return compiled(_WITHIN, vocabulary).fullmatch(name) is not None


def without_sorts(name: str, vocabulary: Vocabulary) -> str:
    """A name that says only what sort of body it is, without the sort of meeting: "Regular Board" is a board."""
    sorts = compiled(r"(?: (?: {SORT_OF_MEETING} | {MONTH} ) \s+ )+", vocabulary).match(name)
    return name[sorts.end() :] if sorts else name


def _small_letters(name: str) -> bool:
    """True if most of its telling words begin with a small letter, though it has capitals.

    A name all in small letters is a matter of type, not of grammar.
    """
    if name.islower():
        return False
    telling = [word for word in name.split() if len(word) > 3]
    return sum(word[0].islower() for word in telling) * 2 > len(telling)


def _is_person(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name begins with that of a person: "Mr Ray", "Ann Lee, Fenny Residents' Association"."""
    before, comma, _ = name.partition(",")
    member = bool(comma) and len(before.split()) == 2 and all(map(is_known_name, before.casefold().split()))
    return member or _titled(vocabulary).match(name) is not None


@cache
def _titled(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The beginning of a person's name with a title; a mayor may be a body's."""
    honorifics = phrase(word for word in vocabulary.honorifics if word.casefold() != "mayor")
    return re.compile(rf"(?:{honorifics})\.?\s+[A-Z]")


def cased(name: str) -> str:
    """A name as printed; one printed all in one case gets capitals at its words."""
    name = folded(name)
    initials = name.isupper() and len(name) <= _LONGEST_INITIALS
    if initials or (not name.isupper() and not name.islower()):
        return name
    return " ".join(word if word in _SMALL else _capital(word) for word in name.lower().split())


_WRITTEN = lang.table("names")
_VOWELS = frozenset(_WRITTEN["vowels"])
_SMALL = frozenset(_WRITTEN["small"])
_SMALL_IN_PLACES = frozenset(_WRITTEN["small_in_places"])
_SHORTENED = frozenset(_WRITTEN["shortened"])


def _capital(word: str) -> str:
    if len(word) > 1 and word.isalpha() and word not in _SHORTENED and not _VOWELS & set(word):
        return word.upper()
    first, *rest = word.split("-")
    return "-".join(
        (first.capitalize(), *(part if part in _SMALL_IN_PLACES else part.capitalize() for part in rest))
    )


_NO_NAME = r"{NO_BODY_BEGINS} \b .*"
"""What begins like a name and is none: "If a board", "this committee"."""
_PAPER_ALONE = r"""
    (?: {PAPER} | {SORT_OF_MEETING} | {DRAFT_PAPER} | {MONTH} | {MEETING} | {ORDINAL_WORD} | {NUMBER_IN_WORDS}
      | {DISCUSSION_WORD} | {WORKED_ON}
      | of | from | for | the | and | & | \d+ | \s | [,.:–-] )+
"""


def is_only_paper(name: str, vocabulary: Vocabulary) -> bool:
    """True for words that say which paper or meeting it is and name nobody: "Minutes of the annual meeting"."""
    if compiled(_NO_NAME, vocabulary).match(name):
        return True
    alone = compiled(_PAPER_ALONE, vocabulary).fullmatch(name)
    return bool(alone or re.fullmatch(kinds_of_paper(vocabulary), name, re.IGNORECASE))


@cache
def kinds_of_paper(vocabulary: Vocabulary) -> str:
    """A pattern that fits the title of any kind of document."""
    return phrase(words for phrases in vocabulary.kinds.values() for words in phrases)
