"""Paragraphs put together from pieces, in time that grows as their length does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from archive_builder.model import Block, Run, Text, plain

_ENOUGH = 400
"""Letters at the end of a text that tell whether it goes on: more than a line and any word."""


def join_where(goes_on: Callable[[Block, Block], bool], blocks: Sequence[Block]) -> list[Block]:
    """Blocks, those joined with the one before that `goes_on` says are the rest of it.

    Of a long paragraph `goes_on` is given the end only, in one run, with the style that all of it has:
    to look at the whole of it for each new line would take the square of its length.
    """
    made: list[Block] = []
    pieces: list[Run] = []
    for block in blocks:
        if made and goes_on(made[-1], block):
            pieces = pieces or [*made[-1].runs]
            pieces += [Run(" "), *block.runs]
            made[-1] = replace(
                made[-1], runs=_end_of((*made[-1].runs, Run(" "), *block.runs)), last=block.last
            )
            continue
        if pieces:
            made[-1] = replace(made[-1], runs=tuple(pieces))
            pieces = []
        made.append(block)
    if pieces:
        made[-1] = replace(made[-1], runs=tuple(pieces))
    return made


def _end_of(text: Text) -> Text:
    said = plain(text)
    if len(said) <= _ENOUGH:
        return text
    return (Run(said[-_ENOUGH:], bold=all(run.bold for run in text if run.text.strip())),)
