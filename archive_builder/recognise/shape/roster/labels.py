"""What heads a list of people: "Present", "Senior team members present:", "Trustees absent with regrets"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from archive_builder.model import AttendanceStatus, Block, BlockKind
from archive_builder.recognise.grammar.draft import is_prose
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text.words import folded, phrase

_MOST_WORDS = 8
_ASIDE = re.compile(r"(?<=\w)\s*\((?:[^()\s]+\s*){1,4}\)$")
"""A bracket behind a label: "Present (7 Councillors)", "In attendance (via Zoom)"."""


_COUNT = re.compile(r"^\d{1,3}\s+(?=[a-z])")
"""How many they are, before a label: "10 present"."""
_DASH = re.compile(r"\s+[–—-]\s+")


@lru_cache(maxsize=4096)
def status_of(title: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What the heading of a list says of the people below it; None for other words."""
    said = _ASIDE.sub("", folded(title).casefold().strip(" :;–-.")).strip(" :;–-.")
    if _COUNT.match(said) and _words(vocabulary).tells.search(said):
        said = _COUNT.sub("", said)
    composed = _composed(said, vocabulary) if len(said.split()) <= _MOST_WORDS else None
    for half in (said, *said.split(" / ")):
        if half in vocabulary.apologies or composed is AttendanceStatus.APOLOGIES:
            return AttendanceStatus.APOLOGIES
        if half in vocabulary.also_present or _words(vocabulary).beside.fullmatch(half):
            return AttendanceStatus.ALSO_PRESENT
        if half in vocabulary.present:
            return AttendanceStatus.PRESENT
    return composed or _of_parts(said, vocabulary) or _of_body(title, vocabulary) or _of_day(said, vocabulary)


