"""What reading each file came to, kept from one build to the next.

An entry a source file, overwritten when anything that decides its outcome has changed: so a cache never
grows beyond its sources. An entry is nothing but data; one that is damaged, or is another's, counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from archive_builder.settings import Settings
from archive_builder.sources import CORRECTIONS, SourceFile

_LEVEL = 1
"""Of compression: outcomes repeat themselves, the lowest makes them a quarter."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of outcomes."""

    folder: Path
    writable: bool = True
    """Whether what is read now is kept, too: a command that writes nothing only looks."""

    def find(self, source: SourceFile, key: str, most: int) -> bytes | None:
        """What was kept for a file under a key, if anything was; an entry of more than `most` bytes is none."""
        try:
            digest, _, body = self._path(source).read_bytes().partition(b"\n")
            if digest.decode("ascii") != _digest(key, body):
                return None
            unpacking = zlib.decompressobj()
            outcome = unpacking.decompress(body.partition(b"\n")[2], most)
            return outcome if unpacking.eof else None
        except (OSError, ValueError, zlib.error):
            return None

    def keep(self, source: SourceFile, key: str, outcome: bytes) -> None:
        """Keep what came of a file: the whole entry or none of it, and none where it cannot be written."""
        if not self.writable:
            return
        path = self._path(source)
        body = json.dumps(self._place(source)).encode("ascii") + b"\n" + zlib.compress(outcome, _LEVEL)
        draft = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # a full disk or a folder that is not ours: the next build reads again
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(_digest(key, body).encode("ascii") + b"\n" + body)
            draft.replace(path)

    def drop(self, source: SourceFile) -> None:
        """Remove the entry of a file, if there is one."""
        if self.writable:
            with suppress(OSError):  # there is none, or the folder is not ours
                self._path(source).unlink()

    def entries(self) -> Iterator[tuple[Path, str, bytes]]:
        """Yield each entry: its file, the name of the source that it is of, and all that it holds, unpacked."""
        for path in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            place, _, outcome = path.read_bytes().partition(b"\n")[2].partition(b"\n")
            with suppress(zlib.error, ValueError, TypeError, LookupError):  # no entry
                yield path, str(json.loads(place)[1]), place + b"\n" + zlib.decompress(outcome)

    def sweep(self) -> None:
        """Remove the entries of files that are no more, and what is no entry."""
        for path in sorted(self.folder.iterdir()) if self.writable and self.folder.is_dir() else ():
            with suppress(OSError):  # somebody else was faster
                if not self._is_wanted(path):
                    path.unlink()

    def _is_wanted(self, path: Path) -> bool:
        with path.open("rb") as entry:
            entry.readline(100)
            try:
                place = json.loads(entry.readline(20_000))
                return os.path.lexists(self.folder / place[0])
            except (ValueError, TypeError, LookupError):
                return False

    def _path(self, source: SourceFile) -> Path:
        return self.folder / hashlib.sha256(json.dumps(self._place(source)).encode()).hexdigest()

    def _place(self, source: SourceFile) -> tuple[str, str]:
        """Where a file is, seen from the cache, and what it is called there."""
        return os.path.relpath(source.path, self.folder), source.file


def key(source: SourceFile, settings: Settings) -> str | None:
    """All that decides what reading a file comes to, as one digest.

    None where the file is not read, and where nothing of it may be kept: it is withdrawn, or its own name is
    redacted, which an entry would hold.
    """
    if source.withdrawn or source.own_name:
        return None
    try:
        if source.path.stat().st_size > settings.limits.file_bytes:
            return None
        parts = [*_contents(source), source.file, source.path.suffix, settings.model_dump_json(), builder()]
        parts.append(repr(source.redactions))
    except OSError:
        return None
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _contents(source: SourceFile) -> Iterator[str]:
    """Digests of a file, of its corrections, and of the file that is published in its place."""
    corrections = source.folder / CORRECTIONS / f"{source.name}.yml"
    for path in (source.path, corrections, source.original):
        if path == corrections and not path.is_file():
            yield ""
            continue
        with path.open("rb") as opened:
            yield hashlib.file_digest(opened, "sha256").hexdigest()


@cache
def builder() -> str:
    """What reads: this package's own files, the Python that runs it and every library installed there.

    A version number would do for a release; while the program is being worked on, only its files tell.
    """
    package = Path(__file__).parents[1]
    found = hashlib.sha256(f"{sys.version} {sysconfig.get_platform()}".encode())
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".toml"):
            found.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    libraries = sorted(f"{library.name} {library.version}" for library in metadata.distributions())
    found.update("\n".join(libraries).encode())
    return found.hexdigest()


def _digest(key: str, body: bytes) -> str:
    return hashlib.sha256(key.encode("ascii") + body).hexdigest()
