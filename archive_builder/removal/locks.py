"""What a lock still says of redacted words: their addresses lead nowhere any more, and are not locked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive_builder.model import Lock, LockedDocument, Redaction
from archive_builder.removal.redact import holds
from archive_builder.sources import SourceFile


def without_redacted(lock: Lock, files: Iterable[SourceFile]) -> Lock:
    """Return a lock without the addresses and names that hold words which are redacted in any file.

    A redirect from such an address would publish them again.
    """
    redactions = tuple(dict.fromkeys(each for source in files for each in source.redactions))
    if not redactions:
        return lock
    kept = [_forgetful(locked, redactions) for locked in lock.documents]
    return replace(
        lock,
        documents=tuple(locked for locked in kept if not holds(locked.address, redactions)),
        names={page: name for page, name in lock.names.items() if not holds(f"{page}\n{name}", redactions)},
    )


def _forgetful(locked: LockedDocument, redactions: tuple[Redaction, ...]) -> LockedDocument:
    was = tuple(address for address in locked.was if not holds(address, redactions))
    return replace(locked, was=was)
