"""A count for each of several pieces of work: forked processes raise them, and the process that waits reads them."""

from __future__ import annotations

import mmap


class Counts:
    """Counts in memory that processes which are forked later share. Only one process may raise a count."""

    def __init__(self, works: int) -> None:
        self._counts = memoryview(mmap.mmap(-1, 8 * max(1, works))).cast("Q")

    def advance(self, work: int, by: int) -> None:
        """Add to the count of a piece of work, by its place."""
        self._counts[work] += by

    def whole(self) -> int:
        """Return the sum of all counts."""
        return sum(self._counts)
