"""How a question, action or decision reads in a list: its words as a link, and a line about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from archive_builder.lang.interface import listed, say
from archive_builder.model import CERTAIN, Action, ActionMarker, Decision, Document, Question, Record
from archive_builder.model.records import DecisionKind
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.document_text import markdown
from archive_builder.render.records import labels, lifelines
from archive_builder.render.templating import Written


def question_row(document: Document, question: Question, page: str, context: Context) -> Written:
    """A question: its title or first words, who asked (or, on that person's page, when), how answered."""
    if question.asker == page:
        return _row(document, question, page, (_when(document, context), *_answered(question)), context)
    asker = context.person(question.asked_by, question.asker, page)
    asked = say("labels.asked_by", name=asker) if question.asked_by else ""
    return _row(document, question, page, (asked, *_answered(question)), context)


def _answered(question: Question) -> tuple[str, str]:
    return say(f"rows.{question.answer_status}"), _doubt(question.confidence)


def _when(document: Document, context: Context) -> str:
    when = wording.day(document.date) if document.date else ""
    return markdown.escape(", ".join(part for part in (when, body_of(document, context)) if part))


def action_row(document: Document, action: Action, page: str, context: Context) -> Written:
    """An action or undertaking: what, who, by when, and how it stands."""
    owners = listed(context.owners(action, page))
    return _row(
        document,
        action,
        page,
        (
            _when(document, context) if page in action.owner_ids else "",
            say("rows.owner", names=owners) if owners else say("rows.no_owner"),
            say("rows.in_discussion") if action.marker is ActionMarker.UNDERTAKING else "",
            say("labels.due", day=wording.day(action.due)) if action.due else "",
            lifelines.stands(document.id_of(action), page, context) or labels.status_name(action.status),
            _doubt(action.confidence),
        ),
        context,
    )


def decision_row(document: Document, decision: Decision, page: str, context: Context) -> Written:
    """A decision: its number and words, what kind it is, how the vote went, and how it stands."""
    source = document.id_of(decision)
    kind = decision.kind is DecisionKind.KEY_DECISION and decision.decided
    return _row(
        document,
        decision,
        page,
        (
            markdown.escape(wording.capital(wording.record_name(decision))),
            f"{wording.day(decision.decided)}" if kind and decision.decided else "",
            "" if decision.kind in _SAID_BY_NAME else say(f"decision_kinds.{decision.kind}"),
            say("labels.confidential") if decision.confidential else "",
            labels.beside(source, context),
            lifelines.stands(source, page, context),
            _outcome(document, decision, page, context),
            _doubt(decision.confidence),
        ),
        context,
    )


def _outcome(document: Document, decision: Decision, page: str, context: Context) -> str:
    """That what became of a recommendation is not known; the meeting's own page says it above the list."""
    meeting = context.document_meeting(document)
    return lifelines.outcome(document, decision, context) if meeting and meeting.path != page else ""


_SAID_BY_NAME = (DecisionKind.KEY_DECISION, DecisionKind.RECOMMENDATION, DecisionKind.LOST)


ROWS: Mapping[type[Record], Callable[[Document, Any, str, Context], Written]] = {
    Question: question_row,
    Action: action_row,
    Decision: decision_row,
}
"""The kinds whose rows say more than what a record is and its words."""


def origin_row(document: Document, record: Record, page: str, context: Context) -> Written:
    """What a life-line begins with: an action, a decision, or the first tracker row that tells of it."""
    if write := ROWS.get(type(record)):
        return write(document, record, page, context)
    stands = lifelines.stands(document.id_of(record), page, context)
    where = markdown.escape(wording.capital(labels.place_of(document)))
    return _row(document, record, page, (where, stands), context)


def _row(document: Document, record: Record, page: str, about: Iterable[str], context: Context) -> Written:
    words = markdown.link(context.title(document, record), page, document.id_of(record))
    about = [*about, say("rows.draft") if document.is_draft else ""]
    return Written(f'{words} <span class="meta">{" · ".join(part for part in about if part)}</span>')


def _doubt(confidence: float) -> str:
    return say("labels.not_sure") if confidence < CERTAIN else ""
