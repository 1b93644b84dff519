"""Statuses: the fixed sets of values that say how a record stands; the values are those of the data export."""

from __future__ import annotations

from enum import StrEnum


class AnswerStatus(StrEnum):
    """What became of a question at the meeting where it was asked."""

    ANSWERED = "answered"
    PROMISED = "promised"
    """The answer was to follow."""
    NOT_ANSWERED = "not-answered"


class ActionStatus(StrEnum):
    """What a tracker row says of an action."""

    OUTSTANDING = "outstanding"
    COMPLETED = "completed"


class ActionMarker(StrEnum):
    """How an action is known for one."""

    EXPLICIT = "explicit"
    """It is marked as an action."""
    UNDERTAKING = "undertaking"
    """Somebody promised it in the discussion."""


class AttendanceStatus(StrEnum):
    """How a person stands in an attendance list."""

    PRESENT = "present"
    ALSO_PRESENT = "also-present"
    APOLOGIES = "apologies"


class VoteOutcome(StrEnum):
    """What became of what was put to the vote, where it is printed."""

    CARRIED = "carried"
    LOST = "lost"


class Standing(StrEnum):
    """Where an action or decision stands, as far as the papers of its own body tell."""

    OPEN = "open"
    CLOSED = "closed"
    DROPPED = "dropped"
    """No longer listed: a tracker named it as not done, and a later one no longer names it."""
    TAKEN_UP = "taken-up"
    """A promise that resolutions took up: how it stands is told, and counted, with them."""
    UNKNOWN = "unknown"
    """No later document of the archive says."""
