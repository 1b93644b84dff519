"""How dates, sizes, titles and records are put in words, whatever page they are on."""

from __future__ import annotations

import re
from datetime import date

from archive_builder.lang.interface import count, month_name, names, say, word_list
from archive_builder.model import Classification, Document, Record
from archive_builder.model.record_kinds import name_key
from archive_builder.model.records import AgendaItem, Decision, Question

NAMED_BY_MEETING = (
    Classification.NOTES,
    Classification.MINUTES,
    Classification.AGENDA,
    Classification.AGENDA_PACK,
    Classification.ACTION_TRACKER,
    Classification.DECISION_LIST,
    Classification.WORK_PROGRAMME,
)
"""Kinds that a meeting has one document of; they are titled by kind and day, not by their own title."""


def day(when: date) -> str:
    """A date in full: 28 October 2025."""
    return say("dates.day", day=when.day, month=month_name(when.month), year=when.year)


def from_to(first: str, last: str) -> str:
    """Return a span of time in words; a single day if both ends are the same."""
    return first if first == last else say("dates.from_to", first=first, last=last)


def with_full_dates(text: str) -> str:
    """Replace ISO dates in a text by dates in full."""
    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", _day_or_same, text)


def _day_or_same(match: re.Match[str]) -> str:
    try:
        return day(date.fromisoformat(match[0]))
    except ValueError:
        return match[0]


def size(number: int) -> str:
    """A file's size, bytes by the thousand: "812 bytes", "214 kB", "1.2 MB"."""
    if number < 1000:
        return count(number, "byte")
    if number < 999_500:
        return say("numbers.kilobytes", number=round(number / 1000))
    return say("numbers.megabytes", number=f"{number / 1_000_000:,.1f}")


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest unchanged."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int = 160) -> str:
    """Return at most `limit` characters of a text, cut between words."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


def title_case(title: str) -> str:
    """Return a title printed in capitals in title case; acronyms (no vowel, listed or in brackets) stay.

    So does a single word, unless it is a listed one: alone it could be an acronym.
    """
    title = " ".join(title.split())
    alone = " " not in title and title.lower() not in word_list("titles.single_words")
    if not title.isupper() or alone:
        return title
    return capital(" ".join(_title_case_word(word) for word in title.split(" ")))


def _title_case_word(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    acronym = len(letters) > 1 and not any(c in "AEIOUY" for c in letters)
    if acronym or word.strip(",.:()") in word_list("titles.acronyms") or _is_in_brackets(word):
        return word
    if word.startswith("("):  # "(IF ANY)" begins like any other phrase
        return f"({capital(word[1:].lower())}"
    lowered = word.lower()
    return lowered if lowered in word_list("titles.small_words") else capital(lowered)


def _is_in_brackets(word: str) -> bool:
    """True for a word alone in brackets: behind a name it is the acronym for it."""
    return word.startswith("(") and word.rstrip(",.:").endswith(")")


def kind_of(document: Document) -> str:
    """What sort of document it is, in a word or two."""
    return names("document_kinds")[document.classification]


def title_of(document: Document) -> str:
    """The heading of a document's page."""
    if document.classification in NAMED_BY_MEETING and document.date:
        key = "titles.draft_of_day" if document.is_draft else "titles.kind_of_day"
        return say(key, kind=kind_of(document), day=day(document.date))
    if document.classification is Classification.ANNUAL_REPORT and document.period:
        return say("titles.annual_report", period=document.period)
    return title_case(document.title) or document.source.file.rpartition("/")[2]


def full_title(document: Document) -> str:
    """A title that makes sense away from the site: with the body, and the date if it has one."""
    title = title_of(document)
    parts = [title, title_case(document.organization)]
    if document.date and day(document.date) not in title:
        parts.append(day(document.date))
    return ", ".join(part for part in parts if part)


def record_name(record: Record) -> str:
    """What a record is called where it is pointed at: "question 1", "decision 687 iii a"."""
    if isinstance(record, Question) and record.label:
        return record.label.lower()
    number = getattr(record, "number" if isinstance(record, AgendaItem) else "identifier", "")
    return say(f"record_names.{name_key(record)}", number=number).strip()


def record_title(record: Record, limit: int = 160) -> str:
    """The words by which a record is listed."""
    title = record.text if isinstance(record, AgendaItem) else getattr(record, "title", "")
    words = title_case(title) if title else text_of(record, limit)
    return shorten(words, limit) or capital(record_name(record))


def text_of(record: Record, limit: int = 600) -> str:
    """A record's words, at most `limit` characters of them; of a part of a resolution, with its stem.

    A long stem is cut, so that it leaves room for the words of the part.
    """
    if isinstance(record, Decision) and record.stem:
        stem = shorten(record.stem, max(limit - len(record.text) - 1, limit // 2))
        return shorten(f"{stem} {record.text}", limit)
    return shorten(record.text, limit)
