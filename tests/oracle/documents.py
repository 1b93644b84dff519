"""Which files are held against the oracles, and how the readings of all of them compare.

    python -m tests.oracle.documents FILE ...

prints the words of files that only an oracle sees, or only we.
"""

from __future__ import annotations

import hashlib
import math
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ROOT, chromium
from tests.oracle import oracles
from tests.oracle.compare import Compared, Ours, compare, spelt

WORD = (".docx", ".odt")
FORMATS = {".docx": "Word", ".odt": "OpenDocument", ".pdf": "PDF", ".html": "Web page"}
TESTS = (ROOT / "tests/formats/files", ROOT / "tests/read/files")
RECALL, ORDER = 0.999, 0.995
"""The least of each file, unless a reason says why not. Order: nor more than oracles agree with one another."""
REASONS = tomllib.loads((Path(__file__).parent / "reasons.toml").read_text("utf-8"))
"""What is known of files that fall short, by the first signs of their hash."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file as one oracle sees it."""

    path: Path
    oracle: str
    found: Compared
    agreement: float = 1.0
    """The order of the words of both oracles for PDF, held against one another, from 0 to 1."""


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
    for path in (path for path in paths if path.suffix == ".pdf"):
        yield from _of_pdf(path, read[path])


def _of_pdf(path: Path, ours: Ours) -> Iterator[Row]:
    seen = {"pdftotext": oracles.pdftotext(path), "pypdf": oracles.pypdf(path)}
    outside = oracles.outside(path)
    agreement = compare(Ours(spelt(seen["pdftotext"])), seen["pypdf"]).order
    for oracle, pages in seen.items():
        yield Row(path, oracle, compare(ours, pages, outside), agreement)


def _seen(paths: Sequence[Path], browser: Browser, folder: Path) -> Iterator[tuple[Path, str, list[str]]]:
    word = [path for path in paths if path.suffix in WORD]
    if word:
        for path, made in oracles.converted(word, folder, "pdf").items():
            yield path, "LibreOffice, as PDF", oracles.pdftotext(made)
        for path, made in oracles.converted(word, folder, "txt").items():
            yield path, "LibreOffice, as text", [made.read_text("utf-8-sig")]
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


def short_of_words(rows: Iterable[Row]) -> dict[str, int]:
    """The words missing by file and oracle, where they are too many and no reason says why."""
    return {
        f"{name(row.path)} {row.oracle}": len(row.found.missing)
        for row in rows
        if row.found.recall < RECALL and len(row.found.missing) > _known(row.path, "words", 0)
    }


def out_of_order(rows: Sequence[Row]) -> dict[str, float]:
    """The order of files where it is too low, the oracles agree better, and no reason says why."""
    agreements = {row.path: row.agreement for row in rows}
    return {
        name(path): round(order, 4)
        for path, order in orders(rows).items()
        if order < min(ORDER, agreements[path]) and round(order, 4) < _known(path, "order", 1)
    }


def _known(path: Path, measure: str, default: float) -> float:
    """What is known to be missing of a file (words), or its known order; the reason stands beside it."""
    known = REASONS.get(name(path), {})
    assert measure not in known or known["reason"]
    return float(known.get(measure, default))


def by_document(rows: Sequence[Row]) -> str:
    """The lowest recall, the order and the reason of each published document, as a Markdown table."""
    best = orders(rows)
    found: dict[Path, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.path.is_relative_to(ROOT):
            found[row.path].append(row)
    lines = ["| document | format | words | recall | order | why |", "|---|---|--:|--:|--:|---|"]
    for path, each in sorted(found.items(), key=lambda pair: name(pair[0])):
        words = max(row.found.words for row in each)
        parts = " | ".join(map(_part, (min(row.found.recall for row in each), best[path])))
        why = _why(path, best[path], each[0].agreement)
        lines.append(f"| {name(path)} | {FORMATS[path.suffix]} | {words:,} | {parts} | {why} |")
    return "\n".join(lines) + "\n"


def _why(path: Path, order: float, agreement: float) -> str:
    """Why a file falls short; empty for one that does not."""
    reason = REASONS.get(name(path), {}).get("reason", "")
    disagreement = f"oracles agree less with one another: {_part(agreement)}"
    disagrees = order < ORDER and agreement <= order
    return "; ".join(filter(None, (disagreement if disagrees else "", reason)))


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
