"""A build with nothing to do says what the last one said and does no work; whatever changed, it works."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive_builder.cli import build as building
from archive_builder.cli import main


class WorkedError(Exception):
    """Stands for a build that began to read."""


@pytest.fixture
def built(repository: Path) -> Path:
    """A repository whose site has been built."""
    # A warning, which the next build repeats: the file is named, left out and no error.
    (repository / "content" / "Thumbs.db").write_bytes(b"")
    (repository / "archive.toml").write_text('[site]\nname = "Test"\n')
    (repository / "overrides").mkdir()
    (repository / "overrides" / "404.html").write_text("missing")
    (repository / "mkdocs.yml").write_text(
        "site_name: Test\nsite_url: !ENV [SITE_URL]\ntheme: {custom_dir: overrides}\n"
    )
    assert build().exit_code == 0
    return repository


def build(*options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--jobs", "1", *options])


def works(monkeypatch: pytest.MonkeyPatch, *options: str) -> bool:
    """Return True if a build does more than to repeat what was said."""

    def gather(*_: object, **__: object) -> None:
        raise WorkedError

    with monkeypatch.context() as patch:
        patch.setattr(building, "gather", gather)
        result = build("-v", *options)
        return isinstance(result.exception, WorkedError)


def test_nothing_changed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build("-v")
    second = build("-v")
    assert "nothing changed since the last build" in second.stderr
    assert second.stdout == first.stdout
    assert first.stderr.splitlines()[-1] in second.stderr
    assert not works(monkeypatch)
    assert works(monkeypatch, "--no-cache")
    assert works(monkeypatch, "--strict")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a document": lambda root: (root / "content" / "notes.txt").write_text("Other notes"),
    "a new document": lambda root: (root / "content" / "more.txt").write_text("More notes"),
    "a document less": lambda root: (root / "content" / "notes.txt").unlink(),
    "a document's name": lambda root: (root / "content" / "notes.txt").rename(root / "content" / "a.txt"),
    "topics": lambda root: (root / "content" / "topics.yml").write_text("- name: Roads\n"),
    "settings": lambda root: (root / "archive.toml").write_text('[site]\nname = "Other"\n'),
    "MkDocs' settings": lambda root: (root / "mkdocs.yml").write_text("site_name: Other\n"),
    "a template": lambda root: (root / "overrides" / "404.html").write_text("not here"),
    "a page by hand": lambda root: (root / "docs" / "about.md").write_text("# About"),
    "a generated page": lambda root: (root / "docs" / "meetings" / "index.md").write_text("# Mine"),
    "a page of the site": lambda root: (root / "site" / "index.html").write_text("changed"),
    "a page of the site less": lambda root: (root / "site" / "index.html").unlink(),
    "a page of the site more": lambda root: (root / "site" / "more.html").write_text("more"),
}


def test_what_changed_is_built(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build("-v")
    before = tmp_path_factory.mktemp("before") / "repository"
    shutil.copytree(built, before)
    assert not works(monkeypatch)
    unnoticed = []
    for name, change in CHANGES.items():
        change(built)
        if not works(monkeypatch):
            unnoticed.append(name)
        for entry in before.iterdir():
            _put_back(entry, built / entry.name)
    assert unnoticed == []
    assert not works(monkeypatch)  # what was put back is as it was: it was the changes that were noticed


def _put_back(entry: Path, place: Path) -> None:
    if entry.is_dir():
        shutil.rmtree(place)
        shutil.copytree(entry, place)
    else:
        shutil.copy2(entry, place)


def test_an_address_from_the_environment_is_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build("-v")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example.org/")
    assert works(monkeypatch)


def test_a_document_that_failed_is_tried_again(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "content" / "empty.txt").write_bytes(b"")
    assert build("-v").exit_code == 1
    assert works(monkeypatch)


def test_a_named_pipe_among_the_documents_is_not_opened(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(built / "content" / "pipe.txt")
    assert works(monkeypatch)


def test_a_damaged_note_of_the_last_build_counts_as_none(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build("-v")
    (note,) = (built / ".archive").glob("*.last")
    for damage in (b"", b"[]", b'{"inputs": 1}', b"\xff"):
        note.write_bytes(damage)
        assert works(monkeypatch), damage


def test_a_build_says_what_it_took_and_why_a_page_was_made_again(built: Path) -> None:
    assert "about/: nothing has changed since the last build" in build("--explain-rebuild", "about/").stdout
    (built / "docs" / "about.md").write_text("# About\n\nOther words.\n", encoding="utf-8")
    said = build("--explain-rebuild", "about/", "--timings").stdout
    assert "about/: its source has changed: about.md" in said
    lines = [line for line in said.splitlines() if line.endswith(" MB")]
    assert {"reading the documents", "linking the documents", "building the site"} <= {
        line.rpartition(" s ")[0].rstrip(" 0123456789.").strip() for line in lines
    }


def test_a_build_that_is_stopped_says_what_it_took(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building.pipeline, "publish_docs", stop)
    said = build("--timings")
    assert said.exit_code != 0
    assert {"reading the documents", "linking the documents"} <= {
        line.partition("  ")[0] for line in said.stdout.splitlines()
    }


def test_a_site_that_a_host_may_not_take_is_built_with_a_warning(repository: Path) -> None:
    said = build()
    assert "size: " in said.stdout
    assert "large-site" not in said.stderr
    (repository / "archive.toml").write_text("[limits]\nsite_bytes = 1000\n")
    said = build()
    assert said.exit_code == 0
    (line,) = (line for line in said.stderr.splitlines() if line.endswith("[large-site]"))
    assert line.startswith("archive.toml:1: warning: the site is ")
    assert "assets/ " in line
