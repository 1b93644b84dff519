"""Sentences of running text, with the characters they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.?!][”\"’')\]]*\s+(?=[A-Z“\"'‘(£\d])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Cllrs|St|No|Nos|Ref|Fig|para|paras|pp|vol|e\.g|i\.e|etc|approx|[A-Z])|\d\.\d+|[ap]\.m)\.$"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; an abbreviation's stop ends none."""
    start = 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start() + 1]):
            yield start, match.end() - len(match.group()) + len(match.group().rstrip())
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in spans(text)]
