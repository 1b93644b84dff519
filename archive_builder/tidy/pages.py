"""Page ends: numbers set aside, sentences cut in two joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive_builder.model import Aside, Block, BlockKind, Run
from archive_builder.tidy.joining import join_where

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_ENDED = re.compile(r"""[.?!:;…][”"’')\]]*\s*$""")
_OPEN_WORDS = frozenset(
    "a an the and or but of to in on at by for from with as is are was were be been that which who whose"
    " their its our his her this these those any each every some between into over under than not will"
    " would".split()
)
_PROSE = 60
"""A line shorter than this may be a heading or a name: it was not cut by a page end."""


_NUMBER_ALONE = re.compile(r"\d{1,4}\.?")
_FEWEST = 3
_TITLE_WORDS = 14


def numbered_titles(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with numbers that stand on a line above their titles put before these.

    A page's number stands apart from what follows and has no stop; of minutes' numbers at least three
    count on, or they are "1." and "2." and no others.
    """
    found = [i for i in range(len(blocks) - 1) if _number_above_title(blocks, i)]
    numbers = frozenset(found)
    values = [int(blocks[i].text.strip(" .")) for i in found]
    few = len(found) < _FEWEST and values != [1, 2]
    if few or any(not 0 < b - a <= 3 for a, b in pairwise(values)):
        return list(blocks), []
    made: list[Block] = []
    for index, block in enumerate(blocks):
        if index - 1 in numbers:
            above = made.pop()
            block = replace(
                block,
                runs=(*above.runs, Run(" "), *block.runs),
                first=above.first,
                gap=above.gap,
                tight=False,
            )
        made.append(block)
    return made, []


def _number_above_title(blocks: Sequence[Block], i: int) -> bool:
    block, below = blocks[i], blocks[i + 1]
    after = blocks[i + 2] if i + 2 < len(blocks) else None
    return (
        block.kind is below.kind is BlockKind.PARAGRAPH
        and not block.framed
        and _NUMBER_ALONE.fullmatch(block.text.strip()) is not None
        and (below.tight or block.text.strip().endswith("."))
        and below.text[:1].isupper()
        and len(below.text.split()) <= _TITLE_WORDS
        and not below.text.rstrip().endswith((".", ",", ";", ":"))
        and not (after and after.tight)
    )


def without_page_numbers(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks without those that are nothing but a page's number."""
    kept, asides = [], []
    for block in blocks:
        if (
            block.kind is BlockKind.PARAGRAPH
            and not block.framed
            and _PAGE_NUMBER.fullmatch(block.text.strip())
        ):
            asides.append(Aside(block.first, block.text, "page-number"))
        else:
            kept.append(block)
    return kept, asides


def joined(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks with sentences that a page end cut in two made whole."""
    return join_where(continues, blocks), []


def continues(before: Block, after: Block) -> bool:
    """True if `after` is the rest of the sentence that `before` began.

    It begins with a small letter, or the sentence broke off at a word that needs another after it.
    """
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or after.kind is not BlockKind.PARAGRAPH:
        return False
    if after.number or after.marker or after.bold or not after.text or not before.text:
        return False
    text = before.text.rstrip()
    if _ENDED.search(text):
        return False
    open_ended = is_open_ended(text)
    if after.text[0].islower():
        return open_ended or len(text) >= _PROSE or (not before.bold and before.last + 1 >= after.first)
    return open_ended and len(text) >= _PROSE


def is_open_ended(text: str) -> bool:
    """True if a text breaks off at a comma or a word that needs another after it: "of", "and", "the"."""
    return text.rstrip().endswith(",") or (
        text.split()[-1:] != [] and text.split()[-1].lower() in _OPEN_WORDS
    )
