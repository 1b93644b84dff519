"""The numbers by which a printed page is understood, in one place (as pdfminer's LAParams)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths are in points unless a comment says otherwise."""

    # Letters and words
    word_gap: float = 0.15
    """Parts of the letter size: a wider gap parts words (all of pdfium's words in four real files)."""

    # What of a page can be seen
    pixels_a_point: float = 1.0
    """How finely a page is drawn to see which of its words show."""
    most_pixels: int = 4_000_000
    """A drawing has no more of them, however large the sheet."""
    contrast: int = 24
    """The least difference of a colour, of 255, that a reader can see."""
    bearing: float = 0.12
    """The part of a letter's box, at each side, that its neighbours' ink may reach into."""
    likeness: float = 0.6
    """The correlation of two pieces of a page, from -1 to 1, that show the same letter."""
    smallest_letter: float = 2.0
    """Smaller letters can not be read."""
    overprinted: float = 0.5
    """The part of a letter's box that another must cover to be printed over it."""
    least_crossing: float = 1.5
    """Texts that overlap by less only touch."""
    most_crossings: int = 20_000
    """Texts printed over one another are looked at up to this number on a page."""
    whole_page: float = 0.85
    """The part of the page's width and height that its ground, or a scan of it, covers."""
    longest_mended: int = 4
    """Letters: longer words given in the place of others are no single letters mended."""
    deepest_form: int = 12
    """How many drawings within drawings are opened."""


MEASURES = Measures()
