"""Signs that a text can only type: tick boxes as brackets, marks of notes as brackets or raised figures."""

from __future__ import annotations

import re

from archive_builder.text.tick_boxes import EMPTY, TICKED

_LEAD = r"^[ \t>]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?"
_BOX = re.compile(rf"(?P<lead>{_LEAD}|\|[ \t]*|\t)\[(?P<tick>[ xX✓✔]?)\](?=[ \t|]|$)", re.MULTILINE)
"""A box at the start of a line, of a list's entry or of a cell: "- [x] Approved" (GitHub's task lists)."""
_CHOICE = re.compile(r"[\[(](?P<tick>[ xX✓✔])[\])]")
_HAS_EMPTY = re.compile(r"\[ \]|\( \)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE_MARK = r"<sup>\[?(?P<tag>\d{1,2}|[*†‡])\]?</sup>|(?P<raised>[⁰¹²³⁴-⁹]{1,2})"
_OPENING = re.compile(rf"^[ \t]*(?:{_NOTE_MARK})(?=[ \t]*\S)", re.MULTILINE)
"""A line that a raised figure begins: a note, if the figure also stands behind a word."""
_BEHIND = re.compile(rf"(?<=[^\s<>]{{3}})(?:{_NOTE_MARK})")
"""Behind a word of three letters: shorter ones are units (5 m²)."""


def with_boxes(text: str) -> str:
    """A text with tick boxes that are typed as brackets written as signs; other brackets stay."""
    if "[" not in text and "( )" not in text:
        return text
    text = _BOX.sub(lambda box: box["lead"] + _sign(box["tick"]), text)
    return "\n".join(_with_choices(line) for line in text.split("\n"))


def _with_choices(line: str) -> str:
    """A line with all its boxes as signs, where one of them is empty: "(x) For ( ) Against"."""
    if not _HAS_EMPTY.search(line):
        return line
    return _CHOICE.sub(lambda box: _sign(box["tick"]), line)


def _sign(tick: str) -> str:
    return TICKED if tick.strip() else EMPTY


def with_note_marks(text: str) -> str:
    """A text with raised figures that stand for a note written as Markdown writes them, `[^1]` and `[^1]:`.

    A figure is one if a line begins with it and a word is followed by it: in "5 m²" it is none.
    """
    opening = {_mark(match) for match in _OPENING.finditer(text)}
    notes = opening & {_mark(match) for match in _BEHIND.finditer(text)} if opening else set()
    if not notes:
        return text
    text = _OPENING.sub(lambda found: _marked(found, notes, ":"), text)
    return _BEHIND.sub(lambda found: _marked(found, notes, ""), text)


def _marked(found: re.Match[str], notes: set[str], end: str) -> str:
    mark = _mark(found)
    return f"[^{mark}]{end}" if mark in notes else found[0]


def _mark(found: re.Match[str]) -> str:
    return found["tag"] or found["raised"].translate(_RAISED)
