"""Two questions that a journalist would bring, followed in Chromium over real papers of the shared material."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Opened, opening, served


@pytest.fixture
def real(browser: Browser, corpus_site: Path) -> Iterator[Opened]:
    """Opens a page of that site."""
    with served(corpus_site) as address, opening(browser, address) as opened:
        yield opened


def asked(page: Page, query: str) -> None:
    """Type a query on the home page and wait for its results."""
    box = page.locator("#home-search")
    box.fill(query)
    box.press("Enter")
    page.locator("main mark").first.wait_for()


def test_what_was_resolved_about_student_officers_and_what_came_of_it(real: Opened) -> None:
    page = real()
    asked(page, "student police officers kind:decision")
    page.locator("ol.results a").first.click()
    record = page.locator(":target")
    expect(record).to_be_in_viewport()
    expect(record).to_contain_text("student police officers")
    record.get_by_role("link", name="what happened next").click()
    expect(page.locator("h1")).to_contain_text("Decision 687 iii b")
    steps = page.locator(".timeline li")
    expect(steps.first).to_contain_text("14 November 2022")
    expect(steps.last).to_contain_text("9 January 2023 Outstanding")
    expect(page.locator(".facts")).to_contain_text("Open")
    page.get_by_role("link", name="action tracker of 9 January 2023").click()
    expect(page.locator(":target")).to_contain_text("687 iii b")


def test_who_asked_about_firearms_licensing_and_when_and_the_answer_each_time(real: Opened) -> None:
    page = real()
    asked(page, "firearms licensing fees kind:question")
    expect(page.locator("ol.results > li")).to_have_count(2)
    page.locator("ol.results > li", has_text="Wasim Ali").get_by_role("link").first.click()
    first = page.locator(":target")
    expect(first).to_contain_text("asked by Wasim Ali")
    expect(page.locator("main")).to_contain_text("£675,000")
    first.get_by_role("link", name="question, notes of 28 October 2025").click()
    second = page.locator(":target")
    expect(second).to_be_in_viewport()
    expect(second).to_contain_text("firearms licensing fees")
    expect(page.locator("#answer-8-5")).not_to_be_empty()
    second.get_by_role("link", name="question 1, notes of 25 February 2025").click()
    expect(page.locator(":target")).to_contain_text("asked by Wasim Ali")


def test_what_the_papers_say_is_missing(real: Opened) -> None:
    page = real("gaps/")
    for day, sentence in {
        "19 October 2022": "the minutes of the meeting held on 19 October 2022",
        "6 February 2023": "6 February 2023",
        "24 June 2025": "24th June 2025",
        "25 March 2025": "Date of next meeting – Tuesday 25 March 2025",
        "25 November 2025": "Next meeting: 25th November 2025",
    }.items():
        gap = page.locator(".gaps > ul > li", has=page.locator("strong", has_text=day))
        expect(gap.first).to_contain_text(sentence)
    untracked = page.locator("#untracked ~ .gaps").first
    expect(untracked).to_contain_text("687 iii e")


def test_a_members_page_lists_meetings_and_questions(real: Opened) -> None:
    page = real("people/wasim-ali/")
    expect(page.locator("#meetings + .entries li, #meetings ~ .entries >> nth=0 >> li")).to_have_count(3)
    asked = page.locator("#asked ~ .entries").first.locator("li")
    assert asked.count() >= 3
