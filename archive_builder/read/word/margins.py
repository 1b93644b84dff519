"""Which lines in the margins of a word processor's pages are content, and by which rule the others are set aside."""

from __future__ import annotations

from dataclasses import dataclass

from archive_builder.text.words import words

_FEW = 3
"""Words beside a page's number that belong to it: "Page 1 of 3"."""
_MOST = 40
"""Paragraphs of a header that may be content; what is longer is none that a word processor shows."""


@dataclass(frozen=True, slots=True)
class MarginLine:
    """A paragraph of a header or footer."""

    text: str
    number: int
    """Its place in the header or footer, from 0."""
    counts_pages: bool
    """It holds a field with the number of the page or of all pages."""

    def rule(self, margin: str) -> str:
        """The rule that it is set aside by: `page-number` for a page's number, else that of its `margin`."""
        beside = [word for word in words(self.text) if not word.isdigit()]
        return "page-number" if self.counts_pages and len(beside) <= _FEW else margin

    def adds_to(self, known: str) -> bool:
        """True if its words are not in the text again, one after the other; `known` is the text `on_one_line`."""
        said = words(self.text)
        return bool(said) and self.number < _MOST and on_one_line(self.text) not in known


def on_one_line(text: str) -> str:
    """The words of a text between single spaces, with one at each end, so that whole words are compared."""
    return f" {' '.join(words(text))} "
