"""What the last build was made from and what it left: a build with nothing to do is told before it begins.

It counts only where no document failed: what a failure depends on (an office program, memory, time) is
not all in the files.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from archive_builder.page_builder import stamps
from archive_builder.run import cache


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build that published its site, and failed at no document."""

    inputs: str
    """Digest of all that decides what is built."""
    outputs: str
    """Digest of the names, sizes and times of the files that it left."""
    said: tuple[str, ...]
    """What it printed on standard error, problems first."""
    where: tuple[str, ...]
    """What it printed at its end: where its site is, and how large."""


def read(path: Path) -> LastBuild | None:
    """Return the last build that was kept; None where there is none or the file is damaged."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return LastBuild(row["inputs"], row["outputs"], tuple(row["said"]), tuple(row["where"]))
    except (OSError, ValueError, TypeError, LookupError):
        return None


def write(path: Path, build: LastBuild) -> None:
    """Keep a build; where that cannot be done, the next one does all its work."""
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        draft.write_text(json.dumps(asdict(build)), encoding="utf-8")
        draft.replace(path)


def inputs(paths: Iterable[Path], told: Iterable[str]) -> str:
    """Return the digest of these files, of all files below these folders, of the program, and of what was `told`.

    `told` are options and settings that stand in no file. Raises OSError where a file cannot be read.
    """
    found = hashlib.sha256(f"{cache.builder()} {_package()}".encode())
    for path in paths:
        found.update(_contents(path).encode())
    found.update(repr(list(told)).encode())
    return found.hexdigest()


@functools.cache
def _package() -> str:
    """Return the digest of the program's files, those that are no code among them; read once a run."""
    return _contents(Path(__file__).parents[1])


def _contents(path: Path) -> str:
    """Return the digest of a file, or of all files below a folder, with their names."""
    found = hashlib.sha256()
    for file in _files(path):
        found.update(f"{os.fsencode(file)!r} {_digest(file)}\n".encode())
    return found.hexdigest()


def _digest(file: Path) -> str:
    """Return the digest of a file's contents; what is no file (a named pipe, a dead link) is not opened."""
    if not file.is_file():
        return "no file"
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def outputs(folders: Iterable[Path]) -> str:
    """Return the digest of the names, sizes and times of all files below these folders."""
    found = hashlib.sha256()
    for folder in folders:
        standing = sorted(stamps.walk(folder, hidden=True)) if folder.is_dir() else []
        found.update(repr((str(folder), standing)).encode())
    return found.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or the files below a folder, in an order that no file system decides."""
    if not path.is_dir():
        yield from [path] if path.is_file() else []
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names))
