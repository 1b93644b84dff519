"""Who asks: as a speaker before the words, in a sentence that tells it, or in a label."""

from __future__ import annotations

import re

from archive_builder.recognise.grammar.draft import Draft
from archive_builder.recognise.signs.asking import ASKER_BEHIND, NARRATED_ASKER, SPEAKER
from archive_builder.settings import Vocabulary
from archive_builder.text.names import bare, looks_like_name, resolve
from archive_builder.text.posts import speaks_of_post
from archive_builder.text.words import folded, phrase

_LONGEST_NAME = 3
"""Maximum number of words of a name that no attendance list holds."""


def speaker(text: str, draft: Draft) -> tuple[str, int]:
    """Who speaks in "Ann Lee: How many?", and where the words begin; empty where nobody is named."""
    match = draft.read(text).match(SPEAKER)
    if not match:
        return "", 0
    person = resolve(match["who"], draft.people(), draft.vocabulary)
    if person:
        return person.name, match.end()
    name = bare(match["who"], draft.vocabulary)
    size = len(name.split())
    titled = name != folded(match["who"]) and size < _LONGEST_NAME
    named = looks_like_name(name) and not speaks_of_post(name, draft.vocabulary) and size <= _LONGEST_NAME
    return (name, match.end()) if titled or named else ("", 0)


def narrated_asker(text: str, draft: Draft) -> str:
    """Who asks in "Cllr Lee asked whether the road was open"; empty where it is nobody in particular."""
    words = draft.read(text)
    match = words.match(NARRATED_ASKER) or words.match(ASKER_BEHIND)
    if not match:
        return ""
    if person := resolve(match["who"], draft.people(), draft.vocabulary):
        return person.name
    name = bare(match["who"], draft.vocabulary)
    if match.groupdict().get("at") and looks_like_name(name):  # a neighbour, with house and street
        return name
    return name if name != folded(match["who"]) and not speaks_of_post(name, draft.vocabulary) else ""


def asker_name(printed: str, vocabulary: Vocabulary) -> str:
    """Who asked, from "DPCC Ann Lee", "Ann Lee, Victims Advocate" or "Victims' Advocate Ann Lee"."""
    head = bare(folded(printed).split(",")[0], vocabulary)
    speaks_of_role = re.search(rf"\b(?:{phrase(vocabulary.role_nouns)})\b", head)
    if looks_like_name(head) and len(head.split()) <= _LONGEST_NAME and not speaks_of_role:
        return head
    parts = _without_role(head.split(), {word.casefold() for word in vocabulary.role_nouns})
    return bare(" ".join(parts[-2:] if len(parts) > _LONGEST_NAME else parts), vocabulary)


def _without_role(parts: list[str], roles: set[str]) -> list[str]:
    """The last words of a role and a name: those of the role before them are left out."""
    while len(parts) > 2:
        first = parts[0]
        of_role = first.casefold().strip("’'s") in roles or first.islower()
        if not of_role and len(parts) <= _LONGEST_NAME:
            break
        parts = parts[1:]
    return parts
