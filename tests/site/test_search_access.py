"""axe-core over the search in each of its states; see test_accessibility.py for the pages themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site.search import count, faked, header, results
from tests.site.test_accessibility import TAGS


def _filters_open(page: Page) -> None:
    expect(results(page).first).to_be_visible()
    toggle = page.locator(".filters-button")
    if toggle.is_visible():
        toggle.click()
    page.get_by_role("button", name="Show all").click()


def _help_open(page: Page) -> None:
    page.get_by_role("button", name="How to search").click()
    expect(page.get_by_role("heading", name="How to search")).to_be_visible()


def _listbox_open(page: Page) -> None:
    header(page).fill("burgl")
    expect(header(page)).to_have_attribute("aria-expanded", "true")
    header(page).press("ArrowDown")


def _nothing_in_listbox(page: Page) -> None:
    header(page).fill("zebra")
    expect(page.locator(".box-note")).to_be_visible()


def said(words: str) -> Callable[[Page], None]:
    """Waits until the page says so."""
    return lambda page: expect(count(page)).to_contain_text(words)


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "empty": ("search/", lambda page: expect(page.locator("#search-help")).to_be_visible()),
    "results": ("search/?q=burglary&kind=question&sort=newest", said("15 records")),
    "no results": ("search/?q=zebra", said("No record has")),
    "filtered away": ("search/?q=burglary&kind=question&body=pab", said("No record with")),
    "suggestion": ("search/?q=burglery", said("No record has")),
    "most of the words": ("search/?q=burglary+zebra+colour:red", said("These 90 have")),
    "filters open": ("search/?q=burglary&after=2019", _filters_open),
    "help open": ("search/?q=burglary", _help_open),
    "loading": ("search/?q=slow+slow+slow", said("Searching")),
    "error": ("search/?q=broken", said("could not be loaded")),
    "listbox": ("meetings/", _listbox_open),
    "listbox without options": ("meetings/", _nothing_in_listbox),
    "marks": (
        "meetings/pab/2025-03-18/notes/?marks=certificate#question-5-1",
        lambda page: page.get_by_role("button", name="Next").click(),
    ),
}


def check(state: str, scheme: str, width: int, opened: Opened) -> None:
    path, reach = STATES[state]
    size = {"width": width, "height": 900}
    page = faked(opened, path, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    reach(page)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    faults = [
        f"{fault['id']} ({fault['impact']}): {node['html'][:160]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_in_a_searchers_way(state: str, opened: Opened) -> None:
    """Each state once, in turn light on a phone and dark on a desk; `make test-deep` goes through all."""
    scheme, width = [("light", 320), ("dark", 1280)][list(STATES).index(state) % 2]
    check(state, scheme, width, opened)


@pytest.mark.deep
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_nor_on_any_other_screen(state: str, scheme: str, width: int, opened: Opened) -> None:
    check(state, scheme, width, opened)


@pytest.mark.parametrize("state", ["results", "listbox", "marks"])
def test_forced_colours_show_marks_and_what_is_chosen(state: str, opened: Opened) -> None:
    path, reach = STATES[state]
    page = faked(opened, path, forced_colors="active", viewport={"width": 1280, "height": 900})
    reach(page)
    mark = page.locator("mark").first
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor !== getComputedStyle(document.body).backgroundColor")
    if state == "listbox":
        chosen = page.get_by_role("option", selected=True)
        assert chosen.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
