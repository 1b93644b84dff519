"""The search page's own reckoning, in node: search.test.mjs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import NODE, ROOT


def test_search_modules() -> None:
    done = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).with_name("search.test.mjs"))],
        env={**os.environ, "SEARCH_MODULES": str(ROOT / "docs/assets/search")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
