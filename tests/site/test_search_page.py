"""The search page: filters, order, the state in the address, the keyboard and small screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site.search import count, faked, field, found, query, results


def counts(page: Page, legend: str) -> dict[str, str]:
    """What a group of filters offers, with its numbers."""
    labels = page.get_by_role("group", name=legend).locator("label:visible").all()
    return {
        label.locator("span").first.inner_text(): label.locator(".count").inner_text() for label in labels
    }


def test_nothing_is_searched_for_while_a_word_is_composed(opened: Opened) -> None:
    page = faked(opened, "search/")
    session = page.context.new_cdp_session(page)
    field(page).focus()
    session.send("Input.imeSetComposition", {"text": "burg", "selectionStart": 4, "selectionEnd": 4})
    expect(field(page)).to_have_value("burg")
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.asked ?? []") == []
    session.send("Input.insertText", {"text": "burglary"})
    expect(results(page).first).to_be_visible()
    assert query(page) == "q=burglary"


def test_nothing_asked_shows_how_to_ask(opened: Opened) -> None:
    page = faked(opened, "search/")
    expect(field(page)).to_be_focused()
    expect(page.get_by_role("heading", name="How to search")).to_be_visible()
    expect(page.get_by_text("The search needs JavaScript")).to_be_hidden()
    expect(results(page)).to_have_count(0)


def test_the_parts_of_the_page_are_fetched_all_at_once(opened: Opened) -> None:
    page = found(opened)
    asked = page.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name).filter(name => /(assets.search|search.words).*js$/.test(name))"
    )
    known = page.locator("link[rel=modulepreload], script[src*='assets/search/']")
    named = known.evaluate_all("all => all.map(e => e.href || e.src)")
    assert {*asked} == {*named}


def test_an_example_is_searched_for_where_it_is_clicked(opened: Opened) -> None:
    page = faked(opened, "search/")
    example = page.locator("#search-help dt a").first
    words = example.inner_text()
    example.click()
    expect(field(page)).to_have_value(words)
    expect(page.locator("#search-help")).to_be_hidden()
    expect(page.locator(".search-body")).to_be_visible()
    page.get_by_role("button", name="How to search").click()
    expect(page.locator("#search-help")).to_be_visible()


def test_results_appear_while_typing_in_one_step_of_the_history(opened: Opened) -> None:
    page = found(opened, "q=vetting")
    field(page).press("End")
    field(page).press_sequentially(" bur", delay=300)
    expect(count(page)).to_have_text("90 records")
    field(page).press_sequentially("glary", delay=20)
    page.wait_for_url("**/search/?q=vetting+burglary")
    page.go_back()
    page.wait_for_url("**/search/?q=vetting")
    expect(field(page)).to_have_value("vetting")


def test_filters_narrow_and_count(opened: Opened) -> None:
    page = found(opened)
    expect(count(page)).to_have_text("90 records")
    assert counts(page, "Body") == {"Police Accountability Board": "60", "Police and Crime Panel": "30"}
    page.get_by_role("checkbox", name="Question").check()
    expect(count(page)).to_have_text("15 records")
    assert counts(page, "Body") == {"Police and Crime Panel": "15"}
    assert counts(page, "Kind of record")["Action"] == "15"
    page.get_by_role("checkbox", name="Action").check()
    expect(count(page)).to_have_text("30 records")
    assert query(page) == "q=burglary&kind=action&kind=question"


def test_focus_stays_on_the_filter_that_was_changed(opened: Opened) -> None:
    page = found(opened)
    page.get_by_role("checkbox", name="Decision").focus()
    page.keyboard.press("Space")
    expect(count(page)).to_have_text("15 records")
    expect(page.get_by_role("checkbox", name="Decision")).to_be_focused()


def test_years_are_a_range(opened: Opened) -> None:
    page = found(opened)
    page.get_by_label("From", exact=True).select_option("2024")
    expect(count(page)).to_have_text("25 records")
    page.get_by_label("To", exact=True).select_option("2021")
    page.wait_for_url("**/search/?q=burglary&after=2021&before=2021")
    expect(count(page)).to_have_text("13 records")


def test_long_lists_of_values_open_and_can_be_looked_through(opened: Opened) -> None:
    page = found(opened)
    group = page.get_by_role("group", name="Person")
    assert len(counts(page, "Person")) == 8
    group.get_by_role("button", name="Show 6 more").click()
    assert len(counts(page, "Person")) == 14
    group.get_by_label("Look for a person").fill("zoë")
    assert list(counts(page, "Person")) == ["Zoë Hart"]
    group.get_by_label("Look for a person").fill("nobody")
    expect(group.get_by_text("Type by: and the name")).to_be_visible()


def test_a_filter_in_use_is_a_chip_that_takes_it_away(opened: Opened) -> None:
    page = found(opened, "q=burglary&kind=question&person=people/mary-smith/&status=open&after=2020")
    chips = page.get_by_role("list", name="Filters in use").get_by_role("button")
    expect(chips).to_have_text(["Question ×", "Mary Smith ×", "status: open ×", "from 2020 ×", "Remove all"])
    page.get_by_role("button", name="Remove the filter: Mary Smith").press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    page.wait_for_url("**/search/?q=burglary&kind=question&status=open&after=2020")
    page.get_by_role("button", name="Remove all").click()
    page.wait_for_url("**/search/?q=burglary")
    expect(count(page)).to_have_text("90 records")
    expect(chips).to_have_count(0)


def test_the_order_is_part_of_the_address(opened: Opened) -> None:
    page = found(opened)
    page.get_by_label("Order").select_option("newest")
    page.wait_for_url("**/search/?q=burglary&sort=newest")
    expect(results(page).first).to_contain_text("2025")
    page.get_by_label("Order").select_option("oldest")
    expect(results(page).first).to_contain_text("2019")


def test_the_same_address_gives_the_same_results(opened: Opened) -> None:
    state = "q=burglary&kind=action&kind=question&body=pab&after=2020&before=2024&sort=oldest&shown=40"
    page = found(opened, state)
    before = results(page).all_inner_texts()
    assert page.get_by_role("checkbox", name="Action").is_checked()
    page.reload()
    expect(count(page)).not_to_have_text("")
    assert results(page).all_inner_texts() == before
    assert query(page) == state


def test_back_and_forward_go_through_what_was_asked(opened: Opened) -> None:
    page = found(opened)
    page.get_by_role("checkbox", name="Question").check()
    expect(count(page)).to_have_text("15 records")
    field(page).fill("vetting")
    field(page).press("Enter")
    page.wait_for_url("**/search/?q=vetting&kind=question")
    page.go_back()
    expect(field(page)).to_have_value("burglary")
    expect(page.get_by_role("checkbox", name="Question")).to_be_checked()
    page.go_back()
    expect(count(page)).to_have_text("90 records")
    expect(page.get_by_role("checkbox", name="Question")).not_to_be_checked()
    page.go_forward()
    expect(count(page)).to_have_text("15 records")


def test_a_link_within_the_page_leaves_the_results_alone(opened: Opened) -> None:
    page = found(opened)
    before = page.evaluate("globalThis.asked.length")
    page.evaluate("location.hash = 'page-title'")
    page.go_back()
    page.wait_for_timeout(200)
    assert page.evaluate("globalThis.asked.length") == before
    expect(results(page)).to_have_count(10)


def test_on_a_phone_the_filters_are_behind_a_button(opened: Opened) -> None:
    page = found(opened, "q=burglary&kind=question&after=2019", viewport={"width": 390, "height": 800})
    toggle = page.get_by_role("button", name="Filters (2)")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("checkbox", name="Action")).to_be_hidden()
    expect(results(page).first).to_be_in_viewport()
    toggle.click()
    page.get_by_role("checkbox", name="Action").check()
    expect(page.get_by_role("button", name="Filters (3)")).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Show 30 records").click()
    expect(page.get_by_role("checkbox", name="Action")).to_be_hidden()
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    expect(results(page).first).to_be_in_viewport()


def test_the_first_result_is_two_keys_away_and_the_link_to_it_is_there_only_with_results(
    opened: Opened,
) -> None:
    page = found(opened)
    skip = page.get_by_role("link", name="Skip to results")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(results(page).first.get_by_role("link").first).to_be_focused()
    for without in ("", "?q=zzzz", "?q=broken"):
        page.goto(f"{page.url.partition('?')[0]}{without}")
        page.wait_for_timeout(400)
        expect(skip).to_be_hidden()


@pytest.mark.parametrize(
    "asked",
    ["", "q=burglary&kind=question&person=people/mary-smith/", "q=burglery", "q=broken", f"q={'x' * 300}"],
)
def test_400_percent_and_320_pixels_need_no_scrolling_sideways(asked: str, opened: Opened) -> None:
    page = faked(opened, f"search/?{asked}", viewport={"width": 320, "height": 256})
    page.wait_for_timeout(300)
    toggle = page.locator(".filters-button")
    if toggle.is_visible():
        toggle.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_keyboard_gets_through_the_page(opened: Opened) -> None:
    page = found(opened, "q=burglary&kind=question")
    field(page).focus()
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.closest('footer') ? 'footer' : document.activeElement.textContent"
            )
        )
        if seen[-1] == "footer":
            break
    assert seen[-1] == "footer", seen
    assert any("Burglary in" in text for text in seen)
