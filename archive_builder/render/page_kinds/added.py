"""The page of what was added lately, by the day of first publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_builder.lang.interface import say
from archive_builder.model import Document, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context, body_of
from archive_builder.render.records.tally import grouped
from archive_builder.render.templating import fill

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
        front={"description": say("pages.added.description")},
        body=fill("added", PAGE, days=_by_day(newest, context), number=len(newest)),
    )


def _by_day(
    newest: list[tuple[date, Document]], context: Context
) -> list[tuple[date, list[tuple[str, str, str]]]]:
    """Return for each day its documents: title, address, whose and of which day."""
    days = grouped(newest, lambda pair: pair[0])
    return [(day, [_row(document, context) for _, document in pairs]) for day, pairs in days.items()]


def _row(document: Document, context: Context) -> tuple[str, str, str]:
    when = context.date_of(document)
    meta = [body_of(document, context), say("pages.added.of_day", day=wording.day(when)) if when else ""]
    return wording.full_title(document), document.path, ", ".join(filter(None, meta))
