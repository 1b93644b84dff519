"""The docs folder: what changed is written, what is stale removed, what is not ours left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

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


def write(places: Places, files: Iterable[Page | Asset], copied: Iterable[str] = ()) -> Written:
    """Bring the docs folder to the state of these pages and files, and of those that are `copied` already.

    The files are taken one at a time, and what differs is laid aside until all have been seen: nothing
    in the folder changes unless everything can be made and nothing is in the way, and no more than a
    file is held in memory. Of two at one address the later counts. A page written by hand wins over a
    generated one at the same address in the docs folder's top. Raises RefusedError where a folder to be
    generated holds files of somebody else.
    """
    docs, there = places.docs, set(copied)
    docs.mkdir(parents=True, exist_ok=True)
    if not any(docs.iterdir()):
        (docs / MARKER).write_text(NOTE, encoding="utf-8")  # ours even if this build is stopped
    with TemporaryDirectory(prefix=".new-", dir=docs) as aside:
        drafts: dict[str, Path | None] = {}
        for path, content in _contents(places, files):
            drafts[path] = _draft(docs / path, content, Path(aside) / f"{len(drafts)}")
        _check(docs, drafts)
        for path, content in _markers([*drafts, *there]).items():
            drafts[path] = _draft(docs / path, content, Path(aside) / f"{len(drafts)}")
        wanted = there.union(drafts)
        stale = [path for path in _earlier(docs) if path.relative_to(docs).as_posix() not in wanted]
        changed = [(docs / path, draft) for path, draft in drafts.items() if draft]
        for place, draft in changed:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(place)
    _remove(docs, stale)
    return Written(len(changed), len(drafts) - len(changed), len(stale))


def _contents(places: Places, files: Iterable[Page | Asset]) -> Iterator[tuple[str, bytes]]:
    """Every file by its path below the docs folder, those written by hand last where they are copied."""
    by_hand = dict(_handwritten(places))
    for file in files:
        path = file.file if isinstance(file, Page) else file.path
        if path not in by_hand:
            yield path, page_bytes(file) if isinstance(file, Page) else file.content
    if places.apart:
        yield from by_hand.items()


def _draft(place: Path, content: bytes, draft: Path) -> Path | None:
    """What a place is to hold as a file to be moved there; nothing where it holds that already."""
    if _holds(place, content):
        return None
    draft.write_bytes(content)
    return draft


def _holds(place: Path, content: bytes) -> bool:
    return place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content


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
    if _holds(path, content):
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
