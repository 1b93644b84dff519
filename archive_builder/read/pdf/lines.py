"""Lines of styled text, made of the letters of a PDF page: letters to words, words to lines.

Spaces between letters are told by the gap, because many writers (TeX above all) print none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive_builder.model import Run, Text, plain
from archive_builder.read.pdf.glyphs import UNKNOWN, Glyph
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.tags import NO_TAG, Tag
from archive_builder.read.plain.markup import folded


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a stretch of one that a wide gap sets apart."""

    runs: Text
    """Struck-out words still have their text, and `struck` beside it, so that the layout counts with them."""
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    page: int
    first_word: float = 0.0
    """The width of its first word: whether it would have fitted on the line before."""
    tag: Tag = NO_TAG
    """What the tag tree says of most of its letters."""
    number: int = 0
    """Its place among the document's lines, from 1."""
    is_spaced: bool = False
    """Its letters are printed far apart."""
    row_number: str = ""
    """The number that stands before it in a column of its own, where the line opens a row of a frame."""

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs if run.text.strip())


def rows(letters: Sequence[Glyph]) -> list[list[Glyph]]:
    """Letters in rows by their baseline, from the top; raised and lowered ones join the row they touch."""
    found: list[list[Glyph]] = []
    for glyph in sorted(letters, key=lambda glyph: (glyph.baseline, glyph.x0)):
        reach = MEASURES.same_line * min(glyph.size, found[-1][0].size) if found else 0.0
        if found and glyph.baseline - found[-1][0].baseline <= reach:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return _with_raised(found)


def _with_raised(found: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows of small letters (the "th" of "5th") joined to the row that they stand against."""
    sizes = [max((glyph.size for glyph in row if glyph.text.strip()), default=0.0) for row in found]
    whole = [list(row) for row in found]
    for index, row in enumerate(found):
        for other in (index + 1, index - 1):
            if (
                not 0 <= other < len(found)
                or not sizes[index]
                or sizes[index] > MEASURES.raised_size * sizes[other]
            ):
                continue
            near = abs(found[other][0].baseline - row[0].baseline) < MEASURES.raised_reach * sizes[other]
            if near and all(_touches(piece, found[other]) for piece in _stretches(row)):
                whole[other] += row
                whole[index] = []
                break
    return [sorted(row, key=lambda glyph: glyph.x0) for row in whole if row]


def _touches(piece: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether a few letters stand against a row's and over none of them."""
    start, end = piece[0].x0, piece[-1].x1
    over = any(
        g.x0 < end - MEASURES.touching and g.x1 > start + MEASURES.touching for g in row if g.text.strip()
    )
    reach = MEASURES.touch_gap * row[0].size
    near = any(abs(glyph.x1 - start) < reach or abs(glyph.x0 - end) < reach for glyph in row)
    return near and not over and len(piece) <= MEASURES.longest_raised


def stretches(letters: Sequence[Glyph], page: int) -> list[list[Line]]:
    """Letters as rows of lines: one line a row, or several where wide gaps part it."""
    made = []
    for row in rows(letters):
        lines = [line for piece in _stretches(row) if (line := line_of(piece, page)).text.strip()]
        if lines:
            made.append(lines)
    return made


def _stretches(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.x0):
        if not glyph.text.strip():
            continue
        if piece and glyph.x0 - max(g.x1 for g in piece[-3:]) > MEASURES.stretch_gap * max(
            glyph.size, piece[-1].size
        ):
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def line_of(letters: Sequence[Glyph], page: int) -> Line:
    """Letters of one row as a line, spaces put where the gaps are."""
    runs: list[Run] = []
    word_end = letters[0].x1
    first_done = False
    least = _word_gap(letters)
    for before, glyph in zip([None, *letters], letters, strict=False):
        if before is not None and glyph.x0 - before.x1 > least * min(glyph.size, before.size):
            runs.append(_space(before, glyph))
            first_done = True
        if not first_done:
            word_end = glyph.x1
        if glyph.note:
            runs.append(Run("", glyph.bold, glyph.italic, note=glyph.note))
            continue
        text = glyph.text if glyph.text != UNKNOWN else _unknown(before)
        runs.append(Run(text, glyph.bold, glyph.italic, glyph.href, struck=text if glyph.is_struck else ""))
    sizes = sorted(glyph.size for glyph in letters)
    main = next((g for g in letters if g.size == sizes[len(sizes) // 2]), letters[0])
    said = Counter(glyph.tag for glyph in letters)
    return Line(
        runs=folded(runs),
        x0=min(g.x0 for g in letters), x1=max(g.x1 for g in letters),
        top=min(g.top for g in letters), bottom=max(g.bottom for g in letters),
        baseline=main.baseline, size=main.size, page=page,
        first_word=word_end - letters[0].x0,
        tag=max(said, key=lambda tag: (said[tag], tag.element)),
        is_spaced=least > MEASURES.word_gap,
    )  # fmt: skip


def _word_gap(letters: Sequence[Glyph]) -> float:
    """The least gap between two words of a row, in parts of the letter size.

    Letters that are set tight stand over one another, and the gaps between their words are none, or less.
    """
    gaps = sorted((after.x0 - before.x1) / before.size for before, after in pairwise(letters) if before.size)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    if usual > MEASURES.word_gap and _is_spaced(letters):
        return usual + MEASURES.spaced_gap
    return usual + MEASURES.tight_gap if usual < -MEASURES.overlap else MEASURES.word_gap


def _is_spaced(letters: Sequence[Glyph]) -> bool:
    """True if letters that stand apart make words ("A G E N D A"), and do not only count up ("A B C D")."""
    if any(len(glyph.text) > 1 for glyph in letters):
        return False  # values of forms, a sign a word
    text = "".join(glyph.text for glyph in letters)
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return (
        len(letters) >= MEASURES.fewest_spaced
        and sum(map(str.isalpha, text)) > MEASURES.spaced_letters * len(text)
        and steps != {1}
    )


def _unknown(before: Glyph | None) -> str:
    """What stands for a letter that its font does not name: a bullet at a line's start, a gap within a word."""
    if before is None:
        return "•"
    return UNKNOWN if before.text.isalpha() else ""


def _space(before: Glyph, glyph: Glyph) -> Run:
    """The space between two words, in the style that both have."""
    href = before.href if before.href == glyph.href else ""
    struck = " " if before.is_struck and glyph.is_struck else ""
    return Run(" ", before.bold, before.italic, href, struck=struck)


def merged(lines: Sequence[Line]) -> Line:
    """Stretches of one row as one line again, from left to right."""
    ordered = sorted(lines, key=lambda line: line.x0)
    if len(ordered) == 1:
        return ordered[0]
    runs: list[Run] = []
    for line in ordered:
        runs += [*line.runs, Run(" ", line.runs[-1].bold, line.runs[-1].italic)]
    longest = max(ordered, key=lambda line: len(line.text))
    return replace(
        ordered[0], runs=folded(runs), x1=max(line.x1 for line in ordered), size=longest.size,
        baseline=longest.baseline, top=min(line.top for line in ordered),
        bottom=max(line.bottom for line in ordered), tag=longest.tag,
    )  # fmt: skip
