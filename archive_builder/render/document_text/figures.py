"""Figures on a document's page: none is shown, each says where it can be seen."""

from __future__ import annotations

from archive_builder.lang.interface import say
from archive_builder.model import Document, Figure, Place
from archive_builder.render.document_text import markdown, originals
from archive_builder.render.document_text.marking import Marked

_TRANSCRIBED = ("text/plain", "text/markdown")


def write_figure(at: int, marked: Marked) -> str:
    """A figure's place in the text: where it can be seen, and its caption."""
    block, figures = marked.document.blocks[at], marked.figures.get(at, [])
    caption = markdown.styled(block.runs, as_html=True).strip()
    identity = f' id="{markdown.attribute(figures[0].anchor)}"' if figures else ""
    others = markdown.places([*marked.anchors.get(at, ()), *(figure.anchor for figure in figures[1:])])
    shown = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    return (
        f'<figure{identity}>\n{others}<p class="missing">{_where(at, marked.document)}</p>{shown}\n</figure>'
    )


def _where(at: int, document: Document) -> str:
    """Return where a picture can be seen that the page does not show."""
    if document.source.media_type in _TRANSCRIBED:
        return say("originals.figure_lost")
    original = originals.seen_at(document, Place(at, at))
    if original is None:
        return say("originals.picture_not_shown")
    return say("originals.picture_seen", where=original.html(document.path))


def write_lost(figure: Figure) -> str:
    """The line for a figure whose place the text names and that no source holds."""
    return f'<p class="missing" id="{markdown.attribute(figure.anchor)}">{say("originals.figure_lost")}</p>'
