"""Who was there: attendance lists and apologies in the forms they are printed in."""

from __future__ import annotations

import re
from dataclasses import replace

from archive_builder.model import Attendance, AttendanceStatus, BlockKind
from archive_builder.recognise.grammar import Draft, Section, place
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named, bare, bracketed, dashed, looks_like_name
from archive_builder.text.sentences import sentences
from archive_builder.text.words import folded, phrase

_LEAD_IN = re.compile(
    r"^.*?\b(?:apologies|apology)\b.*?\b(?:received|submitted|noted|given)?\s*(?:on\s+behalf\s+of|from|for|by)\s*:?\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:attended|deputis\w+|substitut\w+|listed\s+above|arrived|left\s+the)\b", re.IGNORECASE
)
_NONE = re.compile(r"(?:none|nil|no\s+apologies|there\s+were\s+no)\b", re.IGNORECASE)
_POST = re.compile(r"(?P<line>[^()]+\s[-–]\s[^()]+?)\s*\((?P<role>[^()]+)\)")
"""A dashed line with a post behind it: "Cllr Ann Lee - Northtown (Chair)"."""
_JOINTS = re.compile(r"\s*(?:;|,|\band\b)\s*(?=[A-Z])")


def attended(draft: Draft) -> Draft:
    """A draft with its attendance list, from every section headed as one."""
    found: list[Attendance] = []
    for section in draft.sections:
        status = _status(section, draft.vocabulary)
        if status is not None:
            for index in section.content:
                if draft.blocks[index].kind is not BlockKind.HEADING:
                    found += [_row(named, status, index) for named in _names(draft, index, status)]
    known: set[tuple[str, bool]] = set()
    unique = []
    for row in found:
        key = (row.name.casefold(), row.status is AttendanceStatus.APOLOGIES)
        if key not in known:
            known.add(key)
            unique.append(row)
    return replace(draft, attendance=tuple(unique))


def _row(named: Named, status: AttendanceStatus, index: int) -> Attendance:
    return Attendance(
        name=named.name, role=named.role, organization=named.organization, status=status, place=place(index)
    )


def _status(section: Section, vocabulary: Vocabulary) -> AttendanceStatus | None:
    """What the heading of a section says of the people below it; None for other sections."""
    title = folded(section.title).casefold().strip(" :–-.")
    if title in vocabulary.apologies:
        return AttendanceStatus.APOLOGIES
    if title in vocabulary.also_present:
        return AttendanceStatus.ALSO_PRESENT
    if title in vocabulary.present:
        return AttendanceStatus.PRESENT
    return None


def _names(draft: Draft, index: int, status: AttendanceStatus) -> list[Named]:
    """The people of one block: bracketed, dashed, or set apart by commas."""
    text = draft.text(index)
    vocabulary = draft.vocabulary
    if _NONE.match(text):
        return []
    if status is AttendanceStatus.APOLOGIES:
        text = " ".join(
            _LEAD_IN.sub("", sentence) for sentence in sentences(text) if not _ABOUT.search(sentence)
        )
    if post := _POST.fullmatch(text):
        named = dashed(post["line"], vocabulary)
        if named and not named.role:
            return [Named(named.name, post["role"], named.organization)]
    if "(" in text:
        return [_member(named, text, vocabulary) for named in bracketed(_without_joints(text), vocabulary)]
    if len(text) > 300:
        return []
    if named := dashed(text, vocabulary):
        return [named]
    parts = [part.strip(" .") for part in _JOINTS.split(text)]
    return [
        Named(name) for part in parts if (name := bare(part, vocabulary)) and _is_name(name, part, vocabulary)
    ]


def _is_name(name: str, printed: str, vocabulary: Vocabulary) -> bool:
    """A full name, or a surname behind an honorific."""
    honorific = re.match(rf"(?:{phrase(vocabulary.honorifics)})\b", printed, re.IGNORECASE)
    return looks_like_name(name) or (honorific is not None and bool(re.fullmatch(r"[A-Z][\w’'-]+", name)))


def _without_joints(text: str) -> str:
    return re.sub(r"(?<=\))\s*(?:,|;|\band\b)\s*", " ", text)


def _member(named: Named, text: str, vocabulary: Vocabulary) -> Named:
    """What a bracket says: a councillor's bracket holds the council, anyone else's the role.

    A name that a role follows without a bracket ("Lionel Walker Independent Member") is cut there.
    """
    roles = phrase(vocabulary.role_nouns)
    if not named.role and (match := re.search(rf"\s(?={roles}\b)", named.name)):
        return Named(named.name[: match.start()], role=named.name[match.end() :])
    honorific = re.search(
        rf"(?:{phrase(vocabulary.honorifics)})\.?\s+{re.escape(named.name)}\b", text, re.IGNORECASE
    )
    if honorific and named.role and not named.organization:
        return Named(named.name, organization=named.role)
    return named
