"""A page and a worker of different publications: the search is opened anew, or the page is loaded anew once."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.browsing import Opened
from tests.site.search import count, results

OTHER = "onmessage = ({ data }) => { if (data.method) postMessage({ number: data.number, protocol: 999, reply: {} }); };"
"""A worker that speaks another version."""


def answered_by_another(route: Route) -> None:
    route.fulfill(body=OTHER, content_type="text/javascript")


def test_an_older_worker_that_a_browser_has_kept_gives_way_to_that_of_the_site(opened: Opened) -> None:
    def keeping(page: Page) -> None:
        page.context.route("**/search/worker.js", answered_by_another)  # the newer one has a question mark

    page = opened("search/?q=certificate", before=keeping)
    expect(results(page).first).to_contain_text("certificate")


def test_a_page_older_than_the_site_is_loaded_anew_once(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        loaded: list[str] = []
        page.on("load", lambda page: loaded.append(page.url))
        context.route(re.compile(r"/search/worker\.js"), answered_by_another)
        page.goto(f"{address}search/?q=certificate")
        expect(count(page)).to_have_text("The search could not be loaded.")
        page.wait_for_timeout(300)
        assert len(loaded) == 2
        context.unroute(re.compile(r"/search/worker\.js"))
        page.get_by_role("button", name="Try again").click()
        expect(results(page).first).to_contain_text("certificate")
