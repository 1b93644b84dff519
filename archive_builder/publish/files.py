"""The docs folder: changed files are written, stale ones removed, files of others left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import frontmatter

from archive_builder.model import Asset, Page
from archive_builder.publish.places import MARKER, Places, RefusedError
from archive_builder.publish.standing_pages import is_taken_over

NOTE = "Written by `archive build`, which replaces everything here. Do not edit.\n"


class SharedAddressError(Exception):
    """Two different pages or files have one address; the message names both."""


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of files that a build wrote, left unchanged and removed."""

    changed: int
    same: int
    removed: int


def write(places: Places, files: Iterable[Page | Asset], copied: Iterable[str] = ()) -> Written:
    """Bring the docs folder to the state of these pages and files, and of those that are `copied` already.

    The files are taken one at a time, and those that differ are written to a temporary folder until all
    have been seen: the docs folder changes only if everything can be made and nothing is in the way,
    and one file at a time is held in memory. A page written by hand wins over a generated one at the
    same address at the top of the docs folder. A build that is killed at any moment leaves a folder that
    the next one can repair: our folders and files are marked and listed before they are put there.

    Raises SharedAddressError if two files have one address, and RefusedError if a folder to be generated
    holds files that are not ours.
    """
    docs, there = places.docs, set(copied)
    docs.mkdir(parents=True, exist_ok=True)
    _sweep(docs)
    if not any(docs.iterdir()):
        replace_file(docs / MARKER, NOTE.encode())  # ours even if this build is stopped
    with TemporaryDirectory(prefix=_ASIDE, dir=docs) as aside:
        numbers = count()

        def laid_aside(contents: Iterable[tuple[str, bytes]]) -> dict[str, Path | None]:
            """Return each path with the draft to be moved there, or None if nothing changes."""
            return {
                path: _draft(docs / path, made, Path(aside) / f"{next(numbers)}") for path, made in contents
            }

        drafts = laid_aside(_contents(places, files))
        _check(docs, drafts)
        wanted = there.union(drafts)
        markers = _markers(wanted)
        marks = laid_aside(markers.items())
        wanted |= markers.keys()
        stale = [path for path in _earlier(places) if path.relative_to(docs).as_posix() not in wanted]
        listed = marks.pop(MARKER)
        if listed:
            replace_file(docs / MARKER, _list(_ours_at_top(places) | _at_top(drafts)))
        _move(docs, marks)
        _move(docs, drafts)
        _remove(docs, stale, Path(aside))
        _move(docs, {MARKER: listed})
    changed = [draft for draft in (*drafts.values(), *marks.values(), listed) if draft]
    return Written(len(changed), len(drafts) + len(markers) - len(changed), len(stale))


_ASIDE = ".new-"
"""Prefix of the name of the temporary folder of a build."""
_DRAFT = f".{MARKER}.new"
"""The file that `replace_file` leaves if it is killed while it writes a marker."""


def _sweep(docs: Path) -> None:
    """Remove the temporary files of a build that was killed."""
    for folder in docs.glob(f"{_ASIDE}*"):
        shutil.rmtree(folder, ignore_errors=True)
    (docs / _DRAFT).unlink(missing_ok=True)


def _move(docs: Path, drafts: Mapping[str, Path | None]) -> None:
    for path, draft in drafts.items():
        if draft:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            draft.replace(docs / path)


def each_once(files: Iterable[Page | Asset]) -> Iterator[tuple[str, bytes]]:
    """Yield each file's path below the docs folder and its bytes, each path once.

    A file that comes again with the same bytes is skipped. Raises SharedAddressError where two different
    ones have one path.
    """
    seen: dict[str, tuple[bytes, str]] = {}
    for file in files:
        if isinstance(file, Page):
            path, name, content = file.file, file.title, page_bytes(file)
        else:
            path, name, content = file.path, PurePosixPath(file.path).name, file.content
        digest = hashlib.sha256(content).digest()
        if path not in seen:
            seen[path] = digest, name
            yield path, content
        elif seen[path][0] != digest:
            raise SharedAddressError(f"two files have the address {path}: {seen[path][1]!r} and {name!r}")


