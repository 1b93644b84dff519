"""Who lands deep in a page knows where she is: the bar that stays, the records as headings, the way up."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site import pages
from tests.site.test_accessibility import TAGS

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 800}


def deep(opened: Opened, site: Path, **options: object) -> Page:
    """The notes' page at its last question."""
    path = pages.address(site, "notes")
    page = opened(path, **options)
    last = page.locator(".record.question").last.get_attribute("id")
    page.goto(f"{page.url}#{last}")
    return page


def headings(page: Page) -> list[tuple[str, int]]:
    """The headings of the page as a screen reader is told of them: their names and levels."""
    session = page.context.new_cdp_session(page)
    found = []
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if node.get("role", {}).get("value") == "heading":
            level = next(each["value"]["value"] for each in node["properties"] if each["name"] == "level")
            found.append((node["name"]["value"], level))
    return found


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_deep_in_a_page_the_bar_names_the_meeting_and_the_item(
    size: dict[str, int], opened: Opened, site: Path
) -> None:
    page = deep(opened, site, viewport=size)
    bar = page.get_by_role("navigation", name="Place on this page")
    expect(bar).to_be_in_viewport()
    label = page.locator(":target .label [role=heading]").inner_text()
    expect(bar.locator(".bar-item")).to_contain_text(label)
    expect(page.locator(":target")).to_be_in_viewport()
    top = page.locator(":target").evaluate("e => e.getBoundingClientRect().top")
    box = bar.bounding_box()
    assert box is not None
    assert box["height"] <= 50
    assert top >= box["y"] + box["height"], "the bar covers what the address leads to"
    bar.locator(".bar-place a").click()
    expect(page.locator("h1")).to_contain_text("2025")
    assert page.url.count("/") == pages.address(site, "meeting").count("/") + 4


def test_at_the_top_of_a_page_there_is_no_bar(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "notes"))
    expect(page.locator(".bar")).to_be_hidden()


def test_one_goes_from_record_to_record(opened: Opened, site: Path) -> None:
    page = deep(opened, site, viewport=PHONE)
    records = page.locator(".record:is(.question, .action, .decision)[id]")
    ids = records.evaluate_all("each => each.map((record) => record.id)")
    at = ids.index(page.url.partition("#")[2])
    page.get_by_role("link", name="Previous record").click()
    expect(page.locator(":target")).to_have_attribute("id", ids[at - 1])
    expect(page.locator(":target")).to_be_in_viewport()
    page.get_by_role("link", name="Next record").click()
    expect(page.locator(":target")).to_have_attribute("id", ids[at])


def test_on_a_phone_the_contents_are_a_sheet(opened: Opened, site: Path) -> None:
    page = deep(opened, site, viewport=PHONE)
    page.locator(".bar-contents").click()
    sheet = page.get_by_role("dialog", name="On this page")
    expect(sheet).to_be_visible()
    expect(sheet.locator("[aria-current]")).to_have_count(1)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert [fault["id"] for fault in found.response["violations"]] == []
    entry = sheet.get_by_role("link").nth(1)
    anchor = entry.get_attribute("href")
    entry.click()
    expect(sheet).to_have_count(0)
    assert page.url.endswith(str(anchor))
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(".bar-contents").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".bar-contents")).to_be_focused()


def test_without_scripts_the_bar_is_links_that_stay(opened: Opened, site: Path) -> None:
    page = deep(opened, site, viewport=PHONE, java_script_enabled=False)
    bar = page.locator(".bar")
    expect(bar).to_be_in_viewport()
    bar.get_by_role("link", name="Contents").click()
    expect(page.locator(".contents")).to_be_in_viewport()
    bar.get_by_role("link", name="Top").click()
    expect(page.locator("h1")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_bar_hides_nothing_that_has_the_focus(width: int, opened: Opened, site: Path) -> None:
    """WCAG 2.2, 2.4.11, backwards: going up, what has the focus comes in from above."""
    page = deep(opened, site, viewport={"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(":target a").first.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        hidden = page.evaluate(
            """() => {
              const bar = document.querySelector(".bar"), focused = document.activeElement;
              if (bar.contains(focused) || !bar.matches(".is-shown")) return false;
              const box = focused.getBoundingClientRect();
              return box.bottom <= bar.getBoundingClientRect().bottom;
            }"""
        )
        assert not hidden


@pytest.mark.parametrize("kind", ["notes", "minutes"])
def test_records_are_headings_below_that_of_their_item(kind: str, opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, kind))
    labels = page.locator(".label [role=heading]").all_inner_texts()
    told = headings(page)
    names = [name for name, _ in told]
    assert sum(label.startswith("Question") for label in labels) == page.locator(".record.question").count()
    assert [label for label in labels if label not in names] == []
    for (_, above), (name, level) in zip(told, told[1:], strict=False):
        assert level <= above + 1, name


@pytest.mark.parametrize(("kind", "register"), [("life-line", ("actions", "decisions")), ("thread", ("questions",))])
def test_the_way_up_stays_within_the_section(
    kind: str, register: tuple[str, ...], opened: Opened, site: Path
) -> None:
    path = pages.address(site, kind)
    page = opened(path)
    ways = page.locator(".crumbs a")
    expect(ways).to_have_count(2)
    for way in ways.all():
        address = way.evaluate("e => e.href")
        assert f"/archive/{path.split('/')[0]}/" in address
    ways.last.click()
    expect(page.locator(".register")).to_be_visible()
