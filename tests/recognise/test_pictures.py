"""A picture is a figure whatever the format, with the caption that is printed beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from tests.read.test_files import FILES

CAPTION = "Figure 1: Lanterns by month"


@pytest.mark.parametrize(
    ("name", "captions"),
    [
        ("pictures.docx", [CAPTION, ""]),
        ("pictures.odt", [CAPTION, ""]),
        ("pictures.html", [CAPTION, "", "The pier in May"]),
        ("pictures.pdf", [CAPTION]),
    ],
)
def test_figures(tmp_path: Path, name: str, captions: list[str]) -> None:
    shutil.copy(FILES / name, tmp_path)
    [document] = pipeline.gather([tmp_path], settings.load()).archive.documents
    assert [figure.caption for figure in document.figures] == captions
    assert all(figure.missing for figure in document.figures)
    assert document.fidelity is not None
    assert not document.fidelity.lost
