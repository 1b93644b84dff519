"""Files to blocks: the only place that knows file formats. To add one, see READERS.

A recogniser cannot tell from what it is given whether it was PDF, Word or text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archive_builder.model import Aside, Block, Reading, Source
from archive_builder.problem import Problem, Report, Severity
from archive_builder.read import html, text
from archive_builder.read.encoding import NotText, decoded
from archive_builder.settings import Settings
from archive_builder.text.words import words

Blocks = tuple[list[Block], list[Aside]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read: from text to blocks, and to the words fidelity is measured against."""

    media_type: str
    blocks: Callable[[str], Blocks]
    words: Callable[[str], str]


_TAGS = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_CLOSE_TAGS = frozenset({"sup", "sub", "b", "strong", "em", "i", "u", "a", "span"})


def _transcript_words(source: str) -> str:
    """A text source without its marks: tags, and the addresses of links."""
    from html import unescape

    bare = _TAGS.sub(lambda tag: "" if tag["name"].lower() in _CLOSE_TAGS else " ", source)
    return unescape(_LINK.sub(r"\1", bare).replace("**", ""))


_TEXT = Reader("text/plain", text.blocks, _transcript_words)
_MARKDOWN = Reader("text/markdown", text.blocks, _transcript_words)
_HTML = Reader("text/html", html.blocks, html.words)

READERS: dict[str, Reader] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
}
"""The reader of each file name ending."""

REFUSED: dict[str, str] = {
    ".pdf": "save it as text or HTML for now; PDF files are not read yet",
    ".docx": "save it as text or HTML for now; Word files are not read yet",
    ".odt": "save it as text or HTML for now; OpenDocument files are not read yet",
    ".doc": "open it in a word processor and save it as HTML or text",
    ".rtf": "open it in a word processor and save it as HTML or text",
}
"""Document formats that are not read, with the way out."""


def read(path: Path, file: str, settings: Settings, report: Report) -> Reading | None:
    """One source file as blocks, or None with a problem that says why not.

    `file` is the path below its sources folder. Reports unreadable-file, unknown-format,
    too-large, not-text and empty-file, all errors.
    """

    def refuse(code: str, message: str, hint: str) -> None:
        report(Problem(file, 1, code, message, hint, Severity.ERROR))

    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        hint = REFUSED.get(suffix, f"use one of {', '.join(sorted(READERS))}")
        refuse("unknown-format", f"files of the kind {suffix or 'without an ending'!r} are not read", hint)
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        refuse(
            "unreadable-file",
            f"the file cannot be opened: {error.strerror}",
            "check that it is there and may be read",
        )
        return None
    if len(data) > settings.limits.file_bytes:
        limit = settings.limits.file_bytes
        refuse(
            "too-large",
            f"the file has {len(data):,} bytes, over the limit of {limit:,}",
            "raise limits.file_bytes in archive.toml or split the file",
        )
        return None
    try:
        content = decoded(data)
    except NotText as error:
        refuse("not-text", str(error), "export the document again as text or HTML")
        return None
    source_words = tuple(words(reader.words(content)))
    if not source_words:
        refuse(
            "empty-file",
            "the file is empty: there is no text in it",
            "check that the right file was exported",
        )
        return None
    blocks, asides = reader.blocks(content)
    source = Source(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=reader.media_type,
        words=len(source_words),
    )
    return Reading(source=source, blocks=tuple(blocks), asides=tuple(asides), words=source_words)
