"""The title of a document: the lines of its head that make it, and their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_builder.recognise.facts.head_lines import begins_with_date, says_who
from archive_builder.recognise.facts.kind import is_label, is_notes_title
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.masthead_fields import MASTHEAD_FIELD
from archive_builder.settings import Vocabulary
from archive_builder.text import dates
from archive_builder.text.words import folded, phrase

_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d")
_REPORT_TO = r"{REPORT_WORD} \s+ to \s+ (?: the \s+ )?"
_PARTS = re.compile(r"\s+[|–—»·:-]+\s+|\s*\|\s*")
_PLAIN_LINES = 4
"""Lines from the top among which the title of a document without any marks is."""
_LONG = 120
"""Characters; a longer plain line is text."""
_MOST = 4
"""Lines of the longest title."""
_NEAR = 2
"""Blocks between a body's name and the line below it that says the kind."""


def find_title_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines that make the title: those set as titles, else the plain line that tells the kind.

    A body, a title and a date that are all set alike are told apart by what they say.
    """
    titles = _set_as_titles(lines, vocabulary)
    if not titles:
        return _plain_title(lines, vocabulary)
    if is_label(titles[0].text, vocabulary):
        below = [line for line in titles[1:2] if line.block == titles[0].block + 1]
        return below or titles[:1]
    run = _run(titles, lines, vocabulary)
    telling = [line for line in run if _tells_kind(line, vocabulary)]
    if len(run) == 1 or telling[:1] == run[:1]:
        return run
    named = [line for line in run if not _only_says_to_whom(line.text, vocabulary)]
    return [line for line in named if line in telling] or named


def _set_as_titles(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines set as titles, without fields and dates; a line that begins with one only if there is no other."""
    titles = [
        line
        for line in lines
        if line.title
        and not _is_field_or_date(line, vocabulary)
        and not line.text.casefold().startswith("report of ")
    ]
    return [line for line in titles if not begins_with_date(line.text)] or titles


def _plain_title(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The title of a document without any marks: the line that tells the kind, with years on the line below."""
    plain = [line for line in lines if not _is_field_or_date(line, vocabulary)][:_PLAIN_LINES]
    plain = [line for line in plain if len(line.text) < _LONG and not says_who(line.text, vocabulary)]
    telling = [line for line in plain if _names_kind(line, vocabulary)]
    chosen = (telling or plain)[:1]
    years = [
        line for line in plain if chosen and line.block == chosen[0].block + 1 and _YEARS.fullmatch(line.text)
    ]
    return chosen + years


def _run(titles: Sequence[Line], lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The first title line with those directly below that carry it on."""
    run = list(titles[:1])
    for line in titles[1:_MOST]:
        if line.block == run[-1].block + 1 and _carries_on(lines, line, vocabulary):
            run.append(line)
    return run


def _carries_on(lines: Sequence[Line], line: Line, vocabulary: Vocabulary) -> bool:
    """True if a title line is a further line of the title: only fields, dates and titles follow it."""
    after = next((other for other in lines if other.block > line.block), None)
    if after is None or after.title:
        return True
    return bool(MASTHEAD_FIELD.match(after.text, vocabulary)) or dates.first_date(after.text) is not None


def _is_field_or_date(line: Line, vocabulary: Vocabulary) -> bool:
    return bool(MASTHEAD_FIELD.match(line.text, vocabulary)) or dates.only_date(line.text) is not None


def _names_kind(line: Line, vocabulary: Vocabulary) -> bool:
    return re.search(rf"\b(?:{_kinds(vocabulary)})\b", line.text, re.IGNORECASE) is not None


def _tells_kind(line: Line, vocabulary: Vocabulary) -> bool:
    return _names_kind(line, vocabulary) or is_notes_title(line.text, vocabulary)


def _kinds(vocabulary: Vocabulary) -> str:
    """Any phrase that names a kind of document, as a pattern."""
    return phrase(word for words in vocabulary.kinds.values() for word in words)


def with_kind_line(titles: list[Line], lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The title with the plain line below it that says the kind: a body's name, then "Action tracker, 9 June 2025".

    The line is nothing but the kind, with a date at most.
    """
    if not titles or any(_names_kind(line, vocabulary) for line in titles):
        return titles
    said = re.compile(rf"(?:\w+\s+)?(?:{_kinds(vocabulary)})\s*(?:[,:–-]\s*)?(?P<rest>.*)", re.IGNORECASE)
    for line in lines:
        near = titles[-1].block < line.block <= titles[-1].block + _NEAR and not line.title
        match = said.fullmatch(line.text) if near else None
        if match and (not match["rest"] or dates.only_date(match["rest"])):
            return [*titles, line]
    return titles


def title_of(title_lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """The words of the title without "Report to the <body>", if anything is left of it."""
    plain = [line for line in title_lines if not line.title]
    own = plain if 0 < len(plain) < len(title_lines) else title_lines
    title = folded(" ".join(line.text for line in own)).strip(" :–-")
    return title[_addressee(title, vocabulary) :] or title


def _only_says_to_whom(title: str, vocabulary: Vocabulary) -> bool:
    """True if a title is "Report to the <body>" and no more."""
    return 0 < len(title) <= _addressee(title, vocabulary)


def _addressee(title: str, vocabulary: Vocabulary) -> int:
    """The length of "Report to the <body> – " at the start of a title, else 0."""
    start = compiled(_REPORT_TO, vocabulary).match(title)
    body = re.compile(rf"(?:{phrase(vocabulary.body_nouns)})\b\s*[-–:]?\s*", re.IGNORECASE)
    end = body.search(title, start.end()) if start else None
    return end.end() if end else 0


def without_body(title: str, body: str) -> str:
    """A page's title without the part that names the body, which stands beside it."""
    parts = [part for part in _PARTS.split(folded(title)) if part and part != body]
    return " – ".join(parts) or folded(title)
