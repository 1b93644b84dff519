"""The docs folder that trials are rendered for; nothing is in it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("markdown") / "docs"
    docs.mkdir()
    return docs
