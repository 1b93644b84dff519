"""What a page says of the file it was made from: a link with format and size, or why there is none."""

from __future__ import annotations

from archive_builder.model import Document, Place
from archive_builder.render import wording
from archive_builder.render.document_text import markdown
from archive_builder.render.records.phrases import Phrase
from archive_builder.text.filenames import shown

FORMATS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "source text of a web page",
}
"""What opens behind the link, in a reader's words."""


def line(document: Document) -> str:
    """The original's name, format, size and pages as Markdown: the link, or words and why it is none."""
    source = document.source
    facts = [FORMATS.get(source.media_type, "file"), wording.size(source.size)]
    if source.pages:
        facts.append(wording.count(source.pages, "page"))
    words = f"{shown(source.file)} ({', '.join(facts)})"
    if source.original:
        return markdown.link(words, document.path, source.original)
    return f"{markdown.line(words)}<br> {markdown.escaped(not_published(document))}"


def not_published(document: Document) -> str:
    """Why the original is not published, in a sentence; empty where it is."""
    why = " ".join(document.source.withheld.split()).rstrip(".")
    return (
        "" if document.source.original else f"The original is not published: {why or 'no reason is given'}."
    )


def whole(document: Document) -> str:
    """What the details of a page say of the published file."""
    source = document.source
    if not source.original:
        return not_published(document)
    name = source.original.rpartition("/")[2]
    return f"Published byte for byte as it was read, as {name}"


def pages_of(document: Document, place: Place, besides: int | None = None) -> tuple[Phrase, ...]:
    """The link from a passage to its page in the original, for PDF; none to the page `besides`."""
    page = document.page_of(place)
    if not document.source.original or not document.source.is_pdf or page in (None, besides):
        return ()
    return (Phrase("", f"Page {page} of the original (PDF)", f"{document.source.original}#page={page}"),)


def seen_at(document: Document, place: Place) -> Phrase | None:
    """ "in the original (PDF, page 7)", with the link; None where the original is not published."""
    source, page = document.source, document.page_of(place)
    if not source.original or source.media_type == "text/html":  # its original is published as text
        return None
    where = (
        f"{FORMATS.get(source.media_type, 'file')}, page {page}"
        if page
        else FORMATS.get(source.media_type, "file")
    )
    target = f"{source.original}#page={page}" if page and source.is_pdf else source.original
    return Phrase("in", f"the original ({where})", target)
