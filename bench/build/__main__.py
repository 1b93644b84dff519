"""Build each size after each edit, and write what was found."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench.build import table
from bench.build.edits import EDITS, make_repository
from bench.build.once import Figures, mkdocs_alone, once

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "measured.json"
WRITTEN = ROOT / "docs" / "contributing" / "build-measured.md"


def main() -> None:
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
        repository = into / f"{documents}"
        make_repository(documents, repository)
        built = sizes[f"{documents}"] = {}
        for kind, edit in EDITS.items():
            edit(repository, documents)
            built[kind] = once(repository, asked.jobs)
            if kind == "cold":
                built[kind]["mkdocs_alone"] = mkdocs_alone(repository)
            KEPT.write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")
            WRITTEN.write_text(table.page(sizes), encoding="utf-8")
            print(f"{documents} documents, {kind}: {built[kind]['seconds']['all']} s", file=sys.stderr)


if __name__ == "__main__":
    main()
