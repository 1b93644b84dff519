"""How large a site is, by its folders: hosts take no more than so many bytes and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archive_builder.page_builder import stamps
from archive_builder.page_builder.stamps import Stamp

SHOWN = 6
"""Maximum number of folders that are named: the largest."""


@dataclass(frozen=True, slots=True)
class SiteSize:
    """What is in a site. Files at its top are counted under ""."""

    bytes_by_folder: dict[str, int]
    """By the folder at the top, the largest first."""
    files_by_folder: dict[str, int]
    largest_file: int
    """Bytes of the largest file; 0 if there is none."""

    @property
    def bytes(self) -> int:
        return sum(self.bytes_by_folder.values())

    @property
    def files(self) -> int:
        return sum(self.files_by_folder.values())

    @property
    def largest(self) -> str:
        """The largest folders in words: "search/ 60.1 MB in 7,894 files, meetings/ 40.2 MB in 2,013 files"."""
        folders = [name for name in self.bytes_by_folder if name][:SHOWN]
        return ", ".join(f"{name}/ {self._of(name)}" for name in folders)

    def _of(self, folder: str) -> str:
        files = self.files_by_folder[folder]
        counted = f"{files:,} file" if files == 1 else f"{files:,} files"
        return f"{megabytes(self.bytes_by_folder[folder])} in {counted}"


def measure(site: Path) -> SiteSize:
    """Return how large a site is."""
    return size_of(stamps.walk(site) if site.is_dir() else ())


def size_of(site: Iterable[tuple[str, Stamp]]) -> SiteSize:
    """Return how large the files of a site are; hidden files and folders, which are not published, do not count."""
    sizes: Counter[str] = Counter()
    files: Counter[str] = Counter()
    largest = 0
    for name, (size, _) in site:
        if name.startswith(".") or "/." in name:
            continue
        folder, inside, _ = name.partition("/")
        top = folder if inside else ""
        largest = max(largest, size)
        sizes[top] += size
        files[top] += 1
    by_size = dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))
    return SiteSize(by_size, dict(files), largest)


def megabytes(size: int) -> str:
    """Return "60.1 MB"."""
    return f"{size / 1e6:,.1f} MB"
