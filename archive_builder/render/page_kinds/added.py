"""The page of what was added lately, by the day of first publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_builder.lang.interface import say, word_list
from archive_builder.model import Document, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.document_text import markdown
from archive_builder.render.templating import Written, fill

PAGE = addresses.ADDED
NEWEST = 100
"""Maximum number of documents on the page."""


def pages(context: Context) -> Iterator[Page]:
    """`added/`: the newest documents, the latest day first, within a day in the archive's order."""
    dated = [
        (day, document)
        for document in context.archive.documents
        if not document.part_of and (day := context.archive.first_published(document))
    ]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)[:NEWEST]
    yield Page(
        path=PAGE,
        title=say("pages.added.title"),
        front={"description": say("pages.added.description"), "script": "registers"},
        body=fill(
            "added",
            PAGE,
            columns=word_list("columns.added"),
            rows=[_cells(day, document, context) for day, document in newest],
        ),
    )


def _cells(day: date, document: Document, context: Context) -> tuple[Written, ...]:
    """When it was first published here, what it is, and whose."""
    body = context.bodies.get(document.body)
    return (
        Written(wording.day(day)),
        Written(markdown.link(_name(document, context), PAGE, document.path)),
        Written(
            markdown.link(body.name, PAGE, body.path) if body else markdown.escape(body_of(document, context))
        ),
        Written(markdown.escape(wording.kind_of(document))),
    )


def _name(document: Document, context: Context) -> str:
    """A document's title, with the day of its meeting."""
    title, when = wording.title_of(document), context.date_of(document)
    day = wording.day(when) if when else ""
    return title if not day or day in title else say("labels.document_of_day", title=title, day=day)
