"""Pages that need not be made: taken from the last site, where all that they were made from is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import File

from archive_builder.page_builder.kept_pages import Kept, KeptPage
from archive_builder.page_builder.site import Site


def known_pages(site: Site, before: Kept, last_site: Path) -> tuple[dict[str, KeptPage], list[File]]:
    """Return the pages that have not changed, and the files of all others."""
    known: dict[str, KeptPage] = {}
    changed: list[File] = []
    moved = _moved(site, before)
    for file in site.pages:
        page = before.pages.get(file.src_uri)
        html = f"{last_site}/{file.dest_uri}"
        if page and next(_reasons(page, file, site, moved, html), None) is None:
            known[file.src_uri] = page.with_stamps(file, html)
        else:
            changed.append(file)
    return known, changed


def _moved(site: Site, before: Kept) -> frozenset[str]:
    """Return the files that have another address than when a page asked for them."""
    return frozenset(path for path, address in before.addresses.items() if site.address_of(path) != address)


def _reasons(page: KeptPage, file: File, site: Site, moved: frozenset[str], html: str) -> Iterator[str]:
    """Say why a page has to be made again, for each cause; nothing where it can be taken from the last site."""
    if page.shared != site.shared:
        yield "what all pages share has changed: theme, settings, navigation, the program or its libraries"
    if not page.has_source(file):
        yield f"its source has changed: {file.src_uri}"
    for path in () if moved.isdisjoint(page.asked) else page.asked:
        if path in moved:
            yield f"a page or file that it links to has come, gone or moved: {path}"
    if not page.has_html(html):
        yield "its file in the site is not the one that the last build wrote"


def explain(asked: str, site: Site, before: Kept, last_site: Path) -> Iterator[str]:
    """Say why a page, named by its address or its source, is made again or not."""
    file = next(
        (file for file in site.pages if asked.strip("./") in (file.src_uri, file.url.strip("./"))), None
    )
    if file is None:
        yield "there is no such page"
        return
    page = before.pages.get(file.src_uri)
    if page is None:
        yield "no earlier build has kept what it was made from"
        return
    reasons = list(_reasons(page, file, site, _moved(site, before), f"{last_site}/{file.dest_uri}"))
    yield from reasons or ["nothing has changed: it is taken from the last site"]
