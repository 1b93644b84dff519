"""The search page: filters, order, the state in the address, and what is said of each outcome."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Opened
from tests.site.search import count, faked, field, header, query, results


def found(opened: Opened, query: str = "q=burglary", **options: object) -> Page:
    """The search page with the results of a query."""
    page = faked(opened, f"search/?{query}", **options)
    expect(count(page)).not_to_have_text("")
    return page


def counts(page: Page, legend: str) -> dict[str, str]:
    """What a group of filters offers, with its numbers."""
    labels = page.get_by_role("group", name=legend).locator("label:visible").all()
    return {label.locator("span").first.inner_text(): label.locator(".count").inner_text() for label in labels}


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


@pytest.mark.parametrize(
    ("asked", "said", "noted"),
    [
        ("q=burglary+officers", "At least 90 records", None),
        ("q=burglary+zebra", "No record has all of these words. These 90 have most of them.", "No record has “zebra”."),
        ("q=zebra", "No record has “zebra”.", "Fewer words may find it"),
        ("q=burglery", "No record has “burglery”.", "Did you mean burglary?"),
        (
            "q=colour:red+burglary",
            "90 records",
            "“colour:red” was not understood. Known are kind, body, by, after and before.",
        ),
        ("q=burglary&kind=question&body=pab", "No record with these filters has “burglary”.", "Without the filters there are 90 records."),
        ("kind=action&status=open", "5 records", None),
        ("q=the", "90 records", "Words as common as in “the” are not searched for"),
    ],
)
def test_what_is_said_is_what_was_found(asked: str, said: str, noted: str | None, opened: Opened) -> None:
    page = found(opened, asked)
    expect(count(page)).to_have_text(said)
    if noted:
        expect(page.locator(".search-notes")).to_contain_text(noted)
    else:
        expect(page.locator(".search-notes")).to_have_text("")
    expect(page.locator(".search [role=status]")).to_contain_text(noted or said)


def test_records_with_most_of_the_words_follow_those_with_all_under_a_line_of_their_own(opened: Opened) -> None:
    page = found(opened, "q=station+officers")
    expect(count(page)).to_have_text("3 records")
    lists = page.locator("ol.results")
    expect(lists.nth(0).locator("li")).to_have_count(3)
    expect(page.get_by_role("heading", name="87 more have most of these words")).to_be_visible()
    expect(lists.nth(1).locator("li")).to_have_count(7)
    expect(page.get_by_text("The numbers count the 3 records that have all words.")).to_be_visible()
    page.get_by_role("button", name="Show more").click()
    expect(lists.nth(1).locator("li")).to_have_count(17)
    page = faked(opened, "meetings/")
    header(page).fill("station officers")
    group = page.get_by_role("group", name="87 more have most of these words")
    expect(group.get_by_role("option")).to_have_count(3)


def test_a_filter_that_the_words_mean_is_offered_and_taken_in_place(opened: Opened) -> None:
    page = found(opened, "q=who+decided+about+burglary")
    expect(page.locator(".search-notes")).to_contain_text("“who decided about” was set aside.")
    page.get_by_role("link", name="Show only decisions").click()
    page.wait_for_url("**/search/?q=burglary&kind=decision")
    expect(count(page)).to_have_text("15 records")


def test_whom_a_part_of_a_name_means_can_be_chosen(opened: Opened) -> None:
    page = found(opened, "q=burglary+by:o")
    expect(page.locator(".search-notes")).to_contain_text("“by:o” fits 9 people, most often: Ada Okafor · John O’Brien")
    page.get_by_role("link", name="Ada Okafor").click()
    page.wait_for_url("**/search/?q=burglary&person=people%2Fada-okafor%2F")


def test_what_was_searched_for_besides_is_said_with_its_topic(opened: Opened, address: str) -> None:
    page = found(opened, "q=burglary+coppers")
    expect(page.locator(".search-notes")).to_contain_text("Also searched for: Road safety (for “coppers”).")
    page = found(opened, "q=road+safety")
    topic = page.locator(".search-notes").get_by_role("link", name="Road safety")
    expect(topic).to_have_attribute("href", f"{address}topics/road-safety/")


def test_another_spelling_is_a_link_that_is_followed_in_place(opened: Opened) -> None:
    page = found(opened, "q=burglery&kind=question")
    page.get_by_role("link", name="burglary").click()
    page.wait_for_url("**/search/?q=burglary&kind=question")
    expect(field(page)).to_have_value("burglary")
    expect(count(page)).to_have_text("15 records")


def test_filters_that_leave_nothing_can_be_removed_at_once(opened: Opened) -> None:
    page = found(opened, "q=burglary&kind=question&body=pab")
    page.get_by_role("button", name="Remove the filters").click()
    expect(count(page)).to_have_text("90 records")


def test_results_come_as_a_csv_file(opened: Opened, address: str) -> None:
    page = found(opened, "q=burglary&body=pab")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these results as CSV").click()
    assert download.value.suggested_filename == "search-burglary.csv"
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert list(rows[0]) == ["kind", "body", "date", "heading", "text", "url"]
    assert len(rows) == 60
    assert rows[0]["url"] == f"{address}meetings/pab/2025-03-18/notes/#item-1"
    assert rows[0]["text"].count("The station stays open.") == 9, "the whole text"
    assert next(row for row in rows if row["heading"].startswith("4:"))["text"] == "'=1+1 burglary, \"quoted\""


@pytest.mark.parametrize(
    ("asked", "words", "path"),
    [
        ("q=burglary", "all documents", "feeds/all.xml"),
        ("q=burglary&kind=decision", "Decisions and recommendations", "feeds/decisions.xml"),
        ("q=burglary&body=pab&kind=action", "Police Accountability Board", "feeds/bodies/pab.xml"),
        ("topic=road-safety", "Road safety", "feeds/topics/road-safety.xml"),
        ("person=people/zo-hart/&body=pab", "Zoë Hart", "feeds/people/zo-hart.xml"),
    ],
)
def test_the_nearest_feed_is_named(asked: str, words: str, path: str, opened: Opened, address: str) -> None:
    page = found(opened, asked)
    page.get_by_text("How to follow this").click()
    feed = page.locator(".search-ways a")
    expect(feed).to_be_visible()
    expect(feed).to_have_text(words)
    is_whole = asked == "topic=road-safety"
    expect(page.get_by_text("tells of more than this search finds")).to_have_count(0 if is_whole else 1)
    expect(page.get_by_text("keep it as a bookmark")).to_be_visible()
    expect(feed).to_have_attribute("href", f"{address}{path}")


def test_a_search_that_takes_long_says_so(opened: Opened) -> None:
    page = faked(opened, "search/?q=slow+burglary")
    expect(count(page)).to_have_text("Searching …")
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    expect(count(page)).to_have_text("90 records")


def test_a_search_that_fails_can_be_tried_again(opened: Opened) -> None:
    page = faked(opened, "search/?q=broken+burglary")
    expect(count(page)).to_have_text("The search could not be loaded.")
    expect(page.locator("#search-browse")).to_be_visible()
    page.evaluate("globalThis.mended = true")
    page.get_by_role("button", name="Try again").click()
    expect(results(page)).to_have_count(10)
    expect(page.locator("#search-browse")).to_be_hidden()


def test_a_page_whose_script_is_lost_says_how_to_browse(browser: Browser, address: str) -> None:
    with browser.new_context() as context:  # not `opened`: the console complains, and rightly
        page = context.new_page()
        page.route("**/assets/search/page.js", lambda route: route.abort())
        page.goto(f"{address}search/?q=burglary")
        expect(page.locator("#search-browse")).to_be_visible()


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


def test_the_first_result_is_two_keys_away_and_the_link_to_it_is_there_only_with_results(opened: Opened) -> None:
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


@pytest.mark.parametrize("asked", ["", "q=burglary&kind=question&person=people/mary-smith/", "q=burglery", "q=broken", f"q={'x' * 300}"])
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
        seen.append(page.evaluate("document.activeElement.closest('footer') ? 'footer' : document.activeElement.textContent"))
        if seen[-1] == "footer":
            break
    assert seen[-1] == "footer", seen
    assert any("Burglary in" in text for text in seen)
