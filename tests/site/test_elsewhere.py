"""The same docs folder under another builder, and its pages before the validator of HTML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.built import URL

VNU = "vnu-jar@26.9.27"
"""The Nu HTML checker, from the npm registry."""
THEMES = "Attribute “autocomplete” is only allowed when the input type is"
"""The theme's two boxes for menus that this site does not show have it; nothing of ours (see below)."""


@pytest.mark.deep
def test_properdocs_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    """ProperDocs goes on where MkDocs has stopped; what readers see must be the same."""
    docs = site.parent / "docs"
    configuration = next(
        file for file in (ROOT / ".archive").glob("mkdocs-*.yml") if f"docs_dir: {docs.resolve()}\n" in file.read_text()
    )
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(configuration), "-d", str(tmp_path)]
    environment = {**os.environ, "SITE_URL": URL, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    assert pages == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.html"))
    assert [path for path in pages if _shown(site / path) != _shown(tmp_path / path)] == []


def _shown(page: Path) -> str:
    """A page's body as HTML, without what the builder says of itself."""
    body = LexborHTMLParser(page.read_text(encoding="utf-8")).body
    assert body is not None
    return str(body.html)


@pytest.mark.deep
def test_the_html_is_valid(site: Path, tmp_path: Path) -> None:
    """Errors of our own markup and of the theme's; only where Java and npm are, which CI has."""
    if not (shutil.which("java") and shutil.which("npm")):
        message = "no Java or no npm: the HTML was not validated"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    subprocess.run(["npm", "install", "--silent", "--prefix", str(tmp_path), VNU], check=True, capture_output=True)
    jar = tmp_path / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "gnu", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Exception" not in done.stderr
    places = {line.partition(": ")[0] for line in done.stderr.splitlines() if THEMES not in line}
    assert places == set()


@pytest.mark.deep
def test_the_one_fault_that_is_let_pass_is_the_themes(site: Path) -> None:
    for path in site.rglob("*.html"):
        for box in LexborHTMLParser(path.read_text(encoding="utf-8")).css("input[autocomplete]"):
            plain = box.attributes.get("type") == "search"
            assert plain or "md-toggle" in str(box.attributes.get("class")), path
