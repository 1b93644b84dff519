"""The notes on anchors that links may lead to and that no record has any more, or one part of a record."""

from __future__ import annotations

from archive_builder.lang.interface import say
from archive_builder.model import Document, Note, addresses
from archive_builder.render.document_text import markdown


def write_note(note: Note, document: Document) -> str:
    """Return a note as a paragraph; that on an anchor which is gone has the anchor, so that links find it."""
    name = name_of(note.anchor)
    if not note.other_part:
        said = say("published.gone", name=markdown.escape(name))
        return f'<p class="missing" id="{markdown.attribute(note.anchor)}">{said}</p>'
    other = addresses.record(document.path, note.other_part)
    part = markdown.link(name_of(note.other_part), document.path, other)
    return markdown.with_class(say("published.split", name=markdown.escape(name), part=part), "missing")


def name_of(anchor: str) -> str:
    """Return an anchor as words: "Question 5 1"."""
    words = anchor.replace("-", " ")
    return words[:1].upper() + words[1:]
