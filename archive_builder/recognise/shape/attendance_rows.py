"""Rows of an attendance list: how one is made, and each person once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archive_builder.model import Attendance, AttendanceStatus, Place
from archive_builder.recognise.grammar.rule import compiled
from archive_builder.settings import Vocabulary
from archive_builder.text.names import Named

PRESENT, ALSO_PRESENT, APOLOGIES = AttendanceStatus
MINUTE_TAKER = "Minutes"
"""The part in the meeting of somebody whom a line names for taking the minutes: any post of a list says more."""
_OF_ONE_LIST = 100
"""Blocks within which the lists of those present and absent stand together."""


def attendance(named: Named, status: AttendanceStatus, where: Place, role: str = "") -> Attendance:
    """A row of the attendance list; `role` is that of the whole list."""
    return Attendance(
        name=named.name,
        role=named.role or role,
        organization=named.organization,
        status=status,
        place=where,
    )


_POST_AND_TITLE = r"(?P<post> (?: .* \b )? {PRESIDES} ) \s {HONORIFICS} \.?"
"""The post of somebody with the title that stands between it and the name: "Chairman Cllr"."""


def _plain(row: Attendance, vocabulary: Vocabulary) -> Attendance:
    """A row whose post is without the title behind it."""
    match = compiled(_POST_AND_TITLE, vocabulary).fullmatch(row.role)
    return replace(row, role=match["post"]) if match else row


def each_once(rows: Iterable[Attendance], vocabulary: Vocabulary) -> Iterator[Attendance]:
    """Each person once, with the post and body that any list gives.

    Who sent apologies may stand in another list too; but who is absent in a list far below, where the meeting
    went on another day, was there.
    """
    known: dict[tuple[str, bool], Attendance] = {}
    for row in (_plain(row, vocabulary) for row in rows):
        there = known.get((row.name.casefold(), False))
        if row.status is APOLOGIES and there and row.place.first - there.place.first > _OF_ONE_LIST:
            continue
        key = (row.name.casefold(), row.status is APOLOGIES)
        key = _full_name(row, known, key)
        first = known.setdefault(key, row)
        role = row.role if first.role == MINUTE_TAKER and row.role else first.role or row.role
        known[key] = replace(first, role=role, organization=first.organization or row.organization)
    yield from known.values()


def _full_name(
    row: Attendance, known: Mapping[tuple[str, bool], Attendance], key: tuple[str, bool]
) -> tuple[str, bool]:
    """The key of the one person in another block whom a row names by one name: "Penn" or "Ian" is "Ian Penn"."""
    if " " in row.name:
        return key
    others = [
        other
        for other, person in known.items()
        if person.place != row.place and other[1] == key[1] and person.status is row.status
    ]
    by_surname = [other for other in others if other[0].endswith(f" {key[0]}")]
    fit = by_surname or [other for other in others if other[0].startswith(f"{key[0]} ")]
    return fit[0] if len(fit) == 1 else key
