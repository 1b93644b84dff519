"""`make guides` makes the guides for maintainers a site of their own, with no dead link."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_guides_are_a_site(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-q",
        "-f",
        str(ROOT / ".ci" / "guides.yml"),
    ]
    done = subprocess.run(
        [*command, "-d", str(tmp_path)],
        env={"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path.stem for path in (ROOT / "docs" / "maintaining").glob("*.md")}
    assert {path.stem for path in tmp_path.glob("*.html")} == pages | {"404"}
    front = (tmp_path / "index.html").read_text("utf-8")
    assert [page for page in sorted(pages) if f'href="{page}.html"' not in front] == []
