"""Files to blocks: the only place that knows file formats. To add one, see `formats`.

A recogniser cannot tell from what it is given whether it was PDF, Word or text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from archive_builder.model import Reading, Source
from archive_builder.problem import Problem, Report, Severity
from archive_builder.read import ocr
from archive_builder.read.carried import UNKNOWN_CARGO, carries_more
from archive_builder.read.formats import CONVERTED, READERS, Reader, reader_of, refuse_ending
from archive_builder.read.ocr import missing_for_recognition
from archive_builder.read.odd_signs import without_odd_signs
from archive_builder.read.outcome import NOTHING, Confirmed, Doubt, Opened, RefusedError
from archive_builder.read.packages import kind_of
from archive_builder.settings import Limits, Settings
from archive_builder.text.words import words

__all__ = ["READERS", "Confirmed", "missing_for_recognition", "read"]


def read(
    path: Path,
    file: str,
    settings: Settings,
    report: Report,
    confirmed: Confirmed = NOTHING,
    stand_in: Path | None = None,
) -> Reading | None:
    """One source file as blocks, or None with a problem that says why not.

    `file` is the path below its sources folder. Words that a reader of the document cannot see are
    left out unless they are `confirmed` to be public: they are in nothing that this function gives.
    `stand_in` is the Word file that was made of a file of an older kind, and is read in its place.
    Reports as errors unreadable-file, unknown-format, too-large, too-long, empty-file and what the format's
    reader refuses; as warnings the reader's doubts and carries-more.
    """
    try:
        data = _bytes(path, settings)
        if not data.strip():
            raise _empty()
        reader = reader_of(path, data) if stand_in is None else CONVERTED[kind_of(data)]
        shown = data if stand_in is None else _converted(stand_in, settings)
        opened = without_odd_signs(_opened(reader, shown, settings, confirmed))
        _refuse_long(opened, settings.limits)
        source_words = tuple(words(opened.words))
        if not source_words:
            raise _empty()
    except RefusedError as error:
        report(Problem(file, 1, error.code, str(error), error.hint, Severity.ERROR))
        return None
    doubts = [*opened.doubts, *_further_doubts(opened, settings, confirmed, converted=stand_in is not None)]
    for doubt in doubts:
        report(Problem(file, doubt.line, doubt.code, doubt.message, doubt.hint))
    source = Source(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=reader.media_type,
        pages=opened.pages,
        words=len(source_words),
        recognition=opened.recognition,
        withheld=_withheld(doubts, confirmed),
    )
    return Reading(
        source=source,
        blocks=tuple(opened.blocks),
        asides=tuple(opened.asides),
        words=source_words,
        title=opened.title,
    )


def _opened(reader: Reader, data: bytes, settings: Settings, confirmed: Confirmed) -> Opened:
    """A file's content; the text of pages that are only pictures is recognised if the settings say so."""
    try:
        opened = reader.open(data, confirmed.hidden_words)
        pages = opened.pages_without_text
    except RefusedError as error:
        if settings.ocr != "missing" or error.code not in ocr.UNREADABLE or not error.pages:
            raise
        pages = error.pages
    else:
        if settings.ocr != "missing" or not pages:
            return opened
    from archive_builder.read import pdf

    made = ocr.recognise(data, pages, settings.limits.seconds)
    read = pdf.read(made.data, confirmed.hidden_words, frozenset(pages))
    return replace(read, recognition=made.recognition)


def _further_doubts(
    opened: Opened, settings: Settings, confirmed: Confirmed, *, converted: bool
) -> Iterator[Doubt]:
    """Yield the doubts that no reader of a format has: about what a file carries, and how its text came about."""
    if converted and not confirmed.original:
        yield UNKNOWN_CARGO
    if opened.recognition:
        yield ocr.doubt(opened.recognition)
    more = carries_more(opened.carries, settings.site.originals_carry)
    if more is not None and not confirmed.original:
        yield more


def _converted(stand_in: Path, settings: Settings) -> bytes:
    """The Word file that LibreOffice made. Refuses, by code: damaged-file, too-large."""
    try:
        size = stand_in.stat().st_size
        if size <= settings.limits.file_bytes:
            return stand_in.read_bytes()
    except OSError as error:
        hint = "open it in a word processor and save it as .docx or PDF"
        raise RefusedError("damaged-file", "LibreOffice cannot read the file", hint) from error
    raise _too_large(size, settings.limits)


def _withheld(doubts: Sequence[Doubt], confirmed: Confirmed) -> str:
    """Why a file must not be published; empty where it may be."""
    grave = (doubt for doubt in doubts if doubt.withholds)
    return next((doubt.withholds for doubt in grave if not confirmed.original or doubt.is_hiding), "")


def _bytes(path: Path, settings: Settings) -> bytes:
    """A file's content. Refuses a file of a format that is not read before it is opened."""
    try:
        size = path.stat().st_size
        if size > settings.limits.file_bytes:
            raise _too_large(size, settings.limits)
        refuse_ending(path)
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(
            "unreadable-file",
            f"the file cannot be opened: {error.strerror}",
            "check that it is there and may be read",
        ) from error


def _too_large(size: int, limits: Limits) -> RefusedError:
    message = f"the file has {size:,} bytes, over the limit of {limits.file_bytes:,}"
    return RefusedError("too-large", message, "raise limits.file_bytes in archive.toml or split the file")


def _refuse_long(opened: Opened, limits: Limits) -> None:
    """Refuse a document beyond the limits of length. Refuses, by code: too-long."""
    lengths = (
        ("pages", opened.pages or 0, limits.pages),
        ("blocks", len(opened.blocks), limits.blocks),
    )
    for name, length, most in lengths:
        if length > most:
            hint = f"split the document, or raise limits.{name} in archive.toml"
            raise RefusedError("too-long", f"it has {length:,} {name}, over the limit of {most:,}", hint)


def _empty() -> RefusedError:
    message = "the file is empty: there is no text in it"
    return RefusedError("empty-file", message, "check that the right file was exported")
