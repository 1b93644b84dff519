"""What a PDF's lettering says: its text size, its line pitch, its heading sizes, its hyphens."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive_builder.read.pdf.lines import Line
from archive_builder.read.pdf.measures import MEASURES, nearest_size

_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_LINE_END = re.compile(r"(\w+)(?:[\ufffe\x02]\s*|[-\u00ad\u2010]\s*\r?\n\s*)(\w+)")
"""pdfium writes a private sign for a hyphen at a line end, and then no line end."""
_PREFIXES = frozenset(
    "anti cross ex full high long low mid multi non part post pro self short single vice well".split()
)
"""First parts that keep their hyphen when a line ends there."""
_O_BULLET = re.compile(r"(?m)^\s*o(?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Lettering:
    """The measures of a document that tell paragraphs, headings and hyphens apart."""

    body: float
    pitch: float
    steps: tuple[float, ...]
    """The size classes of its headings, the largest first: the place of a class is the level."""
    hyphenated: frozenset[str]
    words: frozenset[str] = frozenset()
    """The words of the document, but for those that line ends cut."""

    def level(self, line: Line) -> int:
        """The heading level of a line: the tag tree's, else by the size of its letters; 0 for text."""
        if line.tag.level:
            return line.tag.level
        if not _stands_out(line, self.body) or len(line.text.split()) > MEASURES.longest_heading:
            return 0
        least = len(MEASURES.heading_steps)
        return 1 + next((i for i, step in enumerate(self.steps) if line.size >= step * self.body), least)

    def is_heading(self, lines: Sequence[Line]) -> bool:
        """Whether lines that stand out are together short enough to head something."""
        words = [word for line in lines for word in line.text.split()]
        if lines[0].tag.level:
            return True
        return len(words) <= MEASURES.short_heading or (
            len(words) <= MEASURES.longest_heading and not words[-1].endswith((".", "”", ","))
        )

    def joint(self, first: str, second: str) -> str:
        """What stands between two parts of a word that a line end cut at a hyphen: the hyphen or nothing."""
        whole = f"{first}-{second}".casefold()
        keep = first.casefold() in _PREFIXES or whole in self.hyphenated or not second[:1].islower()
        return "-" if keep or self._compound(first.casefold(), second.casefold()) else ""

    def _compound(self, first: str, second: str) -> bool:
        """Whether both parts are words of this document and the whole is not: "call-" and "back"."""
        long = min(len(first), len(second)) >= MEASURES.long_part
        return long and first + second not in self.words and {first, second} <= self.words


def lettering(lines: Sequence[Line], text: str) -> Lettering:
    """The measures of a document, from all its lines and from its running text."""
    weight: Counter[float] = Counter()
    for line in lines:
        weight[max(MEASURES.least_size, nearest_size(line.size))] += len(line.text)
    body = max(weight, key=lambda size: (weight[size], size), default=MEASURES.usual_size)
    ratios = [line.size / body for line in lines if _stands_out(line, body)]
    steps = [_step(ratio) for ratio in ratios]
    return Lettering(
        body=body,
        pitch=_pitch(lines),
        steps=tuple(step for step in MEASURES.heading_steps if step in steps),
        hyphenated=frozenset(match.group().casefold() for match in _HYPHENATED.finditer(text)),
        words=frozenset(re.findall(r"\w+", _LINE_END.sub(" ", text.casefold()))),
    )


def _step(ratio: float) -> float:
    return next(step for step in MEASURES.heading_steps if ratio >= step)


def _stands_out(line: Line, body: float) -> bool:
    if not re.search(r"[^\W\d_]", line.text):
        return False
    return line.size >= body * MEASURES.heading_size or (
        line.bold and line.size >= body * MEASURES.heading_size_bold
    )


def _pitch(lines: Sequence[Line]) -> float:
    """The distance of lines within a paragraph, in letter sizes: where a line goes on in small letters."""
    seen: Counter[float] = Counter()
    for before, line in itertools.pairwise(lines):
        gap = (line.baseline - before.baseline) / before.size
        if (
            before.page == line.page
            and MEASURES.least_pitch < gap < MEASURES.widest_pitch
            and line.text[:1].islower()
            and abs(before.size - line.size) < MEASURES.size_in_pitch
        ):
            seen[round(gap * MEASURES.pitch_steps) / MEASURES.pitch_steps] += 1
    return max(seen, key=lambda gap: (seen[gap], -gap), default=MEASURES.usual_pitch)


def source_words(text: str, letters: Lettering) -> str:
    """The source's text with words mended that line ends cut; a bullet printed as the letter o is none."""
    joined = _LINE_END.sub(lambda cut: f"{cut[1]}{letters.joint(cut[1], cut[2])}{cut[2]}", text)
    return _O_BULLET.sub("", joined)
