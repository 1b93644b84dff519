"""Build every engine at each size, ask it, and write what was found."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from bench.search import browser, engines, fed, table
from bench.search.queries import queries
from bench.search.table import ENGINES

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "measured.json"
WRITTEN = ROOT / "docs" / "contributing" / "search-measured.md"

Figures = dict[str, Any]


def main() -> None:
    arguments = argparse.ArgumentParser(description="Our search beside others.")
    arguments.add_argument("documents", type=int, nargs="+")
    arguments.add_argument("--into", type=Path, required=True, help="a folder outside the repository")
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--material", type=int, default=1000, help="the most documents Material is given")
    arguments.add_argument(
        "--engines", nargs="+", choices=ENGINES, default=ENGINES, help="the others keep their figures"
    )
    asked = arguments.parse_args()
    into: Path = asked.into.resolve()
    if into.is_relative_to(ROOT):
        arguments.error("--into must lie outside the repository")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        arguments.error("there is no Chromium (name one in CHROMIUM)")
    measured: Figures = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    smallest = fed.archive(min([*asked.documents, 100]), into / "100", asked.jobs)
    kinds = queries(smallest)
    for documents in asked.documents:
        names = [name for name in asked.engines if name != "material" or documents <= asked.material]
        of = into / f"{documents}"
        fed.archive(documents, of, asked.jobs)
        measured["queries"] = kinds
        size: Figures = measured.get(f"{documents}", {}) | {"fed": fed.size(of / "archive.pickle")}
        for name in names:
            size[name] = one(name, of, kinds, chromium)
            measured[f"{documents}"] = size
            KEPT.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
            WRITTEN.write_text(table.page(measured), encoding="utf-8")


def one(name: str, of: Path, kinds: dict[str, tuple[str, ...]], chromium: str) -> Figures:
    """What building and asking one engine comes to."""
    say(f"{of.name} documents: {name} is built")
    built = engines.build(name, of / "archive.pickle", of / name)
    site = of / name / engines.SITES[name]
    figures: Figures = {"build": built, "cold": {}}
    trusted = browser.certified(of)
    with browser.serving(site, of) as server, browser.chromium(chromium, trusted) as opened:
        for net in browser.NETS:
            say(f"{of.name} documents: {name} is asked, {net}")
            figures["cold"][net] = {
                kind: [browser.cold(name, opened, server, query, net) for query in asked]
                for kind, asked in _asked(name, net, kinds).items()
            }
        figures["warm"] = browser.warm(name, opened, server, kinds)
    return figures


def _asked(name: str, net: str, kinds: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What an engine is asked cold. Material loads all at once, whatever it is asked."""
    if name == "material":
        return {kind: kinds[kind][:1] for kind in MATERIAL}
    return {kind: queries[: ASKED[net]] for kind, queries in kinds.items()}


ASKED = {"localhost": 1, "Fast 4G": 2, "Slow 4G": 1}
"""How many queries of each kind are asked cold."""
MATERIAL = ("common word", "rare word")


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
