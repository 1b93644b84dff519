"""A reader follows the link to the original and has the bytes that lie among the sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.browsing import Opened

CONTENT = ROOT / "content"
SOURCES = {
    "meetings/pab/2025-03-18/notes/": "2025-03-18 PAB notes.txt",
    "meetings/wpcp/2025-09-08/tracker/": "panel-action-tracker-2025-09-08.html",
}


@pytest.mark.parametrize(("path", "name"), SOURCES.items())
def test_the_link_leads_to_the_bytes_of_the_source(
    path: str, name: str, browser: Browser, address: str
) -> None:
    source = (CONTENT / name).read_bytes()
    # Not `opened`: on a page of bare text the browser looks for an icon at the host's root, in vain.
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{path}")
        page.get_by_role("link", name=f"{name} (").click()
        page.wait_for_url(f"**/files/{hashlib.sha256(source).hexdigest()[:12]}/*.txt")
        assert page.locator("pre").text_content() == source.decode()
        assert page.locator("h1, table, script").count() == 0
        assert context.request.get(page.url).body() == source


def test_the_hash_stands_in_the_details(opened: Opened) -> None:
    [path, *_] = SOURCES
    page = opened(path)
    page.get_by_text("About this text").click()
    digest = hashlib.sha256((CONTENT / SOURCES[path]).read_bytes()).hexdigest()
    expect(page.get_by_text(digest)).to_be_visible()


def test_every_document_of_the_sample_has_its_original(site: Path) -> None:
    """Told by the data, so that a sample document in any format is held to it."""
    linked = set()
    for path in site.rglob("index.html"):
        for link in LexborHTMLParser(path.read_text("utf-8")).css("dl a[href*='files/']"):
            linked.add((path.parent / (link.attributes["href"] or "").partition("#")[0]).resolve())
    held = {hashlib.sha256(path.read_bytes()).hexdigest() for path in linked}
    sources = {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in CONTENT.iterdir() if path.is_file()
    }
    assert held == sources
