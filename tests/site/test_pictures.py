"""What a picture of each kind of page would show, measured: nothing beside the screen, cut off or laid over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsing import Opened
from tests.site import pages

HEADER = {1280: 114, 390: 130, 320: 152}
"""Pixels the header may take: a line for the name and one for the main links, or the name and a box on a phone."""
TITLE = 130
"""Pixels below the header where the title begins at the latest: only the way here stands before it."""
LONGEST_LINE = 78
"""Characters. A comfortable line has 60 to 75; the fonts of this machine may be narrower than others."""

_FACTS = """() => {
  const shown = (e) => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1; };
  const name = (e) => `${e.tagName.toLowerCase()}.${e.className}: ${(e.textContent || "").trim().slice(0, 40)}`;
  const scrolls = (e) => { for (let a = e; a; a = a.parentElement)
    if (["auto", "scroll", "hidden"].includes(getComputedStyle(a).overflowX)) return true; return false; };
  const all = [...document.querySelectorAll("header *, main *, footer *")].filter(shown);
  const beside = all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e));
  // The bar is one line; the title and the way here say the whole of what it cuts.
  const cut = all.filter((e) => !e.closest(".bar")).filter((e) => { const s = getComputedStyle(e);
    return e.clientWidth > 1 && s.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1; });
  const lines = [...document.querySelectorAll("main p")].filter((e) => shown(e) && e.textContent.length > 200
    && !e.closest("td")).map((e) => {
      const range = document.createRange(); range.selectNodeContents(e);
      const heights = new Set([...range.getClientRects()].map((r) => Math.round(r.bottom / 8)));
      return e.textContent.length / Math.max(1, heights.size); });
  const h1 = document.querySelector("h1").getBoundingClientRect();
  const header = document.querySelector(".site-header").getBoundingClientRect();
  return { across: document.documentElement.scrollWidth - innerWidth, beside: beside.slice(0, 3).map(name),
    cut: cut.slice(0, 3).map(name), line: Math.max(0, ...lines), header: header.height,
    title: h1.top - header.bottom };
}"""


def check(kind: str, width: int, opened: Opened, site: Path) -> None:
    page = opened(
        pages.address(site, kind), viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    if kind == "search-results":
        page.locator("main mark").first.wait_for()
    facts = page.evaluate(_FACTS)
    assert facts["across"] <= 0, "the page scrolls sideways"
    assert facts["beside"] == []
    assert facts["cut"] == []
    assert facts["header"] <= HEADER[width]
    assert 0 <= facts["title"] <= TITLE, "the title is not at the top"
    assert facts["line"] <= LONGEST_LINE


@pytest.mark.parametrize("kind", pages.KINDS)
def test_all_is_in_its_place_on_a_phone(kind: str, opened: Opened, site: Path) -> None:
    check(kind, 390, opened, site)


@pytest.mark.deep
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", pages.KINDS)
def test_and_on_other_screens(kind: str, width: int, opened: Opened, site: Path) -> None:
    """320 pixels are a window of 1280 at 400 %."""
    check(kind, width, opened, site)
