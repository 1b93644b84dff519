"""One build by the command `archive build`: seconds by stage, memory, what is in the site and what is kept."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.memory import most_of_children

COMMAND = (sys.executable, "-m", "archive_builder", "build", "--timings")
_STAGE = re.compile(r"^(?P<name>.*\S) +(?P<seconds>[\d,.]+) s( +(?P<memory>[\d,]+) MB)?$")
"""A line of `--timings`."""
KEPT = (".cache", ".archive", "site")
"""The folders that a workflow keeps between runs."""

Figures = dict[str, Any]


def once(repository: Path, jobs: int) -> Figures:
    """Build an archive's repository in a process of its own; return what it took and left."""
    before = _spent()
    started = time.perf_counter()
    with most_of_children() as held:
        done = subprocess.run(
            [*COMMAND, "--jobs", f"{jobs}"], cwd=repository, capture_output=True, text=True, check=False
        )
    seconds = time.perf_counter() - started
    if done.returncode > 1:
        raise RuntimeError(done.stderr[-2000:])
    stages = dict(_stages(done.stdout))
    return {
        "seconds": {**{name: took for name, (took, _) in stages.items()}, "all": round(seconds, 1)},
        "processor_seconds": round(_spent() - before, 1),
        "memory_mb": max([round(held[0]), *(memory for _, memory in stages.values())]),
        **_contents(repository),
    }


def mkdocs_alone(repository: Path) -> float:
    """Return the processor seconds of plain `mkdocs build` on the docs of the last build."""
    before = _spent()
    with TemporaryDirectory(dir=repository.parent) as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", ".archive/mkdocs.yml", "-d", folder]
        subprocess.run(command, cwd=repository, capture_output=True, check=True)
    return round(_spent() - before, 1)


def _stages(printed: str) -> Iterator[tuple[str, tuple[float, int]]]:
    """Yield the stages of `--timings` with their seconds and megabytes; those made at once are indented."""
    for line in printed.splitlines():
        if (stage := _STAGE.match(line)) and stage["memory"]:
            memory = int(stage["memory"].replace(",", ""))
            yield stage["name"], (float(stage["seconds"].replace(",", "")), memory)


def _spent() -> float:
    """Processor seconds of all processes that this one waited for: the machine may be busy otherwise."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _contents(repository: Path) -> Figures:
    site = [path for path in (repository / "site").rglob("*") if path.is_file()]
    return {
        "files": len(site),
        "pages": sum(path.suffix == ".html" for path in site),
        "site_mb": _megabytes(site),
        "kept_mb": {name: _megabytes((repository / name).rglob("*")) for name in KEPT},
        "folders_mb": {
            folder.name: _megabytes(folder.rglob("*"))
            for folder in sorted((repository / "site").iterdir())
            if folder.is_dir()
        },
    }


def _megabytes(paths: Any) -> float:
    return round(sum(path.stat().st_size for path in paths if path.is_file()) / 1e6, 1)
