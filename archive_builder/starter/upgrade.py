"""What an upgrade does with each file that an archive began with: nothing, renew it, or leave it and say so."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive_builder.starter.files import SAMPLE, files
from archive_builder.starter.record import Record, fingerprint

_THEIRS = frozenset({"requirements.txt", SAMPLE})
"""Files that are written once: the version is the archive's own choice, a removed sample stays removed."""


class State(enum.Enum):
    """How a file of an archive stands to what the program would write today."""

    SAME = "as it would be written today"
    RENEWED = "untouched since it was written: renewed"
    NEW = "new in this version: written"
    CHANGED = "changed by hand, and its default has changed too: left as it is"
    REMOVED = "removed by hand: left out"


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one file."""

    path: str
    state: State
    wanted: str
    """The text that the program would write today."""
    differences: tuple[str, ...] = ()
    """Of a file that is left as it is: the lines that differ from today's default."""


def compare(folder: Path, record: Record) -> Iterator[Change]:
    """Yield what an upgrade does with each file of an archive."""
    for path, wanted in files(record.answers).items():
        if path not in _THEIRS:
            yield _change(folder / path, path, wanted, record.fingerprints.get(path))


def _change(file: Path, path: str, wanted: str, written: str | None) -> Change:
    if not file.is_file():
        return Change(path, State.REMOVED if written else State.NEW, wanted)
    found = file.read_text(encoding="utf-8", errors="replace")
    if found == wanted or written == fingerprint(wanted):
        # Also where somebody changed it and its default is what it was: nothing to say.
        return Change(path, State.SAME, wanted)
    if fingerprint(found) == written:
        return Change(path, State.RENEWED, wanted)
    lines = difflib.unified_diff(
        found.splitlines(), wanted.splitlines(), f"{path} (yours)", f"{path} (today's default)", lineterm=""
    )
    return Change(path, State.CHANGED, wanted, tuple(lines))
