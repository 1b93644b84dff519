"""The links of an archive: a table of relations, each a function from archive to links with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive_builder.link import matters, papers, trackers
from archive_builder.model import Archive, Document, Link, Relation
from archive_builder.problem import Report
from archive_builder.text.dates import dates

Finder = Callable[[Archive, Report], Iterator[Link]]


def answers(archive: Archive, report: Report) -> Iterator[Link]:
    """Answer to question."""
    for document in archive.documents:
        for question in document.questions:
            if question.answer is not None:
                yield Link(
                    source=f"{document.path}#{question.answer_anchor}",
                    target=document.id_of(question),
                    target_text=question.label or question.text[:80],
                    relation=Relation.ANSWERS,
                    reason=question.answer_text[:120],
                )


def origins(archive: Archive, report: Report) -> Iterator[Link]:
    """Action to the questions it arises from."""
    for document in archive.documents:
        texts = {question.anchor: question for question in document.questions}
        for action in document.actions:
            for anchor in action.questions:
                yield Link(
                    source=document.id_of(action),
                    target=f"{document.path}#{anchor}",
                    target_text=texts[anchor].label or texts[anchor].text[:80],
                    relation=Relation.ARISES_FROM,
                    reason=action.text[:200],
                )


def neighbours(archive: Archive, report: Report) -> Iterator[Link]:
    """Document to the meeting before and after it that its own words name."""
    held = {(meeting.body.slug, meeting.held): meeting.path for meeting in archive.meetings}
    for document in archive.documents:
        if document.part_of and document.classification.value == "agenda":
            continue  # the pack says it already
        words = dict(document.stated)
        stated = (
            ("previous_meeting", document.previous_meeting, Relation.PREVIOUS_MEETING),
            ("next_meeting", document.next_meeting, Relation.NEXT_MEETING),
        )
        for field, day, relation in stated:
            if day:
                yield Link(
                    source=document.path,
                    target=held.get((document.body, day), ""),
                    target_text=day.isoformat(),
                    relation=relation,
                    reason=words.get(field, ""),
                )


def schedules(archive: Archive, report: Report) -> Iterator[Link]:
    """Work-programme row to the meeting it is scheduled for."""
    held = {(meeting.body.slug, meeting.held): meeting.path for meeting in archive.meetings}
    for document in archive.documents:
        for row in document.programme:
            if row.scheduled:
                yield Link(
                    source=document.id_of(row),
                    target=held.get((document.body, row.scheduled), ""),
                    target_text=row.scheduled.isoformat(),
                    relation=Relation.SCHEDULED_FOR,
                    reason=row.text,
                )


def confirmations(archive: Archive, report: Report) -> Iterator[Link]:
    """Decision or agenda item that confirms minutes to the minutes it names."""
    for document in archive.documents:
        for record in (*document.decisions, *document.items):
            text = (
                document.blocks[record.place.first].text
                if record.place.row is None
                else _row_words(document, record.place)
            )
            if "minutes" not in text.casefold() and "notes" not in text.casefold():
                continue
            for found in list(dates(text))[:1]:
                if document.date and found.day < document.date:
                    yield Link(
                        source=document.id_of(record),
                        target=_minutes_of(archive, document.body, found.day),
                        target_text=found.day.isoformat(),
                        relation=Relation.CONFIRMS_MINUTES,
                        reason=" ".join(text.split())[:300],
                    )


def _row_words(document: Document, place: object) -> str:
    block = document.blocks[place.first]  # type: ignore[attr-defined]
    row = block.rows[place.row]  # type: ignore[attr-defined]
    return " ".join(row.cell(i) for i in range(len(row.cells)))


def _minutes_of(archive: Archive, body: str, day: object) -> str:
    for document in archive.documents:
        if (
            document.body == body
            and document.date == day
            and document.classification.value in ("minutes", "notes")
        ):
            return document.path
    return ""


RELATIONS: tuple[Finder, ...] = (
    answers,
    origins,
    neighbours,
    confirmations,
    schedules,
    papers.papers,
    papers.presentations,
    papers.documents_named,
    trackers.tracked,
    trackers.untracked,
    matters.resolved,
)
"""Every relation; a new one is a function and a row here."""


def links(archive: Archive, report: Report) -> Iterator[Link]:
    """All links, relation by relation, each once."""
    seen: set[tuple[str, str, str, str]] = set()
    for relation in RELATIONS:
        for link in relation(archive, report):
            key = (link.source, link.target, link.target_text, link.relation.value)
            if key not in seen:
                seen.add(key)
                yield link
