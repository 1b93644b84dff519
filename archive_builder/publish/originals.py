"""The originals: source files copied into the docs folder, if they have not changed since they were read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from archive_builder.model import Archive, Document, Source
from archive_builder.problem import Problem, Report
from archive_builder.publish.files import claim, replace_file
from archive_builder.publish.places import Places

CHANGED = "the file was changed while this archive was built"


def copy(
    places: Places,
    archive: Archive,
    files: Mapping[str, Path],
    report: Report,
    reached: Callable[[int, int], None] = lambda done, of: None,
) -> Archive:
    """Copy the originals and return the archive, without the originals of files that have changed.

    `files` has the path of each source. Originals are copied before pages are made, because pages say
    which are there. One file at a time is held in memory; `reached` is told how many are done of how many.
    Reports changed-meanwhile. Raises RefusedError if files that are not ours are in the way.
    """
    sources = {d.source.original: d.source for d in archive.documents if d.source.original}
    claim(places.docs, sources)
    gone: set[str] = set()
    for done, (address, source) in enumerate(sorted(sources.items())):
        reached(done, len(sources))
        if _as_read(source, places.docs / address) is not None:
            continue
        content = _as_read(source, files.get(source.file))
        if content is None:
            gone.add(source.file)
            report(_changed(source))
        else:
            replace_file(places.docs / address, content)
    if not gone:
        return archive
    return replace(archive, documents=tuple(_without(gone, document) for document in archive.documents))


def _as_read(source: Source, path: Path | None) -> bytes | None:
    """Return a file's bytes if they are those that were read, or else None."""
    if path is None or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            content = file.read(source.size + 1)
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == source.sha256 else None


def _without(gone: set[str], document: Document) -> Document:
    if document.source.file not in gone:
        return document
    return replace(document, source=replace(document.source, original="", withheld=CHANGED))


def _changed(source: Source) -> Problem:
    message = "the file was changed or removed after it was read; its original is not published"
    return Problem(source.file, 1, "changed-meanwhile", message, "build again")
