"""The results on the search page: how each is shown, folded and continued."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browsing import Opened
from tests.site.search import faked, field, found, header, query, results


def test_a_question_is_shown_with_its_answer_and_how_it_stands(opened: Opened) -> None:
    result = results(found(opened)).nth(6)
    expect(result.get_by_role("heading")).to_have_text("When is the burglary unit back?")
    expect(result.locator(".beside")).to_have_text("Answer: In spring, the burglary unit said.")
    expect(result.locator(".beside mark")).to_have_text("burglary")
    expect(result).to_contain_text("Answered · 6: Burglary in the north")


def test_those_of_one_meeting_beyond_three_are_folded(opened: Opened) -> None:
    """Seven of ten are of one meeting; the button works by keyboard and says its state."""
    page = found(opened, "q=crowd+burglary")
    expect(results(page).locator("visible=true")).to_have_count(6)
    button = page.get_by_role("button", name="4 more of this meeting")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(results(page).locator("visible=true")).to_have_count(10)
    page.keyboard.press("Tab")
    expect(page.locator(".folded a").first).to_be_focused()
    button.press("Space")
    expect(results(page).locator("visible=true")).to_have_count(6)


def test_more_results_of_a_folded_meeting_join_their_fold(opened: Opened) -> None:
    page = found(opened, "q=crowd+burglary")
    page.get_by_role("button", name="Show more").click()
    expect(page.get_by_role("button", name="11 more of this meeting")).to_be_visible()
    expect(page.locator(":focus")).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("item-10"))


def test_each_result_is_shown_as_what_it_is(opened: Opened, address: str) -> None:
    page = found(opened, "q=burglary+vetting")
    second = results(page).nth(1)
    expect(second.locator("p").first).to_have_text("Answer · Police Accountability Board · 18 February 2020")
    expect(second.get_by_role("heading")).to_have_text("1: Burglary in the south")
    expect(second.locator("mark")).to_have_text(["Burglary", "burglary", "vetting"])
    expect(second).to_contain_text("asked by Ada Okafor")
    link = second.get_by_role("link").get_attribute("href")
    assert link == f"{address}meetings/pab/2025-03-18/notes/?marks=burglary+vett*#item-1"


def test_what_looks_like_markup_is_shown_as_it_is(opened: Opened) -> None:
    page = found(opened)
    heading = "3: Burglary in <img src=x onerror=alert(1)>"
    expect(results(page).nth(3).get_by_role("heading")).to_have_text(heading)
    field(page).fill("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)
    page = faked(opened, "meetings/")
    header(page).fill("burglary")
    expect(page.get_by_role("option").nth(3)).to_contain_text(heading)


def test_more_results_are_added_and_kept(opened: Opened) -> None:
    page = found(opened)
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()
    assert query(page) == "q=burglary&shown=20"
    for number in range(30, 100, 10):
        page.get_by_role("button", name="Show more").click()
        expect(results(page)).to_have_count(number)
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_back_from_a_record_returns_to_the_place_in_the_list(opened: Opened) -> None:
    page = found(opened, "q=burglary&shown=40")
    results(page).nth(30).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    y = page.evaluate("scrollY")
    assert y > 0
    results(page).nth(30).get_by_role("link").click()
    page.wait_for_url("**/meetings/**")
    page.go_back()
    expect(results(page)).to_have_count(40)
    expect(results(page).nth(30)).to_be_in_viewport()
