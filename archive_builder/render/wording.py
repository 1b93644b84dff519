"""The words readers see for dates, counts, kinds and titles: plain English, sentence case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from archive_builder.model import KIND_NAMES, ActionMarker, Classification, Document, Record
from archive_builder.model.records import (
    Action,
    AgendaItem,
    Decision,
    DecisionKind,
    ProgrammeRow,
    Question,
    TrackerRow,
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

NAMED_BY_MEETING = (
    Classification.NOTES,
    Classification.MINUTES,
    Classification.AGENDA,
    Classification.AGENDA_PACK,
    Classification.ACTION_TRACKER,
    Classification.DECISION_LIST,
    Classification.WORK_PROGRAMME,
)
"""Kinds of which a meeting has one: their own titles repeat the body's name or say nothing."""

DECISION_KINDS = {
    DecisionKind.RESOLVED: "resolved",
    DecisionKind.APPROVED: "approved",
    DecisionKind.NOTED: "noted",
    DecisionKind.KEY_DECISION: "key decision",
    DecisionKind.RECOMMENDATION: "recommendation",
}

_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)

_ACRONYMS = frozenset({"OPCC", "IOPC", "HMICFRS", "ASB"})
"""Acronyms of the field that could be words: those without a vowel are told by that."""


def day(when: date) -> str:
    """A date in full: 28 October 2025."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def dated(text: str) -> str:
    """A text whose dates are written year first, with dates as readers know them."""
    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", _day_or_same, text)


def _day_or_same(match: re.Match[str]) -> str:
    try:
        return day(date.fromisoformat(match[0]))
    except ValueError:
        return match[0]


def count(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 question", "1,204 questions", "no questions"."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def size(number: int) -> str:
    """A file's size, bytes by the thousand: "812 bytes", "214 kB", "1.2 MB"."""
    if number < 1000:
        return count(number, "byte")
    if number < 999_500:
        return f"{round(number / 1000)} kB"
    return f"{number / 1_000_000:,.1f} MB"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: "minutes, notes and a tracker"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def short(text: str, limit: int = 160) -> str:
    """The beginning of a text, cut between words."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


def calm(title: str) -> str:
    """A title printed in capitals as a title; acronyms (no vowel, or in brackets) stay."""
    title = " ".join(title.split())
    if not title.isupper() or len(title.split()) < 2:
        return title
    return capital(" ".join(_calm_word(word) for word in title.split(" ")))


def _calm_word(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    acronym = len(letters) > 1 and not any(c in "AEIOUY" for c in letters)
    if acronym or word.strip(",.:") in _ACRONYMS or word.startswith("("):
        return word
    lowered = word.lower()
    return lowered if lowered in _SMALL_WORDS else capital(lowered)


def kind_of(document: Document) -> str:
    """What sort of document it is, in a word or two."""
    return KIND_NAMES[document.classification]


def title_of(document: Document) -> str:
    """The heading of a document's page."""
    if document.classification in NAMED_BY_MEETING and document.date:
        return f"{kind_of(document)} of {day(document.date)}"
    if document.classification is Classification.ANNUAL_REPORT and document.period:
        return f"Annual report {document.period}"
    return calm(document.title) or document.source.file.rpartition("/")[2]


def full_title(document: Document) -> str:
    """A title that makes sense away from the site: with the body, and the date if it has one."""
    title = title_of(document)
    parts = [title, calm(document.organization)]
    if document.date and day(document.date) not in title:
        parts.append(day(document.date))
    return ", ".join(part for part in parts if part)


def record_name(record: Record) -> str:
    """What a record is called where it is pointed at: "question 1", "decision 687 iii a"."""
    match record:
        case Question():
            return record.label.lower() or "question"
        case Action():
            return "undertaking" if record.marker is ActionMarker.UNDERTAKING else "action"
        case Decision(kind=DecisionKind.RECOMMENDATION):
            return f"recommendation {record.identifier}".strip()
        case Decision(kind=DecisionKind.KEY_DECISION):
            return f"key decision {record.identifier}".strip()
        case Decision():
            return f"decision {record.identifier}".strip()
        case TrackerRow():
            return f"tracker entry {record.identifier}".strip()
        case ProgrammeRow():
            return "work programme entry"
        case AgendaItem():
            return f"item {record.number}".strip()
    return "record"


def record_title(record: Record, limit: int = 160) -> str:
    """The words by which a record is listed."""
    title = getattr(record, "title", "")
    return short(calm(title) if title else record.text, limit) or capital(record_name(record))
