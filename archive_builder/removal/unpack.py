"""All words of a file that a build writes or publishes, out of whatever they are packed in.

Each text is given as it stands and, where that hides words, unpacked: entities and percent signs resolved,
markup taken away, JSON and SQLite read, archives opened. A PDF gives the text of its pages, what it says of
itself and its notes.
"""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff", ".woff2", ".ttf"})
"""Endings of files that hold no text."""
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
"""Where a calendar breaks a long line."""
_MOST = 200_000_000
"""Maximum number of bytes of a file in a package that is looked into; no file of ours has as many."""
_MOST_OF_DATABASE = 2_000_000_000
"""The same of a gzip file that is in no package: our database may be as large."""
_DEPTH = 3
"""Number of archives within archives."""


def texts(name: str, data: bytes, depth: int = _DEPTH) -> Iterator[str]:
    """Yield the texts of a file of a name."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in _PICTURES:
        return
    if data.startswith(_GZIP) and depth:
        yield from texts(name.removesuffix(".gz"), _unpacked(data, depth), depth - 1)
        return
    if data.startswith(b"PK\x03\x04") and depth:
        yield from _of_package(data, depth)
        return
    if data.startswith(b"%PDF-") or ending == ".pdf":
        yield from _of_pdf(data)
    yield from _resolved(_decoded(data))
    unpack = _BY_ENDING.get(ending)
    if unpack:
        yield from unpack(data)
    elif data[:1] in (b"[", b"{"):
        yield from _of_json(data)


_GZIP = b"\x1f\x8b"
"""How a gzip file begins."""


def _unpacked(data: bytes, depth: int = _DEPTH) -> bytes:
    """Return what a gzip file holds, other bytes as they are."""
    if data.startswith(_GZIP):
        with suppress(OSError, EOFError, zlib.error), gzip.open(io.BytesIO(data)) as packed:
            return packed.read(_MOST_OF_DATABASE if depth == _DEPTH else _MOST)
    return data


def _decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8, with a mark UTF-16, else a letter a byte."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return f"{data.decode('latin-1')}\n{data.decode('utf-8', 'ignore')}"


def _resolved(text: str) -> Iterator[str]:
    """Yield a text, and the same with entities and percent signs resolved."""
    yield text
    if "&" in text or "%" in text:
        yield unquote(html.unescape(text))


def _of_page(data: bytes) -> Iterator[str]:
    """Yield the words of a page without its tags, which may stand within a name."""
    root = LexborHTMLParser(data).root
    if root is not None:
        yield root.text()


def _of_calendar(data: bytes) -> Iterator[str]:
    yield _FOLDED_LINE.sub("", data.decode("utf-8", "replace"))


def _of_json(data: bytes) -> Iterator[str]:
    """Yield the strings of JSON, or of JSON lines."""
    with suppress(ValueError):
        yield "\n".join(_strings(json.loads(data)))
        return
    for line in data.splitlines():
        with suppress(ValueError):
            yield "\n".join(_strings(json.loads(line)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield str(key)
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _of_database(data: bytes) -> Iterator[str]:
    """Yield what the rows of a database hold."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for quoted, _ in _tables(database):
            for row in database.execute(f"SELECT * FROM {quoted}"):
                said = [value for value in row if isinstance(value, str)]
                yield "\n".join(said)
                for value in said:
                    if value.startswith(("[", "{")):
                        yield from _of_json(value.encode())


def _tables(database: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the name of each table, quoted, and the statement that made it."""
    found = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return [('"' + str(name).replace('"', '""') + '"', made_by or "") for name, made_by in found]


def terms(data: bytes) -> list[str]:
    """Return the terms of the full-text indexes of a database: those of a text stand there as stems."""
    data = _unpacked(data)
    if not data.startswith(b"SQLite format 3"):
        return []
    found: list[str] = []
    with suppress(sqlite3.Error), closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for quoted, made_by in _tables(database):
            if "using fts5" in made_by.lower():
                database.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {quoted}, row)")
                found += (str(term) for (term,) in database.execute("SELECT term FROM temp.terms"))
                database.execute("DROP TABLE temp.terms")
    return found


def _of_package(data: bytes, depth: int) -> Iterator[str]:
    """Yield the texts of a zip archive's members: of XML by paragraph, and its attributes."""
    faults = (zipfile.BadZipFile, OSError, zlib.error, NotImplementedError, RuntimeError)
    with suppress(*faults), zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.infolist():
            yield member.filename
            if member.file_size <= _MOST:
                held = package.read(member)
                yield from texts(member.filename, held, depth - 1)
                yield from _of_xml(held)


def _of_xml(data: bytes) -> Iterator[str]:
    if b"<!ENTITY" in data:
        return
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return
    yield "\n".join(root.itertext())
    for node in root.iter():
        if node.tag.rpartition("}")[2] in ("p", "h"):
            yield "".join(node.itertext())
        if node.attrib:
            yield "\n".join(node.attrib.values())


def _of_pdf(data: bytes) -> Iterator[str]:
    try:
        drawn = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with closing(drawn):
        yield "\n".join(drawn.get_metadata_dict().values())
        for page in drawn:
            yield page.get_textpage().get_text_range()
            yield from _of_notes(page)
        for number in range(drawn.count_attachments()):
            attached = drawn.get_attachment(number)
            yield attached.get_name()
            yield from texts(attached.get_name(), bytes(attached.get_data()), 1)


_SAID = (b"Contents", b"T", b"V", b"TU", b"RC", b"Subj")
"""Keys under which the notes and form fields of a PDF hold words."""


def _of_notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        for key in _SAID:
            length = int(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0))
            if length > 2:
                held = (pdfium.FPDF_WCHAR * (length // 2))()
                pdfium.FPDFAnnot_GetStringValue(note, key, held, length)
                yield bytes(held).decode("utf-16-le", "replace").rstrip("\x00")
        pdfium.FPDFPage_CloseAnnot(note)


_BY_ENDING: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".html": _of_page,
    ".md": _of_page,
    ".xml": _of_xml,
    ".ics": _of_calendar,
    ".json": _of_json,
    ".jsonl": _of_json,
    ".sqlite": _of_database,
}
