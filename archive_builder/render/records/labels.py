"""What stands above a record on its document's page, and the links below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from archive_builder.model import (
    CERTAIN,
    KIND_NAMES,
    Action,
    AnswerStatus,
    Decision,
    Document,
    Link,
    ProgrammeRow,
    Question,
    Record,
    Relation,
    TrackerRow,
    addresses,
)
from archive_builder.model.records import DecisionKind
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.phrases import Phrase


class Wording(NamedTuple):
    """How a relation reads at its source and at its target."""

    at_source: str
    at_target: str
    not_held: str = ""
    """At the source, where the archive lacks the target; else as `at_source`."""


RELATIONS = {
    Relation.ARISES_FROM: Wording("Arises from", "Led to"),
    Relation.TRACKS: Wording("Follows", "Tracked in"),
    Relation.RESOLVED_AS: Wording("Resolved as", "Resolves"),
    Relation.PAPER_FOR: Wording("Paper for", "Paper:"),
    Relation.APPENDIX_OF: Wording("Appendix to", "Appendix:"),
    Relation.PRESENTED_TO: Wording("Presented to", "Presented here:"),
    Relation.PREVIOUS_MEETING: Wording("Previous meeting:", "Named as the previous meeting in"),
    Relation.NEXT_MEETING: Wording("Next meeting:", "Named as the next meeting in"),
    Relation.SCHEDULED_FOR: Wording("Scheduled for", "Scheduled in"),
    Relation.CONFIRMS_MINUTES: Wording("Confirms", "Confirmed in", "Confirms the minutes of"),
    Relation.NOT_IN_ARCHIVE: Wording("Refers to", "Referred to in"),
    Relation.SAME_MATTER: Wording("Same matter:", "Same matter:"),
}

UNTRACKED = "No tracker row in this archive follows this resolution."
NOT_HELD = "not in this archive"


def label(record: Record, page: str, context: Context) -> str:
    """The line above a record, as Markdown: "Question 1 · asked by Amira Osei"."""
    parts = [part for part in _LABELS[type(record)](record, page, context) if part]
    if record.confidence < CERTAIN:
        parts.append("not sure")
    if record.corrected:
        parts.append(f"corrected: {markdown.escaped(record.corrected)}")
    return " · ".join(parts)


def answer_label(question: Question) -> str:
    """The line above an answer."""
    promised = question.answer_status is AnswerStatus.PROMISED
    return "Answer · a fuller reply was promised" if promised else "Answer"


def _question(record: Record, page: str, context: Context) -> Iterator[str]:
    assert isinstance(record, Question)
    yield markdown.escaped(record.label) or "Question"
    if record.asked_by:
        yield f"asked by {context.person(record.asked_by, record.asker, page)}"
    if record.answer is None:
        yield "no answer is recorded"


def _action(record: Record, page: str, context: Context) -> Iterator[str]:
    assert isinstance(record, Action)
    yield f"{wording.capital(wording.record_name(record))} {record.identifier}".strip()
    yield from _owed(record, page, context)
    yield markdown.escaped(record.status or "")


def _owed(record: Action | TrackerRow, page: str, context: Context) -> Iterator[str]:
    """By whom and by when."""
    if record.owners:
        owner = "owner" if len(record.owners) == 1 else "owners"
        yield f"{owner} {wording.listed(context.owners(record, page))}"
    if record.due:
        yield f"due {wording.day(record.due)}"


def _decision(record: Record, page: str, context: Context) -> Iterator[str]:
    assert isinstance(record, Decision)
    yield markdown.escaped(wording.capital(wording.record_name(record)))
    if record.kind not in (DecisionKind.KEY_DECISION, DecisionKind.RECOMMENDATION):
        yield wording.DECISION_KINDS[record.kind]
    if record.confidential:
        yield "confidential"


def _row(record: Record, page: str, context: Context) -> Iterator[str]:
    yield markdown.escaped(wording.capital(wording.record_name(record)))
    if isinstance(record, TrackerRow):
        yield from _owed(record, page, context)
        yield markdown.escaped(record.status)


_LABELS: dict[type[Record], Callable[[Record, str, Context], Iterator[str]]] = {
    Question: _question,
    Action: _action,
    Decision: _decision,
    TrackerRow: _row,
    ProgrammeRow: _row,
}


def links(source: str, page: str, context: Context, besides: tuple[Relation, ...] = ()) -> tuple[Phrase, ...]:
    """What a record or document is linked to, a phrase each; `besides` is said elsewhere on the page."""
    leaving = [
        leaving_phrase(link, page, context)
        for link in context.leaving.get(source, ())
        if link.relation not in besides
    ]
    arriving = [_arriving(link, page, context) for link in context.arriving.get(source, ())]
    return tuple(dict.fromkeys(phrase for phrase in leaving + arriving if phrase))


def leaving_phrase(link: Link, page: str, context: Context) -> Phrase | None:
    if link.relation is Relation.UNTRACKED:
        return Phrase(UNTRACKED)
    words = RELATIONS.get(link.relation)
    if words is None:
        return None
    if context.exists(link.target):
        return Phrase(words.at_source, pointed(link.target, page, context), link.target)
    if not link.target_text:
        return None
    return Phrase(words.not_held or words.at_source, wording.dated(link.target_text), "", f" ({NOT_HELD})")


def _arriving(link: Link, page: str, context: Context) -> Phrase | None:
    words = RELATIONS.get(link.relation)
    if words is None or not context.exists(link.source):
        return None
    found = context.records.get(link.source)
    status = f": {found[1].status}" if found and isinstance(found[1], TrackerRow) else ""
    return Phrase(words.at_target, pointed(link.source, page, context), link.source, status)


def pointed(target: str, page: str, context: Context) -> str:
    """The words of a link: what it leads to, and of when, unless it is on the same page."""
    if target in context.records:
        document, record = context.records[target]
        name = wording.record_name(record)
        if addresses.page_of(target) == page:
            return _told_apart(name, record)
        if isinstance(record, (TrackerRow, ProgrammeRow)):
            return place_of(document)
        return f"{name}, {place_of(document)}"
    document_there = context.archive.document(target)
    if document_there:
        return place_of(document_there)
    meeting = context.meetings.get(target)
    return f"meeting of {wording.day(meeting.held)}" if meeting else target


def _told_apart(name: str, record: Record) -> str:
    """On one page many actions are only called "action": their first words say which."""
    return name if any(c.isdigit() for c in name) else f"{name} “{wording.short(record.text, 60)}”"


def place_of(document: Document) -> str:
    """A document in the midst of a sentence: "action tracker of 9 January 2023"."""
    title = wording.title_of(document)
    if document.date and wording.day(document.date) not in title:
        return f"{title}, {wording.day(document.date)}"
    return title[:1].lower() + title[1:] if title.startswith(tuple(KIND_NAMES.values())) else title
