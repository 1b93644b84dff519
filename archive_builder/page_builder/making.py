"""Makes the pages that have changed, in as many processes as there are cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from archive_builder.page_builder import kept_pages, rendering, stamps
from archive_builder.page_builder.kept_pages import KeptPage, Link, Said
from archive_builder.page_builder.site import Site, is_hidden

_FEW = 24
"""Up to this number of pages, starting further processes takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Stands in the place of a page that MkDocs stopped at."""

    said: tuple[Said, ...]


@dataclass(slots=True)
class _Lookups:
    """Stands for MkDocs' files while a page is converted, and notes what the page asked for."""

    files: Files
    asked: dict[str, None] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a path, which MkDocs has brought into its shortest form, as `Files` does."""
        self.asked[path] = None
        return self.files.src_uris.get(path)


_at_work: Site | None = None
"""The site, where a forked process finds it: it cannot be sent to one."""


def make_pages(site: Site, files: Sequence[File], *, fast: bool) -> Iterator[KeptPage | Failed]:
    """Make pages, in as many processes as there are cores; yield them in the files' order.

    `fast`: by the fast renderer where it can, else all by Python-Markdown.
    """
    global _at_work
    _at_work = site
    place_of = {file.src_uri: place for place, file in enumerate(site.pages)}
    places = [place_of[file.src_uri] for file in files]
    make = partial(_make_at, fast=fast)
    if len(files) <= _FEW or not hasattr(os, "sched_getaffinity"):  # that is, not on Linux
        yield from map(make, places)
        return
    jobs = len(os.sched_getaffinity(0))
    gc.collect()
    gc.freeze()  # what is not touched is not copied
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(make, places, chunksize=8)


def _make_at(place: int, *, fast: bool) -> KeptPage | Failed:
    site = cast(Site, _at_work)
    return _make(site.pages[place], site, fast=fast)


def _make(file: File, site: Site, *, fast: bool) -> KeptPage | Failed:
    """Make a page and write it, and say what it was made from."""
    page = cast(Page, file.page)
    lookups = _Lookups(site.files)
    before = len(site.listener.said)
    source_stamp = stamps.stamp(file.abs_src_path or "")
    try:
        source = kept_pages.digest_of_source(file)
        rendering.read_page(page, site.config, cast(Files, lookups), source, fast=fast)
        anchors = tuple(sorted(page.present_anchor_ids or ()))
        links = tuple(_links(page))
        mkdocs_build._build_page(page, site.config, site.pages, site.navigation, site.environment)
    except Exception:  # MkDocs has said which page and why
        return Failed(site.listener.take(before))
    finally:
        _forget(page)
    return KeptPage(
        shared=site.shared,
        source=source,
        html=kept_pages.digest_of_file(Path(file.abs_dest_path)),
        asked=tuple(dict.fromkeys((*lookups.asked, *(to for to, _, _ in links)))),
        anchors=anchors,
        links=links,
        said=site.listener.take(before),
        source_stamp=source_stamp,
        html_stamp=stamps.stamp(file.abs_dest_path),
        is_hidden=is_hidden(file),
    )


def _links(page: Page) -> Iterator[Link]:
    """Yield the links of a page that have an anchor."""
    for to, anchors in (page.links_to_anchors or {}).items():
        for anchor, link in anchors.items():
            yield to.src_uri, anchor, link


def _forget(page: Page) -> None:
    """Drop a page's text, which nothing needs once it is written: together they are most of the memory."""
    page.content = None
    page.markdown = ""
    page.toc = cast(Any, [])
    page.links_to_anchors = None
