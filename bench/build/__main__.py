"""Build each size after each edit, and write what was found."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from bench.build import table
from bench.build.edits import EDITS, make_repository
from bench.build.once import CutOff, Figures, mkdocs_alone, once

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "measured.json"
WRITTEN = ROOT / "docs" / "contributing" / "build-measured.md"


def main() -> None:
    arguments = argparse.ArgumentParser(description="What a whole build costs.")
    arguments.add_argument("documents", type=int, nargs="+")
    arguments.add_argument("--into", type=Path, required=True, help="a folder outside the repository")
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument(
        "--without-mkdocs", action="store_true", help="leave out plain MkDocs, which takes longest"
    )
    asked = arguments.parse_args()
    into = asked.into.resolve()
    if into.is_relative_to(ROOT):
        arguments.error("--into must lie outside the repository")
    signal.signal(signal.SIGTERM, _cut_off)
    sizes: dict[str, dict[str, Figures]] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    try:
        for documents in asked.documents:
            sizes[f"{documents}"] = {}
            for kind, built in _builds(
                documents, into / f"{documents}", asked.jobs, not asked.without_mkdocs
            ):
                sizes[f"{documents}"][kind] = built
                _write(sizes)
                print(f"{documents} documents, {kind}: {built['seconds']['all']} s", file=sys.stderr)
                if built.get("cut_off"):
                    raise CutOff
    except CutOff:
        sys.exit("cut off: what was measured until then is written")


def _write(sizes: dict[str, dict[str, Figures]]) -> None:
    KEPT.write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")
    WRITTEN.write_text(table.page(sizes), encoding="utf-8")


def _builds(documents: int, repository: Path, jobs: int, with_mkdocs: bool) -> Iterator[tuple[str, Figures]]:
    """Build an archive cold and after each edit; yield what each build took, as soon as it has ended.

    With plain MkDocs beside the cold build, if that is asked for.
    """
    make_repository(documents, repository)
    for kind, edit in EDITS.items():
        edit(repository, documents)
        built = once(repository, jobs)
        yield kind, built
        if kind == "cold" and with_mkdocs:
            yield kind, {**built, "mkdocs_alone": mkdocs_alone(repository)}


def _cut_off(number: int, frame: FrameType | None) -> None:
    raise CutOff


if __name__ == "__main__":
    main()
