"""What is due: the day by which something was to be done that nobody says was done, against its body's newest paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from archive_builder.model.archive import Archive
from archive_builder.model.document import Document
from archive_builder.model.lifelines import LifeLine
from archive_builder.model.records import Record
from archive_builder.model.statuses import Standing

SOON = timedelta(days=60)
"""How long after a body's newest paper a day counts as near: most bodies meet again by then."""
NOT_DONE = (Standing.OPEN, Standing.UNKNOWN, Standing.DROPPED)
"""How something stands that no paper says was done."""


class Deadline(StrEnum):
    """How the day by which something is due stands to its body's newest paper."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNNAMED = "unnamed"
    """No paper names a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that is to be done, with the day that the papers name for it."""

    lifeline: LifeLine
    document: Document
    record: Record
    """What the life-line begins with."""
    day: date | None
    newest: date | None
    """The day of the newest paper of its body: the archive knows nothing later."""

    @property
    def deadline(self) -> Deadline:
        """How the day stands to the newest paper."""
        if self.day is None or self.newest is None:
            return Deadline.UNNAMED
        if self.day < self.newest:
            return Deadline.OVERDUE
        return Deadline.SOON if self.day <= self.newest + SOON else Deadline.LATER


def find_due(archive: Archive) -> Iterator[Due]:
    """Yield what has a day and was not seen to be done, the earliest day first; then what is open without a day."""
    records = {document.id_of(record): (document, record) for document, record in archive.each()}
    found = []
    for lifeline in archive.lifelines.values():
        document, record = records.get(lifeline.origin, (None, None))
        if document is None or record is None or lifeline.standing not in NOT_DONE:
            continue
        day = _day_of(lifeline, record)
        if day or lifeline.standing is Standing.OPEN:
            newest = archive.newest_paper(document.body) or archive.as_of
            found.append(Due(lifeline=lifeline, document=document, record=record, day=day, newest=newest))
    yield from sorted(found, key=lambda due: due.day or date.max)


def _day_of(lifeline: LifeLine, record: Record) -> date | None:
    """Return the day that the latest tracker names, or else the record itself."""
    named = [step.due for step in lifeline.steps if step.due]
    return named[-1] if named else getattr(record, "due", None)
