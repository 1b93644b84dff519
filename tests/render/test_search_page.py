"""The search page before any script runs: what it says of the archive."""

from __future__ import annotations

import re

from archive_builder.render.follow import feeds
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds import search_page
from archive_builder.settings import load
from tests import factories


def test_the_feeds_it_names_are_those_that_are_written() -> None:
    known = context(factories.archive(), (), load())
    written = {feed.path for feed in feeds.feeds(known)}
    folders = {path.split("/")[1] for path in written if path.count("/") == 2}
    flat = {path for path in written if path.count("/") == 1}
    assert flat == {
        f"feeds/{name}.xml" for name in ("added", "all", "due", "questions", "actions", "decisions")
    }
    assert {"all", "kinds", *folders} <= set(search_page.FEEDS)
    [page] = search_page.pages(known)
    assert re.findall(r'data-feeds="([^"]*)"', page.body) == [" ".join(search_page.FEEDS)]


def test_it_says_how_to_browse_without_a_script() -> None:
    [page] = search_page.pages(context(factories.archive(), (), load()))
    for register in ("questions", "actions", "decisions", "meetings", "people"):
        assert f"(../{register}/index.md)" in page.body
