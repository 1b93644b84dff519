"""Where an action or resolution stands, by its life-line; and the address of its page, if it has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from archive_builder.model import (
    ActionStatus,
    Archive,
    Decision,
    DecisionKind,
    Document,
    LifeLine,
    Record,
    Standing,
    Step,
    StepKind,
    TrackerRow,
    addresses,
)
from archive_builder.text.dates import first_date

_SETTLED = re.compile(
    r"""\b (?:be|is|was|were|are) \s+ (?: \w+ly \s+ )?
    (?: noted | confirmed | received | approved | agreed | endorsed | accepted | adopted ) \b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a resolution settles by itself: "the report be noted", but not "the figures be sent"."""
_CONDITION = re.compile(r"\b(?:once|when|if|until|unless|as\s+soon\s+as|provided\s+that)\b", re.IGNORECASE)
"""Words that begin a condition: "once the budget is agreed" settles nothing."""

FRESH = 366
"""Number of days for which what the latest meeting asked for counts as open; after that it is unknown."""


@dataclass(slots=True, eq=False)
class GrowingLifeLine:
    """A life-line while it grows."""

    document: Document
    record: Record
    """What begins it: the action, the resolution, or the first tracker row that tells of it."""
    steps: list[Step]
    words: str
    """The text of its latest record."""
    numbers: set[str] = field(default_factory=set)
    """The numbers that trackers give it."""


def asks(record: Decision, document: Document) -> bool:
    """True if a resolution asks somebody for something: it settles nothing itself and has no parts."""
    if record.kind is not DecisionKind.RESOLVED or _SETTLED.search(_CONDITION.split(record.text)[0]):
        return False
    return all(other.parent != record.identifier for other in document.decisions if other.parent)


def finish(line: GrowingLifeLine, taken_up: Sequence[GrowingLifeLine], archive: Archive) -> LifeLine:
    """Return the finished life-line. `taken_up` has those of the resolutions that take an undertaking up."""
    own = line.steps[:1] if taken_up else line.steps
    steps = dict.fromkeys((*own, *(step for other in taken_up for step in _of_resolution(other))))
    ordered = tuple(sorted(steps, key=lambda step: step.day or date.max))
    standing = Standing.TAKEN_UP if taken_up else _standing(line, archive)
    outside = {addresses.page_of(step.source) for step in ordered} != {line.document.path}
    return LifeLine(
        origin=line.document.id_of(line.record),
        path=_path(line) if outside else "",
        standing=standing,
        steps=ordered,
        since=_since(line),
        until=_until(line, standing, archive),
        taken_up_by=tuple(other.document.id_of(other.record) for other in taken_up),
    )


def _of_resolution(line: GrowingLifeLine) -> list[Step]:
    made = line.steps[0]
    return [
        Step(kind=StepKind.TAKEN_UP, day=made.day, source=made.source, words=made.words),
        *line.steps[1:],
    ]


def _standing(line: GrowingLifeLine, archive: Archive) -> Standing:
    """Return where a life-line stands, by its last step.

    An action that no tracker ever named counts as open only until a tracker could have named it.
    """
    last = line.steps[-1]
    if last.kind is StepKind.SILENT:
        return Standing.DROPPED if _was_tracked(line) else Standing.UNKNOWN
    if last.status:
        return Standing.CLOSED if last.status is ActionStatus.COMPLETED else Standing.OPEN
    newest, now = archive.newest_meeting(line.document.body), archive.as_of
    fresh = newest and now and last.day and last.day >= newest and (now - last.day).days <= FRESH
    return Standing.OPEN if fresh else Standing.UNKNOWN


def _was_tracked(line: GrowingLifeLine) -> bool:
    return any(step.status for step in line.steps if step.kind is not StepKind.MADE)


def _since(line: GrowingLifeLine) -> date | None:
    """Return the day on which it was agreed: of a tracker row, the day of the meeting that the row names."""
    record = line.record
    return first_date(record.meeting) if isinstance(record, TrackerRow) else line.steps[0].day


def _until(line: GrowingLifeLine, standing: Standing, archive: Archive) -> date | None:
    """Return the day to which the days of a life-line are counted: no later than its body's own papers tell.

    Another body's papers say nothing of it, however new they are.
    """
    last = line.steps[-1]
    match standing:
        case Standing.CLOSED:
            return _closed(line)
        case Standing.DROPPED:
            return next((step.day for step in reversed(line.steps) if step.status), None)
        case Standing.OPEN:
            return archive.newest_paper(line.document.body) if line.document.body else last.day
    return None


def _closed(line: GrowingLifeLine) -> date | None:
    """Return the day on which it was done, by the words of a tracker; else that of the first to report it."""
    reports: list[Step] = []
    for step in reversed(line.steps):
        if step.status is not ActionStatus.COMPLETED:
            break
        reports.append(step)
    since = _since(line) or date.min
    told = [step.done for step in reports if step.done and step.done >= since]
    return min(told) if told else reports[-1].day


def _path(line: GrowingLifeLine) -> str:
    """Return `decisions/BODY/DATE/minutes/minute-687-iii-a/`: the record's own address, below its register."""
    register = addresses.DECISIONS if isinstance(line.record, Decision) else addresses.ACTIONS
    return addresses.what_came_of(register, line.document.path, line.record.anchor)
