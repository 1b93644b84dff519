"""Whatever an archive holds, no page of it links to a page that was not made."""

from __future__ import annotations

import posixpath
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder import lang, link, pipeline, render, settings
from archive_builder.link.topic_vocabulary import TopicEntry, load
from archive_builder.link.topics import build_matcher
from archive_builder.model import Document, Page, Topic
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds import home

ROOT = Path(__file__).parents[2]
SETTINGS = settings.load()
SUBSETS = 8
BY_HAND = frozenset(lang.standing_pages())
"""The pages that a build does not make; after `make site`, the home page that it made lies beside them."""
_TARGET = re.compile(r"\]\(([^)\s]+)\)|\bhref=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def samples() -> Sequence[Document]:
    return pipeline.gather([ROOT / "content"], SETTINGS).readings.documents


def dead_links(documents: Sequence[Document], subjects: Sequence[TopicEntry]) -> list[str]:
    archive = link.link(documents, SETTINGS, lambda problem: None, subjects)
    pages = list(render.pages(archive, (), SETTINGS))
    made = {page.path for page in pages}
    assert set(archive.page_addresses()) - made <= {topic.path for topic in archive.topics}
    return [f"{page.path}: {path}" for page in pages for path in _linked(page) if path not in made]


def _linked(page: Page) -> Iterator[str]:
    """The addresses of pages that a page links to, as they stand below the site's root."""
    for markdown, html in _TARGET.findall(page.body):
        target = (markdown or html).partition("#")[0]
        if ":" in target or not target.endswith((".md", "/")):
            continue
        way = posixpath.normpath(posixpath.join(page.path, target))
        if way not in BY_HAND:
            yield way.removesuffix("index.md") if target.endswith(".md") else f"{way}/".removeprefix("./")


def test_the_links_of_a_page_are_seen() -> None:
    body = 'See [it](../b/index.md#item-1), [home](../index.md) and <a href="../c/">that</a>, not [a file](x.csv).'
    assert list(_linked(Page(path="a/", title="", front={}, body=body))) == ["b/", "", "c/"]


@pytest.mark.parametrize("seed", range(SUBSETS))
def test_no_link_of_a_subset_is_dead(samples: Sequence[Document], seed: int) -> None:
    files = sorted({document.source.file for document in samples})
    chance = random.Random(seed)
    kept = set(chance.sample(files, chance.randint(0, len(files) // 2)))
    assert dead_links([d for d in samples if d.source.file in kept], load()) == []


def test_the_links_of_each_sample_alone_are_not_dead(samples: Sequence[Document]) -> None:
    for file in sorted({document.source.file for document in samples}):
        assert dead_links([d for d in samples if d.source.file == file], load()) == [], file


def test_the_home_page_leads_to_no_topic_of_which_only_a_heading_speaks(samples: Sequence[Document]) -> None:
    document = next(d for d in samples if d.headings and d.items)
    bare = replace(document, path="documents/a/", items=(), questions=(), actions=(), decisions=())
    archive = link.link([replace(bare, title="Untold")], SETTINGS, lambda problem: None)
    [subject] = [TopicEntry(name="Untold", words=("untold",))]
    told = archive.documents[0]
    where = f"{told.path}#{told.headings[0].anchor}"
    topics: tuple[Topic, ...] = build_matcher([subject]).topics
    archive = replace(archive, topics=topics, about={where: (topics[0].slug,)})
    [page] = home.pages(context(archive, (), SETTINGS))
    assert "topics/untold" not in page.body
