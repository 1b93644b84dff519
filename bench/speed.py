"""How fast documents are read, what memory that takes, and what the cache saves.

    .venv/bin/python -m bench.speed [--documents 1000] [--jobs 2] [--update]

Documents are made from the samples and from the small files of the tests by small changes: other years in
texts, other bytes behind the end of the rest. Printed are, by format, documents a second and the most
memory that a worker held; then, for all of them together, a cold build up to the finished archive, the
same from the cache, and their ratio. `--update` writes it into docs/contributing/tests.md.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from archive_builder import pipeline, settings
from archive_builder.run import one_file, results, workers
from archive_builder.run.cache import Cache
from archive_builder.sources import SourceFile, find
from bench import measured
from bench.memory import most_of_this
from tests.docs.written import CONTRIBUTING, with_passage

ROOT = Path(__file__).parent.parent
SAMPLES = (ROOT / "content", ROOT / "tests" / "read" / "files")
UNREADABLE = ("password.pdf", "scan.pdf")
TEXTS = (".txt", ".md", ".html")
PAGE = CONTRIBUTING / "tests.md"
ALIKE = 20
"""How many documents of each format are read for the figures by format."""
AMPLE = workers.Bounds(seconds=600, memory=8_000_000_000, output=1_000_000_000)


def originals() -> dict[str, list[Path]]:
    """The samples by their ending."""
    found: dict[str, list[Path]] = {}
    for path in sorted(path for folder in SAMPLES for path in folder.iterdir()):
        if path.is_file() and path.name not in UNREADABLE:
            found.setdefault(path.suffix, []).append(path)
    return found


def later(text: str, years: int) -> str:
    """A text with all its years moved on."""
    return re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) + years), text)


def copies(paths: list[Path], folder: Path) -> Iterator[Path]:
    """More and more documents, each a little different from the sample it was made from."""
    folder.mkdir()
    for number, original in zip(count(), cycle(paths)):
        path = folder / f"{number:05} {original.name}"
        if original.suffix in TEXTS:
            path.write_text(later(original.read_text("utf-8"), number // len(paths)), "utf-8")
        else:
            path.write_bytes(original.read_bytes() + f"\n% {number}\n".encode())
        yield path


def seconds_to_read(files: tuple[SourceFile, ...], jobs: int) -> float:
    start = time.perf_counter()
    read = list(results.apart(files, settings.load(), one_file.document, jobs, None))
    assert all(result.documents for result in read), "a document was not read"
    return time.perf_counter() - start


def by_format(folder: Path, jobs: int) -> Iterator[str]:
    """The lines of a table: by ending, documents a second and the most memory of a worker."""
    seconds_to_read(find([SAMPLES[0]], lambda problem: None), jobs)  # so that workers are ready
    yield "| format | documents | a second | MB of a worker, at most |"
    yield "|---|--:|--:|--:|"
    for ending, paths in originals().items():
        list(islice(copies(paths, folder / ending), ALIKE))
        files = find([folder / ending], lambda problem: None)
        rate = len(files) / seconds_to_read(files, jobs)
        held = max(int(most) for most in workers.run(measured.peak, files, AMPLE, jobs) if most)
        yield f"| `{ending}` | {len(files)} | {rate:.1f} | {held / 1e6:,.0f} |"


def seconds_to_gather(folder: Path, jobs: int, cache: Cache | None) -> float:
    start = time.perf_counter()
    pipeline.gather([folder], settings.load(), jobs=jobs, cache=cache)
    return time.perf_counter() - start


def cold_and_cached(folder: Path, documents: int, jobs: int) -> Iterator[str]:
    """The lines of a table: the same documents read cold and from the cache."""
    every = [path for paths in originals().values() for path in paths]
    list(islice(copies(every, folder / "all"), documents))
    cache = Cache(folder / "cache")
    cold, cached = (seconds_to_gather(folder / "all", jobs, cache) for _ in range(2))
    kept = sum(path.stat().st_size for path in cache.folder.iterdir())
    yield f"| {documents:,} documents, {jobs} workers | seconds | documents a second |"
    yield "|---|--:|--:|"
    yield f"| cold | {cold:,.1f} | {documents / cold:,.1f} |"
    yield f"| cached | {cached:,.1f} | {documents / cached:,.1f} |"
    yield ""
    yield (
        f"Cached : cold is {cached / cold:.3f}. The cache holds {kept / 1e6:,.1f} MB; the builder itself held"
        f" {most_of_this():,.0f} MB at most."
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description="Speed, memory and cache of reading.")
    arguments.add_argument("--documents", type=int, default=1000)
    arguments.add_argument("--jobs", type=int, default=workers.cores())
    arguments.add_argument("--update", action="store_true", help=f"write the tables into {PAGE.name}")
    asked = arguments.parse_args()
    workers.get_ready()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for made in (
            by_format(Path(folder), asked.jobs),
            [""],
            cold_and_cached(Path(folder), asked.documents, asked.jobs),
        ):
            for line in made:
                print(line, flush=True)
                lines.append(line)
    if asked.update:
        PAGE.write_text(with_passage(PAGE.read_text("utf-8"), "speed", "\n".join(lines)), "utf-8")


if __name__ == "__main__":
    main()
