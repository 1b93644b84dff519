"""A repository to type commands in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.run.repository import make_repository

NOTES = "2025-03-18 PAB notes.txt"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive's repository with one document, and the working directory in it."""
    make_repository(tmp_path)
    shutil.copy(ROOT / "content" / NOTES, tmp_path / "content" / "notes.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path
