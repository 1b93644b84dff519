"""What was promised or asked for and not seen to be done: sections of the page of what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive_builder.lang.interface import count, say
from archive_builder.model import CERTAIN, Action, AnswerStatus, Document, Question, Record, Standing
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.document_text import markdown
from archive_builder.render.records import labels
from archive_builder.render.templating import Written

Entry = tuple[Written, list[Written]]
"""What is missing, and the places that say so."""


class Section(NamedTuple):
    """A sort of gap with its entries, the newest first."""

    anchor: str
    title: str
    about: str
    rows: list[Entry]


def unfinished(page: str, context: Context) -> list[Section]:
    """What was dropped, never heard of again, promised as an answer, or read with doubt."""
    return [
        section("dropped", _stand(Standing.DROPPED, page, context)),
        section("no-follow-up", _stand(Standing.UNKNOWN, page, context)),
        section("promised-answers", _promised(page, context)),
        section("doubts", _doubtful(page, context)),
    ]


def section(anchor: str, entries: Iterable[Entry]) -> Section:
    """A sort of gap, by its key in the words of the interface."""
    return Section(anchor, say(f"gaps.{anchor}.title"), say(f"gaps.{anchor}.about"), list(entries))


def _stand(standing: Standing, page: str, context: Context) -> Iterator[Entry]:
    """Life-lines that stand so. Resolutions that no tracker names have a section of their own."""
    for lifeline in reversed([*context.archive.lifelines.values()]):
        found = context.records.get(lifeline.origin)
        told = standing is Standing.DROPPED or (found and isinstance(found[1], Action))
        if lifeline.standing is standing and found and told:
            yield _entry(*found, lifeline.path or lifeline.origin, page, context)


def _promised(page: str, context: Context) -> Iterator[Entry]:
    """Answers that only promise one, but for those whose promise is known to be kept."""
    for document, question in reversed(list(context.each(Question))):
        thread = context.archive.threads.get(document.id_of(question))
        kept = any(_is_kept(name, context) for name in thread.actions) if thread else False
        if question.answer_status is AnswerStatus.PROMISED and not kept:
            yield _entry(document, question, document.id_of(question), page, context)


def _is_kept(action: str, context: Context) -> bool:
    """True if an action is closed, or a resolution that takes it up."""
    lines = context.archive.lifelines
    own = lines[action]
    return any(line.standing is Standing.CLOSED for line in (own, *(lines[name] for name in own.taken_up_by)))


def _entry(document: Document, record: Record, target: str, page: str, context: Context) -> Entry:
    where = f"{labels.place_of(document)}, {body_of(document, context)}".removesuffix(", ")
    name = wording.capital(wording.record_name(record))
    source = f"{markdown.escape(name)}, {markdown.link(where, page, document.id_of(record))}"
    words = markdown.link(wording.text_of(record, 240), page, target)
    return Written(words), [Written(f'<span class="meta">{source}</span>')]


def _doubtful(page: str, context: Context) -> Iterator[Entry]:
    for document in reversed(context.counted):
        doubts = sum(record.confidence < CERTAIN for record in document.records)
        if doubts:
            name = f"{wording.capital(labels.place_of(document))}, {body_of(document, context)}"
            said = Written(count(doubts, "doubtful_record"))
            yield Written(markdown.link(name.removesuffix(", "), page, document.path)), [said]
