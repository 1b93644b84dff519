"""What was withdrawn from an archive, and the pages that say so at its addresses."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An entry of `withdrawn.yml`: a file or the page of a document, with what readers are told."""

    file: str = ""
    """Path below its sources folder; empty where only an address is given."""
    address: str = ""
    """The page of the document, without a slash before it; empty where only a file is given."""
    date: datetime.date | None = None
    reason: str = ""
    by: str = ""
    """Who withdrew it, or asked for it."""
    line: int = 1
    """Where the entry stands in its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """An address where something was published until it was withdrawn."""

    path: str
    withdrawal: Withdrawal
