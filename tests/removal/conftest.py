from __future__ import annotations

from pathlib import Path

import pytest

from tests.run.repository import make_repository


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository without documents, in which commands are run."""
    make_repository(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
