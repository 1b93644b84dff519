"""What happened next: the life-line of an action or decision and the thread of a question, through later documents.

A life-line is an action or decision through time; a thread is a question and what came of it. Both
are found by `link` and shown by `render`; the search index takes the standing from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive_builder.model import addresses
from archive_builder.model.statuses import ActionStatus, Standing


class StepKind(StrEnum):
    """What a step of a life-line is."""

    MADE = "made"
    FIRST_SEEN = "first-seen"
    """A tracker row whose minutes the archive does not hold."""
    TAKEN_UP = "taken-up"
    """A resolution asks for what was undertaken."""
    REPORTED = "reported"
    """A tracker row or a later passage says how it stands."""
    CLOSED = "closed"
    SILENT = "silent"
    """A tracker that could name it and does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one document says of an action or decision, or that it does not name it."""

    kind: StepKind
    day: date | None
    source: str
    """Id of the record that says it, or of the document that does not name it."""
    words: str
    """The printed words; empty where nothing is said."""
    status: ActionStatus | None = None
    """Of a tracker row."""
    done: date | None = None
    """The day on which it was done, where the words say so: "received on 29 April"."""
    due: date | None = None
    """The day by which a tracker row says that it is due."""
    reworded: bool = False
    """True if a tracker row words it differently from the step before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeLine:
    """An action, or a decision that asks for something, from the minute that made it to its closure."""

    origin: str
    """Id of the action or decision; of the first tracker row where its minutes are not held."""
    path: str = ""
    """The address of its own page, `actions/…/`; empty where nothing outside its document belongs to it."""
    standing: Standing
    steps: tuple[Step, ...]
    """Oldest first; the first is the making of it, or its first sight."""
    since: date | None = None
    """The day on which it was agreed; None where the archive does not say."""
    until: date | None = None
    """The day to which its days are counted: when it was closed, when a tracker last listed it, or else
    the day of its body's newest paper. None where nothing is known of it after it was made."""
    taken_up_by: tuple[str, ...] = ()
    """The ids of the resolutions that take a promise up."""

    @property
    def days_open(self) -> int | None:
        """The days from `since` to `until`; None where one of them is unknown."""
        return max((self.until - self.since).days, 0) if self.since and self.until else None

    @property
    def last_said(self) -> Step:
        """The latest step in which a document says something of it."""
        return next(step for step in reversed(self.steps) if step.kind is not StepKind.SILENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A question that another resembles, asked at another meeting."""

    question: str
    """Id of the other question."""
    words: tuple[str, ...]
    """The uncommon words that both have, as the first prints them."""
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A question with what came of it and the questions it resembles."""

    question: str
    """Id of the question."""
    path: str = ""
    """The address of its own page, `questions/…/`; empty where nothing outside its document belongs to it."""
    actions: tuple[str, ...] = ()
    """Ids of the actions and undertakings that arise from it."""
    related: tuple[Likeness, ...] = ()
    """At most three, the most similar first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of the vocabulary."""

    slug: str
    name: str
    about: str = ""
    """A sentence on what belongs to it."""
    words: tuple[str, ...] = ()
    """Those that place a record under it."""
    lay: tuple[str, ...] = ()
    """What people call it who do not know its words; the search knows these."""

    @property
    def path(self) -> str:
        return addresses.topic(self.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """An acronym that a document defines."""

    short: str
    meaning: str
    documents: tuple[str, ...]
    """Paths of the documents that define it so, oldest first."""
