"""Where a document is put below `content/`: under a name that no other has, whole or not at all."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from archive_builder.fetch.answer import Answer
from archive_builder.fetch.papers import NAMED
from archive_builder.fetch.records import Fetched, Records
from archive_builder.fetch.refusals import NotFetchedError
from archive_builder.sources import OWN_FOLDERS
from archive_builder.text.filenames import safe


@dataclass(slots=True)
class Store:
    """The sources folder as `archive fetch` puts documents into it."""

    records: Records
    _by_size: dict[int, list[Path]] | None = field(default=None, init=False)

    @property
    def folder(self) -> Path:
        """The sources folder."""
        return self.records.folder

    def file_like(self, body: bytes) -> str | None:
        """Return the path below `content/` of a document with these very bytes that somebody put in by hand."""
        if self._by_size is None:
            self._by_size = self._sizes()
        for path in self._by_size.get(len(body), ()):
            if path.is_file() and path.read_bytes() == body:
                return path.relative_to(self.folder).as_posix()
        return None

    def _sizes(self) -> dict[int, list[Path]]:
        """Return the files that are not known from a record, by their size."""
        sizes: dict[int, list[Path]] = defaultdict(list)
        for path in sorted(self.folder.rglob("*")):
            below = path.relative_to(self.folder)
            is_document = below.parts[0] not in OWN_FOLDERS and not path.name.startswith(".")
            if is_document and path.is_file() and below.as_posix().casefold() not in self.records.files:
                sizes[path.stat().st_size].append(path)
        return sizes

    def free_path(self, into: str, name: str, ending: str, fingerprint: str, known: Fetched | None) -> str:
        """Return the path below `content/` for a document: one that no other has, or ever had.

        `known` is the version that came before it.
        """
        folder = self.folder / into
        taken = {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()
        above = f"{into.casefold()}/"
        taken |= {file.removeprefix(above) for file in self.records.files if file.startswith(above)}
        if known:
            name = version_name(known, ending)
        return f"{into}/{free_name(name, ending, taken, fingerprint)}"

    def write(self, file: str, body: bytes) -> None:
        """Write a file whole or not at all: a run that is cut off leaves no half document."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(body)
        os.replace(part, path)  # noqa: PTH105 -- replaces what is there, on every system


def free_name(name: str, ending: str, taken: Collection[str], fingerprint: str) -> str:
    """Return a safe file name that none of `taken` (in small letters) has; digits tell two of one name apart."""
    own = PurePosixPath(name.replace("\\", "/")).suffix
    stem = name[: -len(own)] if own.lower() in NAMED else name
    plain = safe(f"{stem}{ending}", ending)
    if plain.casefold() not in taken:
        return plain
    return safe(f"{plain.removesuffix(ending)}-{fingerprint[:6]}{ending}", ending)


def version_name(known: Fetched, ending: str) -> str:
    """Return the file name of the version that follows one: `minutes-version-2.pdf`."""
    stem = PurePosixPath(known.file).stem.removesuffix(f"-version-{known.version}")
    return f"{stem}-version-{known.version + 1}{ending}"


def file_as_answer(path: Path, address: str, most_bytes: int) -> Answer:
    """Return a file of this machine as if it had been downloaded.

    Raises NotFetchedError: too-large, or not-fetched where it cannot be read.
    """
    try:
        if path.stat().st_size > most_bytes:
            message = f"{path} is larger than the limit of {most_bytes:,} bytes"
            raise NotFetchedError("too-large", message, "raise limits.file_bytes in archive.toml")
        return Answer(address, 200, path.read_bytes(), name=path.name)
    except OSError as error:
        hint = "see whether it is there and may be read"
        raise NotFetchedError("not-fetched", f"{path} cannot be read: {error.strerror}", hint) from error
