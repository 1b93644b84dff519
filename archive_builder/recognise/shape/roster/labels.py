"""What heads a list of people: "Present", "Senior team members present:", "Trustees absent with regrets"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archive_builder.model import AttendanceStatus
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

_OTHERS_ATTENDING = re.compile(r"(?!members\b|board\b|committee\b)(?:[\w&’'-]+\s+){1,4}in\s+attendance")
"""A group of those who attend and are no members: "Police Service in attendance"."""
_MOST_WORDS = 8


def status_of(title: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What the heading of a list says of the people below it; None for other words."""
    said = folded(title).casefold().strip(" :–-.")
    for half in (said, *said.split(" / ")):
        if half in vocabulary.apologies:
            return AttendanceStatus.APOLOGIES
        if half in vocabulary.also_present or _OTHERS_ATTENDING.fullmatch(half):
            return AttendanceStatus.ALSO_PRESENT
        if half in vocabulary.present:
            return AttendanceStatus.PRESENT
    return _composed(said, vocabulary) if len(said.split()) <= _MOST_WORDS else None


def _composed(said: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """The status of a label that is made of the words of labels and nothing else."""
    words = _words(vocabulary)
    if not words.label.fullmatch(said):
        return None
    if words.absent.search(said):
        return AttendanceStatus.APOLOGIES
    if words.outsiders.search(said):
        return AttendanceStatus.ALSO_PRESENT
    return AttendanceStatus.PRESENT if words.present.search(said) else None


@lru_cache(maxsize=8)
class _words:  # noqa: N801 -- called like a function, once for a vocabulary
    """The patterns of labels."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        signs = vocabulary.signs
        names = ("attend_present", "attend_absent", "attend_outsiders", "attend_glue")
        present, absent, outsiders, glue = (phrase(signs[name]) for name in names)
        every = rf"(?:{present}|{absent}|{outsiders}|{glue}|&|/)"
        self.present = re.compile(rf"\b(?:{present})\b")
        self.absent = re.compile(rf"\b(?:{absent})\b")
        self.outsiders = re.compile(rf"\b(?:{outsiders})\b")
        self.label = re.compile(
            rf"(?=.*\b(?:{present}|{absent}|invited|invitees|by\s+invitation)\b){every}(?:[\s,]+{every})*"
        )
        known = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
        self.within = re.compile(
            rf"(?:^|(?<=\s))(?=(?-i:[A-Z]))(?P<label>(?:{known})|{every}(?:[\s,]+{every}){{0,7}})\s*:\s+(?=(?-i:[A-Z(]))",
            re.IGNORECASE,
        )
        self.opening = re.compile(
            rf"(?P<label>{every}(?:\s+{every}){{0,7}})\s+(?=(?-i:[A-Z]))(?!{every}\b)", re.IGNORECASE
        )


def labels_within(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where each label with a colon stands in a paragraph, from its first word to the first name."""
    return [
        (match.start(), match.end())
        for match in _words(vocabulary).within.finditer(text)
        if status_of(match["label"], vocabulary) is not None
    ]


@dataclass(frozen=True, slots=True)
class Label:
    """What heads a list, and where the list begins behind it."""

    status: AttendanceStatus
    end: int


def opening_label(text: str, vocabulary: Vocabulary) -> Label | None:
    """The label that a text begins with, without a colon: "Attendees Ann Lee", "Present were Ann Lee"."""
    match = _words(vocabulary).opening.match(text)
    status = _composed(match["label"].casefold(), vocabulary) if match else None
    return Label(status, match.end()) if match and status else None
