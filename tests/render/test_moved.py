"""The files that stand at addresses which lead on."""

from __future__ import annotations

import json

from selectolax.lexbor import LexborHTMLParser

from archive_builder.published import Lead
from archive_builder.render import moved

LEADS = (
    Lead("actions/fen/2024-03-12/minutes/action-1/", "meetings/fen/2024-03-13/minutes/#action-1"),
    Lead("meetings/fen/2024-03-12/", "meetings/fen/2024-03-13/"),
)
FILES = {
    asset.path: asset.content.decode()
    for asset in moved.assets(LEADS, "Fenny <archive>", "https://example.org/records/")
}


def test_a_page_stands_at_each_old_address_and_leads_on_without_script() -> None:
    page = LexborHTMLParser(FILES["meetings/fen/2024-03-12/index.html"])
    head = page.css_first("head")
    assert head is not None
    assert '<noscript><meta http-equiv="refresh" content="0; url=../2024-03-13/">' in (head.html or "")
    link = page.css_first("a#to")
    assert link is not None
    assert link.attributes["href"] == "../2024-03-13/"
    robots = page.css_first("meta[name=robots]")
    assert robots is not None
    assert robots.attributes["content"] == "noindex"
    canonical = page.css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] == "https://example.org/records/meetings/fen/2024-03-13/"
    assert "Fenny &lt;archive&gt;" in FILES["meetings/fen/2024-03-12/index.html"]


def test_the_page_of_a_life_line_leads_to_the_record() -> None:
    page = LexborHTMLParser(FILES["actions/fen/2024-03-12/minutes/action-1/index.html"])
    link = page.css_first("a#to")
    assert link is not None
    assert link.attributes["href"] == "../../../../../meetings/fen/2024-03-13/minutes/#action-1"


def test_hosts_and_programs_get_lists() -> None:
    assert json.loads(FILES["redirects.json"])[1] == {"from": LEADS[1].old, "to": LEADS[1].new}
    lines = FILES["_redirects"].splitlines()
    assert lines[1] == "/records/meetings/fen/2024-03-12/ /records/meetings/fen/2024-03-13/ 301"


def test_nothing_is_written_where_nothing_moved() -> None:
    assert list(moved.assets((), "Fenny", "https://example.org/")) == []
