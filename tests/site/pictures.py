"""Pictures of a page of each kind, to be looked at: `python -m tests.site.pictures SITE FOLDER`.

They are not compared pixel by pixel: fonts differ from machine to machine. What a picture would
show of a fault that can be measured is held by `tests/site/test_pictures.py`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browsing import served
from tests.conftest import chromium
from tests.site import pages

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
TALLEST = 4_000
"""Pixels of a page that are in its picture."""


def take(browser: Browser, address: str, site: Path, folder: Path) -> None:
    """Write `KIND-WIDTH-SCHEME.png` for each kind of page."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce",
            )
            page = context.new_page()
            for kind in pages.KINDS:
                page.goto(f"{address}{pages.address(site, kind)}")
                if kind == "search-results":
                    page.locator("main mark").first.wait_for()
                height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                page.screenshot(
                    path=folder / f"{kind}-{width}-{scheme}.png",
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": width, "height": height},
                )
            context.close()


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("CHROMIUM") or chromium()
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        take(browser, address, site, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
