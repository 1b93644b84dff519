"""The docs folder: changed files are written, stale ones removed, files of others left alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from archive_builder.model import Asset, Page
from archive_builder.publish.drafts import Draft, each_once, holds, lay_aside
from archive_builder.publish.places import MARKER, Places, RefusedError
from archive_builder.publish.standing_pages import is_taken_over

NOTE = "Written by `archive build`, which replaces everything here. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of files that a build wrote, left unchanged and removed."""

    changed: int
    same: int
    removed: int


Drafts = Callable[[Path], Iterable[Draft]]
"""Makes the files of a build; it is given the folder in which they are laid aside."""


def write(places: Places, files: Iterable[Page | Asset], copied: Iterable[str] = ()) -> Written:
    """Bring the docs folder to the state of these pages and files, as `write_drafts` does."""
    return write_drafts(places, lambda aside: lay_aside(files, places.docs, aside), copied)


def write_drafts(places: Places, make: Drafts, copied: Iterable[str] = ()) -> Written:
    """Bring the docs folder to the state of the files that are made, and of those that are `copied` already.

    Files that differ wait in a temporary folder until all have been made: the docs folder changes only if
    everything can be made and nothing is in the way. A page written by hand wins over a generated one at
    the same address at the top of the docs folder. A build that is killed at any moment leaves a folder
    that the next one can repair: our folders and files are marked and listed before they are put there.

    Raises SharedAddressError if two files have one address, and RefusedError if a folder to be generated
    holds files that are not ours.
    """
    docs = places.docs
    docs.mkdir(parents=True, exist_ok=True)
    _sweep(docs)
    if not any(docs.iterdir()):
        replace_file(docs / MARKER, NOTE.encode())  # ours even if this build is stopped
    with TemporaryDirectory(prefix=_ASIDE, dir=docs) as folder:
        aside = Path(folder)
        drafts = {draft.path: draft.laid for draft in _without_handwritten(places, make(aside), aside)}
        _check(docs, drafts)
        return _put_in_place(places, drafts, set(copied).union(drafts), aside)


def _put_in_place(
    places: Places, drafts: Mapping[str, Path | None], wanted: set[str], aside: Path
) -> Written:
    """Move the drafts to their places, with the markers of our folders; remove what is not wanted any more."""
    docs = places.docs
    markers = [Asset(path=path, content=content) for path, content in _markers(wanted).items()]
    marks = {draft.path: draft.laid for draft in lay_aside(markers, docs, aside, "marker-")}
    wanted |= marks.keys()
    needed = wanted | {folder for path in wanted for folder in _folders(path)}
    stale = [path for path in _earlier(places) if path not in needed]
    listed = marks.pop(MARKER)
    if listed:
        replace_file(docs / MARKER, _list(_ours_at_top(places) | _at_top(drafts)))
    _move(docs, marks)
    _move(docs, drafts)
    _remove(docs, stale, aside)
    _move(docs, {MARKER: listed})
    changed = [laid for laid in (*drafts.values(), *marks.values(), listed) if laid]
    removed = sum(not path.endswith("/") for path in stale)
    return Written(len(changed), len(drafts) + len(markers) - len(changed), removed)


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
            _make_way(docs / path)
            draft.replace(docs / path)


def _make_way(place: Path) -> None:
    """Make the folder of a file; what an earlier build had in the place of either is removed."""
    if place.is_dir():
        shutil.rmtree(place)  # a page that led on, where its file is back
    if place.parent.is_file():
        place.parent.unlink()  # a file, where now a page leads on
    place.parent.mkdir(parents=True, exist_ok=True)


def _without_handwritten(places: Places, drafts: Iterable[Draft], aside: Path) -> Iterator[Draft]:
    """Yield each draft once; pages written by hand take the place of ours, and are copied if need be."""
    by_hand = dict(_handwritten(places))
    yield from (draft for draft in each_once(drafts) if draft.path not in by_hand)
    if places.apart:
        copies = (Asset(path=path, content=content) for path, content in by_hand.items())
        yield from lay_aside(copies, places.docs, aside, "by-hand-")


def claim(docs: Path, addresses: Collection[str]) -> None:
    """Mark the folders of these addresses as ours before anything is put there.

    Raises RefusedError if one holds files that are not ours.
    """
    _check(docs, addresses)
    for path, content in _markers(addresses).items() if addresses else ():
        if not (docs / path).is_file():  # the one in the top lists what is ours there: not to be lost
            replace_file(docs / path, content)


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
    if holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True


def _ours_at_top(places: Places) -> set[str]:
    """Return the names of the files at the top of the docs folder that are ours: all, if it is our own folder."""
    return _listed(places.docs) if places.apart else generated_in(places.docs)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, with a slash at their ends."""
    end = path.rfind("/")
    while end >= 0:
        yield path[: end + 1]
        end = path.rfind("/", 0, end)


def _earlier(places: Places) -> Iterator[str]:
    """Yield what an earlier build wrote: files, and behind all that lies in it each folder, with a slash at its end."""
    docs = places.docs
    yield from (name for name in sorted(_ours_at_top(places)) if (docs / name).is_file())
    for marker in sorted(docs.glob(f"*/{MARKER}")):
        for folder, folders, names in os.walk(marker.parent, topdown=False):
            below = Path(folder).relative_to(docs).as_posix()
            links = (name for name in folders if Path(folder, name).is_symlink())
            yield from (f"{below}/{name}" for name in (*names, *links))
            yield f"{below}/"


def _remove(docs: Path, stale: Collection[str], aside: Path) -> None:
    """Remove files and folders, those behind what lies in them.

    A folder at the top that is no longer wanted is removed with its marker, in one step.
    """
    for path in stale:
        top, _, name = path.partition("/")
        if name == MARKER:
            (docs / top).rename(aside / top)
    for path in stale:
        place = docs / path
        if path.endswith("/"):
            with suppress(OSError):  # gone with its top, or a file has taken its place
                place.rmdir()
        elif place.is_file() or place.is_symlink():  # no folder that has taken its place
            place.unlink()
