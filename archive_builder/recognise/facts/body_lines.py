"""Names of bodies in the lines of a document's head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.recognise.facts.body_joined import IS_BROKEN, find_joined
from archive_builder.recognise.facts.body_looks import (
    NO_NOUN,
    is_only_paper,
    name_features,
    within_another,
)
from archive_builder.recognise.facts.body_name import NamePart, names_in
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.head_lines import begins_with_date
from archive_builder.recognise.facts.view import LONG_LINE, View
from archive_builder.recognise.grammar.draft import Line
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.signs.masthead_fields import REPORT_OF
from archive_builder.settings import Vocabulary

_ADDRESSEE = r"{ADDRESSEE} \s* : .*"
_LABELLED = r"[^:]{2,30}:\s.*"
_PAPER_LABEL = r"[^:]* \b (?: {PAPER} | {MEETING} ) \s? : .*"
"""A label that names the paper and no field: "Club Meeting Minutes: 4 May 2025"."""
_BODY_AND_PAPER = r"""
    (?P<body> (?-i:[A-Z]) [^,.;:()]{3,80}? \b {BODY_NOUNS} ) [\s,–-]+
    (?: {DRAFT_PAPER} \s+ | \([^()]*\) \s+ )* {PAPER} \s+ (?: of | for ) \s
"""
"""The name of a body, and behind it what the paper is called."""
_CLOCK_ALONE = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_NEAR = 3
"""Lines between the name of a body and that of a body of it."""
_LATE = 6
"""Lines; a name further down the head is seldom that of the body."""


def find_in_lines(view: View) -> Iterator[Candidate]:
    """Names in the lines of the head: in the title, alone on a line, before a dash or "meeting minutes"."""
    titles = {line.block for line in view.titles}
    previous: NamePart | None = None
    above = -_NEAR
    for place, line in enumerate(view.lines):
        if len(line.text) > LONG_LINE and line.block not in titles:
            yield from _opening(line.text, view.vocabulary)
            continue
        of_line = _features_of_line(view, place)
        parts = names_in(line.text, view.vocabulary)
        for part in parts:
            looks = name_features(part.name, view.vocabulary)
            if NO_NOUN in looks and IS_BROKEN.search(part.name):
                continue
            named = within_another(part.name, view.vocabulary) and "generic" not in looks
            inner = "inner" if named and place - above < _NEAR else ""
            if NO_NOUN not in looks:
                above = place
            of_part = _features_of_part(part, line.block in titles, view.pack is not None)
            where = "place" if "body-noun" not in looks and _is_below_clock(view.lines, place) else ""
            yield candidate(part.name, inner, where, *of_line, *of_part, *looks, words=line.text)
        if previous is not None and parts:
            dated = place + 1 < len(view.lines) and begins_with_date(view.lines[place + 1].text)
            yield from find_joined(previous, parts[0], line.title, dated, view.vocabulary)
        if not parts and IS_BROKEN.search(line.text):
            parts = [NamePart(line.text, line.text)]
        previous = parts[0] if parts and "addressee" not in of_line else None


def _is_below_clock(lines: Sequence[Line], place: int) -> bool:
    """True for the line below the hour that stands below the day: it says where."""
    return (
        place > 1
        and _CLOCK_ALONE.fullmatch(lines[place - 1].text) is not None
        and begins_with_date(lines[place - 2].text)
    )


def _features_of_line(view: View, place: int) -> list[str]:
    """What a line of the head says of the names in it: where it stands, and how it is set."""
    line, vocabulary = view.lines[place], view.vocabulary
    last, far = (2, "far") if view.pack else (_LATE, "late")
    found = {
        "line": True,
        "title-line": line.title,
        "first-line": place == 0,
        far: place >= last,
        "addressee": _is_addressed(line.text, vocabulary),
        "labelled": _is_labelled(line.text, vocabulary),
        "above-paper": place == 0 and _stands_above_paper(view.lines, vocabulary),
    }
    return [feature for feature, holds in found.items() if holds]


def _features_of_part(part: NamePart, in_title: bool, in_pack: bool) -> list[str]:
    """What the words beside a name say of it: "minutes of", "meeting"."""
    found = {
        "far": in_pack and part.with_paper and not part.stated,
        "title-of": part.stated and in_title,
        "with-paper": part.with_paper,
    }
    return [feature for feature, holds in found.items() if holds]


def _stands_above_paper(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """True if the first line is short and set as a name, and the second says which paper it is and no more."""
    name, paper = (lines[0].text, lines[1].text) if len(lines) > 1 else ("", "")
    telling = [word for word in name.split() if len(word) > _SMALL_WORD]
    short = 0 < len(telling) <= _LONGEST_ALONE and all(word[0].isupper() for word in telling)
    return (
        short
        and ":" not in name
        and is_only_paper(paper, vocabulary)
        and bool(compiled(r".* \b {PAPER} \b .*", vocabulary).fullmatch(paper))
    )


_SMALL_WORD = 3
_LONGEST_ALONE = 4


def _opening(text: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The body that a long line begins with: "FENNY COUNCIL Draft (for approval) minutes of the meeting held …"."""
    match = compiled(_BODY_AND_PAPER, vocabulary).match(text)
    for part in names_in(match["body"], vocabulary)[:1] if match else ():
        yield candidate(
            part.name,
            "line",
            "with-paper",
            *name_features(part.name, vocabulary),
            words=match[0] if match else "",
        )


def _is_labelled(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line is a field: "Taken by: …"; but not if a day or the paper's name stands before the colon."""
    labelled = bool(re.match(_LABELLED, text)) and not begins_with_date(text)
    return labelled and not compiled(_PAPER_LABEL, vocabulary).match(text)


def _is_addressed(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line says for whom a paper is, or of whom a report: "To: …", "Report of the Chief Officer"."""
    addressed = compiled(_ADDRESSEE, vocabulary).match(text)
    return bool(addressed or REPORT_OF.match(text, vocabulary))
