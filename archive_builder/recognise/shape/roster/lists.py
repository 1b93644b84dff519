"""The lines of a list together: one person a line or many, and how sure its people are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.common_form import common_form
from archive_builder.recognise.shape.roster.evidence import Elsewhere, is_known_name
from archive_builder.recognise.shape.roster.lines import is_prose_of_people, is_too_long
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.recognise.shape.roster.split import Entry, Line, read_line
from archive_builder.text.names import CAPITAL
from archive_builder.text.posts import ends_as_post, is_post

_INITIALS = re.compile(r"[A-Z]{2,4}")
_MANY = 3
_HALF = 2
_THIRD = 3


def read_lines(lines: Sequence[str], setting: Setting) -> list[Line]:
    """The lines of a list with their people; a name that is not sure enough is left out.

    The list is read with one person a line and with many; the reading that scores higher is kept.
    """
    lines = common_form(lines, setting)
    setting = replace(
        setting,
        initials=_by_initials(lines),
        surnames=(setting.surnames and not _by_full_names(lines)) or by_surname(lines, setting.seen),
        titles=_titles_of(lines, setting),
        capitals=setting.capitals or surnames_in_capitals(lines),
    )
    many = [read_line(line, setting) for line in lines]
    chosen = many
    if len(lines) > 1 and any("," in line or ") " in line for line in lines):
        single = [read_line(line, replace(setting, one_a_line=True)) for line in lines]
        if sum(line.score for line in single) > sum(line.score for line in many):
            chosen = single
    every = [entry for line in chosen for entry in line.people]
    sure = sum(entry.score >= weights.SURE for entry in every)
    company = weights.COMPANY if sure > 1 and sure * _HALF > len(every) else 0.0
    return [
        replace(line, people=tuple(entry for entry in line.people if entry.score + company >= weights.SURE))
        for line in chosen
    ]


def read_list(lines: Sequence[str], setting: Setting) -> list[list[Entry]]:
    """The people of each line of a list."""
    return [list(line.people) for line in read_lines(lines, setting)]


def only_people(lines: Sequence[str], setting: Setting) -> bool:
    """True if each line of a list names somebody and says no more."""
    return all(line.people and line.left <= _LEFT for line in read_lines(lines, setting))


_LEFT = 2
"""Words of a line that may stand besides its people."""


def _titles_of(lines: Sequence[str], setting: Setting) -> frozenset[str]:
    """The posts that stand before a surname more than once: "Trustee Lee, Trustee Ray, Clerk Fox".

    The first word of a longer post is none: "Chief Constable", "Chief Executive".
    """
    parts = [part.strip() for line in lines for part in _PARTS.split(_BRACKET.sub("", line))]
    before = [
        part.partition(" ")[0]
        for part in parts
        if _POST_AND_SURNAME.fullmatch(part) and not ends_as_post(part, setting.vocabulary)
    ]
    several = {post for post in before if before.count(post) > 1}
    if not any(is_post(post, setting.vocabulary) for post in several):
        return frozenset()
    return frozenset(post for post in before if is_post(post, setting.vocabulary))


_POST_AND_SURNAME = re.compile(rf"[{CAPITAL}][a-z]+\s[{CAPITAL}][\w’'-]+")


def _by_initials(lines: Sequence[str]) -> bool:
    """True if a list names people by their initials alone: "AL, BR, CD"."""
    parts = [part.strip() for line in lines for part in re.split(r"[,;]|\band\b", line) if part.strip()]
    short = sum(_INITIALS.fullmatch(part) is not None for part in parts)
    return short >= _MANY and short * _HALF > len(parts)


def surnames_in_capitals(lines: Sequence[str]) -> bool:
    """True if several lines name people as "Ann WINTERS", the surname in capitals and the given name not."""
    return sum(_CAPITAL_SURNAME.search(line) is not None for line in lines) > 1


_CAPITAL_SURNAME = re.compile(rf"\b[{CAPITAL}][a-zà-ÿ]+\s(?:[{CAPITAL}]\.?\s)?[{CAPITAL}-]{{6,}}\b")


def _by_full_names(lines: Sequence[str]) -> bool:
    """True if most entries of a list's first line have two names or more, whatever the other lists have."""
    first = next((line for line in lines if line), "")
    parts = [part.strip() for part in _PARTS.split(_BRACKET.sub("", first)) if part.strip()]
    return sum(_FULL_NAME.match(part) is not None for part in parts) * _HALF > len(parts)


def by_surname(lines: Sequence[str], seen: Elsewhere | None = None) -> bool:
    """True if a list names people by one name each: "Lee (Chair), Ray, Fox", "Nora, Luke, Sara B".

    Enough of them are known names, or the rest of the document tells what they did.
    """
    parts = [part.strip(" .") for line in lines for part in _PARTS.split(_BRACKET.sub("", line))]
    parts = [part for part in parts if part]
    known = sum(is_known_name(part.casefold()) or bool(seen and seen.acts(part)) for part in parts)
    single = all(_SINGLE.fullmatch(part) for part in parts)
    share = _THIRD if len(parts) > _MANY else _HALF
    return single and known > 1 and known * share > len(parts)


_PARTS = re.compile(r"[,;\t]|\band\b|&|\s[-–—]\s|:")
_BRACKET = re.compile(r"\([^()]*\)")
_FULL_NAME = re.compile(rf"[{CAPITAL}][\w’'-]+\s(?:[{CAPITAL}]\.?\s)?[{CAPITAL}][\w’'-]+")
_SINGLE = re.compile(rf"[{CAPITAL}][\w’'-]+(?:\s[{CAPITAL}]\.?)?|[a-z]+")


def lists_people(line: str, setting: Setting) -> bool:
    """True if a line is a list of people and nothing else: it names several, or one and no more words."""
    if is_too_long(line) or is_prose_of_people(line, setting.vocabulary):
        return False
    [found] = read_lines([line], setting)
    if found.left > _LEFT:
        return False
    sure = [entry for entry in found.people if entry.score >= KNOWN]
    return len(sure) > 1 or (len(sure) == 1 and len(line.split()) <= _ONE_ENTRY)


KNOWN = 2.0
"""The score of somebody whose name is known by its words."""
_ONE_ENTRY = 7
"""Words of a line with one person at most."""
