"""The pages that every archive has: about it, how far to trust it, help, accessibility, how to check it.

They are written beside the generated ones. An archive that wants to say something else puts a page of its own
in the docs folder, or changes the one it finds there and takes the line out that says whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive_builder import lang
from archive_builder.model import Asset

OURS = "<!-- Written by `archive build`. To keep changes of your own, take out this line. -->"
"""The line by which a page at the top of the docs folder is known to be the program's."""


def standing_pages() -> Iterator[Asset]:
    """Yield the pages as files of the docs folder, each with the line that says whose it is."""
    for name, text in lang.standing_pages().items():
        yield Asset(path=name, content=f"{text.rstrip()}\n\n{OURS}\n".encode())


def is_taken_over(page: Path) -> bool:
    """Return True if an archive has a standing page that is its own now."""
    return page.name in lang.standing_pages() and OURS not in page.read_text(
        encoding="utf-8", errors="replace"
    )
