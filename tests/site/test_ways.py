"""Ways to what the built site holds: feeds, calendars, search engines, acronyms, the page that is not there."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from tests.browsing import Opened
from tests.site import pages
from tests.site.test_accessibility import TAGS
from tests.built import URL


def html(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def meta(page: LexborHTMLParser, name: str, key: str = "name") -> str:
    (node,) = page.css(f"meta[{key}='{name}']")
    return node.attributes["content"] or ""


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page by its address below the site's root, but the one for addresses that do not exist."""
    files = [path for path in sorted(site.rglob("*.html")) if path.name == "index.html"]
    return {path.parent.relative_to(site).as_posix().removeprefix("."): html(path) for path in files}


def test_every_page_has_a_title_and_a_description_of_its_own(found: dict[str, LexborHTMLParser]) -> None:
    titles: Counter[str] = Counter()
    for path, page in found.items():
        title = page.css_first("title")
        assert title is not None
        titles[title.text()] += 1
        description = meta(page, "description")
        assert 20 <= len(description) <= 320, (path, description)
        assert meta(page, "og:description", "property") == description
        assert meta(page, "og:title", "property") in title.text()
    assert [title for title, times in titles.items() if times > 1] == []


def test_every_page_says_its_full_address(found: dict[str, LexborHTMLParser]) -> None:
    for path, page in found.items():
        (canonical,) = page.css("link[rel='canonical']")
        assert canonical.attributes["href"] == f"{URL}{path}/".replace(f"{URL}/", URL)
        assert meta(page, "og:url", "property") == canonical.attributes["href"]


def test_the_site_map_holds_every_page_and_no_invented_date(
    found: dict[str, LexborHTMLParser], site: Path
) -> None:
    root = ET.fromstring((site / "sitemap.xml").read_bytes())
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    held = [node.text for node in root.iter(f"{name}loc")]
    assert sorted(map(str, held)) == sorted(
        f"{URL}{path}/".replace(f"{URL}/", URL) for path in found
    )
    assert list(root.iter(f"{name}lastmod")) == []


def test_what_pages_are_is_said_in_json_that_leads_to_them(found: dict[str, LexborHTMLParser]) -> None:
    kinds: Counter[str] = Counter()
    for path, page in found.items():
        for script in page.css("script[type='application/ld+json']"):
            said = json.loads(script.text())
            kinds[said["@type"]] += 1
            assert said["@context"] == "https://schema.org"
            assert said["url"] == f"{URL}{path}/"
            assert "<" not in script.text()
    assert kinds["Event"] >= 6
    assert kinds["Person"] >= 20
    assert "FAQPage" not in kinds


def test_every_feed_and_calendar_is_read_and_leads_into_the_site(
    found: dict[str, LexborHTMLParser], site: Path
) -> None:
    feeds = sorted((site / "feeds").rglob("*.xml"))
    assert len(feeds) > 20
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, file
        for entry in feed.entries:
            path, _, anchor = entry.link.removeprefix(URL).partition("#")
            page = found[path.rstrip("/")]
            assert not anchor or page.css_first(f"[id='{anchor}']"), entry.link
    calendars = sorted(site.rglob("*.ics"))
    assert len(calendars) >= 9
    for file in calendars:
        for event in Calendar.from_ical(file.read_bytes()).events:
            path, _, anchor = str(event["url"]).removeprefix(URL).partition("#")
            assert not anchor or found[path.rstrip("/")].css_first(f"[id='{anchor}']")
            assert path.rstrip("/") in found


@pytest.mark.parametrize("kind", ["questions", "actions", "decisions", "body", "topic", "person"])
def test_a_feed_is_linked_in_the_head_and_for_readers(kind: str, site: Path) -> None:
    page = html(site / pages.address(site, kind) / "index.html")
    heads = [n.attributes["href"] for n in page.css("link[type='application/atom+xml']")]
    shown = [n.attributes["href"] for n in page.css(".follow a[type='application/atom+xml']")]
    assert len(heads) == 2, "its own and the whole archive's"
    assert set(shown) < set(heads)
    assert len(shown) == 1


def test_a_meeting_is_added_to_a_calendar(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "meeting"))
    with page.expect_download() as download:
        page.locator(".facts").get_by_role("link", name="Add to calendar").click()
    (event,) = Calendar.from_ical(download.value.path().read_bytes()).events
    assert str(event["url"]) == f"{URL}{pages.address(site, 'meeting')}"


def test_the_data_page_agrees_with_the_files(site: Path) -> None:
    page = html(site / "data" / "index.html")
    for heading in page.css("h3[id]"):
        kind = heading.attributes["id"]
        links = {a.attributes["href"]: a for a in page.css(f"a[href^='{kind}.']")}
        rows = len(pages.rows(site, str(kind)))
        said = links[f"{kind}.jsonl"].parent
        assert said is not None
        words = " ".join(said.text().split())
        assert words.endswith(f"{rows:,} row{'' if rows == 1 else 's'}" if rows else "no rows"), words
    assert len(page.css("h3[id]")) == len(list((site / "data").glob("*.jsonl")))


