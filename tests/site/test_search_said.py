"""What the search page says of an outcome, and what it offers then."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import Opened
from tests.site.search import count, faked, field, found, header, results


@pytest.mark.parametrize(
    ("asked", "said", "noted"),
    [
        ("q=burglary+officers", "At least 90 records", None),
        (
            "q=burglary+zebra",
            "No record has all of these words. These 90 have most of them.",
            "No record has “zebra”.",
        ),
        ("q=zebra", "No record has “zebra”.", "Fewer words may find it"),
        ("q=burglery", "No record has “burglery”.", "Did you mean burglary?"),
        (
            "q=colour:red+burglary",
            "90 records",
            "“colour:red” was not understood. Known are kind, body, by, after and before.",
        ),
        (
            "q=burglary&kind=question&body=pab",
            "No record with these filters has “burglary”.",
            "Without the filters there are 90 records.",
        ),
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


def test_records_with_most_of_the_words_follow_those_with_all_under_a_line_of_their_own(
    opened: Opened,
) -> None:
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
    expect(page.locator(".search-notes")).to_contain_text("“who decided about” was left out of the search.")
    page.get_by_role("link", name="Show only decisions").click()
    page.wait_for_url("**/search/?q=burglary&kind=decision")
    expect(count(page)).to_have_text("15 records")


def test_whom_a_part_of_a_name_means_can_be_chosen(opened: Opened) -> None:
    page = found(opened, "q=burglary+by:o")
    expect(page.locator(".search-notes")).to_contain_text(
        "“by:o” fits 9 people, most often: Ada Okafor · John O’Brien"
    )
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
    assert next(row for row in rows if row["heading"].startswith("4:"))["text"] == '\'=1+1 burglary, "quoted"'


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
