"""How an action or resolution stands, by what its life-line says; and where it has a page of its own."""

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
    r"\b(?:be|is|was|were|are)\s+(?:\w+ly\s+)?(?:noted|confirmed|received|approved|agreed|endorsed|accepted|adopted)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:once|when|if|until|unless|as\s+soon\s+as|provided\s+that)\b", re.IGNORECASE)
"""What follows says when something is to be done: "once the budget is agreed" settles nothing."""

FRESH = 366
"""For so many days what the latest meeting asked for is taken to be open; later nobody knows."""


@dataclass(slots=True, eq=False)
class GrowingLifeLine:
    """A life-line while it grows."""

    document: Document
    record: Record
    """What begins it: the action, the resolution, or the first tracker row that tells of it."""
    steps: list[Step]
    words: str
    """What its latest record calls it."""
    numbers: set[str] = field(default_factory=set)
    """Those under which trackers name it."""


def asks(record: Decision, document: Document) -> bool:
    """Whether a resolution asks somebody for something: it settles nothing itself, and has no parts that do."""
    if record.kind is not DecisionKind.RESOLVED or _SETTLED.search(_CONDITION.split(record.text)[0]):
        return False
    return all(other.parent != record.identifier for other in document.decisions if other.parent)


def lifeline(line: GrowingLifeLine, taken_up: Sequence[GrowingLifeLine], archive: Archive) -> LifeLine:
    """The finished life-line; an undertaking goes on in the resolutions that take it up."""
    own = line.steps[:1] if taken_up else line.steps
    steps = dict.fromkeys((*own, *(step for other in taken_up for step in _of_resolution(other))))
    ordered = tuple(sorted(steps, key=lambda step: step.day or date.max))
    standing = _together([_standing(c, archive) for c in taken_up]) if taken_up else _standing(line, archive)
    outside = {addresses.page_of(step.source) for step in ordered} != {line.document.path}
    return LifeLine(
        origin=line.document.id_of(line.record),
        path=_path(line) if outside else "",
        standing=standing,
        steps=ordered,
        days_open=_days(line, ordered, standing, archive),
    )


def _of_resolution(line: GrowingLifeLine) -> list[Step]:
    made = line.steps[0]
    return [
        Step(kind=StepKind.TAKEN_UP, day=made.day, source=made.source, words=made.words),
        *line.steps[1:],
    ]


def _standing(line: GrowingLifeLine, archive: Archive) -> Standing:
    """By the last step; what nobody ever followed is open only where nobody could have yet."""
    last = line.steps[-1]
    if last.kind is StepKind.SILENT:
        return Standing.DROPPED if _was_tracked(line) else Standing.UNKNOWN
    if last.status:
        return Standing.CLOSED if last.status is ActionStatus.COMPLETED else Standing.OPEN
    newest, now = archive.newest_meeting(line.document.body), archive.as_of
    fresh = newest and now and last.day and last.day >= newest and (now - last.day).days <= FRESH
    return Standing.OPEN if fresh else Standing.UNKNOWN


def _was_tracked(line: GrowingLifeLine) -> bool:
    return any(step.status for step in line.steps)


def _together(standings: Sequence[Standing]) -> Standing:
    """Of an undertaking that several resolutions took up: the least settled of them."""
    order = (Standing.OPEN, Standing.DROPPED, Standing.UNKNOWN, Standing.CLOSED)
    return min(standings, key=order.index)


def _days(line: GrowingLifeLine, steps: Sequence[Step], standing: Standing, archive: Archive) -> int | None:
    """Days from its making to its closure, else to the archive's newest document."""
    record = line.record
    made = first_date(record.meeting) if isinstance(record, TrackerRow) else steps[0].day
    end = steps[-1].day if standing is Standing.CLOSED else archive.as_of
    return max((end - made).days, 0) if made and end else None


def _path(line: GrowingLifeLine) -> str:
    """`decisions/BODY/DATE/minutes/minute-687-iii-a/`: the record's own address, below its register."""
    register = addresses.DECISIONS if isinstance(line.record, Decision) else addresses.ACTIONS
    return addresses.what_came_of(register, line.document.path, line.record.anchor)
