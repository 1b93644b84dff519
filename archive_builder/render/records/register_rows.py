"""A question, action or decision as a row of its register's table."""

from __future__ import annotations

from archive_builder.model import (
    CERTAIN,
    Action,
    ActionMarker,
    AnswerStatus,
    Decision,
    Document,
    Question,
    Record,
)
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import courses
from archive_builder.render.records.rows import ANSWERS
from archive_builder.render.templating import Written

QUESTION_COLUMNS = ("Date", "Question", "Asked by", "Answer")
ACTION_COLUMNS = ("Date", "Action", "Owner", "How it stands")
DECISION_COLUMNS = ("Date", "Decision", "What was done", "How it stands")

Cells = tuple[Written, ...]


def question_cells(document: Document, question: Question, page: str, context: Context) -> Cells:
    """When, what was asked, by whom, and how it was answered."""
    return (
        _when(document, page, context),
        _what(document, question, page, context),
        Written(
            context.person(question.asked_by, question.asker, page) if question.asked_by else "not named"
        ),
        Written(markdown.escaped(wording.capital(ANSWERS[question.answer_status]))),
    )


def action_cells(document: Document, action: Action, page: str, context: Context) -> Cells:
    """When, what is to be done, by whom and by when, and how it stands."""
    owners = courses.owners(document, action, page, context) or "not named"
    due = f' <span class="meta">due {wording.day(action.due)}</span>' if action.due else ""
    kind = (
        ' <span class="meta">promised in discussion</span>'
        if action.marker is ActionMarker.UNDERTAKING
        else ""
    )
    return (
        _when(document, page, context),
        Written(_what(document, action, page, context) + kind),
        Written(owners + due),
        _stands(document, action, page, context),
    )


def decision_cells(document: Document, decision: Decision, page: str, context: Context) -> Cells:
    """When, what, under which number and in what way it was decided, and how it stands."""
    number = f"{markdown.escaped(decision.identifier)} " if decision.identifier else ""
    kind = wording.capital(wording.DECISION_KINDS[decision.kind])
    secret = ", confidential" if decision.confidential else ""
    return (
        _when(document, page, context),
        Written(number + _what(document, decision, page, context)),
        Written(kind + secret),
        _stands(document, decision, page, context),
    )


_ANSWERED = {
    AnswerStatus.ANSWERED: "answered",
    AnswerStatus.PROMISED: "with the promise of an answer",
    AnswerStatus.NOT_ANSWERED: "without an answer on record",
}


def answered(document: Document, question: Question, context: Context) -> str:
    """How a question was answered, in words that follow a number of them."""
    return _ANSWERED[question.answer_status]


def stands(document: Document, record: Record, context: Context) -> str:
    """How an action or decision stands, in words; empty where nothing was to be done."""
    lifeline = context.archive.lifelines.get(document.id_of(record))
    return courses.STANDINGS[lifeline.standing].lower() if lifeline else ""


def _stands(document: Document, record: Record, page: str, context: Context) -> Written:
    lifeline = context.archive.lifelines.get(document.id_of(record))
    words = wording.capital(stands(document, record, context))
    if lifeline and lifeline.path:
        return Written(markdown.link(words, page, lifeline.path))
    return Written(words)


def _when(document: Document, page: str, context: Context) -> Written:
    """The day, with a link to the meeting; the document's title where there is no meeting."""
    meeting = context.document_meeting(document)
    if meeting:
        return Written(markdown.link(wording.day(meeting.held), page, meeting.path))
    when = context.date_of(document)
    words = wording.day(when) if when else wording.title_of(document)
    return Written(markdown.link(words, page, document.path))


def _what(document: Document, record: Record, page: str, context: Context) -> Written:
    doubt = ' <span class="meta">not sure</span>' if record.confidence < CERTAIN else ""
    return Written(markdown.link(context.title(document, record), page, document.id_of(record)) + doubt)
