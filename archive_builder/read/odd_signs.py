"""Signs that only change how others look, taken out of a text: a name must read as it is stored.

Soft hyphens and marks without width go unsaid: no reader sees them, and a search must not stumble over them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from archive_builder.model import Aside, Block, Row, Run, Text
from archive_builder.read.outcome import Doubt, Opened

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing (Unicode, annex 9): "gpj.exe" may then look like "exe.jpg"."""
_TAGS = re.compile("[\U000e0000-\U000e007f]")
"""Letters that no font shows."""
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILES = re.compile(f"({_MARK}{{3}}){_MARK}+")
"""More marks over one letter than any language sets (three)."""
_SCRIPTS = "\u0600-\u1cff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
"""Scripts whose letters joiners shape, and signs that they join to one picture."""
_BREAKS = re.compile("[\u00ad\u200b\u2060\ufeff\u180e]" rf"|(?<![{_SCRIPTS}])[\u200c\u200d](?![{_SCRIPTS}])")
"""Places where a word may be broken or must not be, joined or not: nothing that a reader sees or types."""
_ANY = re.compile(f"{_DIRECTIONS.pattern}|{_TAGS.pattern}|{_MARK}{{4}}|{_BREAKS.pattern}")


@dataclass(slots=True)
class _Cleaning:
    """Texts without odd signs, and how many there were."""

    found: Counter[str] = field(default_factory=Counter)

    def text(self, said: str) -> str:
        if not _ANY.search(said):
            return said
        said = _BREAKS.sub("", said)
        said, count = _DIRECTIONS.subn("", said)
        self.found["direction marks"] += count
        said, count = _TAGS.subn("", said)
        self.found["letters that no font shows"] += count
        said, count = _PILES.subn(r"\1", said)
        self.found["piles of accents"] += count
        return said

    def runs(self, text: Text) -> Text:
        return tuple(self.run(run) if _ANY.search(run.text or run.struck) else run for run in text)

    def run(self, run: Run) -> Run:
        return replace(run, text=self.text(run.text), struck=self.text(run.struck))

    def block(self, block: Block) -> Block:
        return replace(
            block,
            runs=self.runs(block.runs),
            marker=self.text(block.marker),
            number=self.text(block.number),
            rows=tuple(self.row(row) for row in block.rows),
        )

    def row(self, row: Row) -> Row:
        cells, merged = (tuple(self.runs(cell) for cell in cells) for cells in (row.cells, row.merged))
        return replace(row, cells=cells, merged=merged)

    def asides(self, asides: Iterable[Aside]) -> list[Aside]:
        return [replace(aside, text=self.text(aside.text)) for aside in asides]


def without_odd_signs(opened: Opened) -> Opened:
    """A file's content without signs that only change how others look; a warning says how many."""
    if not _has_odd_signs(opened):
        return opened
    cleaning = _Cleaning()
    made = replace(
        opened,
        blocks=[cleaning.block(block) for block in opened.blocks],
        asides=cleaning.asides(opened.asides),
        title=cleaning.text(opened.title),
    )
    counted = [f"{count:,} {name}" for name, count in (+cleaning.found).items()]
    message = f"signs that only change how others look were left out: {', '.join(counted)}"
    hint = "look at the names and titles near them; type them anew in the document if they are wrong"
    doubts = (*opened.doubts, Doubt("odd-signs", message, hint)) if counted else opened.doubts
    return replace(made, words=_Cleaning().text(opened.words), doubts=doubts)


def _has_odd_signs(opened: Opened) -> bool:
    texts = (block.all_words for block in opened.blocks)
    others = (aside.text for aside in opened.asides)
    return any(_ANY.search(text) for text in (opened.words, opened.title, *texts, *others))
