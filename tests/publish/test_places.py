"""Folders that a build must not write to are refused, with a word on the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.publish import MARKER, Places, RefusedError, refuse


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    for folder in ("docs", "content"):
        (root / folder).mkdir(parents=True)
    return root


def places(root: Path, docs: str = "docs", site: str = "site") -> Places:
    return Places(root=root, docs=root / docs, site=root / site)


def test_the_usual_folders_are_fine(root: Path) -> None:
    (root / "docs" / "about.md").write_text("by hand")
    refuse(places(root), [root / "content"])


@pytest.mark.parametrize(
    ("docs", "site", "why"),
    [
        ("content", "site", "source"),
        ("content/docs", "site", "source"),
        ("docs", "content/site", "source"),
        (".", "site", "is or holds the repository"),
        ("docs", "..", "is or holds the repository"),
        ("docs", "docs/site", "lie in one another"),
        ("out", "out/site", "lie in one another"),
        ("docs/out", "site", "written by hand"),
        ("out", "docs", "did not write|written by hand"),
    ],
)
def test_folders_in_one_another_are_refused(docs: str, site: str, why: str, root: Path) -> None:
    (root / "docs" / "about.md").write_text("by hand")
    with pytest.raises(RefusedError, match=why):
        refuse(places(root, docs, site), [root / "content"])


@pytest.mark.parametrize("option", ["docs", "site"])
def test_a_folder_with_files_of_somebody_else_is_refused(option: str, root: Path) -> None:
    (root / "mine").mkdir()
    (root / "mine" / "thesis.txt").write_text("mine")
    with pytest.raises(RefusedError, match=f"did not write .name another with --{option}-dir"):
        refuse(places(root, **{option: "mine"}), [root / "content"])


def test_a_folder_with_our_marker_is_taken(root: Path) -> None:
    (root / "out").mkdir()
    (root / "out" / "old.md").write_text("old")
    (root / "out" / MARKER).write_text("ours")
    refuse(places(root, docs="out"), [root / "content"])


def test_a_file_is_not_a_folder(root: Path) -> None:
    (root / "out").write_text("a file")
    with pytest.raises(RefusedError, match="not a folder"):
        refuse(places(root, site="out"), [root / "content"])
