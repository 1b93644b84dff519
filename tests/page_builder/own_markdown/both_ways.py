"""Markdown rendered both ways: by the fast renderer, and by Python-Markdown as MkDocs uses it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import IO, Any, cast

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.pages import Page

from archive_builder.page_builder import rendering
from archive_builder.publish.configuration import site_defaults

HERE = "meetings/board/notes/index.md"
"""The page that trials are rendered as."""
_THERE = ("index.md", "meetings/index.md", "meetings/board/index.md", "files/paper.pdf")
"""The files that it can link to."""
_OF_PAGES = ("markdown_extensions", "plugins", "validation", "exclude_docs")
"""The settings that say which pages there are, and how they are rendered."""
Outcome = tuple[object, ...]
"""HTML, contents, title, anchors and links of a page."""


@dataclass(frozen=True)
class BothWays:
    """What the two renderers make of a page."""

    source: str
    """The page's path below the docs folder."""
    fast: Outcome | None
    """None where the fast renderer leaves the page to Python-Markdown."""
    reference: Outcome


@cache
def configuration(docs: Path) -> MkDocsConfig:
    """MkDocs' configuration with the Markdown of every archive."""
    told = {name: site_defaults()[name] for name in _OF_PAGES}
    file = StringIO(yaml.safe_dump({"site_name": "Test", "docs_dir": str(docs), **told}))
    file.name = str(docs.parent / "mkdocs.yml")
    return load_config(cast(IO[Any], file), theme="mkdocs", site_dir=str(docs.parent / "no site"))


def render_both(text: str, docs: Path) -> BothWays:
    """Render a text both ways; `docs` is any folder."""
    config = configuration(docs)
    files = [File(name, str(docs), config.site_dir, use_directory_urls=True) for name in (HERE, *_THERE)]
    for file in files:
        file.inclusion = InclusionLevel.INCLUDED
    return _render(text, files[0], config, Files(files))


def render_pages(docs: Path) -> Iterator[BothWays]:
    """Render each page of a docs folder both ways."""
    config = configuration(docs)
    files = get_files(config)
    set_exclusions(files, config)
    for file in files.documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
        yield _render(page.markdown or "", file, config, files)


def _render(text: str, file: File, config: MkDocsConfig, files: Files) -> BothWays:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    page = Page(None, file, config)
    page.markdown = text
    fast = rendering.outcome(page) if rendering.render_fast(page, config, files) else None
    page.render(config, files)
    return BothWays(file.src_uri, fast, rendering.outcome(page))
