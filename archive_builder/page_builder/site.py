"""The site that is being built: MkDocs' configuration, files and navigation, found once for all pages."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from archive_builder.page_builder.dependence import digest_of_shared
from archive_builder.page_builder.found_files import find_files
from archive_builder.page_builder.kept_pages import KeptPage, Said

_HIDDEN = b"\nrobots: noindex"
"""Front matter of a page that is not in the site map."""


class Listener(logging.Handler):
    """Collects what MkDocs says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.levelno, record.getMessage()))

    def take(self, start: int) -> tuple[Said, ...]:
        """Take what was said about one page out of what was said in all."""
        said = tuple(self.said[start:])
        del self.said[start:]
        return said


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being built."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    pages: Sequence[File]
    shared: str
    """Digest of what all pages share."""
    listener: Listener
    _addresses: dict[str, str | None] = field(default_factory=dict)

    def address_of(self, path: str) -> str | None:
        """Return what a link to a file depends on; many pages link to the same few."""
        if path not in self._addresses:
            self._addresses[path] = address(self.files.src_uris.get(path))
        return self._addresses[path]

    def addresses_of(self, paths: Iterable[str]) -> dict[str, str | None]:
        """Return what links to files depend on, each file once."""
        return {path: self.address_of(path) for path in dict.fromkeys(paths)}


def address(file: File | None) -> str | None:
    """Return what a link to a file depends on; None where there is no such file."""
    return None if file is None else f"{file.url} {file.inclusion.name}"


def is_hidden(file: File) -> bool:
    """Return True if a page's front matter keeps it out of the site map, or may do so."""
    return _HIDDEN in file.content_bytes


def find_site(config: MkDocsConfig, listener: Listener) -> Site:
    """Find files and navigation as MkDocs does."""
    files = find_files(config)
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
    shared = digest_of_shared(config, navigation)
    return Site(config, files, navigation, environment, pages, shared, listener)


def read_hidden(site: Site, known: Mapping[str, KeptPage]) -> None:
    """Read the pages that may not be in the site map, which asks what they say of themselves."""
    for file in site.pages:
        kept = known.get(file.src_uri)
        if file.page and (kept.is_hidden if kept else is_hidden(file)):
            file.page.read_source(site.config)


def _read_title(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read what other pages show of a page in the navigation."""
    page.read_source(config)
    if not page.title:
        page.render(config, files)
