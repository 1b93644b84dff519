"""What stands in a site's folder, so that a build that changes little puts only that in place.

After each build the stamps of all files of the site are written down. The next build leaves a file where it is if
the page builder says that it stays; whether it is as the last build left it is told by its stamp.
"""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive_builder.page_builder import stamps
from archive_builder.page_builder.stamps import Stamp

Standing = dict[str, Stamp]
"""The files of a site by their paths."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What of the last site stays where the new one is put in its place file by file."""

    site: Path
    """The last site's folder."""
    stays: frozenset[str]
    """The paths of the files that stay."""
    as_left: frozenset[str]
    """Those among them that are as the last build left them."""
    stale: frozenset[str]
    """The paths of the files of the last site that the page builder knows nothing of."""


def read(record: Path) -> Standing:
    """Return what the last build left in the site's folder; nothing where it left no record."""
    try:
        rows = json.loads(record.read_text(encoding="utf-8"))
        return {str(name): (int(size), int(changed)) for name, (size, changed) in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def note(record: Path, site: Path) -> Standing:
    """Note what stands in the site's folder, where all is in place; return it.

    Where that is not reached, or cannot be noted, the next build puts all files in place.
    """
    found = dict(stamps.walk(site))
    draft = record.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        draft.write_text(json.dumps(found), encoding="utf-8")
        draft.replace(record)
    return found


def find_patch(site: Path, new: Path, stays: Path, left: Standing) -> Patch | None:
    """Return what stays of a site, and take out of the new one what is the same as in it.

    `stays` is the page builder's list; None where there is none, because all files are in the new site.
    """
    if not stays.is_file():
        return None
    standing = dict(stamps.walk(site))
    staying = set(json.loads(stays.read_text(encoding="utf-8")))
    made = dict(stamps.walk(new))
    for name in sorted(made.keys() & standing.keys()):
        if standing[name][0] == made[name][0] and filecmp.cmp(site / name, new / name, shallow=False):
            (new / name).unlink()
            staying.add(name)
    as_left = {name for name in staying if standing.get(name) == left.get(name)}
    stale = standing.keys() - made.keys() - staying
    return Patch(site, frozenset(staying), frozenset(as_left), frozenset(stale))


def put_in_place(patch: Patch, new: Path) -> None:
    """Put the files of a new site into the last one, and remove what is stale: first what stands in the way."""
    made = sorted(name for name, _ in stamps.walk(new))
    folders = {folder for name in made for folder in _folders(name)}
    files = set(made)
    stale = patch.stale - files
    in_the_way = {
        name for name in stale if name in folders or any(folder in files for folder in _folders(name))
    }
    for name in sorted(in_the_way):
        _remove(patch.site, name)
    for name in made:
        place = patch.site / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (new / name).replace(place)
    for name in sorted(stale - in_the_way):
        _remove(patch.site, name)


def _folders(name: str) -> Iterable[str]:
    """Return the folders that a path lies in."""
    steps = name.split("/")[:-1]
    return ["/".join(steps[: number + 1]) for number in range(len(steps))]


def _remove(site: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    (site / name).unlink()
    for folder in reversed(list(_folders(name))):
        with suppress(OSError):
            (site / folder).rmdir()
            continue
        return