def _contents(places: Places, files: Iterable[Page | Asset]) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its path below the docs folder; hand-written ones come last, if they are copied."""
    by_hand = dict(_handwritten(places))
    yield from (file for file in each_once(files) if file[0] not in by_hand)
    if places.apart:
        yield from by_hand.items()


def _draft(place: Path, content: bytes, draft: Path) -> Path | None:
    """Write the new content of a place to a draft and return it, or None if the place has that content."""
    if _holds(place, content):
        return None
    draft.write_bytes(content)
    return draft


def _holds(place: Path, content: bytes) -> bool:
    return place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content


def claim(docs: Path, addresses: Collection[str]) -> None:
    """Mark the folders of these addresses as ours before anything is put there.

    Raises RefusedError if one holds files that are not ours.
    """
    _check(docs, addresses)
    for path, content in _markers(addresses).items() if addresses else ():
        if not (docs / path).is_file():  # the one in the top lists what is ours there: not to be lost
            replace_file(docs / path, content)


def page_bytes(page: Page) -> bytes:
    """Return a page as Markdown with front matter, the title first."""
    post = frontmatter.Post(page.body.strip("\n"))
    post.metadata = {"title": page.title, **page.front}
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10**6)
    return f"{text}\n".encode()


def _handwritten(places: Places) -> Iterator[tuple[str, bytes]]:
    """Yield the hand-written pages and assets below the repository's docs folder."""
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
    """Return the names of the files at the top of a repository's docs folder that an earlier build wrote.

    A standing page that somebody has taken over since is none of them.
    """
    taken_over = {name for name in _listed(docs) if (docs / name).is_file() and is_taken_over(docs / name)}
    return _listed(docs) - taken_over


def _listed(docs: Path) -> set[str]:
    """Return the names that the marker of a docs folder lists."""
    marker = docs / MARKER
    return set(marker.read_text(encoding="utf-8").splitlines()[1:]) if marker.is_file() else set()


def _markers(files: Collection[str]) -> dict[str, bytes]:
    """Return a marker for each folder we own, and one for the top that lists our files there."""
    tops = {PurePosixPath(path).parts[0] for path in files if "/" in path}
    return {MARKER: _list(_at_top(files))} | {f"{top}/{MARKER}": NOTE.encode() for top in sorted(tops)}


def _at_top(files: Iterable[str]) -> set[str]:
    return {path for path in files if "/" not in path}


def _list(names: Iterable[str]) -> bytes:
    """Return the content of the marker at the top of the docs folder: our files there."""
    return "".join((NOTE, *(f"{name}\n" for name in sorted(names)))).encode()


def _check(docs: Path, files: Collection[str]) -> None:
    """Raise RefusedError if a file would overwrite one that is not ours."""
    for path in files:
        if path.startswith("/") or ".." in PurePosixPath(path).parts:
            raise ValueError(f"not an address below the docs folder: {path}")
    for top in sorted({PurePosixPath(path).parts[0] for path in files if "/" in path}):
        folder = docs / top
        if folder.is_symlink():
            raise RefusedError(f"{folder} is a link (remove it: generated pages go there)")
        if folder.exists() and not (folder / MARKER).is_file() and _holds_more_than_a_draft(folder):
            raise RefusedError(f"{folder} holds files written by hand (move them: generated pages go there)")


def _holds_more_than_a_draft(folder: Path) -> bool:
    return any(entry.name != _DRAFT for entry in folder.iterdir())


def replace_file(path: Path, content: bytes) -> bool:
    """Write a file atomically if its content differs; True if it did."""
    if _holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True


def _ours_at_top(places: Places) -> set[str]:
    """Return the names of the files at the top of the docs folder that are ours: all, if it is our own folder."""
    return _listed(places.docs) if places.apart else generated_in(places.docs)


def _earlier(places: Places) -> list[Path]:
    """Return the files that an earlier build wrote."""
    docs = places.docs
    found = [docs / name for name in sorted(_ours_at_top(places)) if (docs / name).is_file()]
    for marker in sorted(docs.glob(f"*/{MARKER}")):
        found += (path for path in sorted(marker.parent.rglob("*")) if not path.is_dir() or path.is_symlink())
    return found


def _remove(docs: Path, stale: Collection[Path], aside: Path) -> None:
    """Remove files, and our folders that are then empty.

    A folder at the top that is no longer wanted is removed with its marker, in one step.
    """
    for path in stale:
        if path.name == MARKER and path.parent.parent == docs:
            path.parent.rename(aside / path.parent.name)
    for path in stale:
        path.unlink(missing_ok=True)
    for marker in sorted(docs.glob(f"*/{MARKER}")):
        for folder, _, _ in os.walk(marker.parent, topdown=False):
            if not any(Path(folder).iterdir()):
                Path(folder).rmdir()
