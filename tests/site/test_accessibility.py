"""axe-core over a page of each kind: WCAG 2.2 at level AA, and good practice besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import Opened
from tests.site import pages

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDTHS = {"wide": 1280, "tablet": 768, "phone": 320}


def check(kind: str, scheme: str, width: int, opened: Opened, site: Path) -> None:
    path = pages.address(site, kind)
    size = {"width": width, "height": 900}
    # Colours must be measured as they are, not on their way there.
    page = opened(path, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    if kind == "search-results":
        page.locator("main mark").first.wait_for()
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    faults = [
        f"{fault['id']} ({fault['impact']}): {node['html'][:160]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", pages.KINDS)
def test_nothing_is_in_a_readers_way(kind: str, scheme: str, opened: Opened, site: Path) -> None:
    check(kind, scheme, WIDTHS["wide"], opened, site)


@pytest.mark.deep
@pytest.mark.parametrize("width", ["tablet", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", pages.KINDS)
def test_nor_on_smaller_screens(kind: str, scheme: str, width: str, opened: Opened, site: Path) -> None:
    check(kind, scheme, WIDTHS[width], opened, site)
