"""Named steps that mend what paper and transcription did to a text, before it is understood.

Each step takes blocks and gives blocks. Words are only ever moved together or set aside by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from archive_builder.model import Aside, Block, Reading
from archive_builder.tidy import languages, lines, notes, pages, tables

Step = Callable[[Sequence[Block]], tuple[list[Block], list[Aside]]]

STEPS: tuple[tuple[str, Step], ...] = (
    ("notes", notes.at_section_ends),
    ("numbered-titles", pages.numbered_titles),
    ("page-numbers", pages.without_page_numbers),
    ("label-rows", tables.labels),
    ("split-tables", tables.joined),
    ("lines", lines.joined_lines),
    ("page-breaks", pages.joined),
    ("languages", languages.with_languages),
)
"""In order: a table or sentence can only be joined once nothing stands between its halves."""


def tidy(reading: Reading) -> Reading:
    """A reading with its pages' edges mended."""
    blocks: Sequence[Block] = reading.blocks
    asides = list(reading.asides)
    for _, step in STEPS:
        blocks, dropped = step(blocks)
        asides += dropped
    return replace(reading, blocks=tuple(blocks), asides=tuple(sorted(asides, key=lambda aside: aside.line)))
