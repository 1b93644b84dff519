"""Pictures of web pages and of converted Word and OpenDocument files: which are shown, and their words."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from archive_builder.read.word.list_numbers import whole

_SMALLEST = 32
"""Pixels: a page's icons are smaller."""
_LARGE = 10_000
_NEAR = 4
"""How many elements may stand between a picture and the figure that holds it."""


def own_words(picture: LexborNode) -> str | None:
    """The text that stands for a picture; None where a caption is its words, and for what only adorns a page.

    An empty alternative text says that nothing is lost without the picture (the HTML standard).
    """
    if _is_captioned(picture):
        return None
    said = picture.attributes
    if any(whole(said.get(side), _LARGE) < _SMALLEST for side in ("width", "height")):
        return None
    if "alt" not in said:
        return ""
    return " ".join((said["alt"] or "").split()) or None


def _is_captioned(picture: LexborNode) -> bool:
    """Whether a picture stands in a figure that has a caption: the caption is then its words."""
    at = picture.parent
    for _ in range(_NEAR):
        if at is None:
            return False
        if at.tag == "figure":
            return at.css_first("figcaption") is not None
        at = at.parent
    return False


def captions_picture(caption: LexborNode) -> bool:
    """Whether a figure's caption belongs to a picture, and not to a table or a quotation."""
    figure = caption.parent
    return figure is not None and figure.tag == "figure" and figure.css_first("img") is not None
