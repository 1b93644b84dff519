"""What the shares of a build's work made: a share made of the same would make the same, and is not made again.

A share is told by the digest of all that its stage is given, and of the program. Its files must still stand
in the docs folder, byte for byte.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from archive_builder.model import Archive, DataFiles, Document
from archive_builder.publish import Draft
from archive_builder.run import last_build


@dataclass(frozen=True, slots=True)
class KeptShare:
    """The files of a share."""

    key: str
    """Digest of all that they were made of."""
    files: dict[str, str]
    """The digest of each, by its path below the docs folder."""
    described: DataFiles
    """What the data page says of them."""


_FORM = TypeAdapter(dict[str, KeptShare])
_DOCUMENT = TypeAdapter(Document)


def read(path: Path | None) -> Mapping[str, KeptShare]:
    """Return the shares that were kept, by their names; none where the file is absent or damaged."""
    try:
        return _FORM.validate_json(zlib.decompress(path.read_bytes())) if path else {}
    except (OSError, ValidationError, zlib.error):
        return {}


def write(path: Path | None, shares: dict[str, KeptShare]) -> None:
    """Keep shares; where that cannot be done, the next build makes all of them."""
    if path:
        draft = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            draft.write_bytes(zlib.compress(_FORM.dump_json(shares), level=1))
            draft.replace(path)


def key(told: Iterable[str]) -> str:
    """Return the digest of what a share is made of, in words, and of the program with all its files."""
    return last_build.inputs((), told)


def digests_of_documents(archive: Archive) -> Mapping[str, str]:
    """Return the digest of each document, by its path."""
    return {each.path: hashlib.sha256(in_words(each)).hexdigest() for each in archive.documents}


def in_words(document: Document) -> bytes:
    """Return a document as JSON."""
    return _DOCUMENT.dump_json(document, exclude_defaults=True)


def digest_of_archive(archive: Archive, digests: Mapping[str, str]) -> str:
    """Return the digest of an archive: of the digests of its documents, of all else in Python's own words."""
    found = hashlib.sha256()
    for document in archive.documents:
        found.update(f"{digests[document.path]}\n".encode())
    for each in fields(archive):
        if each.init and each.name != "documents":
            found.update(f"{each.name}={getattr(archive, each.name)!r}\n".encode())
    return found.hexdigest()


def kept(key: str, drafts: Iterable[Draft], described: DataFiles) -> KeptShare:
    """Return a share as it is kept."""
    return KeptShare(key, {draft.path: draft.digest.hex() for draft in drafts}, described)


def standing(files: Mapping[str, str], docs: Path) -> tuple[Draft, ...] | None:
    """Return files as drafts of which nothing has to be written; None unless all stand as they were.

    `files` are the digests by path below the docs folder.
    """
    if any(_digest_of_file(docs / path) != digest for path, digest in files.items()):
        return None
    return tuple(Draft(path, path, bytes.fromhex(digest), None) for path, digest in files.items())


def _digest_of_file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
