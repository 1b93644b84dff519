"""The kinds of record that a search can be narrowed to, with the names readers know them by."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a result is."""

    QUESTION = "question"
    ANSWER = "answer"
    ACTION = "action"
    UNDERTAKING = "undertaking"
    DECISION = "decision"
    TRACKER_ROW = "tracker-row"
    WORK_PROGRAMME = "work-programme"
    AGENDA_ITEM = "agenda-item"
    SECTION = "section"
    PERSON = "person"


NAMES = {
    Kind.QUESTION: "Questions",
    Kind.ANSWER: "Answers",
    Kind.ACTION: "Actions",
    Kind.UNDERTAKING: "Undertakings",
    Kind.DECISION: "Decisions",
    Kind.TRACKER_ROW: "Tracker rows",
    Kind.WORK_PROGRAMME: "Work programme",
    Kind.AGENDA_ITEM: "Agenda items",
    Kind.SECTION: "Other text",
    Kind.PERSON: "People",
}
"""In the order in which a list of kinds names them."""
