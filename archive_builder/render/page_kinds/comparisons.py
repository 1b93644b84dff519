"""The questions of a meeting that were asked before, each beside the earlier ones and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_builder.lang.interface import count, listed, say
from archive_builder.model import Document, Meeting, Page, Question, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.records import chips, repeats
from archive_builder.render.records.tally import counted_of
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill

WORDS = 500
"""Maximum number of characters shown of a question or an answer."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question of one meeting, as it stands beside those of others."""

    when: Written
    """The day with a link to the meeting, and the body where another asked."""
    chip: Written
    asker: Written
    question: str
    answer: str
    place: Written
    """A link to where it stands in its document."""


@dataclass(frozen=True, slots=True)
class _Comparison:
    title: str
    anchor: str
    shared: str
    """The uncommon words that make the questions resemble one another; empty where none are known."""
    asked: Sequence[_Asked]
    """The oldest first."""


def _pages(path: str, context: Context) -> Iterator[Page]:
    meeting = context.meetings[path]
    compared = list(_comparisons(meeting, context))
    if compared:
        yield _page(meeting, compared, context)


pages = PerSubject(lambda context: context.meetings, _pages)
"""A page for each meeting at which something was asked that had been asked before."""


def _page(meeting: Meeting, compared: Sequence[_Comparison], context: Context) -> Page:
    path = addresses.asked_before(meeting.path)
    name = say("pages.comparison.title", day=wording.day(meeting.held), body=meeting.body.name)
    number = count(len(compared), "question")
    return Page(
        path=path,
        title=name,
        front={"description": say("pages.comparison.description", number=number, title=name)},
        body=fill("comparison", path, name=name, meeting=meeting, number=number, compared=compared),
    )


def _comparisons(meeting: Meeting, context: Context) -> Iterator[_Comparison]:
    """Yield the questions of a meeting that were asked before, in their order."""
    path = addresses.asked_before(meeting.path)
    for document in counted_of(meeting, context):
        for question in document.questions:
            name = document.id_of(question)
            earlier = context.table(repeats.earlier_by_question).get(name, ())
            if earlier:
                asked = [_asked(each, path, meeting, context) for each in (*earlier, name)]
                title = context.title(document, question, 120)
                yield _Comparison(
                    title, repeats.anchor(name, meeting), _shared(name, earlier, context), asked
                )


def _asked(name: str, page: str, of: Meeting, context: Context) -> _Asked:
    document, question = context.records[name]
    assert isinstance(question, Question)
    asker = context.person(question.asked_by, question.asker, page) if question.asked_by else ""
    return _Asked(
        when=_when(document, page, of, context),
        chip=chips.answer_chip(question),
        asker=Written(say("labels.asked_by", name=asker) if asker else ""),
        question=wording.shorten(question.text or question.title, WORDS),
        answer=wording.shorten(question.answer_text, WORDS),
        place=Written(markdown.link(say("pages.comparison.in_place"), page, name)),
    )


def _when(document: Document, page: str, of: Meeting, context: Context) -> Written:
    meeting = context.document_meeting(document)
    assert meeting  # a question without a day has no repeats
    linked = markdown.link(wording.day(meeting.held), page, meeting.path)
    elsewhere = meeting.body.slug != of.body.slug
    return Written(f"{linked}, {markdown.escape(meeting.body.name)}" if elsewhere else linked)


def _shared(name: str, earlier: Sequence[str], context: Context) -> str:
    """Return the words that a question has in common with the earlier ones."""
    pairs = [(name, other) for other in earlier] + [(other, name) for other in earlier]
    shared = (word.lower() for pair in pairs for word in context.table(_shared_words).get(pair, ()))
    return listed([f"“{word}”" for word in dict.fromkeys(shared)][:6])


def _shared_words(context: Context) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the words by which one question resembles another, by the ids of both."""
    return {
        (question, likeness.question): likeness.words
        for question, thread in context.archive.threads.items()
        for likeness in thread.related
    }
