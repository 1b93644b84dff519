"""What a reader does, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Opened
from tests.site import pages

PHRASE = "caller who speaks little English"
"""Stands in one question of the sample notes of 18 March 2025."""


def test_search_from_home_opens_the_record_itself(opened: Opened) -> None:
    page = opened(viewport={"width": 1280, "height": 800})
    box = page.get_by_role("main").get_by_role("combobox")
    box.fill(PHRASE)
    box.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("ol.results a").first.click()
    page.wait_for_url(re.compile("#"))
    record = target(page)
    expect(record).to_be_in_viewport()
    expect(record).to_contain_text(PHRASE)
    expect(record.locator("mark", has_text="English").first).to_be_visible()


def test_without_javascript_a_question_is_two_clicks_from_home(opened: Opened, site: Path) -> None:
    meeting = pages.address(site, "meeting")
    page = opened(java_script_enabled=False)
    page.locator(f"main a[href='{meeting}']").first.click()
    page.locator("main a[href*='#question-']").first.click()
    record = target(page)
    expect(record).to_be_in_viewport()
    expect(record).to_contain_text("?")


@pytest.mark.parametrize("kind", pages.KINDS)
def test_a_page_of_each_kind_opens_without_a_complaint(kind: str, opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, kind))
    expect(page.locator("h1")).to_have_count(1)
    assert page.title()


@pytest.mark.parametrize("kind", pages.KINDS)
def test_no_page_scrolls_sideways_on_a_narrow_screen(kind: str, opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, kind), viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def target(page: Page) -> Locator:
    """The element that the page's address names."""
    return page.locator(f"[id='{page.url.partition('#')[2]}']")
