"""What is built once in a test run, for all its workers: the fixtures over it are in conftest.py.

A build of a site takes seconds. A test that needs one asks for a fixture; it builds for itself only what no
other test has built.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = "archive"
"""The folder of the samples' site on its host."""
URL = f"https://records.example.org/{FOLDER}/"
"""The address that the samples' site is built for."""
WAIT = 600
"""Maximum number of seconds that one worker waits for what another makes."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first worker to ask fills, for all workers of a test run.

    Making the folder is the lock. Where `make` fails, it fails for every worker.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    ready, failed = folder.with_suffix(".ready"), folder.with_suffix(".failed")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(ready, failed)
        return folder
    try:
        make(folder)
    except BaseException as error:
        failed.write_text(str(error), encoding="utf-8")
        raise
    ready.touch()
    return folder


def _wait_for(ready: Path, failed: Path) -> None:
    end = time.monotonic() + WAIT
    while not ready.exists():
        if failed.exists():
            pytest.fail(f"another worker could not make it: {failed.read_text('utf-8')}")
        if time.monotonic() > end:
            pytest.fail(f"another worker has made no {ready.stem} in {WAIT} seconds")
        time.sleep(0.1)


def build_samples(out: Path) -> Path:
    """Build the sample documents into `out/docs` and `out/archive`; return the site's folder."""
    return _build(ROOT / "content", out / "docs", out / FOLDER, SITE_URL=URL)


def build_site(sources: Path, out: Path) -> Path:
    """Build any documents into `out/docs` and `out/site`; return the site's folder."""
    return _build(sources, out / "docs", out / "site")


def _build(sources: Path, docs: Path, site: Path, **environment: str) -> Path:
    command = [sys.executable, "-m", "archive_builder", "build", str(sources)]
    command += ["--docs-dir", str(docs), "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return site
