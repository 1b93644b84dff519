"""Names of bodies in the lines of a document's head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive_builder.recognise.facts.body_looks import (
    NO_NOUN,
    generic,
    is_only_paper,
    name_features,
    within_another,
    without_sorts,
)
from archive_builder.recognise.facts.body_name import NamePart, names_in
from archive_builder.recognise.facts.candidate import Candidate, candidate
from archive_builder.recognise.facts.same_body import is_short_for, name_key
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
_GOES_ON = re.compile(r"(?:on|for|of|and|&)\b", re.IGNORECASE)
_IS_BROKEN = re.compile(r"(?:\b(?:of|for|and|the)|&)$", re.IGNORECASE)
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
            named = within_another(part.name, view.vocabulary) and "generic" not in looks
            inner = "inner" if named and place - above < _NEAR else ""
            if NO_NOUN not in looks:
                above = place
            of_part = _features_of_part(part, line.block in titles, view.pack is not None)
            yield candidate(part.name, inner, *of_line, *of_part, *looks, words=line.text)
        if previous is not None and parts:
            yield from _joined(previous, parts[0], line.title, view.vocabulary)
        if not parts and _IS_BROKEN.search(line.text):
            parts = [NamePart(line.text, line.text)]
        previous = parts[0] if parts and "addressee" not in of_line else None


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
    """True if a line is a field: "Taken by: …"; but not if what stands before the colon is the paper's name."""
    return bool(re.match(_LABELLED, text)) and not compiled(_PAPER_LABEL, vocabulary).match(text)


def _is_addressed(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line says for whom a paper is, or of whom a report: "To: …", "Report of the Chief Officer"."""
    addressed = compiled(_ADDRESSEE, vocabulary).match(text)
    return bool(addressed or REPORT_OF.match(text, vocabulary))


def _joined(above: NamePart, below: NamePart, title: bool, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Two lines as one name: a broken one, or a body below the name of the one that it is of."""
    if _GOES_ON.match(below.printed) or _IS_BROKEN.search(above.printed):
        parts = names_in(f"{above.name} {below.printed}", vocabulary)
        name = parts[0].name if parts else ""
        stated = "title-of" if parts and parts[0].stated else ""
    elif _is_of(above.name, below.name, vocabulary):
        board = without_sorts(below.name, vocabulary)
        shouted = board.isupper() and not above.name.isupper()
        name = f"{above.name} {board.capitalize() if shouted else board}"
        stated = ""
    elif _is_last_word(above.printed, below.printed, vocabulary):
        name, stated = f"{above.name} {below.name}", ""
    else:
        return
    paper = "with-paper" if below.with_paper else ""
    set_as_title = "title-line" if title else ""
    features = name_features(name, vocabulary)
    yield candidate(name, "line", "joined", "first-line", set_as_title, stated, paper, *features, words=name)


def _is_last_word(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """True if the last word of a title in capitals stands on a line of its own: "POLICY" above "COMMITTEE"."""
    alone = len(below.split()) == 1 and generic(below, vocabulary)
    return alone and above.isupper() and below.isupper() and NO_NOUN in name_features(above, vocabulary)


def _is_of(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """True if "Board of Governors" stands below the name of the school whose board it is."""
    named = not {NO_NOUN, "generic", "long"} & set(name_features(above, vocabulary))
    board = generic(below, vocabulary) and within_another(below, vocabulary)
    return named and board and not is_short_for(name_key(below), name_key(above))
