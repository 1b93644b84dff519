"""Life-lines: an action or resolution through every tracker that names it, and the first that does not.

A row belongs to what it tracks; else to the life-line with its number and meeting; else to that of a
similar row of the previous tracker; else it begins a life-line of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from archive_builder.link import completion
from archive_builder.link.standing import GrowingLifeLine, asks, finish
from archive_builder.model import (
    Action,
    ActionStatus,
    Archive,
    Decision,
    Document,
    LifeLine,
    Link,
    Record,
    Relation,
    Step,
    StepKind,
    TrackerRow,
)
from archive_builder.text.dates import month_of
from archive_builder.text.numerals import reference
from archive_builder.text.words import bag_likeness, words

ALIKE = 0.6
"""Least likeness of a row without a number to the row of the previous tracker that it continues."""
AKIN = 0.3
"""Least likeness of two rows that only their number joins."""
_PLACE = 2
"""Maximum number of digits of a number that may be a row's place in its tracker."""
REWORDED = 0.8
"""A row that is less like the previous one than this is said to be reworded."""

Key = tuple[str, tuple[int, int] | None]
"""A tracker row's number and the month of the meeting that it names."""


def find_lifelines(archive: Archive, links: Sequence[Link]) -> dict[str, LifeLine]:
    """Return all life-lines by the id of the record that begins them, in archive order."""
    follows = {link.source: link.target for link in links if link.relation is Relation.TRACKS and link.target}
    trackers = _trackers(archive)
    tracking = frozenset(like[0].body for like in trackers)
    register = _Register(archive, follows, frozenset(follows.values()), tracking)
    for document, record in _makers(archive):
        register.make(document, record)
    for like in trackers:
        register.add_trackers(like)
    register.end_untracked([tracker for like in trackers for tracker in like])
    taken_up = _taken_up(register.lines, links)
    return {
        origin: finish(line, taken_up.get(origin, ()), archive) for origin, line in register.lines.items()
    }


def _makers(archive: Archive) -> Iterator[tuple[Document, Action | Decision]]:
    for document in archive.documents:
        if not document.same_as:
            yield from ((document, action) for action in document.actions)
            yield from ((document, decision) for decision in document.decisions)


def _trackers(archive: Archive) -> list[list[Document]]:
    """Return the documents with tracker rows, oldest first, in one list for each body and kind of document."""
    found: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in archive.documents:
        if document.tracker_rows and not document.same_as:
            found[document.body, document.classification.value].append(document)
    return [
        sorted(trackers, key=lambda document: (archive.day_of(document) or date.min, document.path))
        for trackers in found.values()
    ]


def _taken_up(
    lines: Mapping[str, GrowingLifeLine], links: Sequence[Link]
) -> dict[str, tuple[GrowingLifeLine, ...]]:
    """Return the life-lines of the resolutions that take up an undertaking, by the undertaking's id."""
    found: dict[str, tuple[GrowingLifeLine, ...]] = {}
    for link in links:
        if link.relation is Relation.RESOLVED_AS and link.target in lines:
            found[link.source] = (*found.get(link.source, ()), lines[link.target])
    return found


