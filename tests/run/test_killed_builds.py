"""`archive build` killed at a random moment: the next build writes what a clean one would."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.run.repository import make_repository

MOMENTS = 50
COMMAND = (sys.executable, "-m", "archive_builder", "build", "-q", "--jobs", "2")


def run(folder: Path) -> None:
    assert subprocess.run(COMMAND, cwd=folder, capture_output=True, check=False).returncode == 0


def state(folder: Path) -> dict[str, bytes]:
    """Every file of docs and site."""
    files = (path for name in ("docs", "site") for path in sorted((folder / name).rglob("*")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.is_file()}


def prepared(folder: Path) -> None:
    make_repository(folder)
    shutil.copy(ROOT / "content" / "2025-03-18 PAB notes.txt", folder / "content" / "notes.txt")


@pytest.mark.deep
def test_a_build_killed_at_any_moment_is_repaired_by_the_next(tmp_path: Path) -> None:
    chance = random.Random(9)
    untouched, clean, hurt = (tmp_path / name for name in ("untouched", "clean", "hurt"))
    prepared(untouched)
    shutil.copytree(untouched, clean)
    started = time.monotonic()
    run(clean)
    whole = time.monotonic() - started
    wanted = state(clean)
    for moment in range(MOMENTS):
        if moment % 5 == 0:  # else the build is killed while it builds over an earlier one
            shutil.rmtree(hurt, ignore_errors=True)
            shutil.copytree(untouched, hurt)
        (hurt / "content" / "notes.txt").touch()
        with subprocess.Popen(
            COMMAND, cwd=hurt, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as build:
            time.sleep(chance.uniform(0, whole))
            build.kill()
        run(hurt)
        assert (state(hurt) == wanted) is True, f"killed at moment {moment}"
