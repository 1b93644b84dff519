"""The search on a page with an engine of the tests' own in place of the real one: fake_engine.js."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browsing import Opened

FAKE = Path(__file__).with_name("fake_engine.js")


def faked(opened: Opened, path: str, **options: object) -> Page:
    """A page of the site whose search is answered by the fake engine."""
    return opened(path, before=answered_by_the_fake, **options)


def found(opened: Opened, query: str = "q=burglary", **options: object) -> Page:
    """The search page with the results of a query."""
    page = faked(opened, f"search/?{query}", **options)
    expect(count(page)).not_to_have_text("")
    return page


def answered_by_the_fake(page: Page) -> None:
    fake = FAKE.read_text(encoding="utf-8")
    page.route("**/engine.js", lambda route: route.fulfill(body=fake, content_type="text/javascript"))


def field(page: Page) -> Locator:
    """The search page's own field."""
    return page.locator("#query")


def header(page: Page) -> Locator:
    """The header's search field."""
    return page.locator("#__header-query")


def count(page: Page) -> Locator:
    """The line that says how many records were found."""
    return page.locator(".search-count")


def results(page: Page) -> Locator:
    return page.locator("ol.results > li")


def query(page: Page) -> str:
    """What the address says after its question mark."""
    return page.url.partition("?")[2].partition("#")[0]
