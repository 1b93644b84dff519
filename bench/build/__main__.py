"""Build each size three times, and write what was found."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from bench.build import table
from bench.build.once import ROOT, Figures, once

MORE = len(corpus.FORMS)
"""How many documents a month brings."""
KEPT = Path(__file__).parent / "measured.json"
WRITTEN = ROOT / "docs" / "contributing" / "build-measured.md"


def measured(documents: int, folder: Path, jobs: int) -> Iterator[tuple[str, Figures]]:
    """A size, built in each way, each time in a process of its own."""
    content, work = folder / "content", folder / "work"
    for extra in corpus.write(range(documents, documents + MORE), content):
        extra.unlink()
    for _ in corpus.write(range(documents), content):
        pass
    for kind in table.KINDS:
        if kind == "one month more":
            for _ in corpus.write(range(documents, documents + MORE), content):
                pass
        command = [sys.executable, "-m", "bench.build", "--once", str(content), str(work), str(jobs)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        yield kind, json.loads(done.stdout)


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        content, work, jobs = sys.argv[2:]
        json.dump(once(Path(content), Path(work), int(jobs)), sys.stdout)
        return
    arguments = argparse.ArgumentParser(description="What a whole build costs.")
    arguments.add_argument("documents", type=int, nargs="+")
    arguments.add_argument("--into", type=Path, required=True, help="a folder outside the repository")
    arguments.add_argument("--jobs", type=int, default=2)
    asked = arguments.parse_args()
    into = asked.into.resolve()
    if into.is_relative_to(ROOT):
        arguments.error("--into must lie outside the repository")
    sizes: dict[str, dict[str, Figures]] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    for documents in asked.documents:
        sizes[f"{documents}"] = {}
        for kind, figures in measured(documents, into / f"{documents}", asked.jobs):
            sizes[f"{documents}"][kind] = figures
            KEPT.write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")
            WRITTEN.write_text(table.page(sizes), encoding="utf-8")
            print(f"{documents} documents, {kind}: {figures['seconds']['all']} s", file=sys.stderr)


if __name__ == "__main__":
    main()
