"""How far the making of pages is, as lines that the page builder prints and the build reads."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Made = TypeVar("Made")

_EVERY = 0.25
"""Seconds between two lines."""
_LINE = re.compile(r"(?P<done>\d+) of (?P<pages>\d+) pages made")


def tell(made: Iterable[Made], pages: int) -> Iterator[Made]:
    """Yield pages as they are made, and print now and then how many of all they are."""
    told = time.monotonic()
    for done, page in enumerate(made, start=1):
        now = time.monotonic()
        if now - told >= _EVERY:
            told = now
            print(f"{done} of {pages} pages made", flush=True)
        yield page


def read(line: str) -> tuple[int, int] | None:
    """Return how many pages a line says are made, and of how many; None if it is another line."""
    found = _LINE.fullmatch(line.rstrip("\n"))
    return (int(found["done"]), int(found["pages"])) if found else None
