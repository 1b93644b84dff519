"""People's names as attendance lists, headings and minutes write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive_builder.settings import Vocabulary
from archive_builder.text.posts import beside
from archive_builder.text.words import folded, phrase

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽ"
"""The capitals that names in European languages begin with, for a class of characters."""
_NAME_WORD = rf"(?:[{CAPITAL}][\w.’'-]*|de|da|di|van|von|der|bin|al|ap|y)"


@dataclass(frozen=True, slots=True)
class Named:
    """A name with what stands beside it."""

    name: str
    role: str = ""
    organization: str = ""


@lru_cache(maxsize=8)
def _before(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What may stand before a name: honorifics, ranks, offices."""
    titles = phrase((*vocabulary.honorifics, *vocabulary.ranks, *vocabulary.ranks.values()))
    return re.compile(rf"(?:the\s+)?(?:(?:{titles})\.?,?\s+)+(?=\S)", re.IGNORECASE)


def bare(name: str, vocabulary: Vocabulary) -> str:
    """A name without honorifics, ranks and offices in front: "ACC Ann Lee" -> "Ann Lee"."""
    text = folded(name).strip(" ,;:.–-")
    match = _before(vocabulary).match(text)
    return text[match.end() :].strip(" ,") if match else text


def looks_like_name(text: str) -> bool:
    """True if a text is two to five capitalised words and nothing else."""
    parts = text.split()
    return (
        1 < len(parts) <= 5
        and all(re.fullmatch(_NAME_WORD, part) for part in parts)
        and parts[-1][0].isupper()
    )


def role_and_organization(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """ "Deputy Chief Executive, OPCC" -> role and organisation; the last comma part is the latter.

    Without a comma a trailing run of capitals is the organisation ("Youth Commissioner OPCC").
    """
    text = folded(text)
    head, comma, tail = text.rpartition(",")
    if comma and text in vocabulary.ranks.values():
        return text, ""
    if comma:
        return head.strip(), tail.strip()
    if match := re.fullmatch(r"(?P<role>.*[a-z].*?)(?<!\sof)(?<!\sfor)\s+(?P<organization>[A-Z]{2,8})", text):
        return match["role"], match["organization"]
    return text, ""


def resolve(mention: str, people: Sequence[Named], vocabulary: Vocabulary) -> Named | None:
    """Who of a list is meant by "ACC Lee", "A Lee", "Ann", "AL" or "the Commissioner"; None unless one fits.

    By full name, else by surname, first name or initials alone, else by the office.
    """
    name = beside(bare(mention, vocabulary), vocabulary)[0].casefold()
    exact = [person for person in people if person.name.casefold() == name]
    if exact:
        return exact[0]
    by_end = {person.name: person for person in people if person.name.casefold().endswith(f" {name}")}
    if " " in name and len(by_end) == 1:  # a surname of two words: "Cllr Ní Bhriain"
        return next(iter(by_end.values()))
    by_surname = [
        person for person in people if name and person.name.casefold().split()[-1:] == name.split()[-1:]
    ]
    if len({person.name for person in by_surname}) == 1 and len(name.split()) == 1:
        return by_surname[0]
    initialled = {person.name: person for person in people if _is_initialled(name, person.name.casefold())}
    if initialled:  # "C Smith" among Owen Smith and Chloe Smith
        return next(iter(initialled.values())) if len(initialled) == 1 else None
    short = [person for person in people if _shortened(folded(mention).strip(" .,"), person.name)]
    if short and len({person.name for person in short}) == 1:
        return short[0]
    office = folded(mention).removeprefix("the ").removeprefix("The ")
    office = vocabulary.ranks.get(office, office).casefold()
    holders = [person for person in people if _holds(person.role.casefold(), office)]
    return holders[0] if len({person.name for person in holders}) == 1 else None


def _is_initialled(mention: str, name: str) -> bool:
    """True for initials and a surname that a full name fits: "c. lee" and "cy lee", in small letters."""
    *given, surname = mention.split() or [""]
    first, *others = name.split() or [""]
    initials = "".join(given).replace(".", "")
    return (
        len(given) > 0
        and 0 < len(initials) <= len(others)
        and others[-1] == surname
        and first.startswith(initials[0])
        and all(len(part.strip(".")) == 1 for part in given)
    )


def _shortened(mention: str, name: str) -> bool:
    """True if a single word is somebody's first name, or initials: "AL", "BMcT", "JKM" (Jo Kay-Moss)."""
    parts = name.split()
    if " " in mention or len(parts) < 2 or len(mention) < 2:
        return False
    if not mention.isupper() and "Mc" not in mention:
        return len(parts[0]) > 2 and mention == parts[0]
    letters = mention.replace(".", "").casefold()
    outer = "".join(part[0] for part in parts).casefold()
    inner = "".join(ch for part in parts for ch in part if ch.isupper() or ch == part[0]).casefold()
    scots = "".join(part[:3] if re.match(r"Mc[A-Z]", part) else part[0] for part in parts).casefold()
    return letters in (outer, inner, scots, outer[0] + outer[-1])


def _holds(role: str, office: str) -> bool:
    """True if a role is that office: the same words, or with the area in front of them."""
    return bool(office) and (
        role == office or (role.endswith(f" {office}") and not role.startswith(("deputy", "assistant")))
    )


def office_before(printed: str, vocabulary: Vocabulary) -> str:
    """What stands before a name, if it is an office; an honorific is none."""
    printed = printed.strip(" .")
    offices = {*vocabulary.ranks, *vocabulary.ranks.values(), "Mayor", "Clerk"}
    return printed if printed in offices else ""
