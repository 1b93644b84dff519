"""How a question, action or decision reads in a list: how it stands, its words as a link, a line about it.

A question has the beginning of its answer with it: the two are one thing to a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from archive_builder.lang.interface import listed, say
from archive_builder.model import (
    CERTAIN,
    Action,
    ActionMarker,
    Decision,
    Document,
    Question,
    Record,
    Standing,
)
from archive_builder.model.records import DecisionKind
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.document_text import markdown
from archive_builder.render.records import chips, labels, lifelines, repeats
from archive_builder.render.templating import Written

ANSWER = 220
"""Maximum number of characters shown of an answer: some two lines."""


def question_row(document: Document, question: Question, page: str, context: Context) -> Written:
    """A question: its title or first words, the beginning of its answer, and who asked.

    On the asker's own page, when it was asked stands in the place of who asked.
    """
    source = document.id_of(question)
    asker = context.person(question.asked_by, question.asker, page)
    asked = say("labels.asked_by", name=asker) if question.asked_by else ""
    about = _when(document, context) if question.asker == page else asked
    thread = context.table(repeats.thread_pages).get(source)
    came_of_it = markdown.link(say("rows.came_of_it"), page, thread) if thread else ""
    more = _asked(question, context.title(document, question)) + _answer(source, question, page, context)
    meta = (about, came_of_it, *repeats.when_asked(source, page, context), _doubt(question.confidence))
    return _row(document, question, page, meta, context, chips.answer_chip(question), more)


def _asked(question: Question, title: str) -> str:
    """The words of a question that is listed by a title of its own."""
    words = wording.shorten(question.text, ANSWER)
    return (
        f' <span class="said">{markdown.escape(words)}</span>' if words and not _is_same(words, title) else ""
    )


def _is_same(words: str, title: str) -> bool:
    """True if a title is the beginning of these words, or they of it."""
    short, long = sorted((words.rstrip(" …"), title.rstrip(" …")), key=len)
    return long.startswith(short)


def _answer(source: str, question: Question, page: str, context: Context) -> str:
    """Who answered, where that is said, and the beginning of the answer; empty where none is recorded."""
    if not question.answer_text:
        return ""
    words = markdown.escape(wording.shorten(question.answer_text, ANSWER))
    return f' <span class="reply"><strong>{labels.answer_by(source, page, context)}</strong> {words}</span>'


def _when(document: Document, context: Context) -> str:
    when = wording.day(document.date) if document.date else ""
    return markdown.escape(", ".join(part for part in (when, body_of(document, context)) if part))


def action_row(document: Document, action: Action, page: str, context: Context) -> Written:
    """An action or undertaking: what, who, by when, and how it stands."""
    return _row(
        document,
        action,
        page,
        (
            _when(document, context) if page in action.owner_ids else "",
            _owners(action, page, context),
            say("rows.in_discussion") if action.marker is ActionMarker.UNDERTAKING else "",
            say("labels.due", day=wording.day(action.due)) if action.due else "",
            what_next(document.id_of(action), page, context, beside_chip=True)
            or labels.status_name(action.status),
            _doubt(action.confidence),
        ),
        context,
        _standing(document, action, context),
    )


def _owners(action: Action, page: str, context: Context) -> str:
    """Who is to do it; on the only owner's own page there is nothing to say."""
    if action.owner_ids == (page,):
        return ""
    owners = listed(context.owners(action, page))
    return say("rows.owner", names=owners) if owners else say("rows.no_owner")


def decision_row(document: Document, decision: Decision, page: str, context: Context) -> Written:
    """A decision: its number and words, what kind it is, how the vote went, and how it stands."""
    source = document.id_of(decision)
    kind = decision.kind is DecisionKind.KEY_DECISION and decision.decided
    return _row(
        document,
        decision,
        page,
        (
            markdown.escape(wording.capital(wording.record_name(decision))) if decision.identifier else "",
            f"{wording.day(decision.decided)}" if kind and decision.decided else "",
            say("labels.confidential") if decision.confidential else "",
            labels.beside(source, context),
            what_next(source, page, context),
            _outcome(document, decision, page, context),
            _doubt(decision.confidence),
        ),
        context,
        chips.decision_chip(decision),
    )


def _outcome(document: Document, decision: Decision, page: str, context: Context) -> str:
    """That what became of a recommendation is not known; the meeting's own page says it above the list."""
    meeting = context.document_meeting(document)
    return lifelines.outcome(document, decision, context) if meeting and meeting.path != page else ""


def what_next(source: str, page: str, context: Context, *, beside_chip: bool = False) -> str:
    """A link to what became of a record, with the day to which that is known where it is not done.

    `beside_chip`: a chip beside it says how it stands, and only the day is said, before the link.
    """
    lifeline = context.archive.lifelines.get(source)
    if lifeline is None:
        return ""
    dated = lifeline.standing in (Standing.OPEN, Standing.DROPPED)
    if dated and not beside_chip:
        return _linked(lifelines.in_short(lifeline), page, lifeline.path)
    day = lifelines.day_told(lifeline) if dated else ""
    link = markdown.link(say("steps.what_next"), page, lifeline.path) if lifeline.path else ""
    return " · ".join(filter(None, (day, link)))


def _linked(words: str, page: str, path: str) -> str:
    return markdown.link(words, page, path) if path else words


def _standing(document: Document, record: Record, context: Context) -> str:
    lifeline = context.archive.lifelines.get(document.id_of(record))
    return chips.standing_chip(lifeline) if lifeline else ""


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


def _row(
    document: Document,
    record: Record,
    page: str,
    about: Iterable[str],
    context: Context,
    chip: str = "",
    more: str = "",
) -> Written:
    """`chip` stands before the words of the record, `more` of its text below them, then what is said `about` it."""
    words = markdown.link(context.title(document, record), page, document.id_of(record))
    about = [*about, say("rows.draft") if document.is_draft else ""]
    meta = " · ".join(part for part in about if part)
    told = f' <span class="meta">{meta}</span>' if meta else ""
    return Written(f"{chip} {words}{more}{told}".strip())


def _doubt(confidence: float) -> str:
    return say("labels.not_sure") if confidence < CERTAIN else ""
