"""The engines, each building what a static server serves, with what the building costs."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import yaml

from archive_builder import index
from archive_builder.publish import joining, scripts
from bench.memory import most_of_children, most_of_this
from bench.search import fed

ROOT = Path(__file__).parents[2]
Figures = dict[str, Any]


def build(engine: str, kept: Path, folder: Path) -> Figures:
    """Build an engine's site in a process of its own; give seconds, processor seconds and megabytes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "bench.search.engines", engine, str(kept), str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def ours(kept: Path, folder: Path) -> Figures:
    """Our index and what reads it. The memory includes the archive, from which the index is made."""
    of = fed.load(kept)
    assets = ROOT / "archive_builder" / "theme" / "assets"
    shutil.copytree(assets / "search", folder / "assets" / "search")
    shutil.copy(assets / "boxes.js", folder / "assets")
    start, spent = time.perf_counter(), time.process_time()
    for asset in index.assets(of):
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    seconds, processor = time.perf_counter() - start, time.process_time() - spent
    scripts.lighten(folder)
    joining.join(folder / "assets")
    figures = _figures("ours", seconds, processor, most_of_this(), folder / "search")
    return figures | _stretches(folder / "search")


def _stretches(search: Path) -> Figures:
    """How many files the texts are in, and how many stretches these hold: each ends with a line feed."""
    files = [path.read_bytes() for path in search.glob("*/t/*/*.bin")]
    stretches = sum(gzip.decompress(content).count(b"\n") for content in files)
    manifest = (search / "manifest.bin").stat().st_size
    return {"text_files": len(files), "stretches": stretches, "manifest_bytes": manifest}


def pagefind(kept: Path, folder: Path) -> Figures:
    """Pagefind over a page a document. Writing the pages is not counted."""
    fed.write_html(fed.load(kept), folder)
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path"]
    seconds, processor, most = _run([*command, str(folder / "pagefind"), "--quiet"])
    name = f"Pagefind {metadata.version('pagefind')}"
    return _figures(name, seconds, processor, most, folder / "pagefind")


def material(kept: Path, folder: Path) -> Figures:
    """Material's own search: what it costs is what a build takes longer with it than without."""
    fed.write_markdown(fed.load(kept), folder / "docs")
    cost = []
    for plugins in ([], ["search"]):
        configuration = {
            "site_name": "Archive",
            "docs_dir": str(folder / "docs"),
            "site_dir": str(folder / "site"),
            "theme": {"name": "material", "font": False},
            "plugins": plugins,
            "markdown_extensions": ["attr_list"],
            "nav": [{"Home": "index.md"}],
            "not_in_nav": "/**",
        }
        path = folder / "mkdocs.yml"
        path.write_text(yaml.safe_dump(configuration), encoding="utf-8")
        cost.append(_run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(path)]))
    (seconds, processor, _), (more_seconds, more_processor, most) = cost
    name = f"Material {metadata.version('mkdocs-material')}"
    took = more_seconds - seconds, more_processor - processor
    return _figures(name, *took, most, folder / "site" / "search")


SITES = {"ours": "", "pagefind": "", "material": "site"}
"""Where below an engine's folder its site lies."""
BUILDERS = {"ours": ours, "pagefind": pagefind, "material": material}


def _run(command: Sequence[str]) -> tuple[float, float, float]:
    """Seconds by the clock, processor seconds and megabytes at most of a command."""
    start, before = time.perf_counter(), os.times()
    with most_of_children() as most:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, spent, most[0]


def _figures(name: str, seconds: float, processor: float, most: float, made: Path) -> Figures:
    files = [path for path in made.rglob("*") if path.is_file()]
    return {
        "name": name,
        "seconds": round(seconds, 1),
        "processor_seconds": round(processor, 1),
        "mb_at_most": round(most),
        "files": len(files),
        "index_mb": round(sum(path.stat().st_size for path in files) / 1e6, 2),
    }


if __name__ == "__main__":
    chosen, given, into = sys.argv[1:]
    print(json.dumps(BUILDERS[chosen](Path(given), Path(into))))
