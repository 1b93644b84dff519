"""The links of an archive: a table of relations, each a function from archive to links with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from archive_builder.link import papers, taken_up, trackers
from archive_builder.model import Archive, Classification, Link, Relation, addresses
from archive_builder.problem import Report
from archive_builder.text.dates import dates

Finder = Callable[[Archive, Report], Iterator[Link]]


def answers(archive: Archive, report: Report) -> Iterator[Link]:
    """Answer to question."""
    for document in archive.documents:
        for question in document.questions:
            if question.answer is not None:
                yield Link(
                    source=addresses.record(document.path, question.answer_anchor),
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
                    target=addresses.record(document.path, anchor),
                    target_text=texts[anchor].label or texts[anchor].text[:80],
                    relation=Relation.ARISES_FROM,
                    reason=action.text[:200],
                )


def neighbours(archive: Archive, report: Report) -> Iterator[Link]:
    """Document to the meeting before and after it that its own words name."""
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
                    target=_meeting(archive, document.body, day),
                    target_text=day.isoformat(),
                    relation=relation,
                    reason=words.get(field, ""),
                )


def schedules(archive: Archive, report: Report) -> Iterator[Link]:
    """Work-programme row to the meeting it is scheduled for."""
    for document in archive.documents:
        for row in document.programme:
            if row.scheduled:
                yield Link(
                    source=document.id_of(row),
                    target=_meeting(archive, document.body, row.scheduled),
                    target_text=row.scheduled.isoformat(),
                    relation=Relation.SCHEDULED_FOR,
                    reason=row.text,
                )


def _meeting(archive: Archive, body: str, day: date) -> str:
    """The address of the meeting of a day, empty where it is not held."""
    meeting = archive.meeting(body, day)
    return meeting.path if meeting else ""


def confirmations(archive: Archive, report: Report) -> Iterator[Link]:
    """Decision or agenda item that confirms minutes to the minutes it names."""
    minutes: dict[tuple[str, date | None], str] = {}
    for document in archive.documents:
        if document.classification in (Classification.MINUTES, Classification.NOTES):
            minutes.setdefault((document.body, document.date), document.path)
    for document in archive.documents:
        for record in (*document.decisions, *document.items):
            block, row = document.blocks[record.place.first], record.place.row
            text = block.text if row is None else " ".join(block.rows[row].texts)
            if "minutes" not in text.casefold() and "notes" not in text.casefold():
                continue
            for found in list(dates(text))[:1]:
                if document.date and found.day < document.date:
                    yield Link(
                        source=document.id_of(record),
                        target=minutes.get((document.body, found.day), ""),
                        target_text=found.day.isoformat(),
                        relation=Relation.CONFIRMS_MINUTES,
                        reason=" ".join(text.split())[:300],
                    )


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
    taken_up.resolved,
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
