"""What a page says of the file it was made from: a link with format and size, or why there is none."""

from __future__ import annotations

from archive_builder.lang.interface import count, names, say
from archive_builder.model import Document, Place
from archive_builder.render import wording
from archive_builder.render.document_text import markdown
from archive_builder.render.records.phrases import Phrase
from archive_builder.text.filenames import shown


def format_name(media_type: str) -> str:
    """What opens behind the link to an original, in a reader's words."""
    formats = names("formats")
    return formats.get(media_type, formats["other"])


def line(document: Document) -> str:
    """The original's name, format, size and pages as Markdown: the link, or words and why it is none."""
    source = document.source
    facts = [format_name(source.media_type), wording.size(source.size)]
    if source.pages:
        facts.append(count(source.pages, "page"))
    words = f"{shown(source.file)} ({', '.join(facts)})"
    if source.original:
        return markdown.link(words, document.path, source.original)
    return f"{markdown.line(words)}<br> {markdown.escape(not_published(document))}"


def not_published(document: Document) -> str:
    """Why the original is not published, in a sentence; empty where it is."""
    why = " ".join(document.source.withheld.split()).rstrip(".")
    if document.source.original:
        return ""
    return say("originals.not_published", why=why or say("originals.no_reason"))


def whole(document: Document) -> str:
    """Return the sentence on the original in a page's details."""
    source = document.source
    if not source.original:
        return not_published(document)
    name = source.original.rpartition("/")[2]
    return say("originals.published", name=name)


def pages_of(document: Document, place: Place, besides: int | None = None) -> tuple[Phrase, ...]:
    """The link from a passage to its page in the original, for PDF; none to the page `besides`."""
    page = document.page_of(place)
    if not document.source.original or not document.source.is_pdf or page in (None, besides):
        return ()
    return (Phrase("", say("originals.page", page=page), f"{document.source.original}#page={page}"),)


def seen_at(document: Document, place: Place) -> Phrase | None:
    """ "in the original (PDF, page 7)", with the link; None where the original is not published."""
    source, page = document.source, document.page_of(place)
    if not source.original or source.media_type == "text/html":  # its original is published as text
        return None
    where = format_name(source.media_type)
    if page:
        where = say("originals.page_of_format", format=where, page=page)
    target = f"{source.original}#page={page}" if page and source.is_pdf else source.original
    return Phrase(say("originals.in"), say("originals.the_original", where=where), target)
