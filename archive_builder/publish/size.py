"""How large a site is, by its folders: hosts take no more than so much."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SHOWN = 6
"""Maximum number of folders that are named: the largest."""


@dataclass(frozen=True, slots=True)
class SiteSize:
    """What is in a site."""

    files: int
    bytes_by_folder: dict[str, int]
    """By the folder at the top, the largest first; files at the top are under ""."""

    @property
    def bytes(self) -> int:
        return sum(self.bytes_by_folder.values())

    @property
    def largest(self) -> str:
        """The largest folders in words: "search/ 60.1 MB, meetings/ 40.2 MB"."""
        folders = [(name, size) for name, size in self.bytes_by_folder.items() if name][:SHOWN]
        return ", ".join(f"{name}/ {megabytes(size)}" for name, size in folders)


def measure(site: Path) -> SiteSize:
    """Return how large a site is; hidden files and folders, which are not published, do not count."""
    found: Counter[str] = Counter()
    files = 0
    for folder, folders, names in os.walk(site):
        folders[:] = [name for name in folders if not name.startswith(".")]
        top = Path(folder).relative_to(site).parts[:1]
        for name in names:
            if not name.startswith("."):
                files += 1
                found[top[0] if top else ""] += Path(folder, name).stat().st_size
    return SiteSize(files, dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))))


def megabytes(size: int) -> str:
    """Return "60.1 MB"."""
    return f"{size / 1e6:,.1f} MB"
