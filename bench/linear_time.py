"""How reading and recognising grow with a document's length: ten times as long, how many times as slow?

    .venv/bin/python bench/linear_time.py [DOCUMENT]

A document of the samples (or the one named) is repeated once and ten times; both are read and
recognised in turn, several times, in one process. Printed are the medians and their ratio; the exit
status is 1 when the ratio is above 12.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from archive_builder import settings
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy

SAMPLE = Path(__file__).parent.parent / "content" / "2025-06-17 PAB annotated agenda.txt"
ROUNDS = 5
MOST = 12.0


def seconds(path: Path) -> float:
    """How long it takes to read, tidy and recognise one file."""
    loaded = settings.load()
    start = time.perf_counter()
    reading = read(path, path.name, loaded, lambda problem: None)
    assert reading is not None
    recognise(tidy(reading), loaded, lambda problem: None)
    return time.perf_counter() - start


def main() -> int:
    text = Path(sys.argv[1] if len(sys.argv) > 1 else SAMPLE).read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.txt", Path(folder) / "long.txt"
        short.write_text(text * 2, "utf-8")
        long.write_text(text * 20, "utf-8")
        seconds(short)
        pairs = [(seconds(short), seconds(long)) for _ in range(ROUNDS)]
    one, ten = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(ten / one for one, ten in pairs)
    print(
        f"{len(text) * 2:,} characters: {one:.3f} s; {len(text) * 20:,} characters: {ten:.3f} s; ratio {ratio:.1f}"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
