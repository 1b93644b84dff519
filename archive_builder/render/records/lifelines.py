"""How a life-line reads: where the action or decision stands, and each step."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from archive_builder.lang.interface import count, listed, say, word_list
from archive_builder.model import (
    Action,
    ActionMarker,
    Decision,
    DecisionKind,
    Document,
    LifeLine,
    Record,
    Standing,
    Step,
    StepKind,
    TrackerRow,
)
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown, originals
from archive_builder.render.records import labels, phrases
from archive_builder.render.templating import Written


class StepLine(NamedTuple):
    """A step of a life-line as a page shows it."""

    day: str
    what: Written
    words: str
    original: Written


def timeline(lifeline: LifeLine, page: str, context: Context) -> list[StepLine]:
    """The steps of a life-line, oldest first."""
    return [_line(step, page, context) for step in lifeline.steps]


def _line(step: Step, page: str, context: Context) -> StepLine:
    document, record = context.records.get(step.source, (None, None))
    if document is None or record is None:
        silent = context.archive.document(step.source)
        where = markdown.link(labels.place_of(silent), page, silent.path) if silent else ""
        return StepLine(_day(step), Written(say("steps.not_named", where=where)), "", Written(""))
    where = markdown.link(labels.pointed(step.source, page, context), page, step.source)
    what = Written(_STEPS[step.kind](step, record, where, document))
    pages = phrases.line(originals.pages_of(document, record.place), page)
    return StepLine(_day(step), what, wording.shorten(step.words, 600), Written(pages))


def _day(step: Step) -> str:
    return wording.day(step.day) if step.day else say("steps.no_day")


def _made(step: Step, record: Record, where: str, document: Document) -> str:
    match record:
        case Decision(kind=DecisionKind.LOST):
            return say("steps.not_carried", where=where)
        case Decision():
            return say("steps.decided", done=_done(record, document), where=where)
        case Action(marker=ActionMarker.UNDERTAKING):
            return say("steps.promised", where=where)
    return say("steps.given", where=where)


@cache
def _decision_verb() -> re.Pattern[str]:
    """Match the verb of a decision: "RESOLVED: -", "The Panel agreed to …", not "to be agreed"."""
    return re.compile(
        rf"""
        \W* (?!that\b) (?: [\w'’]+ [ ] ){{0,4}}               # "The Panel "
        (?<!be[ ]) (?P<verb> {"|".join(word_list("steps.decision_verbs"))} ) \b
        \W* (?: that\b | to\b | $ | (?<=[:–-]) )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _done(decision: Decision, document: Document) -> str:
    """What the body did in the source's own word: in the decision's block, or above its parts."""
    headings = {heading.block for heading in document.headings}
    for at in range(decision.place.first, -1, -1):
        if at in headings:
            break
        said = _decision_verb().match(" ".join(document.blocks[at].text.split()))
        if said:
            return said["verb"].capitalize()
    return say("steps.decided_somehow")


def _first_seen(step: Step, record: Record, where: str, document: Document) -> str:
    assert isinstance(record, TrackerRow)
    if not record.meeting:
        return say("steps.first_seen", status=_status(step), where=where)
    meeting = markdown.escape(record.meeting)
    return say("steps.first_seen_of", status=_status(step), where=where, meeting=meeting)


def _status(step: Step) -> str:
    return labels.status_name(step.status)


def _taken_up(step: Step, record: Record, where: str, document: Document) -> str:
    return say("steps.taken_up", where=where)


def _reported(step: Step, record: Record, where: str, document: Document) -> str:
    key = "steps.reported_in_other_words" if step.reworded else "steps.reported"
    return say(key, status=wording.capital(_status(step)), where=where)


_STEPS: Mapping[StepKind, Callable[[Step, Record, str, Document], str]] = {
    StepKind.MADE: _made,
    StepKind.FIRST_SEEN: _first_seen,
    StepKind.TAKEN_UP: _taken_up,
    StepKind.REPORTED: _reported,
    StepKind.CLOSED: _reported,
}


def following(source: str, page: str, context: Context) -> tuple[phrases.Phrase, ...]:
    """What a record on its document's page leads to: its life-line or thread, and questions it resembles."""
    found = []
    lifeline, thread = context.lifelines.get(source), context.archive.threads.get(source)
    if lifeline and lifeline.path:
        standing_now = say("steps.standing", standing=say(f"standings.{lifeline.standing}"))
        found.append(phrases.Phrase(standing_now, say("steps.what_next"), lifeline.path))
    if thread and thread.path:
        found.append(phrases.Phrase("", say("steps.came_of_it"), thread.path))
    for likeness in thread.related if thread else ():
        words = labels.pointed(likeness.question, page, context)
        found.append(phrases.Phrase(say("steps.asked_alike"), words, likeness.question))
    return tuple(found)


def stands(source: str, page: str, context: Context) -> str:
    """How a record stands, as Markdown that leads to its life-line; empty where there is nothing to say."""
    lifeline = context.archive.lifelines.get(source)
    if lifeline is None or (lifeline.standing is Standing.UNKNOWN and not lifeline.path):
        return ""
    words = say(f"standings.{lifeline.standing}").lower()
    return markdown.link(words, page, lifeline.path) if lifeline.path else words


def standing(lifeline: LifeLine) -> str:
    """Where a life-line stands, with what that means: "Open: no document …"."""
    return say(f"standing_meanings.{lifeline.standing}")


def days_open(lifeline: LifeLine, context: Context) -> str:
    """ "182 days, from its making to its closure"; empty where the day it was made is not known."""
    if lifeline.days_open is None or lifeline.standing is Standing.UNKNOWN:
        return ""
    days = count(lifeline.days_open, "day") if lifeline.days_open else say("steps.less_than_a_day")
    if lifeline.standing is Standing.CLOSED:
        return say("steps.days_until_done", days=days)
    now = context.archive.as_of
    return say("steps.days_open", days=days, day=wording.day(now)) if now else ""


def owners(document: Document, record: Record, page: str, context: Context) -> Written:
    """Who is to do it, with links to the people who are known."""
    if not isinstance(record, (Action, TrackerRow)):
        return Written("")
    return Written(listed(context.owners(record, page)))
