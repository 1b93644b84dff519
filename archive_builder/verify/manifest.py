"""The manifest of a site: the SHA-256 of each of its files, so that a copy can be compared and signed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from archive_builder.model import addresses
from archive_builder.problem import Problem, Severity

_SELF = frozenset({addresses.MANIFEST, addresses.SUMS})
"""The files that list the others: neither can hold its own fingerprint."""


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder by its path, sorted.

    Hidden files at the top are not part of the site: they mark the folder as ours.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {
        name: _sha256(named[name]) for name in sorted(named) if name not in _SELF and not name.startswith(".")
    }


def write(
    folder: Path, last: Path | None = None, stays: Iterable[str] = (), known: Collection[str] = ()
) -> None:
    """Write `data/manifest.json` and `data/SHA256SUMS`, which `sha256sum -c` reads, into a site that is complete.

    `stays` are files of the site that lie in the folder of the `last` one; the manifest there is right for those
    that are `known`.
    """
    found = fingerprints(folder)
    if last:
        found |= _fingerprints_of(last, stays, known)
        found = dict(sorted(found.items()))
    sums = "".join(f"{digest}  {name}\n" for name, digest in found.items())
    (folder / addresses.SUMS).parent.mkdir(exist_ok=True)
    (folder / addresses.SUMS).write_text(sums, encoding="utf-8")
    listed = {"algorithm": "sha256", "files": found}
    text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    (folder / addresses.MANIFEST).write_text(text, encoding="utf-8")


def _fingerprints_of(last: Path, names: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return the SHA-256 of files of the last site: those that are known from its manifest, others from the files."""
    listed = _read(last)
    return {
        name: listed[name] if name in known and name in listed else _sha256(last / name)
        for name in names
        if name not in _SELF and not name.startswith(".")
    }


def _read(folder: Path) -> dict[str, str]:
    """Return what the manifest of a site lists; nothing where it is absent or damaged."""
    try:
        listed = json.loads((folder / addresses.MANIFEST).read_text("utf-8"))["files"]
        return {str(name): str(digest) for name, digest in listed.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def compare(folder: Path) -> tuple[int, list[Problem]]:
    """Return the number of files of a site, and how they differ from its manifest."""
    try:
        listed = json.loads((folder / addresses.MANIFEST).read_text("utf-8"))["files"]
        listed = {str(name): str(digest) for name, digest in listed.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        message = f"the list of the site's files cannot be read: {error}"
        hint = "take a whole copy of the site; without the list only originals and quotations are checked"
        return 0, [Problem(addresses.MANIFEST, 1, "no-manifest", message, hint)]
    found = fingerprints(folder)
    return len(found), list(_differences(found, listed))


def _differences(found: dict[str, str], listed: dict[str, str]) -> Iterator[Problem]:
    for name in sorted(found.keys() | listed.keys()):
        if name not in found:
            yield _problem(name, "missing-file", "the manifest lists this file, and it is not here")
        elif name not in listed:
            yield _problem(name, "unlisted-file", "this file is here, and the manifest does not list it")
        elif found[name] != listed[name]:
            message = f"the file is not the one that was published: its SHA-256 is {found[name]}, not {listed[name]}"
            yield _problem(name, "changed-file", message)


def _problem(name: str, code: str, message: str) -> Problem:
    hint = "take the site from where it was published, and check again"
    return Problem(name, 1, code, message, hint, Severity.ERROR)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
