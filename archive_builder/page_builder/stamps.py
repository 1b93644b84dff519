"""Stamps of files: what the file system says of a file, by which it is known again without being read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[int, int]
"""Size in bytes, time of the last change in nanoseconds: what a copy of the folder between two runs keeps."""


def stamp(path: str) -> Stamp | None:
    """Return the stamp of a file; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - this is asked of every file of a site
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def is_same_file(path: str, other: str) -> bool:
    """Return True if two paths are one file on the disk."""
    try:
        return os.path.samefile(path, other)  # noqa: PTH121 - as above
    except OSError:
        return False


def walk(folder: str | Path, *, hidden: bool = False) -> Iterator[tuple[str, Stamp]]:
    """Yield each file below a folder by its path, with its stamp, in no order; links are not followed.

    What is hidden at the top is left out, unless `hidden`.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if not below and not hidden and entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    found = entry.stat(follow_symlinks=False)
                    yield f"{below}{entry.name}", (found.st_size, found.st_mtime_ns)