def test_the_example_query_works(site: Path, tmp_path: Path) -> None:
    page = html(site / "data" / "index.html")
    code = page.css_first("pre code")
    assert code is not None
    copy = tmp_path / "archive.sqlite"
    copy.write_bytes((site / "data" / "archive.sqlite").read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute(code.text()).fetchall()


def notes(site: Path) -> str:
    """A page that uses an acronym of the glossary in a paragraph and does not define it."""
    (known,) = pages.rows(site, "abbreviations")
    used = re.compile(rf"<p>[^<(]*\b{known['short']}\b")
    for row in pages.rows(site, "documents"):
        text = (site / str(row["url"]) / "index.html").read_text(encoding="utf-8")
        if row["id"] not in known["document_ids"] and used.search(text):  # type: ignore[operator]
            return str(row["url"])
    raise AssertionError("no sample document uses an acronym")


def test_an_acronym_says_what_it_stands_for(opened: Opened, site: Path) -> None:
    """With the keyboard and by touch; Escape closes it, and the text's words stay what they were."""
    path = notes(site)
    plain = opened(path, java_script_enabled=False).locator(".source").inner_text()
    page = opened(path)
    (known,) = pages.rows(site, "abbreviations")
    short, meaning = str(known["short"]), str(known["meaning"])
    button = page.locator(".source").get_by_role("button", name=short, exact=True).first
    note = page.locator(".term-note:popover-open")
    expect(note).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    expect(note).to_have_text(f"{short}: {meaning}. Glossary")
    expect(note.get_by_role("link")).to_have_attribute("href", re.compile(rf"/glossary/#term-{short.lower()}$"))
    expect(note).to_be_in_viewport()
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert [fault["id"] for fault in found.response["violations"]] == []
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(button).to_be_focused()
    button.click()
    expect(note).to_be_visible()
    assert page.locator(".source").inner_text() == plain
    paragraph = button.evaluate("e => e.closest('p').textContent")
    copied = button.evaluate(
        "e => { getSelection().selectAllChildren(e.closest('p')); return getSelection().toString(); }"
    )
    assert copied.split() == paragraph.split(), "who copies the text copies the acronym too"


def test_an_acronym_is_a_button_once_in_a_section(opened: Opened, site: Path) -> None:
    page = opened(notes(site))
    page.locator(".source button.term").first.wait_for()
    told = page.evaluate(
        """() => {
          let section = 0;
          const found = [];
          for (const node of document.querySelectorAll(".source :is(h1, h2, h3, h4, h5, h6, button.term)")) {
            if (node.matches("button")) found.push(`${section} ${node.textContent}`);
            else section += 1;
          }
          return found;
        }"""
    )
    assert len(set(told)) == len(told)


def test_an_acronym_is_told_by_touch_on_a_phone(opened: Opened, site: Path) -> None:
    page = opened(notes(site), viewport={"width": 390, "height": 700}, has_touch=True)
    button = page.locator(".source button.term").first
    button.tap()
    box = page.locator(".term-note:popover-open").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_a_wrong_address_is_searched_for(opened: Opened, site: Path) -> None:
    """Servers show the page for missing addresses in their place."""
    wrong = "meetings/pab/2025-03-18/firearms-licensng.html"
    missing = site / "404.html"
    page = opened(wrong, before=lambda page: page.route(f"**/{wrong}", lambda r: r.fulfill(path=missing)))
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    box = page.locator("#not-found-search")
    expect(box).to_have_value("meetings pab 2025-03-18 firearms licensng")
    box.fill("speeding")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q=speeding"))


def test_the_page_for_missing_addresses_searches_without_scripts(opened: Opened) -> None:
    page = opened("404.html", java_script_enabled=False)
    page.locator("#not-found-search").fill("speeding")
    page.locator("article").get_by_role("button", name="Search").click()
    page.wait_for_url(re.compile(r"/search/\?q=speeding"))


def test_the_topics_chart_is_an_image_with_a_name(opened: Opened, site: Path) -> None:
    page = opened(pages.address(site, "topic"))
    expect(page.get_by_role("img", name="records over time")).to_be_visible()
    page.get_by_text("The same figures as a table").click()
    expect(page.get_by_role("table")).to_be_visible()


def test_the_pages_of_the_frame_lead_to_all_that_readers_look_for(opened: Opened) -> None:
    page = opened()
    main = page.get_by_role("navigation", name="Main")
    about = page.get_by_role("navigation", name="About this site")
    expect(main.get_by_role("link", name="Topics", include_hidden=True)).to_have_count(1)
    for name in ("Glossary", "Years", "Feeds and calendars", "Data", "Help"):
        expect(about.get_by_role("link", name=name, exact=True)).to_be_visible()
