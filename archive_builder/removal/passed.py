"""What the gate has looked through and let pass, kept from one build to the next: it need not be unpacked again.

What is kept are digests alone, each of a file's path and content and of all that the gate looked for in it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

SIZE = 32
"""Bytes of a digest."""


@dataclass(slots=True)
class Passed:
    """Digests of what passed in the last build, and in this one."""

    place: Path | None = None
    """Where they are kept; None to keep nothing."""
    key: bytes = b""
    """Digest of the program: another one may find more."""
    _before: frozenset[bytes] = frozenset()
    _now: set[bytes] = field(default_factory=set)

    def __contains__(self, digest: bytes) -> bool:
        """Return True if this has passed, and keep it for the next build."""
        if digest in self._before:
            self._now.add(digest)
        return digest in self._now

    def add(self, digest: bytes) -> None:
        """Note that this has passed."""
        self._now.add(digest)

    def keep(self) -> None:
        """Write down what has passed in this build; what cannot be kept is looked through again."""
        if self.place:
            with suppress(OSError):
                if self._now:
                    self.place.parent.mkdir(exist_ok=True)
                    self.place.write_bytes(b"".join((self.key, *sorted(self._now))))
                else:
                    self.place.unlink()


def read(place: Path | None, key: bytes) -> Passed:
    """Return what passed in the last build; nothing where none was kept, or by another program."""
    held = b""
    if place:
        with suppress(OSError):
            held = place.read_bytes()
    if len(held) % SIZE or held[:SIZE] != key:
        return Passed(place, key)
    digests = frozenset(held[at : at + SIZE] for at in range(SIZE, len(held), SIZE))
    return Passed(place, key, digests)
