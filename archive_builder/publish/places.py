"""Where a build writes, and where it must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archive_builder.page_builder.marker import MARKER as MARKER


class RefusedError(Exception):
    """A folder that must not be written to; the message says which, why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of a build."""

    root: Path
    """The repository: `mkdocs.yml`, hand-written pages in `docs/`."""
    docs: Path
    """Where pages are written."""
    site: Path
    """Where MkDocs builds the site."""

    @property
    def handwritten(self) -> Path:
        return self.root / "docs"

    @property
    def apart(self) -> bool:
        """True if pages are written elsewhere than beside the hand-written ones."""
        return self.docs.resolve() != self.handwritten.resolve()


def refuse(places: Places, sources: Iterable[Path]) -> None:
    """Raise RefusedError where a build would overwrite what is not its own.

    A folder is refused when it is, holds or lies in a source, the other folder or (the hand-written
    pages apart) the repository's own, and when it is neither empty nor marked as ours.
    """
    folders = {"docs": places.docs, "site": places.site}
    for name, folder in folders.items():
        option = f"name another with --{name}-dir"
        if folder.exists() and not folder.is_dir():
            raise RefusedError(f"{folder} is not a folder ({option})")
        if _holds(folder, places.root):
            raise RefusedError(f"{folder} is or holds the repository ({option})")
        for source in sources:
            if _holds(folder, source) or _holds(source, folder):
                raise RefusedError(f"{folder} and the source {source} lie in one another ({option})")
        if (name == "site" or places.apart) and not _ours(folder):
            hint = f"{option}, or empty it yourself"
            raise RefusedError(f"{folder} holds files that this program did not write ({hint})")
    if _holds(places.docs, places.site) or _holds(places.site, places.docs):
        raise RefusedError(
            f"{places.docs} and {places.site} lie in one another (name another with --site-dir)"
        )
    if places.apart and (_holds(places.handwritten, places.docs) or _holds(places.handwritten, places.site)):
        raise RefusedError(f"{places.handwritten} holds the pages written by hand (name another folder)")


def _holds(outer: Path, inner: Path) -> bool:
    return inner.resolve().is_relative_to(outer.resolve())


def _ours(folder: Path) -> bool:
    """True if a folder is absent, empty or marked as written by us."""
    return not folder.exists() or (folder / MARKER).is_file() or not any(folder.iterdir())
