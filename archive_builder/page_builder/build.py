"""MkDocs run as a library: it makes the same bytes as `mkdocs build --strict`, and only pages that changed.

What it says goes to standard error in the words of `mkdocs build`; it ends with 1 where that would. How far
it is goes to standard output (`progress`).

MkDocs' own functions read, convert and write each page; `tests/page_builder/test_build.py` compares
the two. Where a configuration has something by which one page could depend on another (a plugin, a hook,
an extension not listed here, a template that looks at all pages), every page is made by MkDocs itself.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from archive_builder.page_builder import kept_pages, progress
from archive_builder.page_builder.anchors import missing_anchors
from archive_builder.page_builder.dependence import digest_of_shared, pages_depend_on_more
from archive_builder.page_builder.kept_pages import KeptPage, Said
from archive_builder.page_builder.static_files import put_static_files

_HIDDEN = b"\nrobots: noindex"
"""Front matter of a page that is not in the site map."""
_IN_STRICT_MODE = "Aborted with warnings in strict mode!"
"""What MkDocs says when the site is whole and something in it deserved a warning."""
_FEW = 24
"""Up to this number of pages, starting further processes takes longer than it saves."""


@dataclass(slots=True)
class _Lookups:
    """Stands for MkDocs' files while a page is converted, and notes what the page asked for."""

    files: Files
    addresses: dict[str, str | None] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of a path, as `Files` does."""
        file = self.files.get_file_from_path(path)
        self.addresses[path] = _address(file)
        return file


def _address(file: File | None) -> str | None:
    """Return what a link to a file depends on."""
    return None if file is None else f"{file.url} {file.inclusion.name}"


class _Listener(logging.Handler):
    """Collects what MkDocs says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.levelno, record.getMessage()))


@dataclass(frozen=True, slots=True)
class _Site:
    """A site that is being built."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    pages: Sequence[File]
    shared: str
    """Digest of what all pages share."""
    listener: _Listener
    _addresses: dict[str, str | None] = field(default_factory=dict)

    def address_of(self, path: str) -> str | None:
        """Return what a link to a file depends on; many pages link to the same few."""
        if path not in self._addresses:
            self._addresses[path] = _address(self.files.get_file_from_path(path))
        return self._addresses[path]


@dataclass(frozen=True, slots=True)
class _Failed:
    """Stands in the place of a page that MkDocs stopped at."""

    said: tuple[Said, ...]


def build(configuration: Path, site: Path, last_site: Path, kept: Path, asked: str | None = None) -> int:
    """Build a site; return the exit code of `mkdocs build --strict`.

    Says on standard output why the page that is `asked` for is made again.
    """
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(listener)
    try:
        config = load_config(str(configuration), site_dir=str(site), strict=True)
        if not pages_depend_on_more(config):
            return _build(config, listener, last_site, kept, asked)
        mkdocs_build.build(config)
    except (Abort, MkDocsException) as error:
        return _say(listener.said, str(error))
    return _say(listener.said)


def _build(config: MkDocsConfig, listener: _Listener, last_site: Path, kept: Path, asked: str | None) -> int:
    made = _site(config, listener)
    put_static_files(made.files, Path(config.docs_dir))
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, made.environment, made.files, config, made.navigation)
    before = kept_pages.read(kept)
    if asked is not None:
        print("\n".join(_explain(asked, made, before, last_site)))
    pages, changed = _known_pages(made, before, last_site)
    makes = progress.tell(_make_all(made, changed), len(changed))
    for file, page in zip(changed, makes, strict=True):
        if isinstance(page, _Failed):
            return _say([*listener.said, *page.said], f"Stopped at {file.src_uri}")
        pages[file.src_uri] = page
    kept_pages.write(kept, pages)
    of_pages = [said for file in made.pages for said in pages[file.src_uri].said]
    return _say([*listener.said, *of_pages, *missing_anchors(pages, config.validation.links.anchors)])


def _say(said: Iterable[Said], stopped: str = "") -> int:
    """Write messages to standard error as MkDocs does, the reason for stopping last; return the exit code."""
    told = [(level, message) for level, message in said if level >= logging.WARNING]
    for level, message in told:
        print(f"{logging.getLevelName(level):<8}-  {message}", file=sys.stderr)
    if stopped or told:
        print(f"\n{stopped or _IN_STRICT_MODE}", file=sys.stderr)
    return 1 if stopped or told else 0


def _site(config: MkDocsConfig, listener: _Listener) -> _Site:
    """Find files and navigation as MkDocs does."""
    files = get_files(config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    set_exclusions(files, config)
    navigation = get_navigation(files, config)
    pages = files.documentation_pages()
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    for page in navigation.pages:
        _read_title(page, config, files)
    for file in pages:
        if file.page and _HIDDEN in Path(str(file.abs_src_path)).read_bytes():
            file.page.read_source(config)  # the site map asks what it says of itself
    return _Site(
        config, files, navigation, environment, pages, digest_of_shared(config, navigation), listener
    )


def _read_title(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read what other pages show of a page in the navigation."""
    page.read_source(config)
    if not page.title:
        page.render(config, files)


