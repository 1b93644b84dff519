"""Who was there: attendance lists and apologies, from every section that is headed as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_builder.model import Attendance, AttendanceStatus, BlockKind, Place
from archive_builder.recognise.grammar.draft import Draft, Section, is_prose, place
from archive_builder.recognise.grammar.rule import Rule
from archive_builder.recognise.shape.attendance_tables import entries, is_attendance, status_of
from archive_builder.recognise.shape.roster_groups import LONGEST, PROSE
from archive_builder.text.names import Named, bare, looks_like_name
from archive_builder.text.posts import ends_as_body
from archive_builder.text.roster_lines import a_person_a_line, group_before, of_line, post_first
from archive_builder.text.rosters import people, titled
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded

_LEAD_IN = re.compile(
    r"^.*?\b(?:apologies|apology)\b.*?\b(?:on\s+behalf\s+of|from|by)\s*:?\s+(?=(?-i:[A-Z]))", re.IGNORECASE
)
_SENT = re.compile(
    r"\s*,?\s*(?:had\s+|have\s+|has\s+)?(?:sent|gave|given|tendered|offered)\s+(?:(?:his|her|their|its)\s+)?apolog\w+.*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:attended|deputis\w+|substitut\w+|listed\s+above|arrived|left\s+the|resolved|noted|accepted)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:none|nil|no\s+apologies|there\s+were\s+no)\b", re.IGNORECASE)
LED = Rule(
    "led-by",
    r"the \s meeting \s was \s (?: led | chaired | opened ) \s by \s (?P<name> [^.,(]{3,40} ) .*",
    (
        "The meeting was led by Ann Lee.",
        "The meeting was chaired by Cllr Bo Ray, in the absence of the mayor.",
    ),
)


IN_HEAD = Rule(
    "named-in-the-head",
    r"""(?: (?:meeting \s)? (?P<chair> chair(?:ed)? (?:man|person|woman)? ) (?: \s by )?
          | (?P<notes> (?:minute|note)s? (?: [\s-] (?:taken|taker|by) )* ) ) \s* : \s* (?P<names> [^:]{5,80} )""",
    ("Chaired by: Sgt Ann Lee", "Minutes: Bo Ray (Clerk)", "Note-taker: Cy Doe"),
)


def find_attendance(draft: Draft) -> Draft:
    """A draft with its attendance list.

    Between the first such heading and the first item of business every group of names belongs to
    it, whatever the group is called ("POLICE NOMINATIONS"). Beside a list of those present, those "in
    attendance" are no members.
    """
    found = list(_led(draft))
    roster = False
    listed = any(
        status_of(s.title, draft.vocabulary) is AttendanceStatus.PRESENT
        and "in attendance" not in s.title.casefold()
        for s in draft.sections
    )
    for section in draft.sections:
        status = status_of(section.title, draft.vocabulary)
        if listed and status is AttendanceStatus.PRESENT and "in attendance" in section.title.casefold():
            status = AttendanceStatus.ALSO_PRESENT
        roster = (roster or status is not None) and not section.item
        if status is not None:
            found += _section(draft, section, status, "")
        elif roster and _is_group(draft, section):
            found += _section(draft, section, AttendanceStatus.PRESENT, section.title)
        elif not section.item:
            found += _tables_alone(draft, section)
    found += _apologised(draft)
    return replace(draft, attendance=tuple(_once(found)))


_APOLOGISED = re.compile(
    r"(?:an\s+)?apolog(?:y|ies)\b[^.:]{0,60}?\b(?:from|on\s+behalf\s+of|by)\s*:?\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)


def _apologised(draft: Draft) -> Iterator[Attendance]:
    """Apologies in a sentence of the first items, below whatever heading: "Apologies were accepted from ..."."""
    for index, block in enumerate(draft.blocks[:_EARLY]):
        if not is_prose(block) or index <= draft.masthead.last:
            continue
        for sentence in sentences(folded(block.text)):
            if _APOLOGISED.match(sentence) and len(sentence) < LONGEST and not _ABOUT_OTHERS.search(sentence):
                for named in people(_APOLOGISED.sub("", sentence), draft.vocabulary):
                    yield _attendance(named, AttendanceStatus.APOLOGIES, place(index))


_EARLY = 40
_ABOUT_OTHERS = re.compile(r"\b(?:none|no\s+apologies|deputis\w+|substitut\w+)\b", re.IGNORECASE)


def _tables_alone(draft: Draft, section: Section) -> Iterator[Attendance]:
    """Tables of the head that are attendance lists by their own words, without a heading."""
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.TABLE and is_attendance(block, draft.vocabulary):
            yield from _of_table(draft, index, AttendanceStatus.PRESENT)


def _once(found: list[Attendance]) -> Iterator[Attendance]:
    """Each person once: who sent apologies may stand in another list too."""
    known: set[tuple[str, bool]] = set()
    for row in found:
        key = (row.name.casefold(), row.status is AttendanceStatus.APOLOGIES)
        if key not in known:
            known.add(key)
            yield row


def _led(draft: Draft) -> Iterator[Attendance]:
    for index, block in enumerate(draft.blocks[:12]):
        if is_prose(block) and (said := IN_HEAD.match(folded(block.text), draft.vocabulary)):
            for named in people(said["names"], draft.vocabulary):
                role = "Chair" if said["chair"] else named.role or "Minutes"
                yield _attendance(replace(named, role=role), AttendanceStatus.PRESENT, place(index))
        match = LED.match(folded(block.text), draft.vocabulary) if is_prose(block) else None
        name = bare(match["name"], draft.vocabulary) if match else ""
        if looks_like_name(name):
            yield Attendance(name=name, role="Chair", place=place(index))


def _is_group(draft: Draft, section: Section) -> bool:
    """Whether a section of the head holds names and nothing else."""
    content = list(section.content)
    return all(len(draft.blocks[i].text) < LONGEST for i in content) and any(
        _names(draft, i) for i in content
    )


def _section(draft: Draft, section: Section, status: AttendanceStatus, group: str) -> Iterator[Attendance]:
    """The rows of one list; a chair's own heading gives the role."""
    head = folded(section.title).casefold().strip(" :–-.")
    role = (
        "Chair"
        if head in ("in the chair", "present in the chair", "chair", "chairman", "chairperson")
        else group.strip(" :").capitalize()
    )
    body = ends_as_body(group.strip(" :"), draft.vocabulary)
    lines = [draft.text(index) for index in section.content if is_prose(draft.blocks[index])]
    alone = a_person_a_line(lines, draft.vocabulary)
    for index in section.content:
        block = draft.blocks[index]
        if block.kind is BlockKind.TABLE:
            yield from _of_table(draft, index, status)
        elif block.kind is not BlockKind.HEADING:
            own = AttendanceStatus.PRESENT if titled(draft.text(index), draft.vocabulary) else status
            single = post_first(draft.text(index), draft.vocabulary)
            single = single or (of_line(draft.text(index), draft.vocabulary) if alone else None)
            for named in [single] if single else _names(draft, index, own):
                yield _attendance(
                    replace(named, organization=named.organization or group.strip(" :")) if body else named,
                    status
                    if own is AttendanceStatus.PRESENT and status is AttendanceStatus.ALSO_PRESENT
                    else own,
                    place(index),
                    "" if body else role,
                )


