"""The records a document is read into, and where in it each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive_builder.model.statuses import (
    ActionMarker,
    ActionStatus,
    AnswerStatus,
    AttendanceStatus,
    VoteOutcome,
)

CERTAIN = 0.8
"""From this confidence on a record is published as such."""
LIKELY = 0.5
"""From here on it is published as "not sure" and listed for review; below, it stays text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: blocks `first` to `last` of its document, both included.

    `start` and `end` (characters) narrow it to a passage inside one block, `row` to one table row.
    """

    first: int
    last: int
    start: int | None = None
    end: int | None = None
    row: int | None = None


class DecisionKind(StrEnum):
    RESOLVED = "resolved"
    APPROVED = "approved"
    NOTED = "noted"
    LOST = "lost"
    """A motion that was put and not carried: nothing was decided."""
    KEY_DECISION = "key-decision"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have: an anchor on their document's page, a place, and how they were found."""

    anchor: str
    """Made from the source's own numbers, unique in its document: `question-5-1`."""
    place: Place
    text: str
    """The printed words, white space folded."""
    found_by: str
    """The rule that found it."""
    confidence: float = 1.0
    item: str = ""
    """The anchor of the agenda item it stands under."""
    corrected: str = ""
    """What a person put right in it, and why; empty where nothing was."""
    numbered: str = ""
    """The anchor that the source's numbers make today, where it was published with another, which it keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A name in an attendance list, as printed."""

    name: str
    role: str = ""
    organization: str = ""
    status: AttendanceStatus = AttendanceStatus.PRESENT
    place: Place
    person: str = ""
    """The person's id; empty until `link` has decided who is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """An item of business; `text` is its title."""

    number: str = ""
    time: str = ""
    presenters: tuple[str, ...] = ()
    """As printed."""
    presenter_ids: tuple[str, ...] = ()
    """Person ids, one for each presenter, empty where nobody is known; given by `link`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """A request for information, with the one passage that answers it."""

    label: str = ""
    title: str = ""
    asked_by: str = ""
    asker: str = ""
    """The asker's person id; empty until `link` has decided who is meant."""
    answer: Place | None = None
    answer_text: str = ""
    answer_status: AnswerStatus = AnswerStatus.NOT_ANSWERED

    @property
    def answer_anchor(self) -> str:
        return self.anchor.replace("question", "answer", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """A thing somebody is to do: marked as an action, or undertaken in the discussion."""

    identifier: str = ""
    owners: tuple[str, ...] = ()
    """Names as in the attendance list where they resolve, else as printed."""
    owner_ids: tuple[str, ...] = ()
    """One for each owner; empty for one of whom the archive does not know who is meant."""
    marker: ActionMarker = ActionMarker.EXPLICIT
    questions: tuple[str, ...] = ()
    """Anchors of the questions it arises from, the nearest first."""
    due: date | None = None
    status: ActionStatus | None = None
    """Only a tick box in its own row or a correction says it: trackers say how actions stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What a body resolved, approved or noted, what it voted down or was recommended, or a published key decision."""

    identifier: str = ""
    """Minute or decision number with its parts: 684, 687 iii a, 030-2022."""
    kind: DecisionKind
    title: str = ""
    decided: date | None = None
    confidential: bool = False
    parent: str = ""
    """The identifier of the resolution whose lettered part it is."""
    stem: str = ""
    """The words of that resolution, which the part goes on with: "That the Clerk send the Board:"."""
    in_parts: bool = False
    """True for that resolution: its parts are records, and count in its place."""

    @property
    def whole_text(self) -> str:
        """Its words, with those that a part goes on with before them."""
        return f"{self.stem} {self.text}" if self.stem else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """How a body voted on a decision: numbers where they are printed or can be counted, names as printed."""

    decision: str = ""
    """The anchor of the decision it was about; empty where none was made, or none was found."""
    outcome: VoteOutcome | None = None
    """As printed; it is not worked out from the numbers, for a chair may have a second vote."""
    votes_for: int | None = None
    """As printed, else how many names are; so are the others."""
    votes_against: int | None = None
    abstentions: int | None = None
    names_for: tuple[str, ...] = ()
    """As printed; so are the others."""
    ids_for: tuple[str, ...] = ()
    """Person ids, one for each name, empty where nobody is known; given by `link`. So are the others."""
    names_against: tuple[str, ...] = ()
    ids_against: tuple[str, ...] = ()
    names_abstaining: tuple[str, ...] = ()
    ids_abstaining: tuple[str, ...] = ()
    names_absent: tuple[str, ...] = ()
    names_recused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Record):
    """How a meeting changed the minutes of an earlier one as it agreed them; `text` is the sentence that says so."""

    minutes_of: date | None = None
    """The day of the meeting whose minutes they are, where the sentence names it."""
    change: str = ""
    """The words of the change, behind "subject to"; empty where only is said that there was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerRow(Record):
    """A row of an action tracker; `text` is the action as the tracker words it."""

    identifier: str = ""
    meeting: str = ""
    """As printed: Oct 2022."""
    owners: tuple[str, ...] = ()
    """Names as in the attendance list where they resolve, else as printed."""
    owner_ids: tuple[str, ...] = ()
    """One for each owner; empty for one of whom the archive does not know who is meant."""
    due: date | None = None
    update: str = ""
    status: ActionStatus = ActionStatus.OUTSTANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow(Record):
    """An item of a work programme; `text` is its topic."""

    scheduled: date | None = None
    aims: str = ""
    presenters: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of a document, kind by kind: a field for each row of `record_kinds`, in its order."""

    items: tuple[AgendaItem, ...] = ()
    questions: tuple[Question, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    votes: tuple[Vote, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    tracker_rows: tuple[TrackerRow, ...] = ()
    programme: tuple[ProgrammeRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the body text, its level by meaning (1 is the document's own title)."""

    anchor: str
    level: int
    text: str
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A data table of the source."""

    anchor: str
    caption: str
    header: tuple[str, ...]
    rows: int
    """Not counting the header."""
    columns: int
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart or picture, or the place where one stood that the source text has lost."""

    anchor: str
    caption: str
    missing: bool
    block: int
