"""The forms in which a data file is published: always compressed, and plain as well while it is small.

Compressed files have the same bytes for the same content: no time and no name of a machine is in them.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from archive_builder.model import Asset, DataFiles, addresses
from archive_builder.published import Lead

MOST_PLAIN = 5_000_000
"""Maximum number of bytes of a file that is published plain as well."""
_LEVEL = 6
"""How hard zlib tries: higher levels take twice the time and save some hundredths."""
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
"""The day of a file in a ZIP archive, which has to have one."""


class Gzip:
    """A gzip file while it is written."""

    def __init__(self) -> None:
        self._held = io.BytesIO()
        self._file = gzip.GzipFile("", "wb", _LEVEL, self._held, mtime=0)

    def write(self, content: bytes) -> None:
        """Add content at the end."""
        self._file.write(content)

    def content(self) -> bytes:
        """Return the whole file; nothing can be written any more."""
        self._file.close()
        return self._held.getvalue()


def gzipped(path: str, content: bytes) -> bytes:
    """Return content as a gzip file."""
    packed = Gzip()
    packed.write(content)
    return packed.content()


def zipped(path: str, content: bytes) -> bytes:
    """Return content as a ZIP archive of one file, which is called as it is at its address."""
    held = io.BytesIO()
    member = zipfile.ZipInfo(PurePosixPath(path).name, _BEGINNING_OF_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(member, content, compresslevel=_LEVEL)
    return held.getvalue()


COMPRESSED: Mapping[str, tuple[str, Callable[[str, bytes], bytes]]] = {
    ".jsonl": (".gz", gzipped),
    ".csv": (".zip", zipped),
    ".sqlite": (".gz", gzipped),
}
"""By a file's ending, the ending that its compressed form has behind it, and what makes it."""


def published_forms(path: str, content: bytes) -> Iterator[Asset]:
    """Yield a data file plain, if it has at most `MOST_PLAIN` bytes, and compressed."""
    ending, compress = COMPRESSED[PurePosixPath(path).suffix]
    if len(content) <= MOST_PLAIN:
        yield Asset(path=path, content=content)
    yield Asset(path=f"{path}{ending}", content=compress(path, content))


def leads(data: DataFiles) -> Iterator[Lead]:
    """Yield where the addresses of plain files lead that are not published: to where the data page lists them.

    A file that grows too large for its plain form leaves an address that may have been published.
    """
    whole = [("database", data.database), *((sheet.kind, sheet.files) for sheet in data.sheets)]
    for anchor, files in whole:
        paths = [file.path for file in files]
        for plain in dict.fromkeys(_plain(path) for path in paths):
            if plain not in paths:
                yield Lead(f"{plain}/", addresses.record(addresses.DATA, anchor))


def _plain(path: str) -> str:
    """Return the address of the plain form of a file."""
    return path if PurePosixPath(path).suffix in COMPRESSED else path.rpartition(".")[0]
