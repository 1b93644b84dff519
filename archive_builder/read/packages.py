"""What kind of file bytes are, by their content; and the parts of zipped documents, within bounds.

A name's ending only tells kinds of text apart: whoever named a file may have been mistaken.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, fromstring

from archive_builder.read.outcome import RefusedError

UNPACKED_BYTES = 40_000_000
"""The most that the text parts of a zipped document may hold when unpacked (some 4,000 pages)."""
_PARTS = 4_000
_AGAIN = "export or download it again"
_RESAVE = "open it in a word processor and save it again"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = "WordDocument".encode("utf-16-le")
"""The name of the part that an old Word file has and no other file of an old office program."""
_ODT = b"application/vnd.oasis.opendocument.text"
_OPEN_WEB = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (_OLE, "ole"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
)
"""The first bytes of the kinds of files that have such a sign."""


def kind_of(data: bytes) -> str:
    """What a file is by its content: pdf, docx, odt, html, zip, cut-zip, doc, ole, rtf, postscript; else empty.

    A zip container lists its parts at its end: one whose end is missing cannot be opened.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    sign = next((kind for start, kind in SIGNS if data.startswith(start)), "")
    if sign == "zip":
        return _zipped_kind(data)
    if sign == "ole" and _OLD_WORD in data:
        return "doc"
    return sign or ("html" if _OPEN_WEB.match(data[:2048].removeprefix(b"\xef\xbb\xbf")) else "")


def _zipped_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                return "odt" if package.read("mimetype").strip().startswith(_ODT) else "zip"
            return "docx" if "word/document.xml" in names else "zip"
    except (NotImplementedError, RuntimeError):  # a mark that is encrypted or packed as nobody packs it
        return "zip"
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return "cut-zip"


def text_parts(data: bytes) -> dict[str, bytes]:
    """The XML parts of a zipped document by name; pictures and the rest are never unpacked.

    Refuses, by code: damaged-file, too-large, and password for an encrypted part.
    """
    parts: dict[str, bytes] = {}
    room = UNPACKED_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            chosen = [part for part in package.infolist() if part.filename.endswith((".xml", ".rels"))]
            if len(chosen) > _PARTS or sum(part.file_size for part in chosen) > UNPACKED_BYTES:
                raise _too_large()
            for part in chosen:
                with package.open(part) as stream:
                    parts[part.filename] = stream.read(room + 1)
                room -= len(parts[part.filename])
                if room < 0:
                    raise _too_large()
    except RuntimeError as error:
        raise RefusedError(
            "password", "the document is protected by a password", "save a copy without a password"
        ) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise RefusedError(
            "damaged-file", "the document is damaged or incomplete: its zip container cannot be read", _AGAIN
        ) from error
    return parts


def one_part(data: bytes, name: str, most: int) -> bytes:
    """One part of a zipped document, whatever it holds; empty where it is missing, damaged or larger than `most`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(name) as stream:
            part = stream.read(most + 1)
    except (
        KeyError,
        RuntimeError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ):
        return b""
    return part if len(part) <= most else b""


def part_names(data: bytes) -> tuple[str, ...]:
    """The names of all parts of a zipped document that `text_parts` has read."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return tuple(package.namelist())


def _too_large() -> RefusedError:
    message = f"the document is too large: its text unpacks to more than {UNPACKED_BYTES:,} bytes"
    return RefusedError("too-large", message, "split it into several files")


def refuse_deep(root: Element, levels: int = 400) -> None:
    """Refuse a tree that is deeper than any document: it would break what walks it. By code: damaged-file."""
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > levels:
            raise RefusedError("damaged-file", "the document is nested too deeply to be read", _RESAVE)
        stack += [(child, depth + 1) for child in node]


def tree(part: bytes) -> Element:
    """An XML part as a tree. A part that declares entities is refused: no word processor writes one."""
    plain = part.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise RefusedError(
            "damaged-file", "the document's XML declares entities, which no word processor writes", _RESAVE
        )
    try:
        return fromstring(part)
    except (ParseError, ValueError, LookupError) as error:
        raise RefusedError(
            "damaged-file", "the document is damaged: its XML is malformed", _RESAVE
        ) from error
