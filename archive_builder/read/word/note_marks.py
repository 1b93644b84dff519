"""Footnotes and endnotes of Word and OpenDocument files, on their way through the HTML that is walked.

A reader writes the mark of a note into the text as `mark`, and the note as a paragraph that begins with
`opening`; the walk turns them into runs and blocks (as `list_numbers` does with numbers).
"""

from __future__ import annotations

import re
from dataclasses import replace

from archive_builder.model import Block, BlockKind, Run, Text, cut, trimmed

_MARK, _OPENING, _END = "\ue010", "\ue011", "\ue012"
"""Private characters, which no text has."""
_PRIVATE = re.compile(f"[{_MARK}{_OPENING}{_END}]")
_MARKED = re.compile(f"{_MARK}(?P<mark>[^{_MARK}{_OPENING}{_END}]*){_END}")
_OPENED = re.compile(rf"\s*{_OPENING}(?P<mark>[^{_MARK}{_OPENING}{_END}]*){_END}\s*")
_LONGEST = 12
"""Letters; what is longer is no mark."""


def mark(printed: str) -> str:
    """The mark of a note, as printed, as it is written into a text."""
    return f"{_MARK}{_PRIVATE.sub('', printed)[:_LONGEST]}{_END}"


def opening(printed: str) -> str:
    """What the paragraph of a note begins with, by the note's mark."""
    return f"{_OPENING}{_PRIVATE.sub('', printed)[:_LONGEST]}{_END}"


def has_marks(text: str) -> bool:
    """True if marks of notes are written into a text."""
    return _MARK in text or _OPENING in text


def with_notes(block: Block) -> Block:
    """A block with the marks of notes as runs of their own; the paragraph of a note as a note."""
    if not has_marks(block.text):
        return block
    opened = _OPENED.match(block.text)
    if opened is None:
        return replace(block, runs=with_marks(block.runs))
    runs = trimmed(with_marks(cut(block.runs, opened.end())))
    return replace(block, kind=BlockKind.NOTE, marker=opened["mark"].strip(), level=0, runs=runs)


def with_marks(text: Text) -> Text:
    """Styled text with the marks of notes that are written into it as runs of their own."""
    made: list[Run] = []
    for run in text:
        reached = 0
        for found in _MARKED.finditer(run.text):
            made += [
                replace(run, text=run.text[reached : found.start()]),
                Run("", note=found["mark"].strip()),
            ]
            reached = found.end()
        made.append(
            replace(run, text=_PRIVATE.sub("", run.text[reached:])) if reached or has_marks(run.text) else run
        )
    return tuple(run for run in made if run.text or run.struck or run.note)


def without_wrapping(text: str) -> str:
    """A text in which marks of notes are words of their own."""
    return _PRIVATE.sub(" ", text) if has_marks(text) else text
