"""The manifest of a site of which some files lie in the folder of the last one is that of the whole site."""

from __future__ import annotations

import shutil
from pathlib import Path

from archive_builder.model import addresses
from archive_builder.verify import manifest

FILES = {"index.html": "home", "a/index.html": "a", "data/rows.csv": "1,2"}


def put(folder: Path, files: dict[str, str]) -> None:
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words)


def lists(folder: Path) -> tuple[bytes, bytes]:
    return (folder / addresses.MANIFEST).read_bytes(), (folder / addresses.SUMS).read_bytes()


def test_files_that_stay_are_listed_as_if_they_were_there(tmp_path: Path) -> None:
    last, new, whole = tmp_path / "last", tmp_path / "new", tmp_path / "whole"
    put(last, FILES)
    manifest.write(last)
    put(last, {"data/rows.csv": "3,4"})  # since the last build
    put(new, {"a/index.html": "changed", "b/index.html": "more"})
    manifest.write(new, last, ["index.html", "data/rows.csv", addresses.MANIFEST], ["index.html"])
    shutil.copytree(last, whole)
    put(whole, {"a/index.html": "changed", "b/index.html": "more"})
    manifest.write(whole)
    assert lists(new) == lists(whole)


def test_without_the_last_manifest_all_files_are_read(tmp_path: Path) -> None:
    last, new = tmp_path / "last", tmp_path / "new"
    put(last, FILES)
    new.mkdir()
    manifest.write(new, last, FILES, FILES)
    found = lists(new)
    manifest.write(last)
    assert lists(last) == found
