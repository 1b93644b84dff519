"""Blocks in other languages than English, marked with the code of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive_builder.model import Aside, Block
from archive_builder.text.languages import languages


def with_languages(blocks: Sequence[Block]) -> tuple[list[Block], list[Aside]]:
    """Blocks that know which language they are in."""
    found = languages([block.text for block in blocks])
    made = [replace(block, lang=code) if code else block for block, code in zip(blocks, found, strict=True)]
    return made, []
