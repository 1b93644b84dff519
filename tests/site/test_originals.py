"""A reader follows the link to the original and has the bytes that lie among the sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.site.conftest import Opened

CONTENT = ROOT / "content"
SOURCES = {
    "meetings/pab/2025-03-18/notes/": "2025-03-18 PAB notes.txt",
    "meetings/wpcp/2025-09-08/tracker/": "panel-action-tracker-2025-09-08.html",
}


@pytest.mark.parametrize(("path", "name"), SOURCES.items())
def test_the_link_leads_to_the_bytes_of_the_source(path: str, name: str, opened: Opened) -> None:
    source = (CONTENT / name).read_bytes()
    page = opened(path)
    with page.expect_response("**/files/**") as response:
        page.get_by_role("link", name=f"{name} (").click()
    assert response.value.body() == source
    assert response.value.headers["content-type"].startswith("text/plain")
    assert hashlib.sha256(source).hexdigest()[:12] in page.url
    assert page.evaluate("document.querySelectorAll('script, table, h1').length") == 0


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
