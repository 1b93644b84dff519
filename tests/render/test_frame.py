"""The frame around the text: what the overrides make of Material's templates."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest

from archive_builder.settings import load
from tests import factories
from tests.render import building, site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive built strictly, as a site in a folder of its host."""
    return building.built(tmp_path_factory.mktemp("frame"), factories.archive(), load())


def html_files(built: Path) -> list[Path]:
    return sorted(built.rglob("*.html"))


def test_policy_comes_first_and_knows_every_inline_script(built: Path) -> None:
    for path in html_files(built):
        text = path.read_text(encoding="utf-8")
        head = text.partition("<head>")[2].lstrip()
        assert head.startswith('<meta http-equiv="Content-Security-Policy"'), path
        policy = re.search(r"script-src ([^;]*);", head)
        assert policy
        for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[1], (path, script[:60])
        assert not re.search(r"\son\w+=|javascript:", text), path


def test_the_policy_allows_no_script_that_is_not_there(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    allowed = set(re.findall(r"sha256-([^']+)'", text))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert allowed == {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts}


def test_the_policy_allows_no_style_in_a_page_and_none_is_there(built: Path) -> None:
    for path in html_files(built):
        text = path.read_text(encoding="utf-8")
        assert "style-src 'self';" in text, path
        assert "unsafe-inline" not in text, path
        assert not re.search(r"<style|<[^>]*\sstyle=", text), path


def test_tables_of_hand_written_pages_keep_their_alignment() -> None:
    shown = site.html("| a |\n| ---: |\n| 1 |").css_first("td")
    assert shown is not None
    assert shown.attributes == {"align": "right"}


def test_no_page_asks_another_host(built: Path) -> None:
    for path in html_files(built):
        text = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]*\ssrc="([^"]+)"', text)
        loaded += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preconnect)"[^>]*href="([^"]+)"', text)
        assert not [address for address in loaded if "//" in address], path
    for path in (built / "assets" / "style").glob("*.css"):
        assert "url(" not in path.read_text(encoding="utf-8")


def test_a_page_has_one_search_field(built: Path) -> None:
    for path in html_files(built):
        fields = re.findall(r'<input[^>]*name="q"', path.read_text(encoding="utf-8"))
        assert len(fields) == 1, path


def test_the_main_links_say_in_which_part_a_page_is(built: Path) -> None:
    def current(address: str) -> list[tuple[str, str]]:
        text = (built / address / "index.html").read_text(encoding="utf-8")
        links = text.partition('id="__main-links"')[2].partition("</nav>")[0]
        return re.findall(r'aria-current="(\w+)">([^<]+)', links)

    assert current("topics") == [("page", "Topics")]
    meeting = min(built.glob("meetings/*/*/index.html")).parent.relative_to(built)
    assert current(meeting.as_posix()) == [("true", "Meetings")]
    assert current("help") == []


def test_no_drawer_and_no_theme_search(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    assert "md-nav--primary" not in text
    assert "md-search" not in text
    assert "bundle." not in text


def test_addresses_are_relative_but_on_the_error_page(built: Path) -> None:
    for path in html_files(built):
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', path.read_text(encoding="utf-8"))
        if path.name == "404.html":
            assert all(link.startswith("/archive/") for link in links)
        else:
            assert not links, path


def test_every_page_has_one_title_and_one_main_heading(built: Path) -> None:
    titles: dict[str, Path] = {}
    for path in html_files(built):
        text = path.read_text(encoding="utf-8")
        assert text.count("<h1") == 1, path
        title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        assert title
        assert title[1] not in titles, (path, titles.get(title[1]))
        titles[title[1]] = path


def test_contents_follow_the_title_and_the_facts(built: Path) -> None:
    """On a phone, and to somebody who listens, a page begins with what it is."""
    seen = 0
    for path in html_files(built):
        text = path.read_text(encoding="utf-8")
        contents = text.find('<nav class="contents"')
        if contents >= 0:
            seen += 1
            assert text.count('<nav class="contents"') == 1, path
            assert text.index("</h1>") < contents < text.index("</article>"), path
            assert text.find('<div class="facts"') < contents < text.find("<h2", contents), path
    assert seen > 5


def test_the_glossary_lists_its_letters_once(built: Path) -> None:
    assert 'class="contents"' not in (built / "glossary" / "index.html").read_text(encoding="utf-8")


def test_heading_levels_are_never_skipped(built: Path) -> None:
    for path in html_files(built):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", path.read_text(encoding="utf-8"))]
        for above, below in pairwise(levels):
            assert below <= above + 1, (path, levels)
