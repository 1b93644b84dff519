"""The pages or feeds of a share, made unit by unit: one whose look-ups have the same answers is not made again.

What a unit looked up was noted while its pages were made (`render.observed`). It counts only for the same
program and the same rules of the gate, and while its files stand in the docs folder, byte for byte.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from archive_builder import render
from archive_builder.pipeline import kept_shares
from archive_builder.publish import Draft

Make = Callable[[render.Unit, render.Context], Iterable[Draft]]
"""Makes the pages of a unit and lays them aside."""


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit that was made."""

    asked: render.LookUps
    """What it looked up."""
    answers: str
    """Digest of the answers."""
    files: dict[str, str]
    """The digest of each file, by its path below the docs folder."""


_FORM = TypeAdapter(KeptUnit)


def drafts(
    known: render.Context,
    digests: Mapping[str, str],
    part: render.Part,
    before: Mapping[str, bytes],
    docs: Path,
    make: Make,
) -> Iterator[tuple[str, bytes, tuple[Draft, ...]]]:
    """Yield the name of each unit of a part, the unit as it is kept, and its files.

    `digests` are those of the documents, `before` the units of the last build; those that differ are made
    by `make`.
    """
    observer = render.Observer(known, digests)
    for unit in render.units(known, part):
        row = before.get(unit.name, b"")
        files = _standing(row, observer, docs)
        if files is None:
            files = tuple(make(unit, observer.context))
            asked = observer.take()
            digests = {draft.path: draft.digest.hex() for draft in files}
            row = _FORM.dump_json(KeptUnit(asked, observer.digest(asked), digests))
        yield unit.name, row, files


def _standing(row: bytes, observer: render.Observer, docs: Path) -> tuple[Draft, ...] | None:
    """Return the files of a unit that would be made of the same again, and that stand; else None."""
    try:
        unit = _FORM.validate_json(row)
        same = observer.digest(unit.asked) == unit.answers
        return kept_shares.standing(unit.files, docs) if same else None
    except (ValueError, AttributeError, ImportError, LookupError):  # there is none, or it is damaged
        return None


def read(path: Path, key: str) -> dict[str, bytes]:
    """Return the units that were kept under a key, by name; none where the file is absent or damaged.

    A file with another key is removed: look-ups name people and titles that may be redacted by now.
    """
    try:
        first, *lines = zlib.decompress(path.read_bytes()).splitlines()
        if first.decode("ascii") == key:
            rows = (line.split(b"\t", 1) for line in lines)
            return {json.loads(name): row for name, row in rows}
    except (OSError, ValueError, TypeError, zlib.error):
        pass
    with suppress(OSError):
        path.unlink()
    return {}


def write(path: Path, key: str, rows: Mapping[str, bytes]) -> None:
    """Keep units under a key; where that cannot be done, the next build makes all of them."""
    lines = (json.dumps(name).encode("ascii") + b"\t" + row for name, row in rows.items())
    with suppress(OSError):
        path.write_bytes(zlib.compress(b"\n".join((key.encode("ascii"), *lines)), level=1))
