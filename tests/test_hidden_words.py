"""A name that was blacked out badly is in no file that a build leaves behind."""

from __future__ import annotations

import contextlib
import json
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder.cli import main
from tests.read import hidden_pdf
from tests.read.hidden_files import HIDDEN
from tests.run.repository import make_repository

NAMES = ("Quillfeather", "quillfeather")
FILES = {
    "2024-03-12 ferry.pdf": hidden_pdf.made(hidden_pdf.under_box),
    "2024-03-13 ferry.docx": HIDDEN["highlight.docx"],
    "2024-03-14 ferry.odt": HIDDEN["section.odt"],
    "2024-03-15 ferry.html": HIDDEN["display.html"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_repository(tmp_path)
    for name, data in FILES.items():
        (tmp_path / "content" / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*options: str) -> str:
    return CliRunner().invoke(main, ["build", *options]).output


def holders(folder: Path) -> list[str]:
    """The files below a folder, but for the sources, that hold a name, packed or not."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "content" not in path.parts and any(name in _text(path) for name in NAMES)
    ]


def _text(path: Path) -> str:
    data = path.read_bytes()
    packed = data.partition(b"\n")[2].partition(b"\n")[2]
    with contextlib.suppress(zlib.error):
        data += zlib.decompress(packed)
    text = data.decode("utf-8", "replace")
    return text + (json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else "")


def test_hidden_words_are_in_no_file(folder: Path) -> None:
    said = build()  # the whole of it: pages, search, data and the site that MkDocs makes of them
    assert said.count("[hidden-words]") == len(FILES)
    assert list((folder / "site").rglob("index.html")), said
    assert not any(name in said for name in NAMES)
    assert (folder / "docs").is_dir()
    assert list((folder / ".cache").iterdir())
    assert holders(folder) == []
    assert list((folder / "docs" / "files").rglob("*.pdf")) == []


def test_hidden_words_that_are_confirmed_are_published(folder: Path) -> None:
    corrections = folder / "content" / "corrections"
    corrections.mkdir()
    for name in FILES:
        (corrections / f"{name}.yml").write_text("hidden: publish\n")
    said = build("--no-site")
    assert "hidden-words" not in said
    found = holders(folder)
    assert len([path for path in found if path.startswith("docs/files/")]) >= 1
    assert len([path for path in found if path.endswith("index.md") or path.endswith(".md")]) >= len(FILES)
