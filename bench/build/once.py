"""One build by the command `archive build`: seconds by stage, memory, what is in the site and what is kept."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive_builder.publish import measure
from bench.memory import most_of_children

DOCS = ".archive/docs"
"""Where the workflows build the pages, so that they are kept with the rest."""
COMMAND = (sys.executable, "-m", "archive_builder", "build", "--timings", "--docs-dir", DOCS)
_STAGE = re.compile(r"^(?P<name>.*\S) +(?P<seconds>[\d,.]+) s( +(?P<memory>[\d,]+) MB)?$")
"""A line of `--timings`."""
KEPT = (".cache", ".archive", "site")
"""The folders that a workflow keeps between runs."""

Figures = dict[str, Any]


class CutOff(BaseException):
    """Somebody has ended the bench: what was measured until then is of use."""


def once(repository: Path, jobs: int) -> Figures:
    """Build an archive's repository in a process of its own; return what it took and left.

    A build that is cut off is asked to end, and has the stages it came through under `cut_off`.
    """
    before = _spent()
    started = time.perf_counter()
    with most_of_children() as held:
        returned, printed, said = _run([*COMMAND, "--jobs", f"{jobs}"], repository)
    seconds = time.perf_counter() - started
    if returned is not None and returned > 1:
        raise RuntimeError(said[-2000:])
    stages = dict(_stages(printed))
    return {
        "seconds": {**{name: took for name, (took, _) in stages.items()}, "all": round(seconds, 1)},
        "processor_seconds": round(_spent() - before, 1),
        "memory_mb": max([round(held[0]), *(memory for _, memory in stages.values())]),
        **({"cut_off": True} if returned is None else _contents(repository)),
    }


def _run(command: Sequence[str], folder: Path) -> tuple[int | None, str, str]:
    """Run a command; return its exit code, None if it was cut off, and what it printed and said."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        printed, said = process.communicate()
    except CutOff:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TO_END)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        return (None, *process.communicate())
    return process.returncode, printed, said


_TO_END = 30.0
"""Seconds that a build has to end when it is cut off."""


def mkdocs_alone(repository: Path) -> float:
    """Return the processor seconds of plain `mkdocs build` on the docs of the last build."""
    before = _spent()
    [configuration] = (repository / ".archive").glob("mkdocs*.yml")
    with TemporaryDirectory(dir=repository.parent) as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", folder]
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
    site = repository / "site"
    size = measure(site)
    return {
        "files": size.files,
        "pages": sum(1 for _ in site.rglob("*.html")),
        "site_mb": _megabytes(size.bytes),
        "kept_mb": {name: _megabytes(_held(repository / name)) for name in KEPT},
        "folders_mb": {name: _megabytes(held) for name, held in size.bytes_by_folder.items() if name},
        "folders_files": {name: held for name, held in size.files_by_folder.items() if name},
    }


def _held(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _megabytes(size: int) -> float:
    return round(size / 1e6, 1)
