"""Eleven errands that a reader comes with, each held to a number of clicks and screens.

A click is one on a link, a button or a choice; typing is none. A screen is a page that is opened, the first
one included. `pytest -s` prints the figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Opened
from tests.site import pages
from tests.site.test_ways import notes

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@dataclass
class Walk:
    """A reader's way over pages."""

    page: Page
    clicks: int = 0
    screens: int = 1

    def click(self, what: Locator) -> None:
        """Click, and count the page that it opens."""
        before = self.page.url.partition("#")[0]
        what.click()
        self.clicks += 1
        self.page.wait_for_load_state()
        self.screens += self.page.url.partition("#")[0] != before

    def search(self, query: str) -> None:
        """Type a query on the home page and wait for its results."""
        box = self.page.locator("#home-search")
        box.fill(query)
        box.press("Enter")
        self.page.locator("main mark").first.wait_for()
        self.screens += 1

    def ends(self, name: str, clicks: int, screens: int) -> None:
        """At most so many of each were needed."""
        print(f"{name}: {self.clicks} clicks, {self.screens} screens")
        assert (self.clicks, self.screens) <= (clicks, screens)
        assert self.screens <= screens


def main_link(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True)


def test_1_what_the_panel_decided_and_what_came_of_it(opened: Opened) -> None:
    walk = Walk(opened(viewport=WIDE))
    walk.search("Safer Lanes Fund option B kind:decision")
    walk.click(walk.page.locator("ol.results a").first)
    walk.click(walk.page.locator(":target").get_by_role("link", name="what happened next"))
    expect(walk.page.locator(".facts")).to_contain_text("Closed")
    walk.ends("a decision and what came of it", 2, 4)


def test_2_has_it_been_asked_before_with_each_answer(opened: Opened, site: Path) -> None:
    """The topic's page has every question with the beginning of its answer."""
    walk = Walk(opened(viewport=WIDE))
    walk.click(main_link(walk.page, "Topics"))
    walk.click(walk.page.locator("article").get_by_role("link", name="Firearms", exact=False).first)
    asked = [row for row in pages.rows(site, "questions") if row["answer_text"]]
    shown = walk.page.locator("li:has(a[href*='#question-']) .reply")
    assert len(asked) > shown.count() > 1
    walk.ends("asked before, with each answer", 2, 3)


def test_3_who_somebody_is_what_they_promised_and_whether_it_was_done(opened: Opened) -> None:
    walk = Walk(opened(viewport=WIDE))
    walk.click(main_link(walk.page, "People"))
    walk.click(walk.page.get_by_role("link", name="Desta Wolde"))
    expect(walk.page.locator("#promised")).to_be_visible()
    expect(walk.page.locator("#promised + p")).to_contain_text("not done yet")
    walk.ends("a person's promises", 2, 3)


def test_4_what_is_new_and_to_be_told_of_it(opened: Opened) -> None:
    page = opened(
        viewport=WIDE,
        before=lambda page: page.route("**/favicon.ico", lambda route: route.fulfill(body="")),
    )
    walk = Walk(page)
    walk.click(page.get_by_role("navigation", name="About this site").get_by_role("link", name="Added lately"))
    walk.click(page.get_by_role("link", name="Feed: Added lately"))
    expect(page.get_by_text("have it sent to you by e-mail")).to_be_visible()
    walk.ends("what is new, subscribe", 2, 3)


def test_5_quote_this_answer_with_its_address(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "notes"), permissions=["clipboard-read", "clipboard-write"])
    walk = Walk(page)
    walk.click(page.locator(".record.answer .quote").first)
    walk.click(page.get_by_role("button", name="Copy Quotation"))
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert "#answer-" in page.evaluate("navigator.clipboard.readText()")
    walk.ends("quote an answer", 2, 1)


def test_6_what_is_overdue(opened: Opened) -> None:
    walk = Walk(opened(viewport=WIDE))
    walk.click(main_link(walk.page, "Due"))
    expect(walk.page.locator(".register tbody tr").first).to_contain_text("Overdue")
    walk.ends("overdue", 1, 2)


def test_7_what_an_acronym_means(opened: Opened, site: Path) -> None:
    walk = Walk(opened(notes(site), viewport=PHONE))
    walk.click(walk.page.locator(".source button.term").first)
    expect(walk.page.locator(".term-note:popover-open")).to_be_visible()
    walk.ends("an acronym", 1, 1)


def test_8_a_meeting_on_a_phone(opened: Opened, site: Path) -> None:
    """The brief and the heads of the items are at most four screens; an item's questions are one tap away."""
    walk = Walk(opened(pages.address(site, "meeting"), viewport=PHONE))
    end = walk.page.locator("#people").evaluate("e => e.getBoundingClientRect().top + scrollY")
    screens = end / PHONE["height"]
    print(f"the brief and the items: {screens:.1f} screens")
    assert screens <= 4
    item = walk.page.locator("details.in-place").filter(has_text="questions").first
    expect(item.locator(".reply").first).to_be_hidden()
    walk.click(item.locator("summary"))
    expect(item.locator(".reply").first).to_be_visible()
    walk.ends("a meeting on a phone", 1, 1)


def test_9_a_meeting_on_paper(opened: Opened, site: Path) -> None:
    walk = Walk(opened(pages.address(site, "meeting")))
    assert len(pypdfium2.PdfDocument(walk.page.pdf(format="A4"))) == 1
    walk.ends("print", 0, 1)


def test_10_where_am_i(opened: Opened, site: Path) -> None:
    """From a record deep in a page the meeting is named without scrolling, and one click away."""
    walk = Walk(opened(f"{pages.address(site, 'notes')}#item-7", viewport=PHONE))
    place = walk.page.get_by_role("navigation", name="Place on this page")
    expect(place).to_contain_text("2025")
    walk.click(place.locator(".bar-place a"))
    expect(walk.page.locator("#brief")).to_be_visible()
    walk.ends("deep arrival", 1, 2)


def test_11_dispute_an_error(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "notes"))
    walk = Walk(page)
    record = page.locator(".record.question").first
    words = re.findall(r"\w{6,}", record.locator("p:not(.label, .links)").first.inner_text())[0]
    walk.click(record.locator(".quote"))
    report = page.get_by_role("link", name="Report an error in this passage")
    told = unquote(report.get_attribute("href") or "")
    assert "#question-" in told
    assert words in told
    walk.ends("dispute an error (and one click to send it)", 1, 1)
