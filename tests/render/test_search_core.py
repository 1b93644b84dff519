"""The search page's own reckoning, in node: search-core.test.mjs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import LUNR_JS, NODE
from tests.render.site import ROOT


def test_search_core() -> None:
    files = f"{ROOT / 'docs/assets'}\n{LUNR_JS}"
    done = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).with_name("search-core.test.mjs"))],
        env={**os.environ, "SEARCH_FILES": files},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
