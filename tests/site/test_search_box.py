"""The header's search box: what it finds while somebody types, by keyboard and by mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site.search import faked, header


def typed(opened: Opened, text: str, path: str = "meetings/") -> Page:
    """A page on which a text was typed into the header's box, and options are there."""
    page = faked(opened, path)
    header(page).fill(text)
    expect(header(page)).to_have_attribute("aria-expanded", "true")
    return page


def active(page: Page) -> str:
    """The option that Enter would take."""
    named = header(page).get_attribute("aria-activedescendant")
    return page.locator(f"[id='{named}']").inner_text() if named else ""


def test_nothing_is_fetched_until_the_box_is_touched(opened: Opened, address: str) -> None:
    page = faked(opened, "about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "search" in url and not url.endswith(".css")] == []
    with page.expect_request("**/assets/search/worker.js"):
        header(page).focus()
    assert "assets/search/box.js" in asked


def test_each_result_says_what_it_is_and_where_the_words_stand(opened: Opened) -> None:
    page = faked(opened, "meetings/")
    header(page).press_sequentially("burglary", delay=30)
    expect(page.get_by_role("option").last).to_have_text("All results: 90 records")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Question · Police and Crime Panel · 18 January 2019")
    expect(first).to_contain_text("0: Burglary in the north")
    expect(first.locator("mark")).to_have_text(["Burglary", "burglary"])
    expect(page.get_by_role("option").last).to_have_text("All results: 90 records")
    expect(page.get_by_role("status").first).to_contain_text("90 records. 7 to choose from")


def test_roles_are_those_of_a_combobox(opened: Opened) -> None:
    page = faked(opened, "meetings/")
    box = page.get_by_role("combobox", name="Search this archive")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("burglary")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert page.locator(f"[id='{box.get_attribute('aria-controls')}']").get_attribute("role") == "listbox"
    box.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_have_count(1)
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_be_focused()


def test_arrows_go_round_through_the_field(opened: Opened) -> None:
    page = typed(opened, "burglary")
    box = header(page)
    box.press("ArrowDown")
    assert active(page).startswith("Question")
    box.press("ArrowUp")
    assert active(page) == ""
    box.press("ArrowUp")
    assert active(page).startswith("All results")
    box.press("Home")
    assert active(page).startswith("Question")
    box.press("End")
    assert active(page).startswith("All results")
    box.press("ArrowDown")
    assert active(page) == ""


def test_home_and_end_move_the_cursor_while_nothing_is_chosen(opened: Opened) -> None:
    page = typed(opened, "burglary")
    header(page).press("Home")
    assert header(page).evaluate("field => field.selectionStart") == 0
    assert active(page) == ""


def test_escape_closes_and_then_empties(opened: Opened) -> None:
    page = typed(opened, "burglary")
    box = header(page)
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value("burglary")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Escape")
    box.press("Escape")
    expect(box).to_have_value("")


def test_tab_leaves_and_closes(opened: Opened) -> None:
    page = typed(opened, "burglary")
    header(page).press("ArrowDown")
    header(page).press("Tab")
    expect(page.locator(".header-search button")).to_be_focused()
    expect(header(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    expect(page.locator(".theme-button")).to_be_focused()


def test_enter_opens_the_search_page_with_the_same_words(opened: Opened) -> None:
    page = typed(opened, "burglary vetting")
    header(page).press("Enter")
    page.wait_for_url("**/search/?q=burglary+vetting")
    expect(page.locator("#query")).to_have_value("burglary vetting")
    expect(page.locator(".search-count")).to_have_text("90 records")


def test_a_chosen_result_opens_its_record_with_the_words_to_mark(opened: Opened) -> None:
    page = typed(opened, "burglary vetting")
    header(page).press("ArrowDown")
    header(page).press("Enter")
    page.wait_for_url(re.compile(r"/meetings/.*\?marks=burglary\+vett\*#item-0$"))


def test_a_click_opens_too_and_all_results_lead_to_the_search_page(opened: Opened) -> None:
    page = typed(opened, "burglary")
    page.get_by_role("option").last.click()
    page.wait_for_url("**/search/?q=burglary")


def test_a_word_begun_is_finished_and_searched_for(opened: Opened) -> None:
    page = typed(opened, "vetting burgl")
    words = page.get_by_role("group", name="Words").get_by_role("option")
    expect(words).to_have_text(["vetting burglary", "vetting burglaries"])
    expect(page.get_by_role("group", name="Records").get_by_role("option").first).to_contain_text("Burglary")
    header(page).press("ArrowDown")
    header(page).press("Enter")
    expect(header(page)).to_have_value("vetting burglary")
    expect(header(page)).to_be_focused()
    expect(page.get_by_role("option").last).to_contain_text("90 records")


def test_another_spelling_is_offered(opened: Opened) -> None:
    page = typed(opened, "burglery")
    expect(page.locator(".box-note")).to_have_text("No record has “burglery”.")
    page.get_by_role("option", name="Did you mean burglary?").click()
    expect(header(page)).to_have_value("burglary")
    expect(page.get_by_role("option").last).to_have_text("All results: 90 records")


def test_what_is_typed_last_is_shown_although_it_is_answered_first(opened: Opened) -> None:
    page = faked(opened, "meetings/")
    header(page).fill("slow burglery")
    for _ in range(200):  # what waits in the page itself is evaluated there, which its policy forbids
        if page.evaluate("globalThis.asked?.length"):
            break
        page.wait_for_timeout(50)
    assert page.evaluate("globalThis.asked.map(request => request.text)") == ["slow burglery"]
    header(page).fill("burglary")
    expect(page.get_by_role("option").last).to_have_text("All results: 90 records")
    page.wait_for_timeout(1700)
    expect(page.get_by_role("option").last).to_have_text("All results: 90 records")


def test_a_search_that_fails_says_so_and_the_form_still_works(opened: Opened) -> None:
    page = faked(opened, "meetings/")
    header(page).fill("broken")
    expect(page.locator(".box-note")).to_have_text("The search could not be loaded.")
    expect(header(page)).to_have_attribute("aria-expanded", "false")
    header(page).press("Enter")
    page.wait_for_url("**/search/?q=broken")


@pytest.mark.parametrize("path", ["", "404.html"])
def test_other_boxes_find_while_typing_too(path: str, opened: Opened) -> None:
    page = faked(opened, path)
    box = page.locator("main").get_by_role("combobox", name="Search questions, answers, actions and decisions")
    box.fill("burglary")
    expect(page.locator("main").get_by_role("option").last).to_have_text("All results: 90 records")


def test_without_javascript_the_form_leads_to_a_page_that_says_how_to_browse(opened: Opened) -> None:
    page = opened("meetings/", java_script_enabled=False)
    header(page).fill("burglary")
    header(page).press("Enter")
    page.wait_for_url("**/search/?q=burglary")
    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    expect(page.locator("#query")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="questions", exact=True).click()
    page.wait_for_url("**/questions/")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_is_found_stays_on_the_screen(width: int, opened: Opened) -> None:
    page = faked(opened, "meetings/", viewport={"width": width, "height": 700})
    header(page).fill("burglary")
    expect(header(page)).to_have_attribute("aria-expanded", "true")
    box = page.locator(".box-found").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
