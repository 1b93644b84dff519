"""What stands above a record on its document's page, and the links below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from archive_builder.lang.interface import listed, names, say, say_number, tables
from archive_builder.model import (
    CERTAIN,
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
from archive_builder.model.record_kinds import Field, FieldType, kind_of
from archive_builder.model.records import DecisionKind
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.phrases import Phrase


def label(record: Record, page: str, context: Context) -> str:
    """The line above a record, as Markdown: "Question 1 · asked by Amira Osei"."""
    named = _LABELS.get(type(record), _named)
    parts = [part for part in named(record, page, context) if part]
    if record.confidence < CERTAIN:
        parts.append(say("labels.not_sure"))
    if record.corrected:
        parts.append(say("labels.corrected", what=markdown.escape(record.corrected)))
    return " · ".join(parts)


def answer_label(source: str, question: Question, page: str, context: Context) -> str:
    """The line above an answer: who gave it, where it says so, and that a fuller one was promised."""
    promised = question.answer_status is AnswerStatus.PROMISED
    return " · ".join(
        filter(None, (answer_by(source, page, context), say("labels.fuller_promised") if promised else ""))
    )


def answer_by(source: str, page: str, context: Context) -> str:
    """ "Answer by Ann Lee", or "Answer" where the answer does not say who gave it."""
    who = context.archive.answerers.get(source)
    return say("labels.answer_by", name=context.person("", who, page)) if who else say("labels.answer")


def _question(record: Record, page: str, context: Context) -> Iterator[str]:
    assert isinstance(record, Question)
    yield markdown.escape(record.label) or say("labels.question")
    if record.asked_by:
        yield say("labels.asked_by", name=context.person(record.asked_by, record.asker, page))
    if record.answer is None:
        yield say("labels.no_answer")


def _decision(record: Record, page: str, context: Context) -> Iterator[str]:
    """A key decision or recommendation is named as one; of any other the label says what was done."""
    assert isinstance(record, Decision)
    name, *facts = _named(record, page, context)
    named = record.kind in (DecisionKind.KEY_DECISION, DecisionKind.RECOMMENDATION, DecisionKind.LOST)
    yield from (name, "" if named else say(f"decision_kinds.{record.kind}"), *facts)


def _named(record: Record, page: str, context: Context) -> Iterator[str]:
    """What most kinds are labelled with: their name and number, and the facts that the table of kinds names."""
    name, number = wording.record_name(record), str(getattr(record, "identifier", ""))
    if not name.endswith(number):  # an action is pointed at without its number
        name = f"{name} {number}"
    yield markdown.escape(wording.capital(name))
    for field in kind_of(record).fields:
        if field.labelled:
            yield _fact(field, record, page, context)


def _fact(field: Field, record: Record, page: str, context: Context) -> str:
    """A fact in words: "owner Ann Lee", "due 4 March 2025"; empty where nothing is said of it."""
    value = getattr(record, field.name)
    if value is None or value is False or value in ("", ()):
        return ""
    match field.type:
        case FieldType.NAMES:
            names = listed(context.people_of(record, field, page))
            return say_number(f"labels.{field.name}", len(value), names=names)
        case FieldType.DATE:
            return say(f"labels.{field.name}", day=wording.day(value))
        case FieldType.STATUS:
            return status_name(value)
        case FieldType.NUMBER:
            return say(f"labels.{field.name}", number=value)
        case FieldType.FLAG:
            return say(f"labels.{field.name}")
    return markdown.escape(str(value))


def beside(source: str, context: Context) -> str:
    """What the records shown beside another say of it: "carried, 7 for, 2 against" beside a decision."""
    told = (FieldType.STATUS, FieldType.NUMBER)
    return ", ".join(
        fact
        for record in context.beside.get(source, ())
        for field in kind_of(record).fields
        if field.labelled and field.type in told and (fact := _fact(field, record, "", context))
    )


_LABELS: dict[type[Record], Callable[[Record, str, Context], Iterator[str]]] = {
    Question: _question,
    Decision: _decision,
}
"""The kinds whose label says other things than their fields."""


def relation_names(relation: Relation) -> Mapping[str, str]:
    """How a relation reads at its source and target; empty for one that pages do not show."""
    return tables("relations").get(relation, {})


def status_name(status: StrEnum | None) -> str:
    """A status in a word, such as what a tracker says of an action; empty where there is none."""
    return say(f"statuses.{status}") if status else ""


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
        return Phrase(say("labels.untracked"))
    words = relation_names(link.relation)
    if not words:
        return None
    if context.exists(link.target):
        return Phrase(words["at_source"], pointed(link.target, page, context), link.target)
    if not link.target_text:
        return None
    name = words.get("not_held", words["at_source"])
    return Phrase(name, wording.with_full_dates(link.target_text), "", f" ({why_not_held(link)})")


def why_not_held(link: Link) -> str:
    """Why a link leads nowhere: the archive does not hold its target, or no longer."""
    return say("labels.withdrawn" if link.withdrawn else "labels.not_held")


def _arriving(link: Link, page: str, context: Context) -> Phrase | None:
    words = relation_names(link.relation)
    if not words or not context.exists(link.source):
        return None
    found = context.records.get(link.source)
    status = f": {status_name(found[1].status)}" if found and isinstance(found[1], TrackerRow) else ""
    return Phrase(words["at_target"], pointed(link.source, page, context), link.source, status)


def pointed(target: str, page: str, context: Context) -> str:
    """The words of a link: what it leads to, and of when, unless it is on the same page."""
    if target in context.records:
        document, record = context.records[target]
        name = wording.record_name(record)
        if addresses.page_of(target) == page:
            return _told_apart(name, record)
        if isinstance(record, (TrackerRow, ProgrammeRow)):
            return place_of(document)
        return say("labels.record_in_document", record=name, document=place_of(document))
    document_there = context.archive.document(target)
    if document_there:
        return place_of(document_there)
    meeting = context.meetings.get(target)
    return say("labels.meeting_of", day=wording.day(meeting.held)) if meeting else target


def _told_apart(name: str, record: Record) -> str:
    """On one page many actions are only called "action": their first words say which."""
    if any(c.isdigit() for c in name):
        return name
    return say("labels.named_by_words", name=name, words=wording.shorten(record.text, 60))


def place_of(document: Document) -> str:
    """A document in the midst of a sentence: "action tracker of 9 January 2023"."""
    title = wording.title_of(document)
    if document.date and wording.day(document.date) not in title:
        return say("labels.document_of_day", title=title, day=wording.day(document.date))
    begins_with_kind = title.startswith(tuple(names("document_kinds").values()))
    return title[:1].lower() + title[1:] if begins_with_kind else title