def _of_parts(said: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """The status of "observers/presenters", if its parts agree on being there."""
    parts = said.split("/")
    if len(parts) < _PAIR or not all(parts):
        return None
    statuses = {status_of(part, vocabulary) for part in parts}
    if len(statuses) == 1:
        return statuses.pop()
    there = {AttendanceStatus.PRESENT, AttendanceStatus.ALSO_PRESENT}
    return AttendanceStatus.ALSO_PRESENT if statuses == there else None


_PAIR = 2


def _of_body(title: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """The status of a label with a body's short name before it: "OXDG attendees"."""
    match = _SHORT_NAME.match(title.strip())
    return status_of(title.strip()[match.end() :], vocabulary) if match else None


def _of_day(said: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """The status of a label with the day before or behind it: "October 31st, attendees", "Present on 6 May"."""
    if match := compiled(_DAY_BEFORE, vocabulary).match(said):
        return _composed(said[match.end() :], vocabulary)
    match = compiled(_DAY_BEHIND, vocabulary).search(said)
    return _composed(said[: match.start()], vocabulary) if match else None


_DAY = r"""
    (?: {WEEKDAY} ,? \s+ )?
    (?: {MONTH} \.? \s+ \d{1,2} (?: st | nd | rd | th )?
      | \d{1,2} (?: st | nd | rd | th )? \s+ {MONTH} | \d{4}-\d\d-\d\d | \d{1,2}/\d{1,2}/\d{2,4} )
    (?: ,? \s+ \d{4} )?
"""
_DAY_BEFORE = rf"(?: {_DAY} | {{CLOCK}} ) [\s,:–-]+"
_DAY_BEHIND = rf"[\s,:–-]+ (?: on \s+ )? {_DAY} $"
_SHORT_NAME = re.compile(r"[A-Z]{3,8}\s+(?=[A-Za-z])(?!.*[A-Z]{3})")


def is_roster_title(block: Block, vocabulary: Vocabulary) -> bool:
    """A line that is nothing but "Present", "Attendees:", "Apologies"."""
    if not is_prose(block) and block.kind is not BlockKind.HEADING:
        return False
    text = folded(block.text)
    bullet = not any(ch.isalnum() for ch in block.marker) and text.endswith(":")
    plain = not block.marker and not text.endswith(".")
    return (plain or bullet) and status_of(text, vocabulary) is not None


def tells_presence(title: str, vocabulary: Vocabulary) -> bool:
    """True if a label says that people were there ("Participants"), and not only who they are ("Trustees")."""
    return status_of(title, vocabulary) is not None and speaks_of_presence(title, vocabulary)


def speaks_of_presence(text: str, vocabulary: Vocabulary) -> bool:
    """True if any word of a text is one of being there: "Attendee name"."""
    return _words(vocabulary).present.search(folded(text).casefold()) is not None


def _composed(said: str, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """The status of a label that is made of the words of labels and nothing else.

    None where it says two things: "Attendance and apologies", "Board members present Staff present".
    """
    words = _words(vocabulary)
    said = _DASH.sub(" ", said)
    if not words.label.fullmatch(said):
        return None
    there = words.present.findall(words.absent.sub("", said))
    if len(there) != len(set(there)) or (there and words.absent.search(said)):
        return None
    if words.absent.search(said):
        return AttendanceStatus.APOLOGIES
    if words.outsiders.search(words.insiders.sub("", said)) and not words.roll_call.search(said):
        return AttendanceStatus.ALSO_PRESENT
    return AttendanceStatus.PRESENT if there else None


_BEHIND_WORD = r"(?P<aside>\s*\([^()]{1,40}\))?(?:\s*(?:[–—;]|-(?=\s|(?-i:[A-Z]))|\.(?=\s))\s*|\s+)"
"""What stands between a label and its list where no colon does: "Present – Ann Lee", "Present (3) Ann Lee"."""


class _Words:
    """The patterns of labels."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        signs = vocabulary.signs
        names = ("attend_present", "attend_absent", "attend_outsiders", "attend_glue")
        present, absent, outsiders, glue = (phrase(signs[name]) for name in names)
        every = rf"(?:{present}|{absent}|{outsiders}|{glue}|&|/)"
        self.present = re.compile(rf"\b(?:{present})\b")
        self.absent = re.compile(rf"\b(?:{absent})\b")
        self.tells = re.compile(rf"\b(?:{present}|{absent})\b")
        self.roll_call = re.compile(rf"\b(?:{phrase(signs['roll_calls'])})\b")
        """A roll is called of those who sit there: "Roll call of officers"."""
        self.outsiders = re.compile(rf"\b(?:{outsiders})\b")
        self.insiders = re.compile(rf"\b(?:{phrase(signs['attend_insiders'])})\b")
        members, attending = phrase(signs["attend_not_beside"]), phrase(signs["attend_beside"])
        self.beside = re.compile(rf"(?!(?:{members})\b)(?:[\w&’'-]+\s+){{1,4}}(?:{attending})")
        """A group of those who attend and are no members: "Police Service in attendance"."""
        self.label = re.compile(
            rf"(?=.*\b(?:{present}|{absent}|{phrase(signs['attend_invited'])})\b){every}(?:[\s,/]+{every})*"
        )
        known = phrase((*vocabulary.present, *vocabulary.also_present, *vocabulary.apologies))
        self.within = re.compile(
            rf"(?:^|(?<=\s))(?=(?-i:[A-Z]))(?P<label>(?:{known})|{every}(?:[\s,/]+{every}){{0,7}})"
            r"(?P<aside>\s*\([^()]{1,40}\))?\s*:(?:\s*[-–—])?\s+(?=(?-i:[A-Z(]))",
            re.IGNORECASE,
        )
        self.no_label = re.compile(rf"(?:{phrase(signs['attend_no_label'])})\b", re.IGNORECASE)
        self.first_words = frozenset(words.split()[0].casefold() for name in names for words in signs[name])
        self.word = re.compile(rf"(?P<word>{every}){_BEHIND_WORD}", re.IGNORECASE)
        self.goes_on = re.compile(rf"(?:{present}|{absent}|{outsiders}|with|by|via|and|in|at|on|the)\b", re.I)


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> _Words:
    return _Words(vocabulary)


def labels_within(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where each label with a colon stands in a paragraph, from its first word to the first name."""
    if ":" not in text:
        return []
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
    words, end, said = _words(vocabulary), 0, []
    first = _FIRST_WORD.match(text)
    if first is None or first[0].casefold() not in words.first_words or words.no_label.match(text):
        return None
    for _ in range(_MOST_WORDS):
        match = words.word.match(text, end)
        if match is None:
            return None
        end = match.end()
        said.append(match["word"].casefold())
        if not text[end : end + 1].isupper() or words.goes_on.match(text, end):
            continue
        if status := _composed(" ".join(said), vocabulary):
            return Label(status, end)
    return None


_FIRST_WORD = re.compile(r"\w[\w&/]*(?:-\w+)*|")
