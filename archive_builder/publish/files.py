"""The docs folder: what changed is written, what is stale removed, what is not ours left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import frontmatter

from archive_builder.model import Asset, Page
from archive_builder.publish.places import MARKER, Places, RefusedError

NOTE = "Written by `archive build`, which replaces everything here. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class Written:
    """How many files a build wrote, left as they were and removed."""

    changed: int
    same: int
    removed: int


def write(
    places: Places, pages: Iterable[Page], assets: Iterable[Asset], copied: Iterable[str] = ()
) -> Written:
    """Bring the docs folder to the state of these pages and files, and of those that are `copied` already.

    A page written by hand wins over a generated one at the same address in the docs folder's top.
    Raises RefusedError where a folder to be generated holds files of somebody else.
    """
    files = {page.file: page_bytes(page) for page in pages}
    files |= {asset.path: asset.content for asset in assets}
    by_hand = dict(_handwritten(places))
    if places.apart:
        files |= by_hand
    else:
        files = {path: content for path, content in files.items() if path not in by_hand}
    there = set(copied)
    _check(places.docs, files)
    files |= _markers([*files, *there])
    wanted = there.union(files)
    stale = [path for path in _earlier(places.docs) if path.relative_to(places.docs).as_posix() not in wanted]
    changed = sum([replace_file(places.docs / path, content) for path, content in sorted(files.items())])
    _remove(places.docs, stale)
    return Written(changed, len(files) - changed, len(stale))


def claim(docs: Path, addresses: Collection[str]) -> None:
    """Mark the folders of these addresses as ours before anything is put there.

    Raises RefusedError where one holds files of somebody else.
    """
    _check(docs, addresses)
    for path, content in _markers(addresses).items() if addresses else ():
        if not (docs / path).is_file():  # the one in the top lists what is ours there: not to be lost
            replace_file(docs / path, content)


def page_bytes(page: Page) -> bytes:
    """A page as Markdown with front matter, the title first."""
    post = frontmatter.Post(page.body.strip("\n"))
    post.metadata = {"title": page.title, **page.front}
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10**6)
    return f"{text}\n".encode()


def _handwritten(places: Places) -> Iterator[tuple[str, bytes]]:
    """The hand-written pages and assets below the repository's docs folder."""
    docs = places.handwritten
    generated = generated_in(docs)
    for entry in sorted(docs.iterdir()) if docs.is_dir() else ():
        hidden = entry.name.startswith(".")
        if hidden or entry.name in generated or (entry / MARKER).is_file():
            continue
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.is_file():
                yield path.relative_to(docs).as_posix(), path.read_bytes()


def generated_in(docs: Path) -> set[str]:
    """The files in the top of a docs folder that an earlier build wrote."""
    marker = docs / MARKER
    return set(marker.read_text(encoding="utf-8").splitlines()[1:]) if marker.is_file() else set()


def _markers(files: Collection[str]) -> dict[str, bytes]:
    """A marker in each folder we own, and one in the top that lists our files there."""
    tops = {PurePosixPath(path).parts[0] for path in files if "/" in path}
    own = "".join(f"{path}\n" for path in sorted(files) if "/" not in path)
    return {MARKER: f"{NOTE}{own}".encode()} | {f"{top}/{MARKER}": NOTE.encode() for top in sorted(tops)}


def _check(docs: Path, files: Collection[str]) -> None:
    """Raise RefusedError before a single file is written where one would land on somebody else's."""
    for path in files:
        if path.startswith("/") or ".." in PurePosixPath(path).parts:
            raise ValueError(f"not an address below the docs folder: {path}")
    for top in sorted({PurePosixPath(path).parts[0] for path in files if "/" in path}):
        folder = docs / top
        if folder.is_symlink():
            raise RefusedError(f"{folder} is a link (remove it: generated pages go there)")
        if folder.exists() and not (folder / MARKER).is_file() and any(folder.iterdir()):
            raise RefusedError(f"{folder} holds files written by hand (move them: generated pages go there)")


def replace_file(path: Path, content: bytes) -> bool:
    """Write a file at once or not at all, and only when it differs; say whether it did."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True


def _earlier(docs: Path) -> list[Path]:
    """What an earlier build wrote."""
    found = [docs / name for name in sorted(generated_in(docs)) if (docs / name).is_file()]
    for marker in sorted(docs.glob(f"*/{MARKER}")):
        found += (path for path in sorted(marker.parent.rglob("*")) if not path.is_dir() or path.is_symlink())
    return found


def _remove(docs: Path, stale: Iterable[Path]) -> None:
    """Remove files, and the folders that are empty without them."""
    left: set[Path] = set()
    for path in stale:
        path.unlink(missing_ok=True)
        left.update(parent for parent in path.parents if parent.is_relative_to(docs) and parent != docs)
    for folder in sorted(left, key=lambda folder: (-len(folder.parts), folder)):
        if not any(folder.iterdir()):
            folder.rmdir()
