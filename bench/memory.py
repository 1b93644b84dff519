"""The memory that processes hold at most, in megabytes."""

from __future__ import annotations

import re
import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_EVERY = 0.2
"""Seconds between two looks."""
_HIGHEST = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)


def most_of_this() -> float:
    """What this process has held at most.

    Where there is a /proc, not by the system's other figure: that begins with what the parent held.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    return _held("self") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


@contextmanager
def most_of_children() -> Iterator[list[float]]:
    """What any process held at most that this one started meanwhile; nothing where there is no /proc.

    The system's own figure for children will not do: it counts what the parent held when it forked.
    """
    before = set(_children())
    most = [0.0]
    done = threading.Event()

    def look() -> None:
        while not done.wait(_EVERY):
            for child in set(_children()) - before:
                most[0] = max(most[0], _held(child))

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    try:
        yield most
    finally:
        done.set()
        watching.join()


def _children() -> list[str]:
    with suppress(OSError):
        return [
            pid
            for task in Path("/proc/self/task").iterdir()
            for pid in (task / "children").read_text().split()
        ]
    return []


def _held(pid: str) -> float:
    with suppress(OSError):
        if Path(f"/proc/{pid}/exe").exists() and (
            found := _HIGHEST.search(Path(f"/proc/{pid}/status").read_text())
        ):
            return int(found[1]) * 1024 / 1e6
    return 0.0
