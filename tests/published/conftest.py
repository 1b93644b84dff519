"""A series of builds in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.series import Series


@pytest.fixture
def series(tmp_path: Path) -> Series:
    (tmp_path / "content").mkdir()
    return Series(tmp_path / "content")
