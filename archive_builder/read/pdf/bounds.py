"""What a PDF's pages unpack to, before anything interprets them: a small file may hold a page of gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfplumber.page import Page

from archive_builder.read.outcome import RefusedError
from archive_builder.read.pdf.measures import MEASURES


def refuse_large_pages(data: bytes) -> None:
    """Refuse, by code `too-large`, a PDF with a page whose drawing is larger than any that is read.

    Raises whatever pdfminer stumbles over in a damaged file.
    """
    with pdfplumber.open(BytesIO(data)) as document:
        for number, page in enumerate(document.pages, 1):
            left = MEASURES.most_drawing
            for stream in _drawings(page):
                left -= unpacked_size(stream, left)
                if left <= 0:
                    raise _too_large(number)


def _drawings(page: Page) -> Iterator[PDFStream]:
    """The streams that draw a page, and the forms that they can draw with."""
    for content in page.page_obj.contents:
        stream = resolve1(content)
        if isinstance(stream, PDFStream):
            yield stream
    resources = page.page_obj.resources
    forms = resolve1(resources.get("XObject")) if isinstance(resources, dict) else None
    for form in forms.values() if isinstance(forms, dict) else ():
        stream = resolve1(form)
        if isinstance(stream, PDFStream) and _is_form(stream):
            yield stream


def _is_form(stream: PDFStream) -> bool:
    kind = stream.attrs.get("Subtype")
    return isinstance(kind, PSLiteral) and kind.name == "Form"


def unpacked_size(stream: PDFStream, most: int) -> int:
    """Return how many bytes a stream unpacks to; more than `most` where it is more, without unpacking all."""
    data = stream.rawdata
    if data is None:  # pdfminer has unpacked it already
        return len(stream.get_data())
    for name, _ in stream.get_filters():
        if name not in LITERALS_FLATE_DECODE:
            break  # the others make a stream a few times larger, or are of pictures
        try:
            data = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:  # damaged, or encrypted: whoever reads it says so
            break
    return len(data)


def _too_large(page: int) -> RefusedError:
    most = f"{MEASURES.most_drawing:,}"
    message = f"what page {page} draws is larger than {most} bytes when it is unpacked"
    return RefusedError("too-large", message, "print the page as a new PDF and put that in", (page,))
