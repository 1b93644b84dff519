"""Which files are held against the oracles, and how the readings of all of them compare.

    python -m tests.oracle.documents FILE ...

prints the words of files that only an oracle sees, or only we.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ROOT, chromium
from tests.oracle import oracles
from tests.oracle.compare import Compared, compare

WORD = (".docx", ".odt")
FORMATS = {".docx": "Word", ".odt": "OpenDocument", ".pdf": "PDF", ".html": "Web page"}
TESTS = (ROOT / "tests/formats/files", ROOT / "tests/read/files")
RECALL, ORDER = 0.999, 0.995
"""The least of each file, unless a reason says why not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file as one oracle sees it."""

    path: Path
    oracle: str
    found: Compared


def files(shared: Path) -> list[Path]:
    """Every Word, OpenDocument, PDF and HTML file of the tests and of the shared material."""
    folders = [*TESTS, *sorted(shared.glob("wild/batch-*/sources")), shared / "documents/sources"]
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return [path for path in found if path.suffix in FORMATS and not _is_refused(path)]


def _is_refused(path: Path) -> bool:
    return path.name in ("scan.pdf", "password.pdf")


def compared(paths: Sequence[Path], browser: Browser) -> Iterator[Row]:
    """Each file against each oracle for its format."""
    read = {path: oracles.ours(path) for path in paths}
    with TemporaryDirectory() as folder:
        for path, oracle, pages in _seen(paths, browser, Path(folder)):
            yield Row(path, oracle, compare(read[path], pages))


def _seen(paths: Sequence[Path], browser: Browser, folder: Path) -> Iterator[tuple[Path, str, list[str]]]:
    word = [path for path in paths if path.suffix in WORD]
    if word:
        for path, made in oracles.converted(word, folder, "pdf").items():
            yield path, "LibreOffice, as PDF", oracles.pdftotext(made)
        for path, made in oracles.converted(word, folder, "txt").items():
            yield path, "LibreOffice, as text", [made.read_text("utf-8-sig")]
    for path in (path for path in paths if path.suffix == ".pdf"):
        yield path, "pdftotext", oracles.pdftotext(path)
        yield path, "pypdf", oracles.pypdf(path)
    pages = oracles.chromium(browser, (path for path in paths if path.suffix == ".html"))
    yield from ((path, "Chromium", text) for path, text in pages.items())


def name(path: Path) -> str:
    """The first signs of the hash of a file: files of others are not named here."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def orders(rows: Iterable[Row]) -> dict[Path, float]:
    """The order of each file's words, by the oracle that agrees best: they disagree with one another."""
    best: dict[Path, float] = defaultdict(float)
    for row in rows:
        best[row.path] = max(best[row.path], row.found.order)
    return dict(best)


def table(rows: Sequence[Row]) -> str:
    """The measures by source, format and oracle as a Markdown table; parts of 1, rounded down."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[_source(row.path), FORMATS[row.path.suffix], row.oracle].append(row)
    best = orders(rows)
    lines = [
        "| files | format | oracle | number | its words | named by a rule | missing | recall | ours in it | order |",
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for (source, form, oracle), each in groups.items():
        found = [row.found for row in each]
        words, missing = sum(one.words for one in found), sum(len(one.missing) for one in found)
        kept, more = sum(one.kept for one in found), sum(len(one.more) for one in found)
        in_order = sum(best[row.path] * row.found.kept for row in each)
        parts = (1 - missing / words, kept / (kept + more), in_order / kept)
        named = sum(one.named.total() for one in found)
        said = " | ".join(map(_part, parts))
        lines.append(
            f"| {source} | {form} | {oracle} | {len(each)} | {words:,} | {named:,} | {missing:,} | {said} |"
        )
    return "\n".join(lines) + "\n"


def by_rule(rows: Iterable[Row]) -> str:
    """How many words each rule names, as a Markdown table."""
    counts = sum((row.found.named for row in rows), Counter[str]())
    lines = ["| rule | words |", "|---|--:|"]
    lines += [f"| {rule} | {count:,} |" for rule, count in sorted(counts.items())]
    return "\n".join(lines) + "\n"


def _source(path: Path) -> str:
    if path.is_relative_to(ROOT):
        return "the tests' own"
    return "published" if "documents" in path.parts else "published, of bodies never seen"


def _part(value: float) -> str:
    return f"{math.floor(value * 10_000 + 1e-9) / 10_000:.4f}"


def main(paths: Sequence[Path]) -> None:
    """Print the words of files that only an oracle sees, or only we."""
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for row in compared(paths, browser):
            one = row.found
            print(f"{row.path.name}, {row.oracle}: {one.words} words, recall {_part(one.recall)},", end=" ")
            print(f"ours in it {_part(one.precision)}, order {_part(one.order)}, {dict(one.named)}")
            print(f"  missing: {' '.join(one.missing)}\n  more: {' '.join(one.more)}")
        browser.close()


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
