"""Attendance told in sentences: "Apologies were received from Ann Lee", "Trustee Ray was absent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Attendance, AttendanceStatus, BlockKind
from archive_builder.recognise.grammar.draft import Draft, is_prose, place
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.recognise.shape.attendance_rows import MINUTE_TAKER
from archive_builder.recognise.shape.attendance_rules import CALLED_TO_ORDER, CHAIRED_BY, IN_HEAD, LED, RULES
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import is_short_form
from archive_builder.recognise.shape.roster.labels import opening_label
from archive_builder.recognise.shape.roster.lines import LONGEST
from archive_builder.recognise.shape.roster.lists import read_list
from archive_builder.recognise.shape.roster.readings import Setting
from archive_builder.settings import Vocabulary
from archive_builder.text.names import CAPITAL, Named, resolve
from archive_builder.text.posts import is_post
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus
_EARLY = 40
"""Apologies are told in so many first blocks."""
_HEAD = 25
"""And who was there, in so many."""

_ABOUT_OTHERS = r"\b (?: none | no \s+ {APOLOGY} | {SUBSTITUTES} ) \b"


def people_of_sentences(draft: Draft, setting: Setting) -> Iterator[Attendance]:
    """Who is named in the sentences of the first items, below whatever heading."""
    told = list(_told(draft, setting.vocabulary))
    if any(_ONE_NAME_EACH.fullmatch(said.names) for said in told):
        setting = replace(setting, surnames=True, prior=weights.LISTED)
    for said in told:
        [entries] = read_list([said.names], setting)
        for entry in entries:
            yield _row(entry.named, entry.status or said.status, said.block)


@dataclass(frozen=True, slots=True)
class _Told:
    """The names of a sentence, and what it says of them."""

    names: str
    status: AttendanceStatus
    block: int


_ONE_NAME_EACH = re.compile(
    rf"(?:[{CAPITAL}][a-zà-ÿ’'-]+,\s+){{2,}}(?:and\s+)?[{CAPITAL}][a-zà-ÿ’'-]+(?:\s+and\s+[{CAPITAL}][a-zà-ÿ’'-]+)?\.?"
)
"""A list that names everybody by one name: "Nora, Luke, Sara and Cate"."""


def _told(draft: Draft, vocabulary: Vocabulary) -> Iterator[_Told]:
    for index, block in enumerate(draft.blocks[:_EARLY]):
        if not is_prose(block) or index <= draft.masthead.last:
            continue
        for sentence in sentences(folded(block.text)):
            if len(sentence) < LONGEST and not compiled(_ABOUT_OTHERS, vocabulary).search(sentence):
                said = _of_sentence(sentence, index, vocabulary)
                if said:
                    yield said


def _of_sentence(sentence: str, index: int, vocabulary: Vocabulary) -> _Told | None:
    for rule, status in RULES:
        match = rule.match(sentence, vocabulary)
        if match is None or (status is not APOLOGIES and index > _HEAD):
            continue
        also = ALSO_PRESENT if match.groupdict().get("also") else status
        return _Told(match["names"], also, index)
    label = opening_label(sentence, vocabulary) if index <= _HEAD else None
    return _Told(sentence[label.end :], label.status, index) if label else None


def _row(named: Named, status: AttendanceStatus, index: int, role: str = "") -> Attendance:
    return Attendance(
        name=named.name,
        role=role or named.role,
        organization=named.organization,
        status=status,
        place=place(index),
    )


def chair_of(draft: Draft, setting: Setting) -> Iterator[Attendance]:
    """Who led the meeting or took its minutes, by a line or sentence of the head."""
    for index, block in enumerate(draft.blocks[:12]):
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                for label, names in pairwise(row.texts):
                    yield from _beside_label(f"{label.strip(' :')}: {names}", index, setting)
        if not is_prose(block):
            continue
        text = folded(block.text)
        yield from _beside_label(text, index, setting)
        led = LED.match(text, setting.vocabulary)
        if match := led or CHAIRED_BY.match(text, setting.vocabulary):
            for entry in read_list([match["name" if led else "names"]], setting)[0]:
                yield _row(Named(entry.named.name), PRESENT, index, "Chair")


def _beside_label(text: str, index: int, setting: Setting) -> Iterator[Attendance]:
    """Who is named beside "Chair:", "Clerked by:", "Minutes taken by:"."""
    said = IN_HEAD.match(folded(text), setting.vocabulary)
    if said is None:
        return
    for entry in read_list([said["names"]], setting)[0]:
        if is_short_form(entry.named.name):  # "Scribe: AL": the list says who that is
            continue
        role = "Chair" if said["chair"] else entry.named.role or _writer(said, setting.vocabulary)
        yield _row(entry.named, PRESENT, index, role)


def _writer(said: re.Match[str], vocabulary: Vocabulary) -> str:
    """The office of who clerks or minutes: its own name where the label is a post, "Recorder"."""
    if said["clerk"]:
        return "Clerk"
    label = said["notes"].strip()
    return label[:1].upper() + label[1:] if is_post(label, vocabulary) else MINUTE_TAKER


def with_chair(draft: Draft, rows: list[Attendance], setting: Setting) -> list[Attendance]:
    """An attendance list with who called the meeting to order, where nobody in it is told to have led it.

    Somebody of the list gets the office; somebody else is added to a list of those present.
    """
    present = [row for row in rows if row.status is PRESENT]
    if not present or any(compiled(_LEADS, setting.vocabulary).search(row.role) for row in present):
        return rows
    for index, block in enumerate(draft.blocks[:_HEAD]):
        match = CALLED_TO_ORDER.match(folded(block.text), draft.vocabulary) if is_prose(block) else None
        if match is None:
            continue
        person = resolve(match["name"], [Named(row.name) for row in present], draft.vocabulary)
        if person:
            return [_with_office(row, match["office"], person.name) for row in rows]
        entries = read_list([f"{match['office']} {match['name']}"], setting)[0]
        return [*(_row(entry.named, PRESENT, index) for entry in entries[:1]), *rows]
    return rows


_LEADS = r"\b {PRESIDES}"


def _with_office(row: Attendance, office: str, name: str) -> Attendance:
    return replace(row, role=row.role or office) if row.name == name and row.status is PRESENT else row
