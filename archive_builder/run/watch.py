"""What a build tells of itself while it runs: which stage it is in, how far it is, what each stage took."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

Made = TypeVar("Made")
Returned = TypeVar("Returned")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a stage took."""

    seconds: float
    """By the clock, without the stages that ran inside it."""
    memory: int
    """The most bytes that its process had held at once when the stage ended."""
    beside: bool = False
    """True if it ran in a process beside others: its seconds are not among those of the whole."""


@dataclass(slots=True)
class Watch:
    """Measures the stages of a build; a subclass may show them as they run."""

    taken: dict[str, Taken] = field(default_factory=dict)
    """By the stage's name, in the order in which the stages began."""
    _running: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def stage(self, name: str, pieces: int = 0) -> Iterator[None]:
        """Measure a stage of so many pieces, 0 if that is not known. A stage inside it is measured alone."""
        self._change()
        self._running.append(name)
        self.taken.setdefault(name, Taken(0.0, 0))
        self.begun(name, pieces)
        try:
            yield
        finally:
            self._change()
            self._running.pop()
            self.ended(name)

    def drawn(self, name: str, files: Generator[Made, None, Returned]) -> Generator[Made, None, Returned]:
        """Yield what a stage makes piece by piece; the time between two pieces counts elsewhere."""
        self.begun(name, 0)
        while True:
            self._change()
            self._running.append(name)
            self.taken.setdefault(name, Taken(0.0, 0))
            try:
                made = next(files)
            except StopIteration as end:
                self.ended(name)
                returned: Returned = end.value
                return returned
            finally:
                self._change()
                self._running.pop()
            self.advance(name)
            yield made

    def add(self, taken: Mapping[str, Taken]) -> None:
        """Add what stages took that ran beside one another, each in a process of its own."""
        for name, each in taken.items():
            known = self.taken.get(name, Taken(0.0, 0))
            memory = max(known.memory, each.memory)
            self.taken[name] = Taken(known.seconds + each.seconds, memory, beside=True)

    def begun(self, name: str, pieces: int) -> None:
        """Show that a stage begins."""

    def advance(self, name: str, piece: str = "") -> None:
        """Show that a stage is done with a piece, or has come to the one that is named."""

    def reached(self, name: str, done: int, pieces: int) -> None:
        """Show that a stage is done with so many of its pieces; `pieces` is 0 if their number is not known."""

    def ended(self, name: str) -> None:
        """Show that a stage has ended."""

    def _change(self) -> None:
        """Add the time since the last change to the innermost stage."""
        now = time.monotonic()
        if self._running:
            name = self._running[-1]
            seconds = self.taken[name].seconds + now - self._since
            self.taken[name] = Taken(seconds, most_memory())
        self._since = now


def most_memory() -> int:
    """Return the most bytes that this process has held at once."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
