"""The hostile set, made and built once a test run. It is shared test material outside this repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.built import ROOT, made_once

OURS = Path(__file__).parent / "x01-by-products.html"
"""A document that is ours, for what the set does not try."""
FURTHER = ("in", "attr", "pdf")
"""The folders of the second set that are built together."""
SLOW = ("q08", "q11", "q12")
"""PDFs that are read for longer than the rest together; `make test-deep` tries each alone."""
HANGS_AFTER = 600
"""Seconds after which a build is taken to hang: its bounds are those of `archive.toml`, not of a test."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build of the hostile set left behind."""

    folder: Path
    status: int
    peak: int
    """The most memory that one of its processes held, in bytes."""

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def rows(self, kind: str, file: str = "") -> list[dict[str, Any]]:
        """The rows of one data file; with `file`, those of the document read from it."""
        lines = (self.site / "data" / f"{kind}.jsonl").read_text("utf-8").splitlines()
        found = [json.loads(line) for line in lines]
        if not file:
            return found
        paths = {row["id"] for row in self.rows("documents") if row["source"]["file"] == file}
        return [row for row in found if row.get("document_id", row.get("id")) in paths]


def build(sources: Path, folder: Path) -> None:
    """Build sources into `folder/docs` and `folder/site`; keep the log, the status and the peak memory."""
    command = [sys.executable, "-m", "archive_builder", "build", str(sources)]
    command += ["--docs-dir", str(folder / "docs"), "--site-dir", str(folder / "site")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    watchdog = threading.Timer(HANGS_AFTER, process.kill)
    watchdog.start()
    _, status, used = os.wait4(process.pid, 0)
    watchdog.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    said = {"status": process.returncode, "peak": used.ru_maxrss * unit}
    (folder / "outcome.json").write_text(json.dumps(said), "utf-8")


def outcome(folder: Path) -> Built:
    return Built(folder, **json.loads((folder / "outcome.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the hostile documents and ours; canaries stand beside it, a named pipe in it."""

    def make(folder: Path) -> None:
        script = shared / "hostile" / "make_hostile.py"
        subprocess.run([sys.executable, script, folder / "set", "--fifo"], check=True, capture_output=True)
        shutil.copy(OURS, folder / "set" / "in")

    return made_once(tmp_path_factory, "hostile", make) / "set" / "in"


@pytest.fixture(scope="session")
def built(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return outcome(made_once(tmp_path_factory, "hostile-built", lambda folder: build(hostile, folder)))


@pytest.fixture(scope="session")
def further(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The second set, built apart: its documents want the addresses of one another, and attributes of pages."""

    def make(folder: Path) -> None:
        sources = folder / "in"
        sources.mkdir()
        for name in FURTHER:
            for path in sorted((shared / "hostile-2" / name).iterdir()):
                if not path.name.startswith(SLOW):
                    shutil.copy(path, sources)
        build(sources, folder)

    return outcome(made_once(tmp_path_factory, "hostile-further", make))
