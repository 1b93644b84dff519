"""The search page: its form, how to search, and the way to the registers where there is no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from archive_builder.lang.interface import say
from archive_builder.model import Page, addresses
from archive_builder.render.context import Context
from archive_builder.render.document_text import markdown
from archive_builder.render.examples import examples
from archive_builder.render.templating import Written, fill

FEEDS = ("all", "kinds", "bodies", "topics", "people")
"""The groups of feeds there are; the page offers the one closest to the search."""


def pages(context: Context) -> Iterator[Page]:
    """`search/`: filled in the reader's browser by `assets/search/page.js`."""
    yield Page(
        path=addresses.SEARCH,
        title=say("pages.search.title"),
        front={
            "description": say("pages.search.description"),
            "template": "search.html",
        },
        body=fill(
            "search",
            addresses.SEARCH,
            feeds=" ".join(FEEDS),
            examples=[(_asked(query), meaning) for query, meaning in examples(context)],
        ),
    )


def _asked(query: str) -> Written:
    """A query as a link that asks it."""
    return Written(f'<a href="?{markdown.address(urlencode({"q": query}))}">{markdown.raw(query)}</a>')
