"""Whatever documents come together, a build publishes them: those that can be read have their page."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from archive_builder.cli import main
from archive_builder.sources import printable
from tests.conftest import ROOT, made_once
from tests.run.repository import make_repository

SETS = ("corpus", "documents/sources", "wild/*/sources", "hostile-2/in")
"""Folders of the shared material, below its own. Their documents are only put in: nobody looks into them."""
NEVER = {"left-out", "internal-fault", "shared-id", "dead-link"}
"""Problems that would be a fault of the program."""
BODIES = ("Ostley Harbour Board", "Óstley Harbour Board", "The Ostley harbour board", "Quince Panel")
DATES = ("2024-02-29", "2025-03-18", "1999-12-31")
SMALL = 40_000
"""Bytes of a file that is read in about a second."""


def found(folders: Sequence[Path]) -> list[Path]:
    files = (path for folder in folders for path in folder.iterdir())
    return sorted(path for path in files if path.is_file() and path.suffix not in ("", ".yml", ".toml"))


@pytest.fixture(scope="session")
def at_hand(shared: Path) -> list[Path]:
    """The samples and all shared documents."""
    folders = [folder for pattern in SETS for folder in sorted(shared.glob(pattern))]
    return found([ROOT / "content", *folders])


@pytest.fixture(scope="session")
def hostile_files(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The hostile documents that a script makes."""

    def make(folder: Path) -> None:
        script = shared / "hostile" / "make_hostile.py"
        subprocess.run([sys.executable, script, folder / "set"], check=True, capture_output=True)

    return found([made_once(tmp_path_factory, "hostile-any", make) / "set" / "in"])


def put_in(files: Sequence[Path], content: Path, chance: random.Random) -> None:
    """Copy documents, one of the samples among them, and two again under swapped names, bodies and dates."""
    for number, path in enumerate(files):
        shutil.copy(path, content / f"{number:02} {path.name}")
    corrections = content / "corrections"
    corrections.mkdir()
    for number in range(2):
        path, other = chance.sample(files, 2)
        name = f"copy {number} {other.stem}{path.suffix}"
        # A byte more makes it another file; a blank at the end is read by every format.
        (content / name).write_bytes(path.read_bytes() + b"\n" * (number + 1))
        facts = {"body": chance.choice(BODIES), "date": chance.choice(DATES), "why": "swapped"}
        (corrections / f"{name}.yml").write_text(yaml.safe_dump({"document": facts}), "utf-8")


def check_built(content: Path, *options: str) -> None:
    """Build and see that every document that can be read is published, and every other one is named."""
    result = CliRunner().invoke(main, ["build", "-q", *options])
    assert result.exit_code in (0, 1), result.stderr[-500:]
    docs = content.parent / "docs"

    def rows(kind: str) -> list[dict[str, object]]:
        return [
            json.loads(line) for line in (docs / "data" / f"{kind}.jsonl").read_text("utf-8").splitlines()
        ]

    problems = rows("problems")
    assert [problem for problem in problems if problem["code"] in NEVER] == []
    published = {row["source"]["file"]: row["id"] for row in rows("documents")}  # type: ignore[index]
    for page in published.values():
        assert (docs / str(page) / "index.md").is_file()
    named = {
        problem["file"]
        for problem in problems
        if problem["severity"] == "error" or problem["code"] == "duplicate-file"
    }
    files = {printable(path.name) for path in content.iterdir() if path.is_file()}
    assert files - published.keys() - named == set()
    assert published
    if "--no-site" not in options:
        for page in published.values():
            assert (content.parent / "site" / str(page) / "index.html").is_file()


@pytest.mark.parametrize("seed", range(5))
def test_some_documents_together(
    seed: int, at_hand: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    small = [path for path in at_hand if path.stat().st_size < SMALL]
    samples = [path for path in small if path.is_relative_to(ROOT)]
    make_repository(tmp_path)
    put_in([chance.choice(samples), *chance.sample(small, 3)], tmp_path / "content", chance)
    monkeypatch.chdir(tmp_path)
    check_built(tmp_path / "content", *(() if seed == 0 else ("--no-site",)))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 150))
def test_many_documents_together(
    seed: int,
    at_hand: list[Path],
    hostile_files: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(seed)
    samples = [path for path in at_hand if path.is_relative_to(ROOT)]
    files = chance.sample([*at_hand, *hostile_files], chance.randint(2, 6))
    make_repository(tmp_path)
    put_in([chance.choice(samples), *files], tmp_path / "content", chance)
    monkeypatch.chdir(tmp_path)
    check_built(tmp_path / "content", *(() if seed % 10 == 0 else ("--no-site",)))
