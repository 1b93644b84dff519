"""A page for each document that was published and that the archive does not hold any more."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import LockedDocument, Page, addresses
from archive_builder.render import wording
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.document_text.published_notes import name_of
from archive_builder.render.records.tally import documents_of
from archive_builder.render.templating import fill


def pages(context: Context) -> Iterator[Page]:
    """Pages at the addresses that the documents had; they name no words of theirs, only what stood there."""
    for locked in context.archive.published.lost:
        stood = [(markdown.attribute(one.anchor), name_of(one.anchor)) for one in locked.anchors]
        yield Page(
            path=locked.address,
            title=say("pages.gone.title"),
            front={"description": say("pages.gone.description"), "robots": "noindex"},
            body=fill("gone", locked.address, locked=locked, beside=_beside(locked, context), stood=stood),
        )


def _beside(locked: LockedDocument, context: Context) -> list[tuple[str, str]]:
    """Return the documents that the archive holds of the same meeting: titles and addresses."""
    under = addresses.parse_meeting(locked.address)
    meeting = context.meetings.get(addresses.meeting(*under)) if under else None
    held = documents_of(meeting, context) if meeting else ()
    return [(wording.full_title(document), document.path) for document in held]
