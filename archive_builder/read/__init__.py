"""Files to blocks: the only place that knows file formats. To add one, see READERS.

A recogniser cannot tell from what it is given whether it was PDF, Word or text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from archive_builder.model import Reading, Source
from archive_builder.problem import Problem, Report, Severity
from archive_builder.read.outcome import Opened, Opener, RefusedError
from archive_builder.read.packages import kind_of
from archive_builder.read.plain.encoding import NotTextError, decoded
from archive_builder.settings import Settings
from archive_builder.text.words import words


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read, and what its files are called on the web."""

    media_type: str
    open: Opener


_TAGS = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_CLOSE_TAGS = frozenset({"sup", "sub", "b", "strong", "em", "i", "u", "a", "span"})


def _transcript_words(source: str) -> str:
    """A text source without its marks: tags, and the addresses of links."""
    bare = _TAGS.sub(lambda tag: "" if tag["name"].lower() in _CLOSE_TAGS else " ", source)
    return unescape(_LINK.sub(r"\1", bare).replace("**", ""))


def _characters(data: bytes) -> str:
    try:
        return decoded(data)
    except NotTextError as error:
        raise RefusedError("not-text", str(error), "export the document again as text or HTML") from error


# Each format's libraries take a while to load: they are imported when a file of the format is opened.


def _text(data: bytes) -> Opened:
    from archive_builder.read.plain import text

    content = _characters(data)
    blocks, asides = text.blocks(content)
    return Opened(blocks=blocks, asides=asides, words=_transcript_words(content))


def _html(data: bytes) -> Opened:
    from archive_builder.read import html
    from archive_builder.read.html import content

    page = _characters(data)
    blocks, asides = html.blocks(page)
    return Opened(blocks=blocks, asides=asides, words=content.words(page), title=content.title(page))


def _pdf(data: bytes) -> Opened:
    from archive_builder.read import pdf

    return pdf.read(data)


def _docx(data: bytes) -> Opened:
    from archive_builder.read.word import docx

    return docx.read(data)


def _odt(data: bytes) -> Opened:
    from archive_builder.read.word import odt

    return odt.read(data)


_TEXT = Reader("text/plain", _text)
_MARKDOWN = Reader("text/markdown", _text)
_HTML = Reader("text/html", _html)
_PDF = Reader("application/pdf", _pdf)
_DOCX = Reader("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx)
_ODT = Reader("application/vnd.oasis.opendocument.text", _odt)

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

BY_CONTENT: dict[str, Reader] = {"pdf": _PDF, "docx": _DOCX, "odt": _ODT, "html": _HTML}
"""The reader of each kind of file that is known by its content, whatever its name."""

_SAVE_AS = "open it in a word processor and save it as .docx or PDF"
REFUSED: dict[str, tuple[str, str]] = {
    "ole": ("an old Word file, or another file of an old office program", _SAVE_AS),
    "rtf": ("a rich text file", _SAVE_AS),
    "postscript": ("a PostScript file", "convert it to PDF"),
    "zip": (
        "a zip container without a Word or OpenDocument text in it",
        "put in the documents themselves, as PDF, .docx or .odt",
    ),
}
"""Kinds of files that are not read, by their content: what they are, and the way out."""

_OFFICE = "export it as PDF"
REFUSED_ENDINGS: dict[str, str] = {
    ".doc": _SAVE_AS, ".rtf": _SAVE_AS, ".pages": _SAVE_AS, ".wpd": _SAVE_AS,
    ".xls": _OFFICE, ".xlsx": _OFFICE, ".ods": _OFFICE, ".ppt": _OFFICE, ".pptx": _OFFICE, ".odp": _OFFICE,
}  # fmt: skip
"""Endings of document formats that are not read, with the way out."""


def read(path: Path, file: str, settings: Settings, report: Report) -> Reading | None:
    """One source file as blocks, or None with a problem that says why not.

    `file` is the path below its sources folder. Reports as errors unreadable-file, unknown-format,
    too-large, empty-file and what the format's reader refuses; as warnings the reader's doubts.
    """
    try:
        data = _bytes(path, settings)
        reader = _reader(path, data)
        opened = reader.open(data)
        source_words = tuple(words(opened.words))
        if not source_words:
            raise RefusedError(
                "empty-file",
                "the file is empty: there is no text in it",
                "check that the right file was exported",
            )
    except RefusedError as error:
        report(Problem(file, 1, error.code, str(error), error.hint, Severity.ERROR))
        return None
    for doubt in opened.doubts:
        report(Problem(file, doubt.line, doubt.code, doubt.message, doubt.hint))
    source = Source(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=reader.media_type,
        pages=opened.pages,
        words=len(source_words),
        withheld=next((doubt.withholds for doubt in opened.doubts if doubt.withholds), ""),
    )
    return Reading(
        source=source,
        blocks=tuple(opened.blocks),
        asides=tuple(opened.asides),
        words=source_words,
        title=opened.title,
    )


def _bytes(path: Path, settings: Settings) -> bytes:
    """A file's content. Refuses a file of a format that is not read before it is opened."""
    suffix = path.suffix.lower()
    try:
        size = path.stat().st_size
        if size > settings.limits.file_bytes:
            limit = settings.limits.file_bytes
            raise RefusedError(
                "too-large", f"the file has {size:,} bytes, over the limit of {limit:,}",
                "raise limits.file_bytes in archive.toml or split the file",
            )  # fmt: skip
        if suffix in REFUSED_ENDINGS:
            raise RefusedError(
                "unknown-format", f"files of the kind {suffix!r} are not read", REFUSED_ENDINGS[suffix]
            )
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(
            "unreadable-file",
            f"the file cannot be opened: {error.strerror}",
            "check that it is there and may be read",
        ) from error


def _reader(path: Path, data: bytes) -> Reader:
    """The reader of a file: by its content where that is plain, else by its name."""
    suffix = path.suffix.lower()
    kind = kind_of(data)
    named = READERS.get(suffix)
    if not data.strip():
        raise RefusedError(
            "empty-file",
            "the file is empty: there is no text in it",
            "check that the right file was exported",
        )
    if kind == "cut-zip":
        what = "Word or OpenDocument file" if named in (_DOCX, _ODT) else "zip container"
        raise RefusedError(
            "damaged-file", f"the {what} is damaged or incomplete: its end is missing",
            "export or download it again",
        )  # fmt: skip
    if kind in REFUSED:
        what, hint = REFUSED[kind]
        but = f"the file is named {suffix} but is" if named else "the file is"
        raise RefusedError("unknown-format", f"{but} {what}", hint)
    if named is None and kind in ("", "html"):
        hint = f"use one of {', '.join(sorted(READERS))}"
        named_so = f"of the kind {suffix!r}" if suffix else "without an ending in their names"
        raise RefusedError("unknown-format", f"files {named_so} are not read", hint)
    if named in (_PDF, _DOCX, _ODT) and BY_CONTENT.get(kind) not in (_PDF, _DOCX, _ODT):
        what = "a web page" if kind == "html" else "no file of that kind"
        hint = (
            "export or download it again"
            if kind != "html"
            else "download the document itself, or name it .html"
        )
        raise RefusedError("damaged-file", f"the file is named {suffix} but its content is {what}", hint)
    if kind in ("pdf", "docx", "odt") or named is None:
        return BY_CONTENT[kind]
    return named
