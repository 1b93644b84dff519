"""One build at a time in a folder: a lock that the system lets go when the process that holds it ends."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO


class LockedError(Exception):
    """Another build writes to the same folder; the message names the folder and the other process."""


@contextmanager
def locked(folders: Iterable[Path], locks: Path) -> Iterator[None]:
    """Hold a lock on each of these folders; the lock files lie in the folder `locks`, which is made.

    A lock is the system's own (flock): that of a process that was killed is free. The file holds the
    number of the process, to name it. Raises LockedError where another process holds one of the locks.
    """
    locks.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        for folder in sorted({folder.resolve() for folder in folders}):
            name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
            file = held.enter_context((locks / f"{name}.lock").open("a+", encoding="ascii"))
            _take(file, folder)
        yield


def _take(file: TextIO, folder: Path) -> None:
    file.seek(0)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        other = file.read().strip() or "unknown"
        raise LockedError(
            f"another build is running and writes to {folder} (process {other}): wait until it has ended"
        ) from error
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
