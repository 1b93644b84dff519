"""How far a build is, as a line on a terminal, and what its stages took, as a table."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import click

from archive_builder.run.watch import Taken, Watch

_SOON = 2.0
"""Seconds that a stage runs before its progress is shown."""
_EVERY = 0.1
"""Seconds between two changes of the line."""


@dataclass(slots=True)
class Line(Watch):
    """Shows the stage at work on a line of the terminal, with its rate and the time left."""

    _pieces: dict[str, int] = field(default_factory=dict)
    _done: dict[str, int] = field(default_factory=dict)
    _begun: dict[str, float] = field(default_factory=dict)
    _shown: float = 0.0

    def begun(self, name: str, pieces: int) -> None:
        """Count the pieces of a stage from none."""
        self._pieces[name], self._done[name], self._begun[name] = pieces, 0, time.monotonic()

    def advance(self, name: str, piece: str = "") -> None:
        """Count a piece, and change the line if it has stood long enough."""
        self._done[name] += 1
        self._show(name, piece)

    def reached(self, name: str, done: int, pieces: int) -> None:
        """Take over how far a stage is, and change the line if it has stood long enough."""
        self._done[name], self._pieces[name] = done, pieces
        self._show(name)

    def _show(self, name: str, piece: str = "") -> None:
        now = time.monotonic()
        seconds = now - self._begun[name]
        if seconds >= _SOON and now - self._shown >= _EVERY:
            self._shown = now
            _replace_line(told(name, self._done[name], self._pieces[name], seconds, piece))

    def ended(self, name: str) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = 0.0
            _replace_line("")


def watch(loud: int) -> Watch:
    """Return a watch that shows progress if standard error is a terminal that somebody looks at."""
    is_seen = loud >= 0 and sys.stderr.isatty() and not os.environ.get("CI")
    return Line() if is_seen else Watch()


def told(name: str, done: int, pieces: int, seconds: float, piece: str = "") -> str:
    """Return "reading the documents: 120 of 1,000, 24 a second, 37 s left: FILE"."""
    rate = done / seconds
    parts = [f"{done:,} of {pieces:,}" if pieces else f"{done:,}", f"{rate:,.0f} a second"]
    if pieces > done:
        parts.append(f"{duration((pieces - done) / rate)} left")
    return ": ".join(filter(None, (name, ", ".join(parts), piece)))


def duration(seconds: float) -> str:
    """Return "37 s" or "4 min 10 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def table(taken: Mapping[str, Taken]) -> Iterator[str]:
    """Yield the lines of `--timings`: seconds by stage, and the most memory that was held until its end.

    Stages that ran at once stand indented below the stage that waited for them, whose seconds are theirs.
    """
    width = max(map(len, taken), default=0) + 2
    for name, each in taken.items():
        shown = f"  {name}" if each.beside else name
        yield f"{shown:<{width}} {each.seconds:>9,.1f} s {each.memory / 1e6:>8,.0f} MB"
    whole = sum(each.seconds for each in taken.values() if not each.beside)
    yield f"{'all':<{width}} {whole:>9,.1f} s"


def _replace_line(words: str) -> None:
    """Write over the line, cut to the width of the terminal."""
    width = shutil.get_terminal_size().columns - 1
    click.echo(f"\r\033[K{words[:width]}", err=True, nl=False)
