"""The search in a real browser: nothing is fetched before the first question, a worker answers, hosts differ."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browsing import opening, served

ASK = """async (text) => {
  const { open } = await import("/assets/search/client.js");
  window.engine ??= open(new URL("/", location.href));
  return window.engine.search({ text, passages: true, facets: true });
}"""


@pytest.fixture(scope="module")
def host(samples_site: Path) -> Iterator[str]:
    page = "<!doctype html><html lang=en><title>Search</title><link rel=icon href=data:,>"
    (samples_site / "index.html").write_text(page, encoding="utf-8")
    with served(samples_site) as address:
        yield address


def fetched(page: Page) -> list[str]:
    """The addresses that a page asks for from now on."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return asked


def test_a_worker_answers_and_fetches_each_file_once(browser: Browser, host: str) -> None:
    with opening(browser, host) as opened:
        page = opened()
        asked = fetched(page)
        page.evaluate("""async () => {
          const { open } = await import("/assets/search/client.js");
          window.engine = open(new URL("/", location.href));
        }""")
        assert [url for url in asked if not url.endswith("client.js")] == []
        replies = [page.evaluate(ASK, text) for text in ("burglary", "burglary", "burglery")]
        assert replies[0]["total"] > 3
        assert replies[0] == replies[1]
        assert replies[2]["suggestion"] == "Burglary"
        files = [url for url in asked if url.endswith(".bin")]
        assert len(files) == len(set(files)) > 3
        words = page.evaluate("() => window.engine.complete('burgl', 3)")
        assert words[0]["word"] == "Burglary"


def test_a_host_that_unpacks_by_itself(browser: Browser, host: str) -> None:
    def unpacked(route: Route) -> None:
        route.fulfill(body=gzip.decompress(route.fetch().body()), content_type="application/octet-stream")

    with opening(browser, host) as opened:
        page = opened()
        page.context.route("**/*.bin", unpacked)
        assert page.evaluate(ASK, "burglary")["total"] > 3


def test_a_file_that_could_not_be_fetched_is_tried_again(browser: Browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(host)
    context.route("**/manifest.bin", lambda route: route.abort())
    with pytest.raises(Exception, match="Failed to fetch"):
        page.evaluate(ASK, "burglary")
    context.unroute("**/manifest.bin")
    assert page.evaluate(ASK, "burglary")["total"] > 3
    context.close()


def test_a_browser_that_cannot_unpack(browser: Browser, host: str) -> None:
    with opening(browser, host) as opened:
        page = opened()
        script = "delete globalThis.DecompressionStream;\n"

        def without(route: Route) -> None:
            route.fulfill(body=script.encode() + route.fetch().body(), content_type="text/javascript")

        page.context.route("**/files.js", without)
        asked = fetched(page)
        assert page.evaluate(ASK, "burglary")["total"] > 3
        assert [url for url in asked if url.endswith("inflate.js")]


def test_a_browser_without_workers_of_modules(browser: Browser, host: str) -> None:
    with opening(browser, host) as opened:
        page = opened()
        page.context.route(
            "**/worker.js", lambda route: route.fulfill(body="import {", content_type="text/javascript")
        )
        assert page.evaluate(ASK, "burglary")["total"] > 3
        assert page.evaluate(ASK, "victims")["has"] == "all"
