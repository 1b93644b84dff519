"""Files that are no pages get their place in the site without a copy, where nobody will write into them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive_builder.publish import files as docs_folder
from archive_builder.publish.places import MARKER
from tests.page_builder.test_build import Trial, trial

__all__ = ["trial"]

DATA = "data/rows.csv"


def put(trial: Trial, path: str, text: str) -> None:
    docs_folder.replace_file(trial.root / "docs" / path, text.encode())


def inode(trial: Trial, path: str) -> tuple[int, int]:
    return (trial.root / "docs" / path).stat().st_ino, (trial.last / path).stat().st_ino


@pytest.fixture
def generated(trial: Trial) -> Trial:
    """A trial with a folder that a build generated, a script in it, and a folder by hand."""
    put(trial, f"data/{MARKER}", "")
    for path in (DATA, "data/show.js", "pictures/map.svg", "top.txt"):
        put(trial, path, path)
    trial.build()
    return trial


def test_a_generated_file_is_not_copied(generated: Trial) -> None:
    ours, published = inode(generated, DATA)
    assert ours == published


@pytest.mark.parametrize("path", ["data/show.js", "pictures/map.svg", "top.txt"])
def test_what_is_written_into_is_copied(path: str, generated: Trial) -> None:
    ours, published = inode(generated, path)
    assert ours != published
    assert (generated.last / path).read_text() == path


def test_a_file_that_a_build_replaces_leaves_the_site_as_it_is(generated: Trial) -> None:
    put(generated, DATA, "other rows")
    assert (generated.last / DATA).read_text() == DATA


def test_a_disk_that_cannot_link_gets_a_copy(generated: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    generated.build()
    ours, published = inode(generated, DATA)
    assert ours != published
    assert (generated.last / DATA).read_text() == DATA


def test_the_marker_of_a_folder_is_not_published(generated: Trial) -> None:
    assert not Path(generated.last, "data", MARKER).exists()
