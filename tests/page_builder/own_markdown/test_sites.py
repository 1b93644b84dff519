"""Every page of whole sites is rendered as Python-Markdown renders it, nearly all of them by the fast renderer."""

from __future__ import annotations

from pathlib import Path

from tests.page_builder.own_markdown.both_ways import render_pages

MOST = 0.9
"""The share of pages that the fast renderer has to take; pages written by hand are among the others."""


def check_pages(docs: Path) -> None:
    """Render all pages of a docs folder both ways and compare."""
    pages = list(render_pages(docs))
    assert [page.source for page in pages if page.fast not in (None, page.reference)] == []
    assert sum(page.fast is not None for page in pages) >= MOST * len(pages) > 0


def test_the_samples(site: Path) -> None:
    check_pages(site.parent / "docs")


def test_the_corpus(corpus_site: Path) -> None:
    check_pages(corpus_site.parent / "docs")
