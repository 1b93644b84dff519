"""Whether what came is a document, and what it is called."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from archive_builder.fetch.refusals import NotFetchedError, unreachable
from archive_builder.problem import Severity
from archive_builder.read.formats import READERS
from archive_builder.read.packages import kind_of

_ENDINGS = {"pdf": ".pdf", "docx": ".docx", "odt": ".odt", "doc": ".doc", "rtf": ".rtf"}
"""The ending of each kind of document, by its content."""
_TEXTS = tuple(
    ending for ending, reader in READERS.items() if reader.media_type in ("text/plain", "text/markdown")
)
NAMED = (*READERS, ".doc", ".rtf")
"""The endings of documents' names."""
_END_OF_PDF = b"%%EOF"


def ending_of(body: bytes, name: str, web_pages: bool) -> str:
    """Return the ending for a document by its content; a text is known by its name alone.

    Raises NotFetchedError: not-a-paper for what is no document, and not-fetched for what is incomplete.
    """
    kind = kind_of(body)
    if not body.strip() or kind == "cut-zip" or (kind == "pdf" and _END_OF_PDF not in body):
        raise unreachable("it is incomplete: its end is missing" if body.strip() else "it is empty")
    if kind in _ENDINGS:
        return _ENDINGS[kind]
    if kind == "html" and web_pages:
        return ".html"
    suffix = PurePosixPath(name).suffix.lower()
    if not kind and suffix in _TEXTS and b"\0" not in body:
        return suffix
    raise NotFetchedError(
        "not-a-paper", _WHAT.get(kind, "it is of no kind that is read"), _WAY_OUT, Severity.WARNING
    )


_WHAT = {"html": "a web page came in its place, often one that says what went wrong"}
_WAY_OUT = (
    "open it in a browser: if it is no document, name it under leave; if web pages are, set web_pages = true"
)


def name_of(given: str, address: str, words: str) -> str:
    """Return what a document is called: as its server says, by its address, or by the words of its link."""
    last = unquote(urlsplit(address).path).rpartition("/")[2]
    if not given and PurePosixPath(last).suffix.lower() in NAMED:
        return last
    return given or words or last
