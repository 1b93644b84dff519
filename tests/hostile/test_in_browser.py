"""The hostile set's pages in Chromium: no request leaves the site, nothing of a document runs, no complaint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import served, watch
from tests.hostile.conftest import Built

GLOBALS = "Object.keys(window).filter(key => key.startsWith('HX'))"
EVERY = 6
"""`make test` opens one page in so many, and those of the documents that are made to inject."""
INJECTS = ("h09", "h30", "h31", "h32", "h33", "h34", "h35", "h36", "h37", "<img", "h27", "x01")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    with served(built.site) as host:
        yield host


def pages(site: Path) -> list[str]:
    """The addresses of all pages, below the site's root."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def injecting(built: Built) -> list[str]:
    rows = built.rows("documents")
    return [f"{row['url']}index.html" for row in rows if row["source"]["file"].startswith(INJECTS)]


def open_all(browser: Browser, address: str, paths: list[str]) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    watch(page, address, complaints)
    for path in paths:
        page.goto(f"{address}{path}", wait_until="load")
        found = page.evaluate(GLOBALS)
        complaints += [f"{path}: window.{name}" for name in found]
    page.close()
    assert complaints == []


def test_a_sample_of_the_pages(browser: Browser, built: Built, address: str) -> None:
    chosen = {*pages(built.site)[::EVERY], *injecting(built), "index.html", "problems/index.html"}
    assert len(injecting(built)) >= len(INJECTS) - 1
    open_all(browser, address, sorted(chosen))


@pytest.mark.deep
def test_all_pages(browser: Browser, built: Built, address: str) -> None:
    open_all(browser, address, pages(built.site))
