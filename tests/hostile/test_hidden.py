"""Of the second hostile set, no word that a reader of the document cannot see is in any file that is published."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.hostile.conftest import SLOW, Built

HIDDEN = (
    *("HXREDACT", "HXANNOTSQ", "HXWHITEPDF", "HXBLACKONBLACK", "HXINVIS", "HXCROPPED", "HXOFFPAGE"),
    *("HXLASTMOD", "HXCUSTOMXML", "HXPEOPLE"),
)


def published(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Each file of docs and site, unpacked if it is packed."""
    for path in sorted((*(folder / "docs").rglob("*"), *(folder / "site").rglob("*"))):
        if path.is_file():
            data = path.read_bytes()
            yield path, gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


@pytest.mark.parametrize("word", HIDDEN)
def test_a_hidden_word_is_in_no_file(further: Built, word: str) -> None:
    held = [path for path, data in published(further.folder) if word.lower().encode() in data.lower()]
    assert [path.relative_to(further.folder).as_posix() for path in held] == []


def test_the_second_set_ends_with_status_1_and_no_traceback(further: Built) -> None:
    log = further.log.read_text("utf-8", "replace")
    assert further.status == 1, log
    assert "Traceback" not in log
    assert "[site-fault]" not in log


@pytest.mark.deep
@pytest.mark.parametrize("name", SLOW)
def test_a_slow_document_is_read_or_refused(shared: Path, name: str) -> None:
    [path] = (shared / "hostile-2" / "pdf").glob(f"{name}*")
    command = [sys.executable, "-m", "archive_builder", "check", "--no-cache", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stderr
