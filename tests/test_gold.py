"""Five real documents, hand-labelled: what the archive makes of them must reach these figures.

The documents and labels are shared test material outside this repository; see `shared` in conftest.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive_builder.text.words import words
from tests.conftest import ROOT, Found

MINIMA = {
    "document": 1.0,
    "fidelity": 0.999,
    "people": 0.95,
    "agenda_items": 0.9,
    "questions": 0.9,
    "questions.answer": 0.85,
    "actions": 1.0,
    "decisions": 0.85,
    "tracker_rows": 1.0,
    "tracker_rows.tracks": 1.0,
    "links": 0.7,
}


@pytest.fixture(scope="module")
def site(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the shared documents as they are."""
    out = tmp_path_factory.mktemp("gold")
    command = [sys.executable, "-m", "archive_builder", "build", str(shared / "corpus")]
    command += ["--docs-dir", str(out / "docs"), "--site-dir", str(out / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out / "site"


def test_the_records_agree_with_the_labels(site: Path, shared: Path) -> None:
    command = [sys.executable, str(shared / "eval" / "score.py"), "--gold", str(shared / "gold")]
    command += ["--site", str(site), "--sources", str(shared / "corpus"), "--misses", "--min"]
    command += [f"{kind}={least}" for kind, least in MINIMA.items()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "query", ["Tuesday", "Dudley", "survey", "pay", "neighbourhood policing", "DIVERT", "687"]
)
def test_the_search_finds_words_that_are_easily_lost(query: str, site: Path, found: Found) -> None:
    shown = json.loads((site / "search" / "records.json").read_text(encoding="utf-8"))
    held = {n for n, row in enumerate(shown) if set(words(query)) <= set(words(f"{row['h']} {row['t']}"))}
    assert held
    assert held <= set(found(site / "search" / "index.json", query))
