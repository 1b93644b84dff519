"""Links tracker rows to the resolutions and actions they follow, and finds resolutions that no row follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from archive_builder.link.standing import asks
from archive_builder.model import (
    Action,
    Archive,
    Decision,
    DecisionKind,
    Document,
    Link,
    Relation,
    TrackerRow,
)
from archive_builder.problem import Problem, Report
from archive_builder.text.dates import first_date, month_of
from archive_builder.text.numerals import reference
from archive_builder.text.words import likeness

_REPORT = re.compile(
    r"""\b (?P<name>
        (?: [A-Z][\w’']+ \s+ ){1,6}     # "Police and Crime"
        (?:19|20)\d\d \s+              # "2021"
        (?: report | plan | strategy )
    )\b""",
    re.VERBOSE,
)
"""A dated paper that a row names: "the Rural Crime 2021 report", but not "the report of 2021"."""
Target = tuple[Document, Decision | Action]


def link_tracker_rows(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each tracker row to the resolution or action with its number, or to a meeting that is not held.

    A row without a number, or with one that no minutes print because the tracker counts for itself,
    follows the action that has its words: of the meeting that the row names, else of the meeting before.
    Reports ambiguous-reference.
    """
    targets = _targets(archive)
    acting = _acting(archive)
    months = {(m.body.slug, m.held.year, m.held.month) for m in archive.meetings}
    for document in archive.documents:
        before = _before(document, acting) if document.tracker_rows else []
        for row in document.tracker_rows:
            made = _made_at(row, document, acting) if month_of(row.meeting) else before
            numbered = targets.get((document.body, reference(row.identifier)), [])
            fitting = _fitting(row, numbered) if row.identifier else []
            if not numbered and (earlier := _repeated(row, made)):
                fitting = [earlier]
            if len(fitting) == 1:
                yield _tracks(document, row, *fitting[0])
            elif len(fitting) > 1:
                report(_ambiguous(document, row, len(fitting)))
            elif row.meeting and not _is_held(archive, months, document.body, row.meeting):
                reason = f"{row.identifier} {row.meeting}: {row.text}".strip()
                yield _not_held(document, row, row.meeting, reason)
            elif named := _REPORT.search(row.text):
                yield _not_held(document, row, named["name"], row.text)


def _tracks(document: Document, row: TrackerRow, minutes: Document, record: Decision | Action) -> Link:
    return Link(
        source=document.id_of(row),
        target=minutes.id_of(record),
        target_text=record.identifier,
        relation=Relation.TRACKS,
        reason=f"{row.identifier} {row.meeting}".strip() or row.text,
    )


def _not_held(document: Document, row: TrackerRow, name: str, reason: str) -> Link:
    """Return a link to something that the row names and the archive does not hold."""
    return Link(
        source=document.id_of(row),
        target_text=name,
        relation=Relation.NOT_IN_ARCHIVE,
        reason=reason,
    )


def _ambiguous(document: Document, row: TrackerRow, number: int) -> Problem:
    message = f"{row.identifier!r} may be any of {number} minutes of that number"
    hint = "the row is published without a link"
    return Problem(document.source.file, document.lines(row)[0], "ambiguous-reference", message, hint)


def _targets(archive: Archive) -> dict[tuple[str, str], list[Target]]:
    """Return resolutions and numbered actions by body and reference, without those of drafts of held minutes."""
    found: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for document in archive.documents:
        if document.same_as:
            continue
        for decision in document.decisions:
            if decision.identifier and decision.kind in (
                DecisionKind.RESOLVED,
                DecisionKind.NOTED,
                DecisionKind.APPROVED,
            ):
                found[document.body, reference(decision.identifier)].append((document, decision))
        for action in document.actions:
            if action.identifier:
                found[document.body, reference(action.identifier)].append((document, action))
    return found


def _fitting(row: TrackerRow, candidates: list[Target]) -> list[Target]:
    """Return the candidates of the meeting that the row names, compared by month; all if it names none."""
    month = month_of(row.meeting)
    if month is None:
        return candidates
    return [(d, r) for d, r in candidates if d.date and (d.date.year, d.date.month) == month]


_ALIKE = 0.6
"""Least likeness (Dice's coefficient of the words) of a row and the action that it repeats.

Not 1: rows add or leave out "to" and a due date.
"""


def _acting(archive: Archive) -> dict[str, dict[date, list[Document]]]:
    """Return the documents of each body that hold actions, by day, without drafts of held minutes."""
    found: dict[str, dict[date, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for document in archive.documents:
        if document.actions and document.date and not document.same_as:
            found[document.body][document.date].append(document)
    return {body: dict(days) for body, days in found.items()}


def _before(
    document: Document, acting: Mapping[str, Mapping[date, Sequence[Document]]]
) -> list[tuple[Document, Action]]:
    """Return the actions of the body's latest meeting, before the document's, that agreed any."""
    days = acting.get(document.body, {})
    last = max((day for day in days if day < (document.date or date.min)), default=None)
    return [(other, action) for other in days[last] for action in other.actions] if last else []


def _made_at(
    row: TrackerRow, document: Document, acting: Mapping[str, Mapping[date, Sequence[Document]]]
) -> list[tuple[Document, Action]]:
    """Return the actions of the meeting that a row names, or of its whole month if no meeting of that day has any."""
    month, printed = month_of(row.meeting), first_date(row.meeting)
    days = {
        day: held
        for day, held in acting.get(document.body, {}).items()
        if (day.year, day.month) == month and day < (document.date or date.max)
    }
    named = [days[printed]] if printed in days else days.values()
    return [(other, action) for held in named for other in held for action in other.actions]


def _repeated(row: TrackerRow, before: Sequence[tuple[Document, Action]]) -> Target | None:
    """Return the action whose words a row repeats, if any."""
    best = max(before, key=lambda made: likeness(row.text, made[1].text), default=None)
    return best if best and likeness(row.text, best[1].text) >= _ALIKE else None


def _is_held(archive: Archive, months: Collection[tuple[str, int, int]], body: str, printed: str) -> bool:
    """True if the archive holds a meeting of the body on the printed day, or in the printed month.

    `months` has the body, year and month of every meeting.
    """
    if day := first_date(printed):
        return archive.meeting(body, day) is not None
    month = month_of(printed)
    return month is not None and (body, *month) in months


def link_untracked_decisions(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each resolution that asks for something, and that no row of a later tracker follows, to nothing."""
    rows = [(d.body, reference(row.identifier)) for d in archive.documents for row in d.tracker_rows]
    followed = set(rows)
    last: dict[str, date] = {}
    for tracker in archive.documents:
        if tracker.tracker_rows and (day := archive.day_of(tracker)):
            last[tracker.body] = max(day, last.get(tracker.body, day))
    for document in archive.documents:
        later = document.date and last.get(document.body, date.min) > document.date
        if not later or document.same_as:
            continue
        for decision in document.decisions:
            key = (document.body, reference(decision.identifier))
            if key not in followed and asks(decision, document):
                yield Link(
                    source=document.id_of(decision),
                    relation=Relation.UNTRACKED,
                    target_text=decision.identifier,
                    reason=decision.text,
                )
