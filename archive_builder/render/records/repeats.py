"""Questions that were asked before: which earlier and later ones a question resembles, and how a list says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from archive_builder.lang.interface import say
from archive_builder.model import Archive, Meeting, addresses
from archive_builder.render import wording
from archive_builder.render.document_text import markdown

if TYPE_CHECKING:
    from archive_builder.render.context import Context


@dataclass(frozen=True, slots=True)
class Repeats:
    """The questions of other meetings that a question resembles, the oldest first; each by its id."""

    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


def find_repeats(archive: Archive) -> Mapping[str, Repeats]:
    """Return the repeats of each question that has some. A question whose day is not known has none."""
    days = _days(archive)
    earlier: dict[str, set[str]] = defaultdict(set)
    later: dict[str, set[str]] = defaultdict(set)
    for thread in archive.threads.values():
        for likeness in thread.related:
            one, other = sorted(
                (thread.question, likeness.question), key=lambda each: days.get(each, date.min)
            )
            if one in days and other in days and days[one] < days[other]:
                earlier[other].add(one)
                later[one].add(other)
    return {
        question: Repeats(_by_day(earlier[question], days), _by_day(later[question], days))
        for question in {*earlier, *later}
    }


def _days(archive: Archive) -> Mapping[str, date]:
    """Return the day of each question that stands under a meeting, by the question's id."""
    return {
        document.id_of(question): meeting.held
        for document in archive.documents
        if document.questions and (meeting := archive.meeting_of(document))
        for question in document.questions
    }


def _by_day(questions: set[str], days: Mapping[str, date]) -> tuple[str, ...]:
    return tuple(sorted(questions, key=lambda question: (days[question], question)))


def earlier_by_question(context: Context) -> dict[str, tuple[str, ...]]:
    """Return the earlier questions of other meetings that each question resembles, the oldest first."""
    return {question: found.earlier for question, found in context.repeats.items() if found.earlier}


def thread_pages(context: Context) -> dict[str, str]:
    """Return the pages of threads, by the id of their question."""
    return {question: thread.path for question, thread in context.archive.threads.items() if thread.path}


def anchor(question: str, meeting: Meeting) -> str:
    """The place of a question on the comparison page of its meeting: `notes-question-5-1`."""
    return question.removeprefix(meeting.path).replace("/#", "-")


Mention = tuple[str, date, str]
"""That a question was asked before, or again: the key of the words, the day, and where both stand side by side."""


def when_asked(question: str, page: str, context: Context) -> list[str]:
    """Return when a question was asked before and again, as Markdown: each day leads to the comparison."""
    return [
        markdown.link(say(key, day=wording.day(day)), page, target)
        for key, day, target in context.table(_mentions).get(question, ())
    ]


def _mentions(context: Context) -> dict[str, tuple[Mention, ...]]:
    """Return of each question the latest before it and the first after it.

    A page depends on these alone: which questions they are changes more often than their days.
    """
    return {question: (*_of(question, found, context),) for question, found in context.repeats.items()}


def _of(question: str, found: Repeats, context: Context) -> Iterator[Mention]:
    before = [("rows.asked_before", earlier, question) for earlier in found.earlier[-1:]]
    again = [("rows.asked_again", later, later) for later in found.later[:1]]
    for key, other, compared in (*before, *again):
        target = _comparison(compared, context)
        if target and (meeting := context.document_meeting(context.records[other][0])):
            yield key, meeting.held, target


def _comparison(question: str, context: Context) -> str:
    """Where a question stands beside the earlier ones that it resembles; empty where there are none."""
    found = context.repeats.get(question)
    document = context.archive.document(addresses.page_of(question))
    meeting = context.document_meeting(document) if document else None
    if not found or not found.earlier or not meeting:
        return ""
    return addresses.record(addresses.asked_before(meeting.path), anchor(question, meeting))
