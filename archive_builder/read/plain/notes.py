"""Footnotes as Markdown writes them: a mark `[^1]` in the text, and the note on a line `[^1]: …`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive_builder.model import Block, BlockKind
from archive_builder.read.plain.markup import runs

_NOTE = re.compile(r"^ {0,3}\[\^(?P<mark>[^\]\s]{1,20})\]:(?P<text>.*)$")
_GOING_ON = re.compile(r"^(?: {2,}|\t)\S")
"""A further line of a note is indented."""


def find_notes(lines: Sequence[str]) -> Mapping[int, Block]:
    """The notes of a text, by the number of their first line, from 1."""
    found: dict[int, Block] = {}
    at = 0
    while at < len(lines):
        note = _NOTE.match(lines[at])
        first = at
        at += 1
        if note is None:
            continue
        said = [note["text"]]
        while at < len(lines) and _GOING_ON.match(lines[at]):
            said.append(lines[at].strip())
            at += 1
        block = Block(kind=BlockKind.NOTE, marker=note["mark"], first=first + 1, last=at)
        found[first + 1] = replace(block, runs=runs(" ".join(said).strip()))
    return found
