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
from archive_builder.render.context import Context, body_of
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
    due = f" · {say('labels.due', day=wording.day(step.due))}" if step.due else ""
    what = Written(_STEPS[step.kind](step, record, where, document) + due)
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
    lifeline, leads = context.lifelines.get(source), context.table(_leads).get(source)
    if lifeline and lifeline.path:
        standing_now = say("steps.standing", standing=wording.capital(in_short(lifeline)))
        found.append(phrases.Phrase(standing_now, say("steps.what_next"), lifeline.path))
    thread, alike = leads or ("", ())
    if thread:
        found.append(phrases.Phrase("", say("steps.came_of_it"), thread))
    for other in alike:
        words = labels.pointed(other, page, context)
        found.append(phrases.Phrase(say("steps.asked_alike"), words, other))
    return tuple(found)


def _leads(context: Context) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return of each question the page of its thread and the questions it resembles.

    How alike they are is left out: it changes with each new document, and no record's links show it.
    """
    return {
        question: (thread.path, tuple(likeness.question for likeness in thread.related))
        for question, thread in context.archive.threads.items()
    }


def stands(source: str, page: str, context: Context) -> str:
    """How a record stands, as Markdown that leads to its life-line; empty where there is nothing to say."""
    lifeline = context.archive.lifelines.get(source)
    if lifeline is None or (lifeline.standing is Standing.UNKNOWN and not lifeline.path):
        return ""
    words = in_short(lifeline)
    return markdown.link(words, page, lifeline.path) if lifeline.path else words


def in_short(lifeline: LifeLine) -> str:
    """Where a life-line stands, with the day to which that is known: "not done as of 9 January 2023"."""
    said, until = lifeline.last_said, lifeline.until
    if lifeline.standing is Standing.OPEN and said.status and said.day:
        return say("standings_on_day.not_done", day=wording.day(said.day))
    if lifeline.standing in (Standing.OPEN, Standing.DROPPED) and until:
        return say(f"standings_on_day.{lifeline.standing}", day=wording.day(until))
    return say(f"standings.{lifeline.standing}").lower()


def day_told(lifeline: LifeLine) -> str:
    """The day to which it is known that something open or dropped was not done: "as of 9 January 2023"."""
    said = lifeline.last_said
    day = said.day if lifeline.standing is Standing.OPEN and said.status else lifeline.until
    return say(f"standings_beside_chip.{lifeline.standing}", day=wording.day(day)) if day else ""


def standing(lifeline: LifeLine, context: Context) -> str:
    """Where a life-line stands, and how far the archive can tell: "Open: not done as of 9 January 2023; …"."""
    document, _ = context.records[lifeline.origin]
    said, until = lifeline.last_said, lifeline.until
    held = context.archive.newest_paper(document.body)
    key: str = lifeline.standing
    if lifeline.standing is Standing.OPEN and not said.status:
        key = "open_since_latest_meeting"
    elif lifeline.standing is Standing.OPEN and said.day == until:
        key = "open_at_the_end"
    elif lifeline.standing is Standing.UNKNOWN and held and said.day == held:
        key = "unknown_at_the_end"
    return say(
        f"standing_meanings.{key}",
        said=_day(said),
        until=wording.day(until) if until else _day(said),
        body=body_of(document, context) or say("steps.this_body"),
    )


def outcome(document: Document, record: Record, context: Context) -> str:
    """That it is not known what became of a recommendation, where the minutes of the meeting are not held."""
    recommended = isinstance(record, Decision) and record.kind is DecisionKind.RECOMMENDATION
    meeting = context.document_meeting(document)
    if not recommended or meeting is None or context.archive.minutes_of(meeting):
        return ""
    return say("rows.outcome_unknown")


def days_open(lifeline: LifeLine, context: Context) -> str:
    """ "182 days, from 3 March to 1 September 2025"; empty where the archive does not tell both days."""
    if lifeline.days_open is None or lifeline.since is None or lifeline.until is None:
        return ""
    days = count(lifeline.days_open, "day") if lifeline.days_open else say("steps.less_than_a_day")
    key = f"days_{lifeline.standing}"
    if lifeline.standing is Standing.CLOSED and lifeline.until in [step.done for step in lifeline.steps]:
        key = "days_done"
    return say(f"steps.{key}", days=days, first=wording.day(lifeline.since), last=wording.day(lifeline.until))


def owners(document: Document, record: Record, page: str, context: Context) -> Written:
    """Who is to do it, with links to the people who are known."""
    if not isinstance(record, (Action, TrackerRow)):
        return Written("")
    return Written(listed(context.owners(record, page)))
