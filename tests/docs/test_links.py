"""Every link in the project's written word leads somewhere; every path that it names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from archive_builder.publish.configuration import site_defaults
from tests.conftest import ROOT
from tests.docs.written import FILES, name_of

MARKDOWN = MarkdownIt("commonmark").enable("table")
_PATH = re.compile(r"(?:archive_builder|tests|docs/(?:maintaining|contributing))/[\w./-]*\w")


def tokens(path: Path) -> Iterator[Token]:
    for token in MARKDOWN.parse(path.read_text("utf-8")):
        yield token
        yield from token.children or ()


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and GitLab make them."""
    made = MARKDOWN.parse(path.read_text("utf-8"))
    titles = [after.content for token, after in pairwise(made) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    for token in tokens(path):
        target = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if not target or re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        led = (path.parent / file).resolve() if file else path
        assert led.exists(), target
        assert led.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(led), target


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_paths_are_there(path: Path) -> None:
    named = [token.content for token in tokens(path) if token.type == "code_inline"]
    found = [words for words in named if _PATH.fullmatch(words) and "NAME" not in words]
    assert [words for words in found if not (ROOT / words).exists()] == []


@pytest.mark.parametrize("folder", ["maintaining", "contributing"])
def test_every_page_is_listed(folder: str) -> None:
    """A page that nothing leads to is not read."""
    front = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    pages = sorted((ROOT / "docs" / folder).glob("*.md"))
    assert [name_of(page) for page in pages if name_of(page) not in front] == []


def test_guides_are_not_published_with_a_site() -> None:
    left_out = site_defaults()["exclude_docs"].split()
    assert left_out == ["/maintaining/", "/contributing/", "/images/"]