def _of_table(draft: Draft, index: int, status: AttendanceStatus) -> Iterator[Attendance]:
    for entry in entries(draft.blocks[index], draft.vocabulary):
        yield _attendance(entry.named, entry.status or status, Place(index, index, row=entry.row))


def _attendance(named: Named, status: AttendanceStatus, where: Place, role: str = "") -> Attendance:
    return Attendance(
        name=named.name,
        role=named.role or role,
        organization=named.organization,
        status=status,
        place=where,
    )


def _names(draft: Draft, index: int, status: AttendanceStatus = AttendanceStatus.PRESENT) -> list[Named]:
    """The people of one block; running text names people too and lists none."""
    text = draft.text(index)
    if re.fullmatch(r"[A-Z]\.", draft.blocks[index].marker):  # "V. Lang" is no fifth point
        text = f"{draft.blocks[index].marker} {text}"
    if text.endswith(":") or _NONE.match(text) or draft.blocks[index].kind is BlockKind.TABLE:
        return []
    if status is AttendanceStatus.APOLOGIES:
        text = " ".join(_names_alone(part) for part in sentences(text) if not _ABOUT.search(part))
    if len(text) > LONGEST and "(" not in text:
        return []
    if PROSE.search(text):
        return []
    group, text = group_before(text)
    found = people(text, draft.vocabulary)
    return [replace(named, role=named.role or group) for named in found]


def _names_alone(sentence: str) -> str:
    """The names of "Apologies were received from X" and of "X sent apologies"."""
    return _SENT.sub("", _LEAD_IN.sub("", sentence))
