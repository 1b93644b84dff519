"""The page at the address of something that was withdrawn: it says so, and holds none of its words."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.lang.interface import say
from archive_builder.model import Page
from archive_builder.render.context import Context
from archive_builder.render.templating import fill


def pages(context: Context) -> Iterator[Page]:
    """A page for each tombstone; search engines are told to forget the address."""
    for tombstone in context.archive.tombstones:
        yield Page(
            path=tombstone.path,
            title=say("pages.withdrawn.title"),
            front={"description": say("pages.withdrawn.description"), "robots": "noindex"},
            body=fill("withdrawn", tombstone.path, withdrawal=tombstone.withdrawal),
        )
