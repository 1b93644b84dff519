"""What is kept of each page of the site from one build to the next, so that only changed pages are made.

A page is taken from the last site where everything that it was made from is the same: what all pages
share, its own source, and each answer that it got when it asked for the file behind a link. Its HTML
must still be what was written, byte for byte.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from archive_builder.page_builder import stamps
from archive_builder.page_builder.stamps import Stamp

Said = tuple[int, str]
"""A message of MkDocs about a page: its level, as in `logging`, and its text."""


Link = tuple[str, str, str]
"""A link with an anchor: the file that it leads to, the anchor there, and the link as it is written."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that was made."""

    shared: str
    """Digest of what all pages were made from."""
    source: str
    """Digest of the page's own source."""
    html: str
    """Digest of its HTML; "" where none was written."""
    asked: tuple[str, ...]
    """The files that it asked for: those behind its links, itself among them if it links to a place in it."""
    anchors: tuple[str, ...]
    """The anchors in it."""
    links: tuple[Link, ...]
    """Links with an anchor."""
    said: tuple[Said, ...] = ()
    source_stamp: Stamp | None = None
    html_stamp: Stamp | None = None
    is_hidden: bool = False
    """True if the page's front matter keeps it out of the site map, or may do so."""

    def has_source(self, file: File) -> bool:
        """Return True if this is the page's source still."""
        known = self.source_stamp is not None and self.source_stamp == stamps.stamp(file.abs_src_path or "")
        return known or self.source == digest_of_source(file)

    def has_html(self, path: str) -> bool:
        """Return True if a file holds what was written for this page; an absent one does where that was nothing."""
        known = self.html_stamp is not None and self.html_stamp == stamps.stamp(path)
        return known or self.html == digest_of_file(Path(path))

    def with_stamps(self, file: File, html: str) -> KeptPage:
        """Return this page with the stamps that its source and its HTML have now."""
        source_stamp, html_stamp = stamps.stamp(file.abs_src_path or ""), stamps.stamp(html)
        if (source_stamp, html_stamp) == (self.source_stamp, self.html_stamp):
            return self
        return replace(self, source_stamp=source_stamp, html_stamp=html_stamp)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a build kept."""

    pages: Mapping[str, KeptPage]
    """The pages by their sources' paths."""
    addresses: Mapping[str, str | None]
    """Each file that a page asked for, with the address it had; None where there was no such file."""


def read(path: Path) -> Kept:
    """Return what was kept; nothing where the file is absent or damaged."""
    try:
        with gzip.open(path, "rt", encoding="ascii") as lines:
            rows = map(json.loads, lines)
            addresses = {sys.intern(file): address for file, address in next(rows)}
            files = tuple(addresses)
            return Kept({source: _kept_page(row, files) for source, row in rows}, addresses)
    except (OSError, EOFError, LookupError, StopIteration, ValueError, TypeError, AttributeError, zlib.error):
        return Kept({}, {})


def _kept_page(row: dict[str, Any], files: Sequence[str]) -> KeptPage:
    """Return a page of a row, in which files stand as numbers: most are named by many pages."""
    intern = sys.intern
    row["shared"] = intern(row["shared"])
    row["asked"] = tuple([files[number] for number in row["asked"]])
    row["anchors"] = tuple(map(intern, row["anchors"]))
    row["links"] = tuple([(files[to], intern(anchor), link) for to, anchor, link in row["links"]])
    row["said"] = tuple((int(level), str(message)) for level, message in row["said"])
    row["source_stamp"] = _stamp(row["source_stamp"])
    row["html_stamp"] = _stamp(row["html_stamp"])
    return KeptPage(**row)


def share_texts(page: KeptPage) -> KeptPage:
    """Return a page that came from another process, with the texts that many pages have held once."""
    intern = sys.intern
    return replace(
        page,
        shared=intern(page.shared),
        asked=tuple(map(intern, page.asked)),
        anchors=tuple(map(intern, page.anchors)),
        links=tuple((intern(to), intern(anchor), link) for to, anchor, link in page.links),
    )


def _stamp(row: Sequence[int] | None) -> Stamp | None:
    if row is None:
        return None
    size, changed = row
    return size, changed


def write(path: Path, kept: Kept) -> None:
    """Write the addresses, then the pages, a line each; where that cannot be done, the next build makes every page."""
    numbers = {file: number for number, file in enumerate(kept.addresses)}
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        with gzip.open(draft, "wt", compresslevel=1, encoding="ascii") as file:
            file.write(f"{json.dumps(list(kept.addresses.items()))}\n")
            for source, page in sorted(kept.pages.items()):
                file.write(f"{json.dumps([source, _row(page, numbers)])}\n")
        draft.replace(path)


def _row(page: KeptPage, numbers: Mapping[str, int]) -> dict[str, object]:
    """Return a page as it is written; `asdict` would copy all that it holds, piece by piece."""
    row = {each.name: getattr(page, each.name) for each in fields(page)}
    row["asked"] = [numbers[file] for file in page.asked]
    row["links"] = [(numbers[to], anchor, link) for to, anchor, link in page.links]
    return row


def digest(*parts: bytes) -> str:
    """Return one digest of several parts, each told apart from the next by its length."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def digest_of_source(file: File) -> str:
    """Return the digest of a page's path and source."""
    return digest(file.src_uri.encode(), file.content_bytes)


def digest_of_file(path: Path) -> str:
    """Return the digest of a file; "" where it is absent."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def put_in_place(old: Path, new: Path) -> None:
    """Give a file of the last site a place in the new one, without a copy where the disk can do that."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def digest_of_templates(folder: Path) -> str:
    """Return the digest of the names and contents of a folder's templates."""
    files = sorted(path for path in folder.rglob("*.html") if path.is_file())
    parts = [
        part for path in files for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())
    ]
    return digest(*parts)
