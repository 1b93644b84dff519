"""The same docs folder under Zensical, as docs/contributing/other-builders.md describes it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from archive_builder.publish import Places
from archive_builder.publish.portable import lay_out
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.browsing import served, watch
from tests.built import ROOT, made_once
from tests.site import pages
from tests.built import FOLDER, URL

GUIDE = ROOT / "docs" / "contributing" / "other-builders.md"
PARTS = ("title", "article", ".site-header", ".site-footer", "nav.contents")
"""What a reader sees of a page."""


def command() -> list[str]:
    """The guide's own command, with the uv of this environment."""
    line = next(line for line in GUIDE.read_text("utf-8").splitlines() if "zensical build" in line)
    program, *arguments = line.split()
    assert program == "../../.venv/bin/uv"
    return [str(Path(sys.executable).with_name("uv")), *arguments]


@pytest.fixture(scope="module")
def other(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""

    def build(out: Path) -> None:
        environment = {**os.environ, "SITE_URL": URL}
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("SITE_URL", URL)
            lay_out(Places(root=ROOT, docs=site.parent / "docs", site=site), out)
        done = subprocess.run(
            command(), cwd=out, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        (out / "site").rename(out / FOLDER)

    return made_once(tmp_path_factory, "zensical", build) / FOLDER


@pytest.mark.deep
def test_zensical_shows_the_same_words_and_links(site: Path, other: Path) -> None:
    names = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    assert names == sorted(path.relative_to(other) for path in other.rglob("*.html"))
    differ = [
        f"{name}: {part}"
        for name in names
        for part, one, two in zip(PARTS, _shown(site, name), _shown(other, name), strict=True)
        if one != two
    ]
    assert differ == []


def _shown(folder: Path, name: Path) -> list[tuple[str, list[str]]]:
    """The words of each part of a page, and where its links lead."""
    here = urljoin(URL, name.as_posix().removesuffix("index.html"))
    tree = LexborHTMLParser((folder / name).read_text(encoding="utf-8"))
    tree.strip_tags(["script"])
    found = []
    for node in (tree.css_first(part) for part in PARTS):
        words = " ".join(node.text().split()) if node else ""
        links = node.css("a[href]") if node else []
        found.append((words, [urljoin(here, link.attributes["href"] or "") for link in links]))
    return found


@pytest.mark.deep
@pytest.mark.parametrize("kind", ["home", "notes", "question-register", "search-results"])
def test_its_pages_complain_of_what_the_guide_says_and_of_nothing_else(
    kind: str, site: Path, other: Path, browser: Browser
) -> None:
    (allowed,) = re.findall(r"sha256-[^` ]+", GUIDE.read_text("utf-8"))
    complaints: list[str] = []
    with served(other.parent) as host:
        page = browser.new_page()
        watch(page, f"{host}{FOLDER}/", complaints)
        page.goto(f"{host}{FOLDER}/{pages.address(site, kind)}")
        if kind == "search-results":
            page.locator("main mark").first.wait_for()
        page.wait_for_load_state()
        page.close()
    assert len(complaints) == 1, complaints
    assert "Content Security Policy" in complaints[0]
    assert allowed in complaints[0]
