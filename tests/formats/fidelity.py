"""How much of a document survives a format: its words, their order, the rows of its tables.

    python -m tests.formats.fidelity

prints the table of docs/maintaining/formats.md. The measures are parts of 1, against the text from
which the files were made: `recall` counts words whatever their place, `order` the words that stand in
the same order (the longest common sequence), `rows` the table rows with the same words in every cell.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from archive_builder.model import Block
from archive_builder.text.words import words
from tests.formats.make_formats import CONTENT, FILES, FORMATS, blocks

RECALL, ORDER, ROWS = 0.995, 0.99, 0.95
"""The least that each document must reach in each format."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Counts of one document in one format, or of several added up."""

    words: int = 0
    kept: int = 0
    in_order: int = 0
    rows: int = 0
    rows_kept: int = 0

    @property
    def recall(self) -> float:
        return self.kept / self.words if self.words else 1.0

    @property
    def order(self) -> float:
        return self.in_order / self.kept if self.kept else 1.0

    @property
    def exact(self) -> float:
        return self.rows_kept / self.rows if self.rows else 1.0

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.words + other.words, self.kept + other.kept, self.in_order + other.in_order,
            self.rows + other.rows, self.rows_kept + other.rows_kept,
        )  # fmt: skip


def kept(source: Sequence[Block], other: Sequence[Block]) -> Kept:
    """What of one reading of a document is in another."""
    wanted, found = _words(source), _words(other)
    rows, rows_found = _rows(source), _rows(other)
    return Kept(
        words=len(wanted), kept=(Counter(wanted) & Counter(found)).total(),
        in_order=int(LCSseq.similarity(wanted, found)),
        rows=len(rows), rows_kept=(Counter(rows) & Counter(rows_found)).total(),
    )  # fmt: skip


def _words(read: Iterable[Block]) -> list[str]:
    return [word for block in read for word in words(f"{block.number} {block.marker} {block.text}")]


def _rows(read: Iterable[Block]) -> list[tuple[str, ...]]:
    """Each table row as the words of its cells."""
    return [
        tuple(" ".join(words(row.cell(column))) for column in range(len(row.cells)))
        for block in read
        for row in block.rows
    ]


def measured() -> dict[str, dict[str, Kept]]:
    """Every sample document in every format: by format, then by name."""
    sources = {path.stem: blocks(path) for path in sorted(CONTENT.iterdir())}
    return {
        form: {
            name: kept(source, blocks(FILES / form / f"{name}.{ending}")) for name, source in sources.items()
        }
        for form, ending in FORMATS.items()
    }


TITLES = {
    "html": "Web page (HTML)",
    "docx": "Word (.docx)",
    "docx numbered": "Word, numbers not typed",
    "odt": "OpenDocument (.odt)",
    "odt numbered": "OpenDocument, numbers not typed",
    "pdf tagged": "PDF with tags",
    "pdf untagged": "PDF without tags",
}


def table(found: dict[str, dict[str, Kept]]) -> str:
    """The measures as a Markdown table, the lowest of any document beside the whole; rounded down."""
    lines = [
        "| format | words | words kept | in their order | table rows | rows exact | lowest of a document |"
    ]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    for form, each in found.items():
        whole = sum(each.values(), Kept())
        least = min(
            (part for one in each.values() for part in (one.recall, one.order, one.exact)), default=1.0
        )
        lines.append(
            f"| {TITLES[form]} | {whole.words:,} | {_part(whole.recall)} | {_part(whole.order)} "
            f"| {whole.rows} | {_part(whole.exact)} | {_part(least)} |"
        )
    return "\n".join(lines) + "\n"


def _part(value: float) -> str:
    return f"{math.floor(value * 10_000 + 1e-9) / 10_000:.4f}"


def of_files(one: Path, other: Path) -> Kept:
    """What of one file's reading is in another's."""
    return kept(blocks(one), blocks(other))


if __name__ == "__main__":
    print(table(measured()), end="")
