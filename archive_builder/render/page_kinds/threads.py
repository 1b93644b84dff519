"""The thread of a question: its answer and what came of it, where another document tells."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import listed, say
from archive_builder.model import Action, AnswerStatus, Document, Page, Question, Thread, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of, where
from archive_builder.render.document_text import markdown, originals
from archive_builder.render.page_kinds.registers import crumb
from archive_builder.render.records import labels, lifelines, phrases
from archive_builder.render.subjects import PerSubject
from archive_builder.render.templating import Written, fill

CUT, WHOLE = 100, 130
"""To how many characters a question is cut in its title, and up to how many it stands there whole."""


def _subjects(context: Context) -> Iterator[str]:
    return (question for question, thread in context.archive.threads.items() if thread.path)


def _pages(question: str, context: Context) -> Iterator[Page]:
    found = context.records.get(question)
    if found and isinstance(found[1], Question):
        yield _page(context.archive.threads[question], found[0], found[1], context)


pages = PerSubject(_subjects, _pages)
"""A page for each thread that has an address of its own."""


def _page(thread: Thread, document: Document, question: Question, context: Context) -> Page:
    page = thread.path
    when = context.archive.day_of(document)
    name = ": ".join(filter(None, (question.label, question.title)))
    name = name or context.title(document, question, _limit(question))
    if thread.question in context.alike and question.label:
        name = f"{name}: {wording.shorten(question.text, 60)}"
    return Page(
        path=page,
        title=", ".join(filter(None, (name, body_of(document, context), wording.day(when) if when else ""))),
        front={"description": _description(question), "where": where(document, context)},
        body=fill(
            "thread",
            page,
            title=name,
            origin=(labels.place_of(document), thread.question),
            answer=(addresses.record(document.path, question.answer_anchor) if question.answer else ""),
            listed=crumb(addresses.QUESTIONS, document, question, context),
            asked_by=Written(context.person(question.asked_by, question.asker, page)),
            asked=bool(question.asked_by),
            original=Written(phrases.line(originals.pages_of(document, question.place), page)),
            question=question,
            promised=question.answer_status is AnswerStatus.PROMISED,
            actions=[_action(name, page, context) for name in thread.actions],
            related=related(thread, page, context),
        ),
    )


def _limit(question: Question) -> int:
    """Maximum length of a title made of the question's words: a text little longer than the cut stands whole."""
    whole = len(" ".join(question.text.split()))
    return whole if whole <= WHOLE else CUT


def _description(question: Question) -> str:
    words = wording.shorten(question.text)
    return words if words[-1:] in ".?!…" else f"{words}."


def _action(name: str, page: str, context: Context) -> dict[str, object]:
    """An action that arises from the question, with its steps."""
    document, record = context.records[name]
    lifeline = context.archive.lifelines[name]
    assert isinstance(record, Action)
    return {
        "kind": wording.record_name(record),
        "owners": lifelines.owners(document, record, page, context),
        "standing": lifelines.standing(lifeline, context),
        "path": lifeline.path,
        "steps": lifelines.timeline(lifeline, page, context),
    }


def related(thread: Thread, page: str, context: Context) -> list[Written]:
    """The questions that a question resembles, each with the words that both have."""
    return [
        Written(
            f"{markdown.link(context.title(document, record), page, likeness.question)} "
            f'<span class="meta">{markdown.escape(wording.capital(labels.place_of(document)))}, '
            f"{markdown.escape(body_of(document, context))} · {_shared(likeness.words)}</span>"
        )
        for likeness in thread.related
        for document, record in [context.records[likeness.question]]
    ]


def _shared(words: tuple[str, ...]) -> str:
    return say("pages.thread.both_say", words=listed([f"“{markdown.escape(word)}”" for word in words]))
