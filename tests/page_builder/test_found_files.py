"""The files of the docs folder are those that MkDocs finds, each with all that MkDocs knows of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files

from archive_builder.page_builder.found_files import find_files

PATHS = (
    *("index.md", "about.md", "a b.md", "Zoë.md", "z.txt", ".hidden/a.md", ".hidden.md", "templates/t.html"),
    *("b/index.md", "b/data.csv", "b/a/index.md", "b/a.md.txt", "b.c/x.md", "b-c/y.markdown", "b/style.css"),
    *("drafts/d.md", "left out/e.md", "left out/f.txt", "c/page.html", "c/README.txt", "c/Index.md"),
)
CONFLICTS = {
    "a README beside an index": ("c/README.md", "c/index.md"),
    "a README beside an index that is left out": ("left out/README.md", "left out/index.md"),
    "a page beside its HTML": ("c/index.md", "c/index.html"),
    "two endings": ("c/x.md", "c/x.markdown"),
}


def configuration(root: Path, more: str = "") -> MkDocsConfig:
    (root / "docs").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(
        f"site_name: Test\ntheme: {{name: null, custom_dir: .}}\nexclude_docs: /left out/\ndraft_docs: drafts/\n{more}"
    )
    return load_config(str(root / "mkdocs.yml"))


def told(file: File) -> tuple[object, ...]:
    where = (file.src_uri, file.src_path, file.src_dir, file.abs_src_path, file.edit_uri)
    return *where, file.dest_uri, file.dest_path, file.abs_dest_path, file.url, file.name, file.inclusion


def write(root: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        place = root / "docs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("# Words\n")


@pytest.mark.parametrize("more", ["", "use_directory_urls: false\n", "not_in_nav: /b/*/\n"])
def test_files_are_those_of_mkdocs(tmp_path: Path, more: str) -> None:
    config = configuration(tmp_path, more)
    write(tmp_path, PATHS)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "linked.md").write_text("# Linked\n")
    (tmp_path / "docs" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs" / "dead.md").symlink_to(tmp_path / "nowhere")
    found, wanted = find_files(config), get_files(config)
    assert [told(file) for file in found] == [told(file) for file in wanted]
    assert type(next(iter(found))) is not File


@pytest.mark.parametrize("paths", CONFLICTS.values(), ids=CONFLICTS)
def test_files_that_share_an_address_are_left_to_mkdocs(tmp_path: Path, paths: tuple[str, ...]) -> None:
    config = configuration(tmp_path)
    write(tmp_path, (*PATHS, *paths))
    assert [told(file) for file in find_files(config)] == [told(file) for file in get_files(config)]
