"""What was published before: the lock of an archive, and how today's archive stands to it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedAnchor:
    """The anchor of a record that was published, with a fingerprint of its words."""

    anchor: str
    fingerprint: str
    register: str = ""
    """The register below which the record has a page of its own (`actions/`); empty where it has none."""
    gone: datetime.date | None = None
    """The day from which on no record has the anchor."""
    other_part: str = ""
    """The anchor of the second of two records, where this one was split in two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedDocument:
    """A document that was published: its address, and how it is known again."""

    address: str
    published: datetime.date
    """The day of its first publication."""
    file: str
    part: int = 0
    """Its place in a pack; 0 for a document of its own."""
    source: str
    """The first digits of its file's SHA-256."""
    words: str
    """The fingerprint of all its words."""
    body: str = ""
    """The slug of its body."""
    year: str = ""
    """The year or period by which registers list its records."""
    was: tuple[str, ...] = ()
    """Addresses of pages that it had to itself or with others before, and that lead on from there."""
    gone: datetime.date | None = None
    """The day from which on the archive does not hold it."""
    anchors: tuple[LockedAnchor, ...] = ()
    """Of all records that it ever had, in the order of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Everything that an archive has published, as far as its lock files say."""

    documents: tuple[LockedDocument, ...] = ()
    """By address."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people and topics, by the addresses of their pages."""
    whole: bool = True
    """False where only a part of the sources is read: what is missing then is not gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note at a passage on an anchor that once was a record's, or that now is of one part of it."""

    anchor: str
    block: int
    """The block that the note stands below."""
    other_part: str = ""
    """The anchor of the other part of a record that was split; empty where the anchor is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How an archive stands to its lock."""

    lock: Lock = Lock()
    documents: Mapping[str, LockedDocument] = field(default_factory=dict)
    """What the lock says of each document that was published before, by its address today."""
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    """The notes on a document's page, by its address."""

    withdrawn: frozenset[str] = frozenset()
    """Addresses at which something was published until it was withdrawn."""
    forgotten: frozenset[str] = frozenset()
    """Pages of people whom only what was withdrawn names: nothing may tell of them."""

    @property
    def absent(self) -> tuple[LockedDocument, ...]:
        """Documents that were published and that the archive does not hold."""
        held = {locked.address for locked in self.documents.values()}
        return tuple(locked for locked in self.lock.documents if locked.address not in held)

    @property
    def lost(self) -> tuple[LockedDocument, ...]:
        """Documents that are absent and were not withdrawn."""
        return tuple(locked for locked in self.absent if locked.address not in self.withdrawn)
