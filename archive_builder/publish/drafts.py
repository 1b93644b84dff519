"""Drafts: files of a build, laid aside where they differ from what stands in the docs folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

import frontmatter

from archive_builder.model import Asset, Page


class SharedAddressError(Exception):
    """Two different pages or files have one address; the message names both."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that a build made."""

    path: str
    """Its place below the docs folder."""
    name: str
    """The title of a page, or the name of a file."""
    digest: bytes
    """Of its content."""
    laid: Path | None
    """Where its content waits to be moved to its place; None if it stands there already."""


def lay_aside(files: Iterable[Page | Asset], docs: Path, folder: Path, prefix: str = "") -> Iterator[Draft]:
    """Yield each file as a draft; those that differ are written to a folder, under names with a prefix.

    One file at a time is held in memory.
    """
    numbers = count()
    for file in files:
        draft, content = _draft(file)
        if not holds(docs / draft.path, content):
            laid = folder / f"{prefix}{next(numbers)}"
            laid.write_bytes(content)
            draft = replace(draft, laid=laid)
        yield draft


def unlaid(files: Iterable[Page | Asset]) -> Iterator[Draft]:
    """Yield each file as a draft, without its content: to see whether each has an address of its own."""
    return (_draft(file)[0] for file in files)


def _draft(file: Page | Asset) -> tuple[Draft, bytes]:
    content = content_of(file)
    digest = hashlib.sha256(content).digest()
    if isinstance(file, Page):
        return Draft(file.file, file.title, digest, None), content
    return Draft(file.path, PurePosixPath(file.path).name, digest, None), content


def each_once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, one for each path: another with the same content is skipped.

    Raises SharedAddressError where two different ones have one path.
    """
    seen: dict[str, Draft] = {}
    for draft in drafts:
        first = seen.setdefault(draft.path, draft)
        if first is draft:
            yield draft
        elif first.digest != draft.digest:
            raise SharedAddressError(
                f"two files have the address {draft.path}: {first.name!r} and {draft.name!r}"
            )


def content_of(file: Page | Asset) -> bytes:
    """Return the bytes of a file: a page as Markdown with front matter."""
    return page_bytes(file) if isinstance(file, Page) else file.content


def page_bytes(page: Page) -> bytes:
    """Return a page as Markdown with front matter, the title first."""
    post = frontmatter.Post(page.body.strip("\n"))
    post.metadata = {"title": page.title, **page.front}
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10**6)
    return f"{text}\n".encode()


def holds(place: Path, content: bytes) -> bool:
    """Return True if a file has this content."""
    return place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content
