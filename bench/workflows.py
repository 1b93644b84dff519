"""The steps of an archive's workflows, run in clean clones: what a run takes, with and without a cache.

    .venv/bin/python -m bench.workflows WHEEL [DOCUMENTS]

An archive is begun as `archive new` does, with documents of `bench.corpus`. A first push is run in a clean clone; a
second, with one document more, in two others: one with the folders that the first run keeps, one without; and a pull
request in a fourth. Each step is the `run:` of the workflow as it was written, in bash as a runner calls it. The
actions themselves (checkout, caches, uploads) are not run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from archive_builder.cli.starting import new
from archive_builder.starter.answers import Answers
from bench import corpus

_GIT = ("git", "-c", "user.name=Clerk", "-c", "user.email=clerk@example.org")
_PUBLISH, _PULL_REQUEST = "publish.yml", "pull-request.yml"


def main(wheel: Path, documents: int) -> None:
    """Print the seconds of each step of each run."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        archive = _begun(work / "archive", wheel, documents)
        runs = {"first push": _run(work, archive, "first", _PUBLISH)}
        base = _git(archive, "rev-parse", "HEAD")
        list(corpus.write(range(documents, documents + 1), archive / "content"))
        _commit(archive, "One document more")
        runs["second push, with what was kept"] = _run(work, archive, "second", _PUBLISH, kept=work / "first")
        runs["second push, without"] = _run(work, archive, "without", _PUBLISH)
        runs["pull request, with what was kept"] = _run(
            work, archive, "request", _PULL_REQUEST, kept=work / "first", BASE=base
        )
    for name, seconds in runs.items():
        steps = ", ".join(f"{step} {took:.1f}" for step, took in seconds.items())
        print(f"{name}: {sum(seconds.values()):.1f} s ({steps})")


def _begun(folder: Path, wheel: Path, documents: int) -> Path:
    package = f"archive-builder @ {wheel.resolve().as_uri()}"
    new(folder, Answers(name="Bench", body="Bench Council", host="github", sample=False, package=package))
    list(corpus.write(range(documents), folder / "content"))
    _git(folder, "init", "-q", "-b", "main", ".")
    _commit(folder, "Begin")
    return folder


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", message)


def _git(folder: Path, *command: str) -> str:
    return subprocess.run(
        [*_GIT, *command], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def _run(
    work: Path, archive: Path, name: str, workflow: str, kept: Path | None = None, **variables: str
) -> dict[str, float]:
    """Run the steps of a workflow's job that builds in a clean clone; return the seconds of each."""
    clone = work / name
    _git(work, "clone", "-q", str(archive), str(clone))
    job = next(
        iter(yaml.safe_load((clone / ".github" / "workflows" / workflow).read_text("utf-8"))["jobs"].values())
    )
    if kept:
        for folder in _kept(job):
            shutil.copytree(kept / folder, clone / folder, symlinks=True)
    environment = {
        **os.environ,
        "SITE_URL": "https://minutes.example.org/",
        "GITHUB_OUTPUT": str(work / f"{name}.output"),
        "GITHUB_STEP_SUMMARY": str(work / f"{name}.summary"),
        **variables,
    }
    seconds = {}
    for step in job["steps"]:
        if "run" in step:
            started = time.monotonic()
            subprocess.run(
                ["bash", "-e", "-c", step["run"]], cwd=clone, env=environment, check=True, capture_output=True
            )
            seconds[step["name"]] = time.monotonic() - started
    return seconds


def _kept(job: dict[str, object]) -> Iterator[str]:
    """Yield the folders that a job keeps for the next run."""
    for step in job["steps"]:  # type: ignore[attr-defined]
        if str(step.get("uses", "")).startswith("actions/cache"):
            yield from step["with"]["path"].split()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
