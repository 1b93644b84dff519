"""The file formats that are read, those that are not, and which of them a file has.

To add one: a module with a function `read` (an `Opener`), and a row of READERS.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from archive_builder.read.outcome import Opened, Opener, RefusedError
from archive_builder.read.packages import SIGNS, kind_of

_PACKAGE = "archive_builder.read"


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read, and what its files are called on the web."""

    media_type: str
    module: str
    """Its module below this package."""
    kind: str = ""
    """What its files are called by their content (`packages.kind_of`); empty for what is only text."""
    is_binary: bool = False
    """Whether a file of this format can be told from any text."""

    def load(self) -> Opener:
        """Import the format's module and its libraries, which takes a while the first time."""
        return cast("Opener", import_module(f"{_PACKAGE}.{self.module}").read)

    def open(self, data: bytes, keep_hidden: bool = False) -> Opened:
        """Read a file's bytes, as `outcome.Opener` says."""
        return self.load()(data, keep_hidden)


_TEXT = Reader("text/plain", "plain.text")
_MARKDOWN = Reader("text/markdown", "plain.text")
_HTML = Reader("text/html", "html", "html")
_PDF = Reader("application/pdf", "pdf", "pdf", is_binary=True)
_DOCX = Reader(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word.docx", "docx",
    is_binary=True,
)  # fmt: skip
_ODT = Reader("application/vnd.oasis.opendocument.text", "word.odt", "odt", is_binary=True)

READERS: dict[str, Reader] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": _PDF,
    ".docx": _DOCX,
    ".odt": _ODT,
}
"""The reader of each file name ending; it decides only where the content does not."""

CONVERTED: dict[str, Reader] = {
    "doc": Reader("application/msword", "word.docx", is_binary=True),
    "rtf": Reader("application/rtf", "word.docx", is_binary=True),
}
"""Kinds of files, by their content, that are read as the Word files which LibreOffice makes of them."""

_BY_CONTENT = {reader.kind: reader for reader in READERS.values() if reader.kind}

_SAVE_AS = "open it in a word processor and save it as .docx or PDF"
_REFUSED: dict[str, tuple[str, str]] = {
    "ole": ("a file of an old office program", _SAVE_AS),
    "postscript": ("a PostScript file", "convert it to PDF"),
    "zip": (
        "a zip container without a Word or OpenDocument text in it",
        "put in the documents themselves, as PDF, .docx or .odt",
    ),
}
"""Kinds of files that are not read, by their content: what they are, and the way out."""

_OFFICE = "export it as PDF"
_REFUSED_ENDINGS: dict[str, str] = {
    ".pages": _SAVE_AS, ".wpd": _SAVE_AS,
    ".xls": _OFFICE, ".xlsx": _OFFICE, ".ods": _OFFICE, ".ppt": _OFFICE, ".pptx": _OFFICE, ".odp": _OFFICE,
}  # fmt: skip
"""Endings of document formats that are not read, with the way out."""
_OLD_STARTS = tuple(start for start, kind in SIGNS if kind in ("ole", "rtf"))
_AGAIN = "export or download it again"


def kind_of_file(path: Path) -> str:
    """What a file is by its content (`packages.kind_of`); empty if its first bytes are those of no office file."""
    with path.open("rb") as opened:
        start = opened.read(8)
        return kind_of(start + opened.read()) if start.startswith(_OLD_STARTS) else ""


def refuse_ending(path: Path) -> None:
    """Refuse a file of a format that is not read, before it is opened. Refuses, by code: unknown-format."""
    suffix = path.suffix.lower()
    if suffix in _REFUSED_ENDINGS:
        raise RefusedError(
            "unknown-format", f"files of the kind {suffix!r} are not read", _REFUSED_ENDINGS[suffix]
        )


def reader_of(path: Path, data: bytes) -> Reader:
    """The reader of a file: by its content where that is plain, else by its name.

    Refuses, by code: damaged-file, unknown-format.
    """
    suffix = path.suffix.lower()
    named = READERS.get(suffix)
    kind = kind_of(data)
    found = _BY_CONTENT.get(kind)
    _refuse_kind(suffix, named, kind)
    if found is not None and found.is_binary:
        return found
    if named is None:
        hint = f"use one of {', '.join(sorted(READERS))}"
        named_so = f"of the kind {suffix!r}" if suffix else "without an ending in their names"
        raise RefusedError("unknown-format", f"files {named_so} are not read", hint)
    if named.is_binary:
        what = "a web page" if found is _HTML else "no file of that kind"
        hint = "download the document itself, or name it .html" if found is _HTML else _AGAIN
        raise RefusedError("damaged-file", f"the file is named {suffix} but its content is {what}", hint)
    return named


def _refuse_kind(suffix: str, named: Reader | None, kind: str) -> None:
    """Refuse what is not read, whatever its name."""
    if kind == "cut-zip":
        is_document = named is not None and named.is_binary and suffix != ".pdf"
        what = "Word or OpenDocument file" if is_document else "zip container"
        raise RefusedError("damaged-file", f"the {what} is damaged or incomplete: its end is missing", _AGAIN)
    if kind in CONVERTED:
        what = "an old Word file" if kind == "doc" else "a rich text file"
        hint = f"install LibreOffice, which it is read through, or {_SAVE_AS}"
        raise RefusedError("no-libreoffice", f"the file is {what}, and there is no LibreOffice here", hint)
    if kind in _REFUSED:
        what, hint = _REFUSED[kind]
        but = f"the file is named {suffix} but is" if named else "the file is"
        raise RefusedError("unknown-format", f"{but} {what}", hint)
