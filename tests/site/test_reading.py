"""Reading without a mouse, in one's own colours, on paper, and what no page shows a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Opened
from tests.site import pages

_FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const visible = box.width > 0 && box.height > 0 && style.visibility !== "hidden";
  const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { name: (e.getAttribute("aria-label") || e.textContent || e.id || e.tagName).trim().slice(0, 40),
    seen: visible && inside, ring };
}"""


def walk(page: Page, most: int) -> list[dict[str, object]]:
    """What the Tab key reaches, in order, until it has been everywhere or `most` times."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("width", [1280, 390])
def test_the_tab_key_reaches_only_what_is_seen_and_shows_where_it_is(width: int, opened: Opened) -> None:
    page = opened("meetings/", viewport={"width": width, "height": 800})
    stops = walk(page, 60)
    assert stops[0]["name"] == "Skip to content"
    assert len(stops) > 10
    assert [stop for stop in stops if not stop["seen"] or not stop["ring"]] == []
    assert any(stop["name"] == "Menu" for stop in stops) == (width == 390)


@pytest.mark.parametrize("kind", ["agenda-pack", "topic", "help"])
def test_what_folds_shows_the_focus(kind: str, opened: Opened, site: Path) -> None:
    """Material takes the ring away from all that folds."""
    stops = walk(opened(pages.address(site, kind), viewport={"width": 390, "height": 800}), 80)
    folds = [stop for stop in stops if str(stop["name"]).startswith(FOLDS)]
    assert folds
    assert [stop for stop in folds if not stop["ring"]] == []


FOLDS = ("On this page", "About this text", "The same figures")


def test_the_skip_link_leads_past_the_header(opened: Opened) -> None:
    page = opened("meetings/", viewport={"width": 1280, "height": 800})
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keyboard(opened: Opened) -> None:
    page = opened("meetings/", viewport={"width": 390, "height": 800})
    menu = page.get_by_role("button", name="Menu")
    links = page.get_by_role("navigation", name="Main")
    expect(links).to_be_hidden()
    menu.press("Enter")
    expect(links).to_be_visible()
    page.keyboard.press("Escape")
    expect(links).to_be_hidden()
    expect(menu).to_be_focused()


def test_records_stay_marked_in_ones_own_colours(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "notes"), forced_colors="active")
    edge = page.locator("div.record.question").first
    width, style = edge.evaluate(
        "(e) => { const s = getComputedStyle(e); return [s.borderLeftWidth, s.borderLeftStyle] }"
    )
    assert (style, float(width.removesuffix("px")) > 0) == ("solid", True)


@pytest.mark.parametrize("kind", ["notes", "meeting", "question-register"])
def test_on_paper_there_is_the_text_and_nothing_to_press(kind: str, opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, kind), viewport={"width": 1280, "height": 900})
    page.emulate_media(media="print")
    for away in (".site-header", ".contents", ".register-tools"):
        for part in page.locator(away).all():
            expect(part).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


MACHINE_WORDS = re.compile(
    r"\b(?:not-answered|also-present|key-decision|agenda-pack|action-tracker|work-programme|first-seen"
    r"|NoneType|None,|nan|undefined|\[object|[a-z]+_[a-z]+)\b|\b\d{4}-\d{2}-\d{2}\b"
)


@pytest.mark.parametrize(
    "kind", [kind for kind in pages.KINDS if kind not in ("data", "help", "search", "search-results")]
)
def test_no_machine_words_before_a_readers_eyes(kind: str, opened: Opened, site: Path) -> None:
    """File names and the texts of documents may hold such; what we write around them may not."""
    page = opened(pages.address(site, kind))
    page.evaluate("document.querySelectorAll('.source, .provenance, code, .facts a').forEach((e) => e.remove())")
    files = {str(row["source"]["file"]) for row in pages.rows(site, "documents")}  # type: ignore[index]
    words = page.locator("main").inner_text()
    for file in files:
        words = words.replace(file, "")
    assert MACHINE_WORDS.findall(words) == []
