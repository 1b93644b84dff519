"""A page builder whose build was killed ends by itself."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from archive_builder.page_builder import orphan

PAGES = """
import itertools, sys, time
from pathlib import Path
from archive_builder.page_builder import orphan

made = Path(sys.argv[1])
for number in orphan.watch(itertools.count()):
    made.write_text(str(number))
    time.sleep(0.01)
"""
BUILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]])"
PATIENCE = 20
"""Seconds until a process has started, or has ended."""


def test_pages_are_made_while_the_build_waits_for_them() -> None:
    assert list(orphan.watch(["a", "b"])) == ["a", "b"]


def test_no_page_is_made_when_the_build_is_gone(tmp_path: Path) -> None:
    made = tmp_path / "made"
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, PAGES, str(made)], stderr=subprocess.PIPE, text=True
    ) as build:
        until = time.monotonic() + PATIENCE
        while not made.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert made.exists()
        build.kill()
        # The page builder holds its end of the pipe until it ends.
        _, said = build.communicate(timeout=PATIENCE)
    assert said == "The build that asked for these pages has ended.\n"