@dataclass(slots=True)
class _Register:
    """The life-lines while they grow, tracker by tracker."""

    archive: Archive
    follows: Mapping[str, str]
    """The id of the record that a tracker row tracks, by the row's id."""
    tracked: frozenset[str]
    """The ids of the records that some row tracks."""
    tracking: frozenset[str]
    """The bodies that keep a tracker; what came of other bodies' resolutions cannot be known."""
    lines: dict[str, GrowingLifeLine] = field(default_factory=dict)
    """By the id of their origin."""

    def make(self, document: Document, record: Action | Decision) -> None:
        """Begin the life-line of an action or resolution that asks for something or is tracked."""
        followed = document.id_of(record) in self.tracked
        if isinstance(record, Decision) and not followed:
            followed = document.body in self.tracking and asks(record, document)
        if followed or isinstance(record, Action):
            self._begin(document, record, StepKind.MADE)

    def add_trackers(self, trackers: Sequence[Document]) -> None:
        """Add each row of one body's trackers, oldest first, to its life-line."""
        known: dict[Key, GrowingLifeLine] = {}
        before: list[GrowingLifeLine] = []
        for tracker in trackers:
            now = [self._place(tracker, row, known, before) for row in tracker.tracker_rows]
            missed = [line for line in before if not any(line is named for named in now)]
            # What one tracker leaves out may be back in the next, or stand in another of the same day.
            before = [*now, *(line for line in missed if self._is_missed(line, tracker))]

    def _is_missed(self, line: GrowingLifeLine, tracker: Document) -> bool:
        """True if an action that a tracker leaves out is still looked for in the next one."""
        if line.steps[-1].kind is StepKind.SILENT:
            return False
        return self._say_silent(line, tracker) or line.steps[-1].day == self.archive.day_of(tracker)

    def _place(
        self,
        tracker: Document,
        row: TrackerRow,
        known: dict[Key, GrowingLifeLine],
        before: Sequence[GrowingLifeLine],
    ) -> GrowingLifeLine:
        """Return the life-line that a row belongs to, with the row added as its latest step."""
        key = (reference(row.identifier), month_of(row.meeting))
        line = self.lines.get(self.follows.get(tracker.id_of(row), ""))
        line = line or _continued(row, key, known.get(key), before)
        if line is None:
            line = self._begin(tracker, row, StepKind.FIRST_SEEN)
        else:
            line.steps.append(self._step(tracker, row, StepKind.REPORTED, line.words))
        line.words = row.text
        if key[0]:
            known[key] = line
            line.numbers.add(key[0])
        return line

    def end_untracked(self, trackers: Sequence[Document]) -> None:
        """End the life-lines that no tracker names with the first later tracker of their body."""
        by_body: dict[str, list[Document]] = defaultdict(list)
        for tracker in sorted(trackers, key=lambda document: self.archive.day_of(document) or date.min):
            by_body[tracker.body].append(tracker)
        for line in self.lines.values():
            if line.steps == line.steps[:1] and not isinstance(line.record, TrackerRow):
                for tracker in by_body[line.document.body]:
                    if self._say_silent(line, tracker):
                        break

    def _say_silent(self, line: GrowingLifeLine, tracker: Document) -> bool:
        """Add the step that a later tracker leaves out an unfinished action; True if one was added."""
        last, day = line.steps[-1], self.archive.day_of(tracker)
        if last.status is ActionStatus.COMPLETED or not last.day or not day or last.day >= day:
            return False
        line.steps.append(Step(kind=StepKind.SILENT, day=day, source=tracker.path, words=""))
        return True

    def _begin(self, document: Document, record: Record, kind: StepKind) -> GrowingLifeLine:
        line = GrowingLifeLine(document, record, [self._step(document, record, kind)], record.text)
        self.lines[document.id_of(record)] = line
        return line

    def _step(self, document: Document, record: Record, kind: StepKind, before: str = "") -> Step:
        status, said = None, record.text
        done = due = None
        day = self.archive.day_of(document)
        if isinstance(record, TrackerRow):
            status, due = record.status, record.due
            said = ". ".join(filter(None, (record.text.rstrip("."), record.update)))
            if status is ActionStatus.COMPLETED and kind is StepKind.REPORTED:
                kind = StepKind.CLOSED
            if status is ActionStatus.COMPLETED and day:
                done = completion.day_of(record.update, day)
        elif isinstance(record, Action):
            status = record.status
        return Step(
            kind=kind,
            day=day,
            source=document.id_of(record),
            words=said,
            status=status,
            done=done,
            due=due,
            reworded=bool(before) and _likeness(before, record.text) < REWORDED,
        )


def _continued(
    row: TrackerRow, key: Key, same: GrowingLifeLine | None, before: Sequence[GrowingLifeLine]
) -> GrowingLifeLine | None:
    """Return the life-line that a row continues: by number and meeting, by its words, or by number alone.

    A number alone (1, 2, 3) may be only the row's place in its tracker: it joins rows only if their words
    are alike too, and a row with the same words comes first.
    """
    number, month = key
    if same and number and month:
        return same
    fitting = [line for line in before if _may_be(number, line.numbers)]
    best = max(fitting, key=lambda line: _likeness(row.text, line.words), default=None)
    if best and _likeness(row.text, best.words) >= ALIKE:
        return best
    return same if same and number and _likeness(row.text, same.words) >= AKIN else None


def _may_be(number: str, others: set[str]) -> bool:
    """True if a row of this number may belong to rows of those: minute numbers must agree, places need not."""
    if not number or not others or number in others:
        return True
    return all(each.isdigit() and len(each) <= _PLACE for each in (number, *others))


def _likeness(a: str, b: str) -> float:
    return bag_likeness(Counter(words(a)), Counter(words(b)))
