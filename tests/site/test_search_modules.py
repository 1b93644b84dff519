"""The search page's own reckoning, in node: search.test.mjs."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from tests.conftest import NODE, ROOT


def test_search_modules() -> None:
    done = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).with_name("search.test.mjs"))],
        env={**os.environ, "SEARCH_MODULES": str(ROOT / "archive_builder/theme/assets/search")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_has_what_a_browser_of_2022_refuses_whole() -> None:
    """Safari before 16.4 cannot read a look-behind, and then runs nothing of the module."""
    scripts = sorted((ROOT / "archive_builder/theme/assets").rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if "(?<=" in path.read_text("utf-8") or "(?<!" in path.read_text("utf-8")] == []


def test_all_that_a_search_runs_on_is_fetched_at_once_when_a_box_is_touched() -> None:
    script = (ROOT / "archive_builder" / "theme" / "assets" / "boxes.js").read_text("utf-8")
    named = re.findall(r"const (ENGINE|BOX) = \[(.*)\];", script)
    assert named == [("ENGINE", '"engine", "worker"'), ("BOX", '"box"')]
    template = (ROOT / "archive_builder" / "theme" / "search.html").read_text("utf-8")
    assert '["engine", "page", "worker"]' in template
