"""Write a corpus into a folder: `python -m bench.corpus 1000 FOLDER`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from bench.corpus import write

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,/]*")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Documents of an invented region.")
    arguments.add_argument("documents", type=int)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--count", action="store_true", help="say how the vocabulary grows")
    asked = arguments.parse_args()
    met: set[str] = set()
    words = 0
    for number, path in enumerate(write(range(asked.documents), asked.folder), start=1):
        if not asked.count:
            continue
        found = WORD.findall(re.sub(r"<[^>]*>", " ", path.read_text("utf-8")).lower())
        words += len(found)
        met.update(found)
        if number in (10, 100, 1000, 10_000) or number == asked.documents:
            print(f"{number:6,} documents {words:11,} words {len(met):8,} different ones")


if __name__ == "__main__":
    main()
