"""A journalist quotes an answer with its address in two clicks; whoever finds an error reports it with its words."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, Route, expect

from tests.browsing import Opened
from tests.site import pages


def quoted(opened: Opened, site: Path, **options: object) -> Page:
    """A document's page with the box of its first answer open."""
    page = opened(pages.address(site, "notes"), **options)
    page.locator(".record.answer .quote").first.click()
    return page


def test_an_answer_is_quoted_in_two_clicks(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "notes"), permissions=["clipboard-read", "clipboard-write"])
    answer = page.locator(".record.answer").first
    words = " ".join((answer.text_content() or "").split())
    answer.locator(".quote").click()
    page.get_by_role("button", name="Copy Quotation").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    words_copied = copied.partition("“")[2].partition("” (")[0]
    assert words_copied
    assert words_copied in words
    assert f"#{answer.get_attribute('id')}" in copied
    assert page.locator("h1").inner_text() in copied
    assert "Link and quote" not in copied


def test_the_box_is_closed_by_escape_and_gives_the_focus_back(opened: Opened, site: Path) -> None:
    page = quoted(opened, site)
    expect(page.get_by_role("dialog", name="Link and quote")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".record.answer .quote").first).to_be_focused()


def test_a_click_before_the_script_has_come_opens_the_box_once_it_is_there(opened: Opened, site: Path) -> None:
    held: list[Route] = []
    page = quoted(opened, site, before=lambda page: page.route("**/quote.js*", lambda route: held.append(route)))
    page.locator(".record.answer .quote").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    held.pop().continue_()
    expect(page.get_by_role("dialog", name="Link and quote")).to_have_count(1)
    assert held == []


def test_where_the_script_fails_the_address_bar_has_the_record(opened: Opened, site: Path) -> None:
    def fail(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="throw new Error('failed')")

    page = quoted(opened, site, before=lambda page: page.route("**/quote.js*", fail))
    record = page.locator(".record.answer .quote").first.get_attribute("href")
    expect(page).to_have_url(re.compile(f"{record}$"))


def test_a_report_names_the_passage(opened: Opened, site: Path) -> None:
    page = quoted(opened, site)
    report = page.get_by_role("link", name="Report an error in this passage").get_attribute("href") or ""
    assert report.startswith("mailto:")
    address = page.locator("#quote-0").input_value()
    assert "#answer-" in address
    assert address in unquote(report)


def test_on_a_telephone_the_box_fits(opened: Opened, site: Path) -> None:
    page = quoted(opened, site, viewport={"width": 320, "height": 640})
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_without_scripts_the_link_leads_to_the_record(opened: Opened, site: Path) -> None:
    page = quoted(opened, site, java_script_enabled=False)
    assert "#answer-" in page.url
