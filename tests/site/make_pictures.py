"""The pictures of the README, taken of the sample archive:  .venv/bin/python -m tests.site.make_pictures

Build the site first (`make site`). `CHROMIUM` names the browser, as for the tests.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browsing import served
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "images"
WIDE, PHONE = (1280, 800), (390, 780)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what it shows, and how."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    dark: bool = False
    at: str = ""
    """The element that is scrolled to; "" for the top of the page."""


PICTURES = (
    Picture("site", ""),
    Picture("meeting", "meetings/pab/2025-09-16/"),
    Picture("record", "meetings/pab/2025-09-16/notes/#question-6-5", at="#question-6-5"),
    Picture("search", "search/?q=call%20handlers", dark=True),
    Picture("phone", "meetings/pab/2025-09-16/", size=PHONE),
)


def take(browser: Browser, address: str, picture: Picture) -> Path:
    """Take one picture; return its file."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if picture.dark else "light"
    )
    page.goto(f"{address}{picture.path}")
    page.wait_for_load_state("networkidle")
    if picture.path.startswith("search/"):
        page.locator("main mark").first.wait_for()
    if picture.at:
        page.locator(picture.at).first.scroll_into_view_if_needed()
    path = FOLDER / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    return path


def main() -> None:
    """Take all pictures of the README."""
    with sync_playwright() as playwright, served(ROOT / "site") as address:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None)
        for picture in PICTURES:
            print(take(browser, address, picture))
        browser.close()


if __name__ == "__main__":
    main()
