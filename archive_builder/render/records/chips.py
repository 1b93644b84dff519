"""How a record stands, in a word or two with a colour: the words alone say it."""

from __future__ import annotations

from archive_builder.lang.interface import say
from archive_builder.model import Decision, LifeLine, Question
from archive_builder.model.deadlines import Due
from archive_builder.render.document_text import markdown
from archive_builder.render.templating import Written


def answer_chip(question: Question) -> Written:
    """Return how a question was answered: "Answered", "Fuller answer promised", "No answer recorded"."""
    return _chip(question.answer_status, say(f"chips.{question.answer_status}"))


def standing_chip(lifeline: LifeLine) -> Written:
    """Return where an action or resolution stands: "Open", "Closed"."""
    return _chip(lifeline.standing, say(f"chips.{lifeline.standing}"))


def deadline_chip(due: Due) -> Written:
    """Return how the day of something that is due stands: "Overdue", "Due soon"."""
    return _chip(due.deadline, say(f"deadlines.{due.deadline}"))


def decision_chip(decision: Decision) -> Written:
    """Return what was done: "Resolved", "Noted", "Not carried"."""
    return _chip(decision.kind, say(f"decision_kinds.{decision.kind}").capitalize())


def _chip(colour: str, words: str) -> Written:
    return Written(f'<span class="chip {colour}">{markdown.escape(words)}</span>')
