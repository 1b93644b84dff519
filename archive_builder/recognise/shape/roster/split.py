"""The best way through a line: which pieces are people, which belong to the person before, which are text.

Pieces may be joined again ("Audit and Risk Manager"). Every run of pieces is read in every way that fits;
of all ways through the line the one with the highest sum of weights is kept (a shortest path).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.model import AttendanceStatus
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.around_name import post_of_each
from archive_builder.recognise.shape.roster.beside import beside, others
from archive_builder.recognise.shape.roster.evidence import is_short_form
from archive_builder.recognise.shape.roster.holders import holders
from archive_builder.recognise.shape.roster.normal_form import couples, tidied
from archive_builder.recognise.shape.roster.patterns import words_of
from archive_builder.recognise.shape.roster.pieces import Piece, cut
from archive_builder.recognise.shape.roster.readings import (
    Kind,
    Reading,
    Setting,
    names_post,
    people,
)
from archive_builder.recognise.shape.roster.unmarked import with_marks
from archive_builder.text.names import Named
from archive_builder.text.posts import is_post, speaks_of_post


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of a list, how sure the words are, and what a roll call says of being there."""

    named: Named
    score: float
    status: AttendanceStatus | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way to the end of some pieces, by the kind of its last reading."""

    score: float
    reading: Reading
    mark: str
    before: tuple[int, Kind] | None


_LONGEST_RUN = 4
_NEAR = 3
"""Initials are those of somebody named so many pieces before."""


@dataclass(frozen=True, slots=True)
class Line:
    """The people of a line, in order, the score of reading it so, and how many words are left over."""

    score: float
    people: tuple[Entry, ...]
    left: int


def read_line(line: str, setting: Setting) -> Line:
    """The people of a line."""
    line, pairs = couples(tidied(line, setting.vocabulary), setting.vocabulary)
    held, line = holders(line, setting)
    posts = tuple(Entry(Named(r.name, r.role, r.organization), r.score) for r in held)
    if not line:
        return Line(sum(reading.score for reading in held), posts, 0)
    line = with_marks(line, setting.vocabulary)
    pieces = cut(line, setting.vocabulary)
    score, path = _best(line, pieces, setting)
    if ";" in line:  # then a comma is followed by what belongs to the person before it
        score, path = max(
            (score, path), _best(line, pieces, replace(setting, one_a_line=True)), key=lambda way: way[0]
        )
    left = sum(
        len(reading.name.split())
        for _, reading in path
        if reading.kind is Kind.TEXT and reading.score <= weights.TEXT
    )
    couple = tuple(Entry(Named(name), weights.SURE + 1) for name in pairs)
    score += sum(reading.score for reading in held)
    return Line(score, (*posts, *_assembled(path), *couple), left)


def _best(line: str, pieces: Sequence[Piece], setting: Setting) -> tuple[float, list[tuple[str, Reading]]]:
    """The readings of the best way, each with the mark before it."""
    ways: list[dict[Kind, _Step]] = [{} for _ in range(len(pieces) + 1)]
    shared = _shared(pieces, setting)
    for first, piece in enumerate(pieces):
        for last in range(first + 1, min(first + _LONGEST_RUN, len(pieces)) + 1):
            if last > first + 1 and (piece.mark == "bracket" or not _joins(pieces[last - 1].mark)):
                break
            text = line[piece.start : pieces[last - 1].end].strip(" ,;:")
            marks = {pieces[at].mark for at in range(first + 1, last)}
            before = [earlier.text for earlier in pieces[max(first - _NEAR, 0) : first]]
            for reading in _readings(text, piece.mark, marks, before, shared[first], setting):
                _step(ways, first, last, piece.mark, reading, setting)
    if not pieces or not ways[-1]:
        return 0.0, []
    _, end = max(
        ((kind, step) for kind, step in ways[-1].items() if kind is not Kind.AHEAD),
        key=lambda pair: pair[1].score,
        default=(Kind.TEXT, None),
    )
    path: list[tuple[str, Reading]] = []
    total, step = (end.score, end) if end else (0.0, None)
    while step is not None:
        path.append((step.mark, step.reading))
        step = ways[step.before[0]][step.before[1]] if step.before else None
    return total, path[::-1]


def _joins(mark: str) -> bool:
    """True if pieces on both sides of a mark may be one: "Police, Fire and Crime Commissioner"."""
    return mark in ("comma", "and", "title", "dash")


def _shared(pieces: Sequence[Piece], setting: Setting) -> list[str | None]:
    """For each piece, what each is whose title of several stands before it: "Cllrs Lee, Ray"; None without."""
    pattern, found = words_of(setting.vocabulary).shared, []
    shared: str | None = None
    for piece in pieces:
        if match := pattern.match(piece.text):
            shared = post_of_each(match, setting.vocabulary)
        elif shared and (piece.mark == "semicolon" or speaks_of_post(piece.text, setting.vocabulary)):
            shared = ""
        found.append(shared)
    return found


def _readings(
    text: str, mark: str, marks: set[str], before: Sequence[str], shared: str | None, setting: Setting
) -> Iterator[Reading]:
    """The readings of a run of pieces: only a post is of several, set apart by commas or "and"."""
    person = people(text, shared, setting) if marks <= {"and", "title"} else None
    if person and (marks <= {"title"} or is_post(person.role, setting.vocabulary)):
        yield person
    reading = beside(text, mark, before, setting) if "title" not in marks else None
    if reading and not marks:
        yield reading
    elif reading and (joined := _joined(text, marks, reading, setting)) is not None:
        yield replace(reading, score=reading.score + joined - weights.JOINED * len(marks))
    if not marks:
        yield from others(text, mark, before, setting)
    elif "dash" not in marks:
        ahead = [r for r in others(text, mark, before, setting) if r.kind is Kind.AHEAD]
        yield from (reading for reading in ahead if names_post(reading.role, setting.vocabulary))


def _joined(text: str, marks: set[str], reading: Reading, setting: Setting) -> float | None:
    """What it counts that a post or body holds marks; None if it is hardly one.

    "Head of Estates and Fleet", "Rao & Finch Surveyors": behind the "and" stands no person that the words tell.
    """
    if "dash" in marks and _REMARK.search(text):
        return None
    if marks == {"and"}:
        head, _, tail = words_of(setting.vocabulary).joins.split(text)[-3:]
        person = people(tail, None, setting)
        if not (person and _KNOWN & set(person.features)):
            return weights.AREA if _AREA.search(head) else weights.FIRM
    return 0.0 if {"post", "ends-as-body"} & set(reading.features) else None


_AREA = re.compile(r"\s(?:of|for)\s")
_REMARK = re.compile(r"\s[–—-]+\s+[a-z]")
"""What is said of somebody behind a dash, after the post: "Clerk – verbal report"."""
_KNOWN = frozenset({"given-name", "honorific", "initials", "named-elsewhere", "office-before"})


def _step(
    ways: list[dict[Kind, _Step]], first: int, last: int, mark: str, reading: Reading, setting: Setting
) -> None:
    """Take a reading as the next step of every way that it can follow."""
    befores = list(ways[first].items()) if first else [(None, None)]
    for kind, step in befores:
        joint = _joint(kind, mark, reading, setting)
        if joint is None:
            continue
        score = (step.score if step else 0.0) + reading.score + joint
        known = ways[last].get(reading.kind)
        if known is None or score > known.score:
            ways[last][reading.kind] = _Step(score, reading, mark, (first, kind) if kind else None)


def _joint(before: Kind | None, mark: str, reading: Reading, setting: Setting) -> float | None:
    """What it counts that one kind follows another behind a mark; None if it cannot."""
    kind = reading.kind
    if before is Kind.AHEAD:
        if kind is Kind.PERSON and mark in weights.AHEAD_OF_PERSON:
            return weights.PERSON_BEHIND[mark] + weights.AHEAD_OF_PERSON[mark]
        return None
    if kind is Kind.PERSON:
        another = setting.one_a_line and before is not None and mark in ("comma", "and")
        return weights.PERSON_BEHIND[mark] + (weights.ANOTHER_IN_LINE if another else 0.0)
    if kind in (Kind.BESIDE, Kind.ROLL):
        return (
            0.0
            if before in (Kind.PERSON, Kind.BESIDE, Kind.ROLL) or (before is Kind.TEXT and mark != "start")
            else None
        )
    return 0.0


def _assembled(path: Sequence[tuple[str, Reading]]) -> list[Entry]:
    """The people of a way, each with what stands beside the name."""
    found: list[Entry] = []
    office, ahead, group = False, "", False
    for mark, reading in path:
        if reading.kind is Kind.AHEAD:
            ahead = reading.role.removeprefix("the ").removeprefix("The ")
            group = reading.office
        elif reading.kind is Kind.PERSON:
            sure = reading.score
            role = ahead or reading.role
            found.append(Entry(Named(reading.name, role, reading.organization), sure))
            office, ahead = group if ahead else reading.office, ""
        elif found and reading.kind is Kind.BESIDE:
            sure = found[-1].score + (weights.CONFIRMED if "post" in reading.features else 0.0)
            found[-1] = Entry(_with(found[-1].named, reading, office), sure, found[-1].status)
            office = office and not reading.role
        elif found and reading.kind is Kind.ROLL:
            found[-1] = replace(found[-1], status=reading.status, score=found[-1].score + weights.CONFIRMED)
        elif found and mark == "dash" and reading.score <= weights.TEXT:
            found[-1] = replace(found[-1], score=found[-1].score + weights.TOLD_OF)
    return found


def _with(named: Named, reading: Reading, office: bool) -> Named:
    """A name with the post or body beside it; a post printed behind says more than the office before."""
    role, organization = reading.role, reading.organization
    if named.organization and is_short_form(organization):  # "Kite Works (KWS)"
        organization = ""
    if organization and named.organization and not named.role and not role:
        return replace(named, role=named.organization, organization=organization)
    over = office or not named.role
    return replace(
        named,
        role=role if role and over else named.role,
        organization=named.organization or organization,
    )
