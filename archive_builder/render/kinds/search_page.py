"""The search page: a form and a place for results; without JavaScript, the way to the registers."""

from __future__ import annotations

from collections.abc import Iterator

from archive_builder.model import Page
from archive_builder.render.context import Context
from archive_builder.render.templating import filled


def pages(context: Context) -> Iterator[Page]:
    """`search/`: filled in the reader's browser by `assets/search.js`."""
    del context
    yield Page(
        path="search/",
        title="Search",
        front={
            "description": "Search questions, answers, actions, decisions and reports.",
            "template": "search.html",
        },
        body=filled("search", "search/"),
    )
