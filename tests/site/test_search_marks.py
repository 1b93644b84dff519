"""The words that led to a record are marked on its page, and can be taken away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing import Opened

NOTES = "meetings/pab/2025-03-18/notes/"
RECORD = "question-5-1"


def marked(opened: Opened, marks: str = "certificate+wait*", anchor: str = RECORD, **options: object) -> Page:
    page = opened(f"{NOTES}?marks={marks}#{anchor}", **options)
    expect(page.get_by_role("button", name="Clear marks")).to_be_visible()
    return page


def test_the_record_is_in_view_and_the_words_are_marked(opened: Opened) -> None:
    page = marked(opened)
    record = page.locator(f"#{RECORD}")
    expect(record).to_be_in_viewport()
    words = {word.lower() for word in record.locator("mark").all_inner_texts()}
    assert words == {"certificate", "waits", "wait", "waiting"}


def test_of_a_phrase_only_the_phrase_is_marked(opened: Opened) -> None:
    page = marked(opened, "%22first+certificate%22")
    words = {word.lower() for word in page.locator("mark").all_inner_texts()}
    assert words == {"first certificate"}


def test_the_bar_that_repeats_a_heading_is_not_marked(opened: Opened) -> None:
    held: list[Route] = []
    page = opened(
        f"{NOTES}?marks=firearms#{RECORD}",
        before=lambda page: page.route("**/marks.js*", lambda route: held.append(route)),
    )
    expect(page.locator(".bar-place")).to_contain_text("Firearms")
    held.pop().continue_()
    expect(page.locator("main mark").first).to_be_attached()
    expect(page.locator(".bar mark")).to_have_count(0)


@pytest.mark.parametrize("anchor", ["%", "100%25%", "%E0%A4%A", "__proto__", "a%00b"])
def test_an_anchor_that_is_no_encoding_keeps_no_word_from_being_marked(opened: Opened, anchor: str) -> None:
    page = marked(opened, "certificate", anchor)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("mark.current")).to_have_count(1)


@pytest.mark.parametrize("marks", ["%", "%E0%A4", "x%", "constructor+__proto__+toString", "%00"])
def test_marks_that_are_no_encoding_or_fit_nothing_are_no_error(opened: Opened, marks: str) -> None:
    page = opened(f"{NOTES}?marks={marks}#%")
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".marks-bar")).to_have_count(0)


def test_accents_and_apostrophes_do_not_matter(opened: Opened) -> None:
    page = marked(opened, "FÁRMERS+quad's")
    assert {word.lower() for word in page.locator("mark").all_inner_texts()} == {"farmers", "quad"}


def test_no_id_is_lost_and_nothing_moves(opened: Opened) -> None:
    facts = "[[...document.querySelectorAll('[id]')].map(e => e.id), document.body.scrollHeight, article()]"
    # What the bar says of the place goes with the place.
    words = "[...document.querySelectorAll('article > :not(.bar)')].map(e => e.textContent)"
    facts = facts.replace("article()", words)
    plain = opened(f"{NOTES}#{RECORD}").evaluate(facts)
    page = marked(opened)
    assert page.evaluate(facts.replace("'[id]'", "'[id]:not(.marks-bar *)'")) == plain
    page.keyboard.press("Escape")
    expect(page.locator("mark, .marks-bar")).to_have_count(0)
    assert page.evaluate(facts) == plain
    assert page.evaluate("document.querySelector('article').innerHTML.includes('<mark')") is False


def test_the_button_takes_the_marks_out_of_the_page_and_the_address(opened: Opened, address: str) -> None:
    page = marked(opened)
    page.get_by_role("button", name="Clear marks").click()
    expect(page.locator("mark")).to_have_count(0)
    assert page.url == f"{address}{NOTES}#{RECORD}"


def test_next_and_previous_go_through_the_words_from_the_record_on(opened: Opened) -> None:
    page = marked(opened)
    page.get_by_role("button", name="Next").click()
    first = page.locator("mark.current")
    expect(first).to_be_in_viewport()
    assert first.evaluate(f"word => Boolean(word.closest('#{RECORD}'))")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("mark.current")).to_have_count(1)
    assert page.locator("mark.current").evaluate(f"word => word === document.querySelector('#{RECORD} mark')")


def test_an_address_without_marks_loads_nothing_and_one_that_fits_nothing_shows_nothing(opened: Opened) -> None:
    page = opened(f"{NOTES}?marks=zebra#{RECORD}")
    page.wait_for_load_state("networkidle")
    expect(page.locator("mark, .marks-bar")).to_have_count(0)
    asked: list[str] = []
    page = opened(NOTES, before=lambda page: page.on("request", lambda request: asked.append(request.url)))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/assets/search/" in url]


def test_markup_in_the_address_is_only_words(opened: Opened) -> None:
    page = opened(f"{NOTES}?marks=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+farmers+*#%3Cb%3E")
    expect(page.locator("mark").first).to_have_text("Farmers")
    expect(page.locator("main img, main b")).to_have_count(page.locator("main b").count())


def test_the_bar_fits_a_small_screen_and_leaves_room_to_read(opened: Opened) -> None:
    page = marked(opened, viewport={"width": 320, "height": 568})
    bar = page.locator(".marks-bar").bounding_box()
    assert bar
    assert bar["x"] >= 0
    assert bar["x"] + bar["width"] <= 320
    assert bar["height"] <= 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
