"""The words of every page of the built site, read as a member of the public reads them.

The texts of the documents say what they say, and are left out here. The pages on the data and on how
to search are about words for machines, and are left out too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site import pages

ABOUT_MACHINES = ("data/index.html", "help/index.html")
SPOKEN = ("title", "aria-label", "placeholder", "alt")
"""Attributes that are read out or shown."""
OF_MACHINES = re.compile(
    r"\b[a-z]+(?:_[a-z0-9]+)+\b"  # names of keys
    r"|\b(?:None|True|False|NaN|nan|null|undefined)\b|\[object"
    r"|\b\d{4}-\d{2}-\d{2}\b"
    r"|\{\{|\{%|&(?:amp|lt|gt|quot|#\d+);"
)
NONE_YET = re.compile(r"\bNone yet\.|\bNone of\b")
"""The one use of such a word that is English."""
ONE = re.compile(
    r"(?<![\d,.] )(?<![\d,.])\b(?:1 (?:questions|actions|decisions|meetings|documents|days|pages|records|rows|tables)"
    r"|(?:[02-9]|\d+[02-9]|\d*1[1-9]|\d+1) (?:question|action|decision|meeting|document|day|record|row|table))\b(?! \d)"
)
"""A number and a noun that do not agree."""


def words(page: Path) -> str:
    """What a page shows or says, in our words."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    tree.strip_tags(["script", "style"])
    for node in tree.css(".source, code, .printed-address"):
        node.decompose()
    texts = [node.text() for node in tree.css("title")]
    texts += [tree.body.text(separator=" ") if tree.body else ""]
    texts += [node.attributes[name] or "" for name in SPOKEN for node in tree.css(f"[{name}]")]
    texts += [
        node.attributes["content"] or ""
        for node in tree.css(
            "meta[name=description], meta[property='og:title'], meta[property='og:description']"
        )
    ]
    return " ".join(" ".join(texts).split())


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, str]:
    """The words of each page without the names of files, as they came and as they are published."""
    files = {str(row["source"]["file"]) for row in pages.rows(site, "documents")}  # type: ignore[index]
    stems = [r"[ _-]".join(map(re.escape, re.split(r"[ _-]", Path(file).stem))) for file in sorted(files)]
    names = re.compile(rf"(?:{'|'.join(stems)})[.-]\w+")
    found = {path.relative_to(site).as_posix(): words(path) for path in sorted(site.rglob("*.html"))}
    return {path: names.sub("", text) for path, text in found.items() if path not in ABOUT_MACHINES}


def test_no_page_shows_words_of_machines(said: dict[str, str]) -> None:
    found = {path: OF_MACHINES.findall(NONE_YET.sub("", text)) for path, text in said.items()}
    assert {path: odd for path, odd in found.items() if odd} == {}


def test_no_page_shows_a_name_that_only_the_data_have(said: dict[str, str], site: Path) -> None:
    """Names of kinds, states, rules and bodies in the data: what has a hyphen there is no English here."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in (site.parent / "docs").rglob("*.md"))
    names = {name for kind in sorted((site / "data").glob("*.jsonl")) for name in _names(kind)}
    assert {"also-present", "agenda-pack"} & names, "no names were found: is the test still of use?"
    printed = {name for name in names if re.search(rf"[A-Za-z] {name} [a-z]", texts)}
    odd = re.compile(rf"(?<![\w/-])(?:{'|'.join(sorted(map(re.escape, names - printed)))})(?![\w/-])")
    found = {path: odd.findall(text) for path, text in said.items()}
    assert {path: shown for path, shown in found.items() if shown} == {}


def _names(file: Path) -> Iterator[str]:
    """The values of a data file that are one word of small letters with hyphens."""

    def within(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for inner in value.values():
                yield from within(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from within(inner)
        elif isinstance(value, str) and re.fullmatch(r"[a-z]+(?:-[a-z]+)+", value):
            yield value

    for line in file.read_text(encoding="utf-8").splitlines():
        yield from within(json.loads(line))


def test_numbers_and_nouns_agree(said: dict[str, str]) -> None:
    found = {path: ONE.findall(text) for path, text in said.items()}
    assert {path: odd for path, odd in found.items() if odd} == {}


def test_every_page_has_one_heading_and_a_title_of_its_own(site: Path) -> None:
    titles: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert len(tree.css("h1")) == 1, path
        (title,) = tree.css("head > title")
        titles.setdefault(title.text(), []).append(path.relative_to(site).as_posix())
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}
