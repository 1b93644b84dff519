"""Numbered files in folders that are named after their content: what does not change keeps its name.

A reader's browser, a host and whoever copies the site then take over only what changed. A name a folder
instead of a file spares the manifest, which names them all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

SIZES = {"s": 32, "o": 32, "d": 8, "t": 4}
"""Number of files in a folder, by kind of file."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The files of one kind in a segment, by path, and the names of their folders."""

    files: dict[str, bytes]
    names: list[str]


def in_folders(kind: str, contents: Sequence[bytes]) -> Folders:
    """Put the numbered files of a kind in folders: `s/0-1a2b3c4d/0.bin` and so on."""
    size = SIZES[kind]
    files: dict[str, bytes] = {}
    names = []
    for place, start in enumerate(range(0, len(contents), size)):
        held = contents[start : start + size]
        names.append(digest(held))
        files |= {f"{kind}/{place}-{names[-1]}/{n}.bin": content for n, content in enumerate(held)}
    return Folders(files, names)


def digest(contents: Sequence[bytes]) -> str:
    """Return a name that changes when any of the contents does."""
    made = hashlib.sha256()
    for content in contents:
        made.update(hashlib.sha256(content).digest())
    return made.hexdigest()[:8]
