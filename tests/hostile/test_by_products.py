"""What is published beside the pages, of documents made to harm: feeds, calendars, data for search engines, CSV.

Each is written in a language of its own, in which words of a document could say more than they should.
The document `x01-by-products.html` tries it in all of them.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browsing import opening, served
from tests.hostile.conftest import OURS, Built

STYLE = rb'<\?xml-stylesheet type="text/css" href="(?:\.\./)+assets/style/feed\.css"\?>'
"""How a feed names its own style, which is the only one it may have."""
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SHOWN = {"div", "h1", "h2", "p", "a"}
"""The elements by which a browser shows a feed; they have a link and nothing else."""
FEED = {
    "feed",
    "subtitle",
    "id",
    "title",
    "updated",
    "link",
    "author",
    "name",
    "entry",
    "category",
    "summary",
}
EVENT = {
    *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "SUMMARY"),
    *("LOCATION", "DESCRIPTION", "STATUS", "URL"),
}
NUMBER = re.compile(r"[-+]?[\d,]*(?:\.\d+)?%?")
OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MEANINGS = {
    "POB": "Performance <img src=x onerror=window.HXABBR=1> Overview Board",
    "POU": "Police <b>Operations</b> Unit",
    "QAP": 'Quality "><svg/onload=window.HXABBR=2> Assurance Panel',
}


def some(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.rglob(pattern))
    assert found
    return found


@pytest.fixture(scope="module")
def ours(built: Built) -> str:
    """The page of the document that is made for these tests, below the site's root."""
    [row] = [row for row in built.rows("documents") if row["source"]["file"] == OURS.name]
    return str(row["url"])


def test_feeds_are_whole_and_hold_no_markup(built: Built) -> None:
    titles = ""
    for file in some(built.site / "feeds", "*.xml"):
        data = file.read_bytes()
        assert not re.search(rb"<!DOCTYPE|<!\[CDATA\[", data), file
        [style] = re.findall(rb"<\?xml-stylesheet[^>]*>", data)
        assert re.fullmatch(STYLE, style), file
        for node in ElementTree.fromstring(data).iter():
            assert node.tag.removeprefix(ATOM) in FEED or node.tag.removeprefix(XHTML) in SHOWN, file
            assert node.get("type") in (None, "text/html", "application/atom+xml", "xhtml"), file
            assert "hx.invalid" not in (node.get("href") or "").lower(), file
            assert not node.tag.startswith(XHTML) or set(node.keys()) <= {"href"}, file
        read = feedparser.parse(data)
        assert not read.bozo, file
        titles += "".join(str(entry.title) for entry in read.entries)
    assert "HXFEED=1" in titles
    assert "HXFEED=2" in titles


def test_the_site_map_is_whole(built: Built) -> None:
    root = ElementTree.fromstring((built.site / "sitemap.xml").read_bytes())
    assert {node.tag.rpartition("}")[2] for node in root.iter()} == {"urlset", "url", "loc"}


def test_calendars_hold_events_and_no_line_of_a_document(built: Built) -> None:
    said = ""
    for file in some(built.site, "*.ics"):
        data = file.read_bytes()
        assert not re.search(rb"[^\r]\n|\r[^\n]", data), file
        lines = re.sub(r"\r\n[ \t]", "", data.decode()).removesuffix("\r\n").split("\r\n")
        assert {re.split("[:;]", line)[0] for line in lines} <= EVENT, file
        calendar = Calendar.from_ical(data)
        assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT"}, file
        assert len(list(calendar.events)) == lines.count("BEGIN:VEVENT"), file
        said += "".join(f"{event.get('location')} {event.get('description')}" for event in calendar.events)
    assert "BEGIN:VALARM ACTION:AUDIO" in said
    assert "END:VEVENT BEGIN:VEVENT SUMMARY:HXNEXT" in said


def test_data_in_pages_is_whole_and_cannot_end_its_element(built: Built) -> None:
    kinds = {"application/ld+json": "", "application/json": ""}
    for file in some(built.site, "*.html"):
        text = file.read_text("utf-8")
        for script in LexborHTMLParser(text).css("script[type$='json']"):
            said = script.text()
            json.loads(said)
            assert not re.search("[<>\u2028\u2029]", said), file
            kinds[str(script.attributes["type"])] += said
    assert "HXLD=1" in kinds["application/ld+json"]
    assert "HXABBR=2" in kinds["application/json"]


def cells(site: Path) -> Iterator[tuple[Path, str]]:
    for file in some(site, "*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines, strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, file
        yield from ((file, cell) for row in rows for cell in row)


def test_no_cell_of_a_csv_file_opens_a_formula(built: Built) -> None:
    """docs/maintaining/data.md: a cell that a spreadsheet would take for one has an apostrophe before it."""
    marked = set()
    for file, cell in cells(built.site):
        assert not cell.startswith(OPENS_FORMULA) or NUMBER.fullmatch(cell), (file, cell)
        marked |= set(re.findall(r"^'[=+@-]HX[A-Z]+\(\d\)", cell))
    wanted = {f"'{each}" for each in ("=HXASKER(1)", "@HXANSWER(1)", "=HXHEAD(1)", "+HXROW(1)", "@HXROW(2)")}
    assert {*wanted, "'-HXROW(3)", "'=HXROW(4)"} <= marked


def test_numbers_of_a_csv_file_stay_numbers(built: Built, ours: str) -> None:
    text = (built.site / ours / "table-1.csv").read_text("utf-8-sig")
    assert ",-5," in text
    assert ",-," in text


def test_the_glossary_shows_meanings_as_they_are_printed(built: Built, ours: str) -> None:
    rows = [row for row in built.rows("abbreviations") if ours in row["document_ids"]]
    assert {row["short"]: row["meaning"] for row in rows} == MEANINGS
    page = LexborHTMLParser((built.site / "glossary" / "index.html").read_text("utf-8"))
    for short, meaning in MEANINGS.items():
        [entry] = [node for node in page.css("li") if node.css_first(f"#term-{short.lower()}")]
        assert f"{short}: {meaning}" in entry.text()
        assert {node.tag for node in entry.css("*")} == {"li", "span", "strong", "a"}


def test_the_note_of_an_acronym_shows_its_meaning_as_text(browser: Browser, built: Built, ours: str) -> None:
    with served(built.site) as address, opening(browser, address) as opened:
        page = opened(ours)
        for short, meaning in MEANINGS.items():
            page.locator(".source button.term", has_text=short).first.click()
            note = page.locator(".term-note:popover-open")
            expect(note).to_have_text(f"{short}: {meaning}. Glossary")
            assert note.evaluate("e => e.querySelectorAll('img, svg, b, script').length") == 0
        assert page.evaluate("Object.keys(window).filter(key => key.startsWith('HX'))") == []
