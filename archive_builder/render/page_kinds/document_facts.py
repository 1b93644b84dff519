"""The box of facts on the page of a document: what it is, of whom, from when, what it holds and where it is from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from archive_builder.lang.interface import listed, say, say_number
from archive_builder.model import Document, Relation
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown, originals
from archive_builder.render.records import labels
from archive_builder.render.records.tally import tally
from archive_builder.render.templating import Written
from archive_builder.text import languages

Fact = tuple[str, object]
"""What a fact is called, and what it is."""

MEETINGS = (Relation.PREVIOUS_MEETING, Relation.NEXT_MEETING)
"""The links of a document that stand among its facts."""


def facts(document: Document, context: Context) -> Iterator[Fact]:
    """Yield the facts of a document in the order in which they are shown, those that are known."""
    for find in _FACTS:
        yield from find(document, context)


def _kind(document: Document, context: Context) -> Iterator[Fact]:
    kind = wording.kind_of(document)
    if not wording.title_of(document).startswith(kind):
        yield say("facts.kind"), kind


def _body(document: Document, context: Context) -> Iterator[Fact]:
    body = context.bodies.get(document.body)
    if body:
        other = f" ({markdown.escape(document.other_name)})" if document.other_name else ""
        unsure = f" ({say('facts.body_of_neighbours')})" if _rests_on(document, "body", "neighbours") else ""
        yield say("facts.body"), Written(markdown.link(body.name, document.path, body.path) + other + unsure)
    elif document.organization:
        yield say("facts.body"), wording.title_case(document.organization)


def _status(document: Document, context: Context) -> Iterator[Fact]:
    if document.status:
        yield say("facts.status"), say(f"paper_statuses.{document.status}")


def _date(document: Document, context: Context) -> Iterator[Fact]:
    """Yield the day, unless the title says all that is known of it."""
    if not document.date:
        return
    at = f", {document.time:%H:%M}" if document.time else ""
    unsure = f" ({say('facts.date_of_name')})" if _rests_on(document, "date", "in-file-name") else ""
    if at or unsure or wording.day(document.date) not in wording.title_of(document):
        yield say("facts.date"), f"{wording.day(document.date)}{at}{unsure}"


def _rests_on(document: Document, fact: str, reason: str) -> bool:
    """True if nothing but one reason speaks for what is published as a fact of a document."""
    best = next((each for each in document.weighed if each.fact == fact), None)
    return best is not None and best.reasons == (reason,)


def _recognised(document: Document, context: Context) -> Iterator[Fact]:
    recognition = document.source.recognition
    if recognition:
        said = say(
            "pages.document.recognised",
            pages=", ".join(map(str, recognition.pages)),
            confidence=recognition.confidence,
            doubtful=len(recognition.doubtful),
            words=recognition.words,
        )
        yield say("facts.recognised"), said


def _language(document: Document, context: Context) -> Iterator[Fact]:
    """Yield in which language a document, or some of it, is, and that it is read as text only."""
    code = next((block.lang for block in document.blocks if block.lang), "")
    if code:
        key = "language" if document.language else "language_of_parts"
        yield say("facts.language"), say(f"pages.document.{key}", language=languages.name(code))


def _place_and_authors(document: Document, context: Context) -> Iterator[Fact]:
    if document.venue:
        yield say("facts.place"), wording.title_case(document.venue)
    if document.authors:
        yield say_number("facts.authors", len(document.authors)), listed(document.authors)


def _pack(document: Document, context: Context) -> Iterator[Fact]:
    pack = context.archive.document(document.part_of)
    if pack:
        link = markdown.link(wording.title_of(pack), document.path, pack.path)
        yield say("facts.part_of"), Written(link)


def _meetings(document: Document, context: Context) -> Iterator[Fact]:
    """Yield the meetings before and after, as the document names them."""
    page = document.path
    for link in context.leaving.get(page, ()):
        phrase = labels.leaving_phrase(link, page, context) if link.relation in MEETINGS else None
        if phrase:
            day = phrase.words.removeprefix(say("labels.meeting_of", day=""))
            yield phrase.before.rstrip(":"), Written(replace(phrase, before="", words=day).markdown(page))


def _contents(document: Document, context: Context) -> Iterator[Fact]:
    holds = str(tally([document]))
    if holds:
        yield say("facts.holds"), holds
    yield say("facts.original"), Written(originals.line(document))


_FACTS: tuple[Callable[[Document, Context], Iterator[Fact]], ...] = (
    _kind,
    _body,
    _status,
    _date,
    _recognised,
    _language,
    _place_and_authors,
    _pack,
    _meetings,
    _contents,
)
