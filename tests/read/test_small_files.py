"""The Word files of the tests hold what is read of them, and little else: fuzzing reads them thousands of times."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from archive_builder.read.word.docx import read
from tests.conftest import ROOT
from tests.read import make_word
from tests.read.shown import shown
from tests.word_files import saved

FILES = sorted((ROOT / "tests").rglob("files/**/*.docx"))
LARGEST = 150_000
"""Bytes of all parts, unpacked."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_word_file_is_small(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        assert sum(part.file_size for part in package.infolist()) < LARGEST


@pytest.mark.parametrize("fill", [make_word.word_lists, make_word.word_frame, make_word.word_tracked])
def test_what_is_left_out_changes_no_block(fill: make_word.Fill) -> None:
    document, held = docx.Document(), io.BytesIO()
    fill(document)
    document.save(held)
    assert shown(read(saved(document))) == shown(read(held.getvalue()))
