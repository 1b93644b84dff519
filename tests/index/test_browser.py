"""The search in a real browser: nothing is fetched before the first question, a worker answers, hosts differ."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from archive_builder import index
from tests.browsing import opening, served
from tests.index.conftest import archive_of, placed

ASK = """async (text) => {
  const { open } = await import("/assets/search/client.js");
  window.engine ??= open(new URL("/", location.href));
  return window.engine.search({ text, passages: true, facets: true });
}"""

PAGE = "<!doctype html><html lang=en><title>Search</title><link rel=icon href=data:,>"


@pytest.fixture(scope="module")
def host(samples_site: Path) -> Iterator[str]:
    (samples_site / "index.html").write_text(PAGE, encoding="utf-8")
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
        assert {url.rpartition("/")[2] for url in asked} == {"client.js", "protocol.js"}
        replies = [page.evaluate(ASK, text) for text in ("burglary", "burglary", "burglery")]
        assert replies[0]["total"] > 3
        assert replies[0] == replies[1]
        assert replies[2]["suggestion"] == "Burglary"
        files = [url for url in asked if url.endswith(".bin") and "/t/" not in url]
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


@pytest.mark.parametrize("unpacks", [False, True], ids=["as it stands", "unpacked by the host"])
def test_a_host_that_sends_a_part_of_a_file(browser: Browser, host: str, unpacks: bool) -> None:
    sent: list[int] = []

    def part(route: Route) -> None:
        first, last = map(int, route.request.headers["range"].removeprefix("bytes=").split("-"))
        whole = route.fetch(headers={}).body()
        stretch = whole[first : last + 1]
        sent.append(len(stretch))
        told = {"content-range": f"bytes {first}-{last}/{len(whole)}", "content-type": "text/plain"}
        body = gzip.decompress(stretch) if unpacks else stretch
        route.fulfill(status=206, headers=told, body=body)

    with opening(browser, host) as opened:
        page = opened()
        of_whole_files = page.evaluate(ASK, "burglary")
    with opening(browser, host) as opened:
        page = opened()
        page.context.route("**/t/**/*.bin", part)
        assert page.evaluate(ASK, "burglary") == of_whole_files
    assert len(sent) > 3
    assert max(sent) < 5_000


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


OPENED = """async () => {
  const { open } = await import("/assets/search/client.js");
  window.engine = open(new URL("/", location.href));
  await window.engine.complete("", 0);
}"""
"""Opens the search: the manifest is read and no file of the index."""

BOTH = """([one, other]) => Promise.all([one, other].map((text) => window.engine.search({ text, facets: true })))"""


@pytest.fixture
def republished(tmp_path: Path) -> Iterator[tuple[str, Callable[..., None]]]:
    """A site that can be published anew while it is read: its address, and what replaces its index."""

    def publish(*texts: str) -> None:
        shutil.rmtree(tmp_path / "search", ignore_errors=True)
        placed(index.assets(archive_of(*texts)), tmp_path)

    publish("The harbour and its lanterns.")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    with served(tmp_path) as address:
        yield address, publish


@pytest.fixture
def visited(browser: Browser, republished: tuple[str, Callable[..., None]]) -> Iterator[Page]:
    """A page of it. The console is not held silent: a file that is gone is complained of there."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(republished[0])
    yield page
    context.close()


def test_an_open_page_survives_that_the_site_is_published_anew(
    visited: Page, republished: tuple[str, Callable[..., None]]
) -> None:
    _, publish = republished
    visited.evaluate(OPENED)
    publish("The harbour and its lanterns.", "More lanterns on the quayside.")
    replies = visited.evaluate(BOTH, ["lanterns", "quayside"])
    assert [reply["total"] for reply in replies] == [2, 1]
    publish("Lanterns.", "Lanterns.", "Lanterns on the breakwater.")
    assert visited.evaluate(ASK, "lanterns")["total"] in (2, 3)  # what it has fetched it may know still


def test_a_question_is_answered_though_the_site_is_published_anew_meanwhile(
    visited: Page, republished: tuple[str, Callable[..., None]]
) -> None:
    asked_late: list[str] = []

    def late(route: Route) -> None:
        if not asked_late:
            republished[1]("Lanterns and a quayside.", "Lanterns.", "Lanterns.")
        asked_late.append(route.request.url)
        route.continue_()

    visited.context.route("**/search/**/*.bin", late)
    visited.context.route("**/manifest.bin", lambda route: route.continue_())
    visited.evaluate(OPENED)
    replies = visited.evaluate(BOTH, ["lanterns", "quayside"])
    assert len(asked_late) > 1
    assert [reply["total"] for reply in replies] == [3, 1]
    assert replies[0]["edition"] == replies[1]["edition"] == 2


def test_a_site_that_is_away_is_tried_once_more_with_the_next_question(
    visited: Page, republished: tuple[str, Callable[..., None]], tmp_path: Path
) -> None:
    visited.evaluate(OPENED)
    (tmp_path / "search").rename(tmp_path / "away")
    with pytest.raises(Exception, match=r"404|Failed to fetch"):
        visited.evaluate(ASK, "lanterns")
    republished[1]("Lanterns.", "Lanterns.")
    assert visited.evaluate(ASK, "lanterns")["total"] == 2


def test_a_page_in_the_place_of_a_file_that_is_gone_is_no_file(
    visited: Page, republished: tuple[str, Callable[..., None]]
) -> None:
    """As hosts answer that lead every address which they do not know to a page."""

    def page_instead(route: Route) -> None:
        done = route.fetch()
        is_gone = done.status == 404
        route.fulfill(status=200, body=PAGE, content_type="text/html") if is_gone else route.fulfill(
            response=done
        )

    visited.context.route("**/search/**/*.bin", page_instead)
    visited.evaluate(OPENED)
    republished[1]("Lanterns.", "Lanterns on the quayside.")
    assert visited.evaluate(ASK, "quayside")["total"] == 1
