"""MkDocs run as a library: it makes the same bytes as `mkdocs build --strict`, and only pages that changed.

What it says goes to standard error in the words of `mkdocs build`; it ends with 1 where that would. How far
it is goes to standard output (`progress`).

MkDocs' own functions read and write each page; `tests/page_builder/test_build.py` compares the two. Markdown
of the forms that the archive's templates write is rendered by the program itself (`rendering`). Where a
configuration has something by which one page could depend on another (a plugin, a hook, an extension not
listed here, a template that looks at all pages), every page is made by MkDocs itself.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File

from archive_builder.page_builder import kept_pages, known, orphan, progress, rendering
from archive_builder.page_builder.anchors import missing_anchors
from archive_builder.page_builder.dependence import pages_depend_on_more
from archive_builder.page_builder.kept_pages import Kept, KeptPage, Said
from archive_builder.page_builder.making import Failed, make_pages
from archive_builder.page_builder.site import Listener, Site, find_site, read_hidden
from archive_builder.page_builder.static_files import put_static_files

_IN_STRICT_MODE = "Aborted with warnings in strict mode!"
"""What MkDocs says when the site is whole and something in it deserved a warning."""


def build(
    configuration: Path,
    site: Path,
    last_site: Path,
    kept: Path,
    asked: str | None = None,
    stays: Path | None = None,
) -> int:
    """Build a site; return the exit code of `mkdocs build --strict`.

    Says on standard output why the page that is `asked` for is made again. With `stays`, files that are in the
    last site already get no place in the new one: their names are written to `stays`, a JSON list, where the
    site is whole and the files are told apart.
    """
    listener = Listener()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(listener)
    try:
        config = load_config(str(configuration), site_dir=str(site), strict=True)
        if not pages_depend_on_more(config):
            return _build(config, listener, _Last(last_site, kept, stays), asked)
        mkdocs_build.build(config)
    except (Abort, MkDocsException) as error:
        return _say(listener.said, str(error))
    return _say(listener.said)


@dataclass(frozen=True, slots=True)
class _Last:
    """What the last build left, and where to say what of it stays."""

    site: Path
    kept: Path
    stays: Path | None


def _build(config: MkDocsConfig, listener: Listener, last: _Last, asked: str | None) -> int:
    before = kept_pages.read(last.kept)
    site = find_site(config, listener)
    stay = put_static_files(site.files, Path(config.docs_dir), last.site if last.stays else None)
    if asked is not None:
        print("\n".join(known.explain(asked, site, before, last.site)))
    same, changed = known.known_pages(site, before, last.site)
    read_hidden(site, same)
    for template in config.theme.static_templates:
        mkdocs_build._build_theme_template(template, site.environment, site.files, config, site.navigation)
    try:
        pages = same | _make_changed(site, changed)
    except _StoppedError as stopped:
        return _say([*listener.said, *stopped.said], str(stopped))
    orphan.end_if_orphaned()
    _leave([file for file in site.pages if _is_left(file.src_uri, pages, same)], stay, last)
    kept = Kept(pages, site.addresses_of(path for page in pages.values() for path in page.asked))
    if kept != before:
        kept_pages.write(last.kept, kept)
    of_pages = [said for file in site.pages for said in pages[file.src_uri].said]
    return _say([*listener.said, *of_pages, *missing_anchors(pages, config.validation.links.anchors)])


def _is_left(source: str, pages: Mapping[str, KeptPage], same: Mapping[str, KeptPage]) -> bool:
    """Return True if a page has HTML in the last site that was not made again."""
    return bool(pages[source].html) and pages[source] is same.get(source)


def _leave(pages: Iterable[File], static: Iterable[str], last: _Last) -> None:
    """Leave unchanged pages where they are and say what stays, or give them a place in the new site."""
    if last.stays:
        last.stays.write_text(json.dumps([*static, *(file.dest_uri for file in pages)]), encoding="utf-8")
        return
    for file in pages:
        kept_pages.put_in_place(last.site / file.dest_uri, Path(file.abs_dest_path))


class _StoppedError(Exception):
    """MkDocs stopped at a page."""

    def __init__(self, source: str, said: Sequence[Said]) -> None:
        super().__init__(f"Stopped at {source}")
        self.said = said


def _make_changed(site: Site, changed: Sequence[File]) -> dict[str, KeptPage]:
    """Make the pages that have changed; every page by Python-Markdown if the fast renderer proves wrong."""
    fast = rendering.can_be_fast(site.config)
    made = _make(site, changed, fast=fast)
    differing = {source: page.said for source, page in made.items() if _differs(page)}
    if not differing:
        return made
    made = _make(site, site.pages, fast=False)
    return {source: replace(page, said=differing.get(source, page.said)) for source, page in made.items()}


def _differs(page: KeptPage) -> bool:
    return any(rendering.tells_of_difference(message) for _, message in page.said)


def _make(site: Site, files: Sequence[File], *, fast: bool) -> dict[str, KeptPage]:
    """Make pages. Raises _StoppedError at a page that MkDocs stops at."""
    pages: dict[str, KeptPage] = {}
    made = progress.tell(orphan.watch(make_pages(site, files, fast=fast)), len(files))
    for file, page in zip(files, made, strict=True):
        if isinstance(page, Failed):
            raise _StoppedError(file.src_uri, page.said)
        pages[file.src_uri] = kept_pages.share_texts(page)
    return pages


def _say(said: Iterable[Said], stopped: str = "") -> int:
    """Write messages to standard error as MkDocs does, the reason for stopping last; return the exit code."""
    told = [(level, message) for level, message in said if level >= logging.WARNING]
    for level, message in told:
        print(f"{logging.getLevelName(level):<8}-  {message}", file=sys.stderr)
    if stopped or told:
        print(f"\n{stopped or _IN_STRICT_MODE}", file=sys.stderr)
    return 1 if stopped or told else 0
