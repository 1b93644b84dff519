"""What a PDF carries besides its text."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from archive_builder.read.carried import Carried

_PEOPLE = ("Author", "Company", "Manager", "LastSavedBy")
"""What a PDF says of itself that names people or their employer."""
_NOTES = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_REDACT,
    }
)  # fmt: skip
_ATTACHED = frozenset(
    {pdfium.FPDF_ANNOT_FILEATTACHMENT, pdfium.FPDF_ANNOT_RICHMEDIA, pdfium.FPDF_ANNOT_SOUND}
)
_CREATOR = b"<dc:creator"
"""How a PDF's metadata, which are not packed, begin to name people (XMP)."""


def of_file(data: bytes, drawn: pypdfium2.PdfDocument) -> frozenset[Carried]:
    """The kinds of what a file carries outside its pages."""
    return frozenset(_of_file(data, drawn))


def _of_file(data: bytes, drawn: pypdfium2.PdfDocument) -> Iterator[Carried]:
    if _CREATOR in data or any(drawn.get_metadata_value(name).strip() for name in _PEOPLE):
        yield Carried.AUTHORS
    if pdfium.FPDFDoc_GetAttachmentCount(drawn.raw) > 0:
        yield Carried.ATTACHMENTS
    if data.count(b"startxref") > (2 if b"/Linearized" in data[:2048] else 1):
        yield Carried.VERSIONS


def of_page(page: pypdfium2.PdfPage) -> Iterator[Carried]:
    """The kinds of what the annotations of a page carry."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind in _ATTACHED:
            yield Carried.ATTACHMENTS
        elif kind in _NOTES and any(_says(note, key) for key in (b"Contents", b"T")):
            yield Carried.COMMENTS
        pdfium.FPDFPage_CloseAnnot(note)


def _says(note: object, key: bytes) -> bool:
    """True if an annotation has words under a key: two bytes end even an empty text."""
    return int(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)) > 2
