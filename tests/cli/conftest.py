"""A repository to type commands in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_builder.publish import MARKER, generated_in
from tests.conftest import ROOT

NOTES = "2025-03-18 PAB notes.txt"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive's repository with one document, and the working directory in it."""
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "content" / NOTES, tmp_path / "content" / "notes.txt")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=_generated)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _generated(folder: str, names: list[str]) -> list[str]:
    """What an earlier build left in the project's own docs folder."""
    ours = generated_in(Path(folder))
    return [name for name in names if name in {MARKER, *ours} or (Path(folder) / name / MARKER).is_file()]
