"""The links of an archive: a table of functions, each from the archive to links of one relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from archive_builder.link import papers, trackers, undertakings
from archive_builder.model import Archive, Link, Relation, addresses
from archive_builder.problem import Report
from archive_builder.text.dates import dates

Finder = Callable[[Archive, Report], Iterator[Link]]


def link_answers(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each answer to its question."""
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


def link_actions_to_questions(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each action to the questions it arises from."""
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


def link_neighbouring_meetings(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each document to the previous and the next meeting that it names."""
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


def link_scheduled_meetings(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each row of a work programme to the meeting it is scheduled for."""
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
    """Return the address of the meeting of a day, or "" if the archive does not hold it."""
    meeting = archive.meeting(body, day)
    return meeting.path if meeting else ""


def link_confirmed_minutes(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each decision or agenda item that confirms minutes to those minutes."""
    minutes = _minutes_that_count(archive)
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


def _minutes_that_count(archive: Archive) -> dict[tuple[str, date | None], str]:
    """Return the address of the minutes or notes of each meeting that count, by body and day."""
    minutes: dict[tuple[str, date | None], str] = {}
    for document in archive.documents:
        if document.is_record_of_meeting and not document.same_as:
            minutes.setdefault((document.body, document.date), document.path)
    return minutes


def link_amended_minutes(archive: Archive, report: Report) -> Iterator[Link]:
    """Link each amendment to the minutes that it changes: those that count, of the day that it names."""
    minutes = _minutes_that_count(archive)
    for document in archive.documents:
        for amendment in document.amendments if not document.same_as else ():
            day = amendment.minutes_of
            yield Link(
                source=document.id_of(amendment),
                target=minutes.get((document.body, day), "") if day else "",
                target_text=day.isoformat() if day else "",
                relation=Relation.AMENDS,
                reason=amendment.text[:300],
            )


RELATIONS: tuple[Finder, ...] = (
    link_answers,
    link_actions_to_questions,
    link_neighbouring_meetings,
    link_confirmed_minutes,
    link_amended_minutes,
    link_scheduled_meetings,
    papers.link_papers,
    papers.link_presentations,
    papers.link_named_documents,
    trackers.link_tracker_rows,
    trackers.link_untracked_decisions,
    undertakings.link_undertakings,
)
"""Every relation; a new one is a function and a row here."""


def find_links(archive: Archive, report: Report) -> Iterator[Link]:
    """Yield all links, relation by relation, each once. Reports ambiguous-reference."""
    seen: set[tuple[str, str, str, str]] = set()
    for relation in RELATIONS:
        for link in relation(archive, report):
            key = (link.source, link.target, link.target_text, link.relation.value)
            if key not in seen:
                seen.add(key)
                yield link
