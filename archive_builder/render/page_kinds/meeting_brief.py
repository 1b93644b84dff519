"""A meeting in brief: what was decided, promised and asked, and what of it the archive does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import (
    DecisionKind,
    Document,
    Meeting,
    Question,
    Record,
    Relation,
    counts,
)
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records.rows import ROWS, question_row
from archive_builder.render.templating import Written

SHOWN = 3
"""Maximum number of records of one group: the brief fits a telephone, the rest is below."""
DECIDED = (
    ("decided", (DecisionKind.RESOLVED, DecisionKind.APPROVED, DecisionKind.NOTED)),
    ("not-carried", (DecisionKind.LOST,)),
    ("recommended", (DecisionKind.RECOMMENDATION,)),
    ("key-decisions", (DecisionKind.KEY_DECISION,)),
)
"""Kinds of decision under one heading; the anchor of each heading is a published address."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the brief with some of its records: those that ask for something before the others."""

    name: str
    anchor: str
    note: str
    """What is said above its records."""
    rows: Sequence[Written]
    number: int
    """How many records there are in all."""

    @property
    def more(self) -> int:
        """The number of records that the brief leaves to the agenda below."""
        return self.number - len(self.rows)


def groups(meeting: Meeting, documents: Sequence[Document], context: Context) -> list[Group]:
    """Return what was decided, what was promised, and what was put to the meeting and not decided."""
    decided, *undecided = [
        _group(say(f"decided.{anchor}"), anchor, _decisions(documents, kinds), meeting, context)
        for anchor, kinds in DECIDED
    ]
    actions = [(document, action) for document in documents for action in document.actions]
    promised = _group(say("pages.meeting.promised"), "promised", actions, meeting, context)
    return [group for group in (decided, promised, *undecided) if group.number]


def _group(
    name: str,
    anchor: str,
    found: Sequence[tuple[Document, Record]],
    meeting: Meeting,
    context: Context,
) -> Group:
    first = sorted(found, key=lambda each: each[0].id_of(each[1]) not in context.archive.lifelines)[:SHOWN]
    rows = [ROWS[type(record)](document, record, meeting.path, context) for document, record in first]
    return Group(name, anchor, _note(anchor, meeting, context), rows, len(found))


def _note(anchor: str, meeting: Meeting, context: Context) -> str:
    """That it is not known what became of recommendations, where the minutes are not held."""
    known = context.archive.minutes_of(meeting) is not None
    return "" if anchor != "recommended" or known else say("pages.meeting.recommended_only")


def _decisions(
    documents: Iterable[Document], kinds: tuple[DecisionKind, ...]
) -> list[tuple[Document, Record]]:
    return [
        (document, made)
        for document in documents
        for made in document.decisions
        if made.kind in kinds and counts.is_counted(made)
    ]


def asked(
    meeting: Meeting, documents: Sequence[Document], on_page: Collection[str], context: Context
) -> list[Written]:
    """Return the questions, if they are few; else how many were asked under each item, and how they were answered.

    `on_page` are the ids of the items that stand on the meeting's own page.
    """
    found = [(document, question) for document in documents for question in document.questions]
    if len(found) <= SHOWN:
        return [question_row(document, question, meeting.path, context) for document, question in found]
    by_item: dict[str, list[Question]] = {}
    for document, question in found:
        by_item.setdefault(_item_of(document, question), []).append(question)
    return [
        _number(item, questions, meeting, item in on_page, context) for item, questions in by_item.items()
    ]


def _item_of(document: Document, question: Question) -> str:
    """Return the id of the item that a question stands under, or the address of its document."""
    return f"{document.path}#{question.item}" if question.item else document.path


def _number(
    item: str, questions: Sequence[Question], meeting: Meeting, on_page: bool, context: Context
) -> Written:
    document, record = context.records.get(item, (context.archive.document(item), None))
    words = wording.record_title(record) if record else wording.title_of(document) if document else ""
    answered = Counter(question.answer_status for question in questions)
    asked = count(len(questions), "question")
    if len(answered) == 1:
        how = f"{asked}, {say(f'answered.{next(iter(answered))}')}"
    else:
        each = (f"{number} {say(f'answered.{status}')}" for status, number in sorted(answered.items()))
        how = f"{asked}: {listed(list(each))}"
    anchor = item.rpartition("#")[2]
    linked = f"[{markdown.escape(words)}](#{anchor})" if on_page else markdown.link(words, meeting.path, item)
    return Written(f'{linked} <span class="meta">{how}</span>')


def missing(meeting: Meeting, context: Context) -> Iterator[Written]:
    """Yield the papers that those of a meeting name and the archive does not hold."""
    sources = {meeting.path, *meeting.documents}
    for source in sorted(sources):
        for link in context.leaving.get(source, ()):
            if link.relation is Relation.NOT_IN_ARCHIVE and link.target_text:
                yield Written(markdown.escape(wording.with_full_dates(link.target_text)))
