"""The search as it is published: page, worker and index together."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from archive_builder import index
from tests.browsing import Opened, opening, served
from tests.index.conftest import archive_of
from tests.site import pages
from tests.site.search import count, field, header, results

QUESTION = "How long does an applicant for a first certificate"
"""Stands in the sample notes of 18 March 2025."""

HELPFUL = re.compile(r"^(\S+ stands for .*|Topic: .*)?$")
"""What may be said of an example that is asked as it should be."""

COUNTED = """async (url) => {
  const { engine } = await import(`${url}assets/search/engine.js`);
  const search = engine();
  const wrong = [];
  let seen = 0;
  for (const text of ["", "police", "report police"]) {
    const whole = await search.search({ text, limit: 0, order: "newest", facets: true });
    for (const [facet, counts] of Object.entries(whole.facets)) {
      for (const { value, label, count } of counts) {
        const filters = facet === "year" ? { after: value, before: value } : { [facet]: [value] };
        const { total, exact } = await search.search({ text, filters, limit: 0, order: "newest" });
        seen++;
        if (total !== count || !exact || !label) wrong.push([text, facet, value, count, total]);
      }
    }
  }
  return { wrong, seen };
}"""


def test_from_the_header_to_the_words_marked_in_the_record(opened: Opened) -> None:
    page = opened("meetings/")
    header(page).fill("applicant certificate")
    option = page.get_by_role("option").filter(has_text=QUESTION).first
    expect(option).to_contain_text("18 March 2025")
    option.click()
    page.wait_for_url("**/notes/?marks=*#question-5-1")
    record = page.locator("#question-5-1")
    expect(record).to_be_in_viewport()
    expect(record.locator("mark").first).to_be_visible()
    marked = {word.lower() for word in record.locator("mark").all_inner_texts()}
    assert {"applicant", "certificate"} <= marked


def test_a_word_begun_finds_and_is_finished(opened: Opened) -> None:
    page = opened("meetings/")
    header(page).fill("certif")
    words = page.get_by_role("group", name="Words").get_by_role("option")
    expect(words.filter(has_text="certificate").first).to_be_visible()
    expect(page.get_by_role("group", name="Records").get_by_role("option").first).to_be_visible()


def test_every_example_finds_something(opened: Opened) -> None:
    page = opened("search/")
    examples = page.locator("#search-help dt a")
    for example, query in zip(examples.all(), examples.all_inner_texts(), strict=True):
        page.locator("#search-help").evaluate("help => { help.hidden = false; }")
        example.click()
        expect(field(page)).to_have_value(query)
        expect(results(page).first).to_be_visible()
        expect(count(page)).to_contain_text("record")
        expect(page.locator(".search-notes")).to_contain_text(HELPFUL)
        page.go_back()
        expect(field(page)).to_have_value("")
    assert examples.count() >= 8


def test_the_number_behind_each_filter_is_what_it_leaves(opened: Opened, address: str) -> None:
    found = opened("search/").evaluate(COUNTED, address)
    assert found["wrong"] == []
    assert found["seen"] > 50


def test_a_question_is_searched_for_by_what_it_is_about(opened: Opened) -> None:
    page = opened("search/?q=who+promised+to+report+back+on+certificates")
    expect(page.locator(".search-notes")).to_contain_text("“who promised to report back on” was left out of the search.")
    expect(results(page).first).to_contain_text("certificate")
    page.get_by_role("link", name="Show only undertakings and actions").click()
    page.wait_for_url("**/search/?q=certificates&kind=action&kind=undertaking")


def test_who_asks_for_what_is_overdue_finds_the_list_of_it(opened: Opened) -> None:
    page = opened("search/?q=overdue+actions")
    expect(page.get_by_role("link", name="Show only what is open")).to_be_visible()
    page.get_by_role("link", name="What is overdue or due soon").click()
    page.wait_for_url("**/due/")


@pytest.mark.parametrize(
    "query",
    [
        "certificate",
        "guns",
        "who promised to report back on certificates",
        "certifcate&kind=question&after=2019",
        "18 March 2025",
    ],
)
def test_on_a_phone_the_first_result_is_within_the_first_screen(opened: Opened, query: str) -> None:
    page = opened(f"search/?q={query}", viewport={"width": 390, "height": 844})
    expect(page.locator(".search-ways")).not_to_be_empty()
    expect(results(page).first.get_by_role("link").first).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_lay_words_lead_to_their_topic_and_its_records(opened: Opened) -> None:
    page = opened("search/?q=guns")
    expect(page.locator(".search-notes")).to_contain_text(
        "Also searched for: Firearms licensing (for “guns”)."
    )
    expect(results(page).first).to_be_visible()
    page.locator(".search-notes").get_by_role("link", name="Firearms licensing").click()
    page.wait_for_url("**/topics/firearms-licensing/")


def test_words_of_a_topic_lead_to_its_page_with_its_records_in_order(opened: Opened) -> None:
    page = opened("search/?q=101+call+waiting+times")
    expect(results(page).first).to_contain_text(re.compile("101|calls", re.IGNORECASE))
    page.locator(".search-notes").get_by_role("link", name="Contact, 101 and 999").click()
    page.wait_for_url("**/topics/contact-101-and-999/")
    headings = page.get_by_role("heading", level=3, name=re.compile(r"^\d+ \w+ \d{4}, ")).all_inner_texts()
    days = [datetime.strptime(heading.partition(",")[0], "%d %B %Y") for heading in headings]
    assert len(days) > 1
    assert days == sorted(days)


def test_in_quotes_words_that_stand_apart_are_found_and_this_is_said(opened: Opened) -> None:
    page = opened("search/?q=%22certificate+first%22")
    expect(page.locator(".search-found")).to_contain_text("side by side")
    expect(results(page).first).to_contain_text("certificate")


def test_what_is_excluded_with_not_is_in_no_result(opened: Opened) -> None:
    page = opened("search/?q=certificate+NOT+applicant")
    expect(results(page).first).to_be_visible()
    expect(results(page).filter(has_text=re.compile("applicant", re.IGNORECASE))).to_have_count(0)


def test_a_day_finds_the_meeting_of_that_day(opened: Opened) -> None:
    page = opened("search/?q=18+March+2025")
    expect(results(page).first).to_contain_text("18 March 2025")
    expect(results(page).first.get_by_role("link")).to_have_attribute("href", re.compile("2025-03-18/"))


def test_a_misspelling_leads_to_the_word(opened: Opened) -> None:
    page = opened("search/?q=certifcate")
    expect(page.locator(".search-notes")).to_contain_text("Did you mean certificate?")
    page.get_by_role("link", name="certificate", exact=True).click()
    expect(results(page).first).to_be_visible()


def test_the_file_has_whole_texts_of_all_results(opened: Opened, site: Path) -> None:
    page = opened("search/?q=certificate&kind=question")
    with page.expect_download() as download:
        page.get_by_role("button", name="as CSV").click()
    rows = list(csv.DictReader(Path(download.value.path()).read_text("utf-8-sig").splitlines()))
    expect(count(page)).to_have_text(f"{len(rows)} records")
    texts = {str(row["text"]) for row in pages.rows(site, "questions")}
    assert rows
    assert {row["text"] for row in rows} <= texts


BROKEN = ("%", "100%", "%E0%A4%A", "%zz", "%00", "__proto__", "constructor:prototype", "kind:valueOf")
PARAMETERS = (
    "q",
    "kind",
    "body",
    "person",
    "topic",
    "status",
    "after",
    "before",
    "sort",
    "shown",
    "marks",
    "%",
)


@pytest.mark.parametrize("broken", BROKEN)
def test_an_address_that_is_not_encoded_as_it_should_be_is_answered(opened: Opened, broken: str) -> None:
    """In all parameters; search.test.mjs reads each alone. `opened` holds that the page complains of nothing."""
    page = opened(f"search/?{'&'.join(f'{name}={broken}' for name in PARAMETERS)}#{broken}")
    expect(count(page)).not_to_have_text(re.compile("^$|Searching|could not be loaded"))


def test_each_feed_that_is_named_is_there(opened: Opened, site: Path) -> None:
    page = opened("search/?q=police")
    expect(page.locator(".search-ways a")).to_be_attached()
    named = {"q=police", "kind=question", "kind=action", "kind=decision"}
    named |= {f"body={folder.stem}" for folder in (site / "meetings").iterdir() if folder.is_dir()}
    named |= {f"person={row['id']}" for row in pages.rows(site, "people")[:2]}
    for query in sorted(named):
        page.goto(page.url.partition("?")[0] + f"?{query}")
        expect(count(page)).to_contain_text("record")
        if results(page).count():
            feed = page.locator(".search-ways a")
            assert page.request.get(str(feed.get_attribute("href"))).ok, query


def test_a_copy_works_behind_the_plainest_of_servers(browser: Browser, site: Path) -> None:
    handler = partial(_Silent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with opening(browser, f"http://127.0.0.1:{server.server_port}/") as opened:
            page = opened("search/?q=certificate")
            expect(results(page).first).to_be_visible()
            link = str(results(page).first.get_by_role("link").get_attribute("href"))
            assert link.startswith(f"http://127.0.0.1:{server.server_port}/meetings/")
        server.shutdown()


def test_an_open_page_finds_what_is_published_meanwhile(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Without being loaded anew, and by "Try again" where the site was away for a while."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with served(copy) as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=certificate")
        expect(page.locator(".search-ways button")).to_be_visible()
        (copy / "search").rename(tmp_path / "away")
        field(page).fill("lanterns")
        expect(page.get_by_role("button", name="Try again")).to_be_visible()
        expect(results(page)).to_have_count(0)
        for asset in index.assets(archive_of("Lanterns on the quayside.", "More lanterns.")):
            (copy / asset.path).parent.mkdir(parents=True, exist_ok=True)
            (copy / asset.path).write_bytes(asset.content)
        page.get_by_role("button", name="Try again").click()
        expect(results(page)).to_have_count(2)
        expect(count(page)).to_have_text("2 records")
        page.context.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


def test_no_page_pays_much_for_the_search(opened: Opened) -> None:
    """What a page fetches of the search before somebody touches it: nothing but styles."""
    page = opened("meetings/")
    page.wait_for_load_state("networkidle")
    fetched = json.loads(
        page.evaluate(
            "JSON.stringify(performance.getEntriesByType('resource').map(e => [e.name, e.decodedBodySize]))"
        )
    )
    assert sum(size for name, size in fetched if "search" in name) < 8_000


COLD = 25
"""Maximum number of requests of a cold search: page, styles, scripts, manifest, shards, columns, texts."""


@pytest.mark.parametrize("text", ["certificate", "police officers", "firearms licensing police"])
def test_a_cold_search_asks_for_few_files(browser: Browser, site: Path, text: str) -> None:
    with served_as_by_a_host(site) as (address, asked), opening(browser, address) as opened:
        page = opened(f"search/?q={text}")
        expect(page.locator(".search-ways button")).to_be_visible()
        assert results(page).count() > 0
    scripts = [path for path in asked if path.endswith(".js")]
    assert len(scripts) <= 5, scripts
    assert len(asked) <= COLD, asked


@contextmanager
def served_as_by_a_host(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a site as hosts of static sites do, which let browsers keep files for some minutes.

    Gives the site's address, and a list that gets the path of each request.
    """
    asked: list[str] = []

    class Host(_Silent):
        def end_headers(self) -> None:
            asked.append(self.path)
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()
