"""What is new and due, in a browser: lists that are narrowed, feeds that say what they are."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browsing import Opened


def test_what_is_overdue_is_one_click_from_any_page_and_one_choice(opened: Opened) -> None:
    page = opened("people/", viewport={"width": 1280, "height": 800})
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Due").click()
    page.get_by_label("How it stands").select_option("Overdue")
    rows = page.locator(".register tbody tr:not([hidden])")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("30 September 2025")
    assert "stands=Overdue" in page.url


def test_a_feed_says_what_it_is_and_how_to_get_it_by_email(opened: Opened) -> None:
    page = opened("due/", before=lambda page: page.route("**/favicon.ico", lambda route: route.fulfill(body="")))
    page.get_by_role("link", name="Feed: Due").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Due")
    expect(page.get_by_text("This is a feed")).to_be_visible()
    title = page.locator("a", has_text="Great Marle").first
    expect(title).to_be_visible()
    assert page.locator("a", has_text="also by e-mail").evaluate("e => getComputedStyle(e).display") == "inline"
    assert page.evaluate("getComputedStyle(document.querySelector('entry > id')).display") == "none"


def test_the_page_of_feeds_says_how_to_follow_by_email(opened: Opened) -> None:
    page = opened("feeds/")
    expect(page.get_by_role("heading", name="How to follow")).to_be_visible()
    expect(page.get_by_text("By e-mail.")).to_be_visible()
    expect(page.get_by_role("link", name="What is due")).to_be_visible()
