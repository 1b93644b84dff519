"""Footnotes of a PDF page: small letters at its foot that begin with a mark, which stands raised in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive_builder.read.pdf.glyphs import Glyph
from archive_builder.read.pdf.lines import Line, merged, rows, stretches
from archive_builder.read.pdf.measures import MEASURES, nearest_size
from archive_builder.read.raised import is_note_mark

_MARK = re.compile(r"\d{1,3}|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,4}")
_OPENING = re.compile(r"[\[(]?(?P<mark>\d{1,3}|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,4})[\])]?[.:]?")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as printed, and its lines without the mark."""

    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A page's letters with the marks of its footnotes told from its words, and the footnotes."""

    letters: list[Glyph]
    notes: tuple[Note, ...] = ()
    respelled: tuple[tuple[str, str], ...] = ()
    """Words that a mark stands against ("mended1"), and how they are read ("mended 1")."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """A mark in the text: its letters, and the word that it stands against."""

    mark: str
    letters: tuple[Glyph, ...]
    word: str


def noted(letters: Sequence[Glyph], height: float, page: int) -> Noted:
    """A page's letters, footnotes taken out. A note counts only if its mark stands raised in the text.

    A raised figure against a word is a mark too where the page holds no such note.
    """
    printed = [glyph for glyph in letters if glyph.text.strip()]
    sizes = Counter(nearest_size(glyph.size) for glyph in printed)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    small = MEASURES.note_size * body
    if not any(size <= small for size in sizes):
        return Noted(list(letters))
    found = rows(letters)
    raised = [each for row in found for each in _raised(row)]
    marks = {each.mark for each in raised}
    notes = list(_notes(found, small, height, marks)) if marks else []
    opened = {mark for mark, _, _ in notes}
    taken = {
        id(glyph) for _, mark_letters, lines in notes for line in (mark_letters, *lines) for glyph in line
    }
    kept = [
        each
        for each in raised
        if id(each.letters[0]) not in taken and (each.mark in opened or is_note_mark(each.word, each.mark))
    ]
    if not kept:
        return Noted(list(letters))
    marked = {id(each.letters[0]): _mark_of(each) for each in kept}
    dropped = taken | {id(glyph) for each in kept for glyph in each.letters[1:]}
    return Noted(
        [marked.get(id(glyph), glyph) for glyph in letters if id(glyph) not in dropped],
        tuple(
            Note(mark, tuple(merged(row) for line in lines for row in stretches(line, page)))
            for mark, _, lines in notes
        ),
        tuple(_respelled(kept, notes)),
    )


def _respelled(
    kept: Sequence[_Raised], notes: Sequence[tuple[str, list[Glyph], list[list[Glyph]]]]
) -> Iterator[tuple[str, str]]:
    for each in kept:
        yield f"{each.word}{each.mark}", f"{each.word} {each.mark} "
    for mark, _, lines in notes:
        first = _word(lines[0], 0)
        yield f"{mark}{first}", f"{mark} {first}"


def _word(row: Sequence[Glyph], start: int) -> str:
    """The letters of a row from one on, up to a gap."""
    word = ""
    for at in range(start, len(row)):
        before = row[at - 1]
        if not row[at].text.strip() or (word and row[at].x0 - before.x1 > MEASURES.word_gap * before.size):
            break
        word += row[at].text
    return word


def _mark_of(each: _Raised) -> Glyph:
    return replace(each.letters[0], text=each.mark, note=each.mark, x1=each.letters[-1].x1)


def _raised(row: Sequence[Glyph]) -> Iterator[_Raised]:
    """The marks that stand raised against the words of a row."""
    printed = [glyph for glyph in row if glyph.text.strip()]
    if not printed:
        return
    main = sorted(printed, key=lambda glyph: glyph.size)[len(printed) // 2]
    at = 0
    while at < len(printed):
        end = at
        while end < len(printed) and _is_raised(printed[end], main):
            end += 1
        text = "".join(glyph.text for glyph in printed[at:end])
        if end > at > 0 and _MARK.fullmatch(text):
            yield _Raised(text, tuple(printed[at:end]), _word_before(printed[:at]))
        at = max(end, at + 1)


def _word_before(row: Sequence[Glyph]) -> str:
    start = len(row) - 1
    while start > 0 and row[start].x0 - row[start - 1].x1 <= MEASURES.word_gap * row[start].size:
        start -= 1
    return "".join(glyph.text for glyph in row[start:])


def _is_raised(glyph: Glyph, main: Glyph) -> bool:
    lifted = main.baseline - glyph.baseline
    return glyph.size <= MEASURES.raised_size * main.size and lifted > MEASURES.least_lift * main.size


def _notes(
    found: Sequence[list[Glyph]], small: float, height: float, marks: set[str]
) -> Iterator[tuple[str, list[Glyph], list[list[Glyph]]]]:
    """The footnotes of a page: mark, the letters of the mark, and the letters of each line."""
    note: tuple[str, list[Glyph], list[list[Glyph]]] | None = None
    above: list[Glyph] = []
    for row in found:
        printed = [glyph for glyph in row if glyph.text.strip()]
        is_small = (
            bool(printed) and _main_size(printed) <= small and printed[0].top > MEASURES.notes_begin * height
        )
        opened = _opening(printed, marks) if is_small else None
        if opened is not None:
            if note is not None:
                yield note
            note = opened
        elif note is not None and is_small and _follows(above, printed):
            note[2].append(row)
        elif note is not None:
            yield note
            note = None
        above = printed or above
    if note is not None:
        yield note


def _follows(above: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """True if a row is the next line of the note above."""
    gap = max(glyph.baseline for glyph in row) - max(glyph.baseline for glyph in above)
    return gap <= MEASURES.note_pitch * _main_size(row)


def _main_size(row: Sequence[Glyph]) -> float:
    sizes = sorted(glyph.size for glyph in row)
    return sizes[len(sizes) // 2]


def _opening(row: Sequence[Glyph], marks: set[str]) -> tuple[str, list[Glyph], list[list[Glyph]]] | None:
    """A note whose mark opens a row; its mark stands raised or a space before the words."""
    main = sorted(row, key=lambda glyph: glyph.size)[len(row) // 2]
    end = 0
    while end < len(row) and _is_raised(row[end], main):
        end += 1
    if not end:
        first = _word(row, 0)
        while end < len(row) and len("".join(glyph.text for glyph in row[:end])) < len(first):
            end += 1
    opening = _OPENING.fullmatch("".join(glyph.text for glyph in row[:end]))
    if opening is None or opening["mark"] not in marks or end == len(row):
        return None
    return opening["mark"], list(row[:end]), [list(row[end:])]
