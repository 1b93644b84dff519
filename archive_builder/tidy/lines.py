"""Documents set line by line: each line of the paper a paragraph of its own, joined again by their width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import quantiles

from archive_builder.model import Aside, Block, BlockKind
from archive_builder.tidy.joining import join_where
from archive_builder.tidy.pages import is_open_ended

_SENTENCE_END = re.compile(r"""(?:(?<!\b[A-Z]o)(?<!\b[A-Z])[.]|[?!:;…])[”"’')\]]*\s*$""", re.IGNORECASE)
"""The end of a sentence; the stop of "Co." or of an initial is none."""
_ABBREVIATION = re.compile(r"\b[A-Z][b-df-hj-np-tv-xz]*\.$", re.IGNORECASE)
"""A word without a vowel before a stop: "Cllr.", "Mr.", "Dr."."""
_TIME = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
"""Its stop looks like that of an initial, and ends a line that says when."""
_FEWEST = 12
"""Paragraphs; in a shorter document the width of a line cannot be told."""
_WIDEST = 130
"""Characters of the widest line that paper has."""
_SHARE = 0.12
"""Of the paragraphs of such a document, at least so many begin with a small letter."""
_FULL = 0.8
"""Of the width: a line that long had no room for the next word, near enough."""


def joined_lines(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with the lines of a paragraph joined, where a transcription set each line apart.

    Found in minutes that were turned from PDF to Markdown: a sentence goes on in the next paragraph
    again and again, and no paragraph is wider than a line.
    """
    width = _line_width(blocks)
    if not width:
        return list(blocks), []
    rests = {id(below) for above, below in pairwise(blocks) if _goes_on(above, below, width)}
    return join_where(lambda _, block: id(block) in rests, blocks), []


def _line_width(blocks: Sequence[Block]) -> float:
    """The width of a line in characters; 0 where the document is not set line by line."""
    texts = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text]
    if len(texts) < _FEWEST:
        return 0
    begun_small = sum(after[:1].islower() and not _ends(before) for before, after in pairwise(texts))
    width = quantiles([len(text) for text in texts], n=20)[17]
    return width if width <= _WIDEST and begun_small >= _SHARE * len(texts) else 0


def _goes_on(above: Block, below: Block, width: float) -> bool:
    """True if a line is the rest of the paragraph that the line above belongs to."""
    if above.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or below.kind is not BlockKind.PARAGRAPH:
        return False
    if below.marker or below.number or above.bold != below.bold or not below.text:
        return False
    if (
        _is_label(below.text, width)
        or _ends(above.text)
        or _is_capital_line(above.text) != _is_capital_line(below.text)
    ):
        return False
    last_line = len(above.text) % width if len(above.text) > width else len(above.text)
    full = last_line + len(below.text.split()[0]) >= _FULL * width
    return full or is_open_ended(above.text) or _breaks_a_name(above.text, below.text)


def _ends(text: str) -> bool:
    """True if a sentence ends with a text, or a line that says when."""
    text = text.rstrip()
    return bool(_TIME.search(text) or (_SENTENCE_END.search(text) and not _ABBREVIATION.search(text)))


def _breaks_a_name(above: str, below: str) -> bool:
    """True if a line of names ends within one: "Cllr. Ann Lee, Cllr. Tom" above "Grant, Cllr. Eve Moss".

    Lists of names are set narrower than other text, so their width says nothing.
    """
    names = [part.split() for part in above.split(",")]
    rest, comma, _ = below.partition(",")
    if len(names) < 2 or not all(names):
        return False
    if _ABBREVIATION.search(above):
        return below[:1].isupper()
    is_rest = comma and len(rest.split()) == 1 and rest[:1].isupper()
    return bool(is_rest and len(names[-1]) < max(map(len, names)))


def _is_label(text: str, width: float) -> bool:
    """True if a line heads what follows: "MEMBERS PRESENT:"."""
    return text.rstrip().endswith(":") and len(text) < width / 2


def _is_capital_line(text: str) -> bool:
    return text.isupper()
