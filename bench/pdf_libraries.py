"""How other PDF libraries read the same files, held against poppler's pdftotext as our reader is.

    .venv/bin/python -m bench.pdf_libraries --python OTHER/bin/python [--update] FILE.pdf ...

OTHER is an environment with pypdfium2, pdftext and docling-parse. Printed are, by library, the words of
pdftotext that are there, and their order, by the measures of tests/oracle, and the processor seconds a
page. `--update` writes the table into docs/contributing/pdf-libraries.md.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.pdf_library import LIBRARIES
from tests.docs.written import CONTRIBUTING, with_passage
from tests.oracle import oracles
from tests.oracle.compare import Compared, Ours, compare, spelt

PAGE = CONTRIBUTING / "pdf-libraries.md"
SECONDS = 60
"""How long a library may take for one file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a library makes of one file."""

    text: Ours
    seconds: float
    """Seconds of processor time."""


def of_library(name: str, python: Path, paths: Sequence[Path]) -> dict[Path, Reading]:
    """The readings of a library in another environment; files that it does not read in time are left out."""
    made = ((path, _reading(name, python, path)) for path in paths)
    return {path: reading for path, reading in made if reading}


def _reading(name: str, python: Path, path: Path) -> Reading | None:
    command = [str(python), "bench/pdf_library.py", name, str(path)]
    try:
        made = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except subprocess.SubprocessError:
        return None
    found = json.loads(made.stdout)
    return Reading(Ours(spelt(found["pages"])), found["seconds"])


def of_ours(paths: Sequence[Path]) -> dict[Path, Reading]:
    """The readings of this project."""
    made = {}
    for path in paths:
        start = time.process_time()
        text = oracles.ours(path)
        made[path] = Reading(text, time.process_time() - start)
    return made


def table(python: Path, paths: Sequence[Path]) -> Iterator[str]:
    """The lines of a table: each library, and this project last."""
    theirs = {path: oracles.pdftotext(path) for path in paths}
    yield "| read by | files | pages | recall | words kept | order | seconds a page |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name in LIBRARIES:
        yield _row(name, of_library(name, python, paths), theirs)
    yield _row("this project", of_ours(paths), theirs)


def _row(name: str, read: dict[Path, Reading], theirs: dict[Path, list[str]]) -> str:
    found: list[Compared] = [compare(one.text, theirs[path]) for path, one in read.items()]
    pages = sum(len(theirs[path]) - 1 for path in read)  # pdftotext ends each page with a form feed
    words, kept = sum(one.words for one in found), sum(one.kept for one in found)
    if not words:
        return f"| {name} | 0 | 0 | | | | |"
    missing, in_order = sum(len(one.missing) for one in found), sum(one.in_order for one in found)
    parts = " | ".join(map(_part, (1 - missing / words, kept / words, in_order / kept)))
    seconds = sum(one.seconds for one in read.values()) / pages
    return f"| {name} | {len(read)} | {pages} | {parts} | {seconds:.3f} |"


def _part(value: float) -> str:
    return f"{math.floor(value * 10_000 + 1e-9) / 10_000:.4f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="How other PDF libraries read the same files.")
    parser.add_argument("--python", type=Path, required=True, help="Python of the other environment")
    parser.add_argument("--update", action="store_true", help="write the table into its page")
    parser.add_argument("files", nargs="+", type=Path)
    asked = parser.parse_args()
    lines = "\n".join(table(asked.python, asked.files))
    print(lines)
    if asked.update:
        PAGE.write_text(with_passage(PAGE.read_text("utf-8"), "pdf libraries", lines), "utf-8")


if __name__ == "__main__":
    main()
