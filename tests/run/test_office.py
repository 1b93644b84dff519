"""Old Word files and rich text are read through LibreOffice where it is installed, else named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.run import office
from archive_builder.sources import SourceFile

RICH = (
    b"{\\rtf1\\ansi Lantern Board\\par Minutes of the meeting held on 4 March 2025\\par"
    b" RESOLVED: That lamps be lit.\\par}"
)
installed = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")


def source(folder: Path, data: bytes = RICH) -> SourceFile:
    path = folder / "minutes.rtf"
    path.write_bytes(data)
    return SourceFile(path, path.name, folder)


@installed
def test_rich_text_is_read_as_the_word_file_made_of_it(tmp_path: Path) -> None:
    source(tmp_path)
    gathered = pipeline.gather([tmp_path], settings.load())
    [document] = gathered.archive.documents
    assert [decision.text for decision in document.decisions] == ["That lamps be lit."]
    assert document.source.media_type == "application/rtf"
    assert document.source.withheld
    assert [problem.code for problem in gathered.problems] == ["carries-more"]


def test_without_libreoffice_the_error_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    source(tmp_path)
    [problem] = pipeline.gather([tmp_path], settings.load()).problems
    assert problem.code == "no-libreoffice"
    assert "install LibreOffice" in problem.hint


def test_where_libreoffice_fails_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/false")
    source(tmp_path)
    [problem] = pipeline.gather([tmp_path], settings.load()).problems
    assert (problem.code, problem.message) == ("damaged-file", "LibreOffice cannot read the file")


def test_what_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 60 & wait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "_SECONDS", 1)
    monkeypatch.setattr(shutil, "which", lambda name: str(slow))
    made = source(tmp_path)
    with office.word_files([made], 10_000) as [readable]:
        assert readable.stand_in is not None
        assert not readable.stand_in.exists()
        held = readable.stand_in.parent
    assert not held.exists()


def test_other_files_are_left_as_they_are(tmp_path: Path) -> None:
    made = source(tmp_path, b"Lamps")
    with office.word_files([made], 10_000) as files:
        assert files == [made]
    large = source(tmp_path)
    with office.word_files([large], 10) as files:
        assert files == [large]
