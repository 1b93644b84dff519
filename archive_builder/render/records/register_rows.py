"""A question, action or decision as a row of its register's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archive_builder.lang.interface import say
from archive_builder.model import CERTAIN, Action, ActionMarker, Decision, Document, Question, Record
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import chips, labels, lifelines
from archive_builder.render.records.rows import what_next
from archive_builder.render.templating import Written

Cells = tuple[Written, ...]


def question_cells(document: Document, question: Question, page: str, context: Context) -> Cells:
    """When, what was asked, by whom, and how it was answered."""
    return (
        _when(document, page, context),
        Written(_what(document, question, page, context) + _answer(question)),
        Written(
            context.person(question.asked_by, question.asker, page)
            if question.asked_by
            else say("columns.not_named")
        ),
        chips.answer_chip(question),
    )


ANSWER = 140
"""Maximum number of characters shown of an answer: a register has many rows."""


def _answer(question: Question) -> str:
    words = wording.shorten(question.answer_text, ANSWER)
    return _meta(markdown.escape(say("columns.answered", words=words))) if words else ""


def action_cells(document: Document, action: Action, page: str, context: Context) -> Cells:
    """When, what is to be done, by whom and by when, and how it stands."""
    owners = lifelines.owners(document, action, page, context) or say("columns.not_named")
    due = _meta(say("labels.due", day=wording.day(action.due))) if action.due else ""
    kind = _meta(say("rows.in_discussion")) if action.marker is ActionMarker.UNDERTAKING else ""
    return (
        _when(document, page, context),
        Written(_what(document, action, page, context) + kind),
        Written(owners + due),
        _stands(document, action, page, context),
    )


def decision_cells(document: Document, decision: Decision, page: str, context: Context) -> Cells:
    """When, what, under which number and in what way it was decided, and how it stands."""
    number = f"{markdown.escape(decision.identifier)} " if decision.identifier else ""
    kind = wording.capital(say(f"decision_kinds.{decision.kind}"))
    kind = say("columns.confidential", kind=kind) if decision.confidential else kind
    voted = labels.beside(document.id_of(decision), context)
    return (
        _when(document, page, context),
        Written(number + _what(document, decision, page, context)),
        Written(kind + (_meta(voted) if voted else "")),
        _stands(document, decision, page, context)
        or Written(wording.capital(lifelines.outcome(document, decision, context))),
    )


def answered(document: Document, question: Question, context: Context) -> str:
    """How a question was answered, in words that follow a number of them."""
    return say(f"answered.{question.answer_status}")


def stands(document: Document, record: Record, context: Context) -> str:
    """How an action or decision stands, in words that follow a number of them."""
    lifeline = context.archive.lifelines.get(document.id_of(record))
    if lifeline:
        return say(f"standings_counted.{lifeline.standing}")
    return say(f"standings_counted.{'nothing' if isinstance(record, Decision) else 'unknown'}")


def _stands(document: Document, record: Record, page: str, context: Context) -> Written:
    """How it stands in a chip, which the register is narrowed by; below it the day to which that is known."""
    source = document.id_of(record)
    lifeline = context.archive.lifelines.get(source)
    chip = chips.standing_chip(lifeline) if lifeline else ""
    next_steps = what_next(source, page, context, beside_chip=True)
    return Written(chip + (_meta(next_steps) if next_steps else ""))


def _when(document: Document, page: str, context: Context) -> Written:
    """The day, with a link to the meeting; the document's title where there is no meeting."""
    meeting = context.document_meeting(document)
    if meeting:
        return Written(markdown.link(wording.day(meeting.held), page, meeting.path))
    when = context.date_of(document)
    words = wording.day(when) if when else wording.title_of(document)
    return Written(markdown.link(words, page, document.path))


def _what(document: Document, record: Record, page: str, context: Context) -> Written:
    doubt = _meta(say("labels.not_sure")) if record.confidence < CERTAIN else ""
    doubt += _meta(say("rows.draft")) if document.is_draft else ""
    return Written(markdown.link(context.title(document, record), page, document.id_of(record)) + doubt)


def _meta(words: str) -> str:
    return f' <span class="meta">{words}</span>'


CELLS: Mapping[type[Record], Callable[[Document, Any, str, Context], Cells]] = {
    Question: question_cells,
    Action: action_cells,
    Decision: decision_cells,
}
"""How a record of each kind that has a register is written as a row of its table."""

STANDINGS: Mapping[type[Record], Callable[[Document, Any, Context], str]] = {
    Question: answered,
    Action: stands,
    Decision: stands,
}
"""What a register counts its records by."""