def _known_pages(
    made: _Site, before: Mapping[str, KeptPage], last_site: Path
) -> tuple[dict[str, KeptPage], list[File]]:
    """Put the pages that have not changed in place; return them, and the files of all others."""
    known: dict[str, KeptPage] = {}
    changed: list[File] = []
    for file in made.pages:
        page = before.get(file.src_uri)
        html = last_site / file.dest_uri
        if page and next(_reasons(page, file, made, html), None) is None:
            known[file.src_uri] = page
            if page.html:
                kept_pages.put_in_place(html, Path(file.abs_dest_path))
        else:
            changed.append(file)
    return known, changed


def _reasons(page: KeptPage, file: File, made: _Site, html: Path) -> Iterator[str]:
    """Say why a page has to be made again, for each cause; nothing where it can be taken from the last site."""
    if page.shared != made.shared:
        yield "what all pages share has changed: theme, settings, navigation, the program or its libraries"
    if page.source != _source(file):
        yield f"its source has changed: {file.src_uri}"
    for path, address in page.addresses.items():
        if made.address_of(path) != address:
            yield f"a page or file that it links to has come, gone or moved: {path}"
    if page.html != kept_pages.digest_of_file(html):
        yield "its file in the site is not the one that the last build wrote"


def _source(file: File) -> str:
    return kept_pages.digest(file.src_uri.encode(), file.content_bytes)


def _explain(asked: str, made: _Site, before: Mapping[str, KeptPage], last_site: Path) -> Iterator[str]:
    """Say why a page, named by its address or its source, is made again or not."""
    file = next(
        (file for file in made.pages if asked.strip("./") in (file.src_uri, file.url.strip("./"))), None
    )
    if file is None:
        yield "there is no such page"
        return
    page = before.get(file.src_uri)
    if page is None:
        yield "no earlier build has kept what it was made from"
        return
    reasons = list(_reasons(page, file, made, last_site / file.dest_uri))
    yield from reasons or ["nothing has changed: it is taken from the last site"]


_at_work: _Site | None = None
"""The site, where a forked process finds it: it cannot be sent to one."""


def _make_all(made: _Site, files: Sequence[File]) -> Iterator[KeptPage | _Failed]:
    """Make pages, in as many processes as there are cores; yield them in the files' order."""
    global _at_work
    _at_work = made
    place_of = {file.src_uri: place for place, file in enumerate(made.pages)}
    places = [place_of[file.src_uri] for file in files]
    if len(files) <= _FEW or not hasattr(os, "sched_getaffinity"):  # that is, not on Linux
        yield from map(_make_at, places)
        return
    jobs = len(os.sched_getaffinity(0))
    gc.collect()
    gc.freeze()  # what is not touched is not copied
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_make_at, places, chunksize=8)


def _make_at(place: int) -> KeptPage | _Failed:
    site = cast(_Site, _at_work)
    return _make(site.pages[place], site)


def _make(file: File, made: _Site) -> KeptPage | _Failed:
    """Make a page and write it, and say what it was made from."""
    page = cast(Page, file.page)
    lookups = _Lookups(made.files)
    before = len(made.listener.said)
    try:
        mkdocs_build._populate_page(page, made.config, cast(Files, lookups))
        anchors = tuple(sorted(page.present_anchor_ids or ()))
        links = {to.src_uri: dict(anchors) for to, anchors in (page.links_to_anchors or {}).items()}
        mkdocs_build._build_page(page, made.config, made.pages, made.navigation, made.environment)
    except Exception:  # MkDocs has said which page and why
        return _Failed(_take(made.listener, before))
    finally:
        _forget(page)
    html = kept_pages.digest_of_file(Path(file.abs_dest_path))
    said = _take(made.listener, before)
    return KeptPage(made.shared, _source(file), html, lookups.addresses, anchors, links, said)


def _take(listener: _Listener, start: int) -> tuple[Said, ...]:
    """Take what was said about one page out of what was said in all."""
    said = tuple(listener.said[start:])
    del listener.said[start:]
    return said


def _forget(page: Page) -> None:
    """Drop a page's text, which nothing needs once it is written: together they are most of the memory."""
    page.content = None
    page.markdown = ""
    page.toc = cast(Any, [])
    page.links_to_anchors = None
