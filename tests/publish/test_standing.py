"""A build that changes little puts only that in place, and the site is the one that a first build would make."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from archive_builder.model import Asset, Page
from archive_builder.publish import Outcome, Patch, Places, build, configure, standing, write

DAY = date(2025, 3, 18)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "docs").mkdir()
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "main.html").write_text("<title>{{ page.title }}</title>{{ page.content }}")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\nsite_url: https://example.org/\nplugins: []\nnav: []\nnot_in_nav: '*'\n"
        "theme: {name: null, custom_dir: overrides}\n"
    )
    return Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")


def page(path: str, words: str) -> Page:
    return Page(path=path, title=words, front={}, body=f"# {words}")


def put(places: Places, pages: dict[str, str], files: dict[str, str]) -> Outcome:
    made: list[Page | Asset] = [page(path, words) for path, words in pages.items()]
    made += [Asset(path=path, content=words.encode()) for path, words in files.items()]
    write(places, made)
    return build(configure(places), places, DAY, note)


def note(new: Path, patch: Patch | None) -> None:
    """Stands for the check of a site before it is put in place: it lists what the site will hold."""
    here = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()}
    names = here | (patch.stays if patch else set())
    (new / "list.txt").write_text("\n".join(sorted(names - {"list.txt"})))


def state(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def inodes(site: Path) -> dict[str, int]:
    return {name: (site / name).stat().st_ino for name in state(site)}


def cold(places: Places) -> dict[str, bytes]:
    """Return the site that a first build makes of the same docs."""
    root = places.root.parent / f"{places.root.name}-cold"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(places.root, root, ignore=shutil.ignore_patterns("site", ".archive"))
    fresh = Places(root=root, docs=root / "docs", site=root / "site")
    assert build(configure(fresh), fresh, DAY, note).published
    return state(fresh.site)


PAGES = {"": "Home", "a/": "A", "b/": "B", "c/d/": "D"}
FILES = {"data/a.csv": "1,2", "data/b.csv": "3,4"}
EDITS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "nothing": (PAGES, FILES),
    "a page changed": ({**PAGES, "b/": "Bee"}, FILES),
    "a page more": ({**PAGES, "c/e/": "E"}, FILES),
    "a page less": ({"": "Home", "a/": "A", "b/": "B"}, FILES),
    "a file changed": (PAGES, {**FILES, "data/b.csv": "5,6"}),
    "a file less": (PAGES, {"data/a.csv": "1,2"}),
    "a folder in the place of a file": (PAGES, {"data/a.csv/x.csv": "1", "data/b.csv": "3,4"}),
    "all files less": (PAGES, {}),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_site_is_that_of_a_first_build(
    edit: tuple[dict[str, str], dict[str, str]], places: Places
) -> None:
    put(places, PAGES, FILES)
    assert put(places, *edit).published
    assert state(places.site) == cold(places)
    assert put(places, PAGES, FILES).published
    assert state(places.site) == cold(places)
    assert not [path for path in places.site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_what_has_not_changed_is_left_where_it_is(places: Places) -> None:
    put(places, PAGES, FILES)
    before = inodes(places.site)
    put(places, {**PAGES, "b/": "Bee"}, FILES)
    after = inodes(places.site)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"b/index.html", "list.txt"}


def test_a_file_that_somebody_changed_in_the_site_is_made_again(places: Places) -> None:
    put(places, PAGES, FILES)
    for name in ("a/index.html", "data/a.csv"):
        (places.site / name).unlink()
        (places.site / name).write_text("mine")
    (places.site / "more.txt").write_text("mine")
    put(places, PAGES, FILES)
    assert state(places.site) == cold(places)


def test_what_was_changed_since_the_last_build_is_not_as_it_left_it(places: Places) -> None:
    """Nobody may trust what the last build noted of such a file: its fingerprint, for one."""
    put(places, PAGES, FILES)
    with (places.docs / "data" / "a.csv").open("a") as file:  # the site's own file, too
        file.write("\n3,4")
    patches: list[Patch | None] = []
    build(configure(places), places, DAY, lambda new, patch: patches.append(patch))
    (patch,) = patches
    assert patch is not None
    assert "data/a.csv" in patch.stays - patch.as_left
    assert "data/b.csv" in patch.as_left


def test_a_build_that_was_killed_while_it_put_files_in_place_is_followed_by_a_whole_one(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(places, PAGES, FILES)
    with monkeypatch.context() as patched:
        patched.setattr(standing, "put_in_place", _killed)
        with pytest.raises(KeyboardInterrupt):
            put(places, {**PAGES, "b/": "Bee", "a/": "Aye"}, FILES)
    assert not list((places.root / ".archive").glob("*.site"))
    assert put(places, {**PAGES, "b/": "Bee", "a/": "Aye"}, FILES).published
    assert state(places.site) == cold(places)


def _killed(patch: Patch, new: Path) -> None:
    (new / "b" / "index.html").replace(patch.site / "b" / "index.html")
    raise KeyboardInterrupt


def test_a_record_that_is_damaged_counts_as_none(places: Places) -> None:
    put(places, PAGES, FILES)
    (record,) = (places.root / ".archive").glob("*.site")
    record.write_text('{"a": 1}')
    assert standing.read(record) == {}
    assert put(places, {**PAGES, "b/": "Bee"}, FILES).published
    assert state(places.site) == cold(places)


def test_a_copy_of_the_folder_is_as_good_as_the_folder(places: Places) -> None:
    """A workflow keeps the site between two runs: it comes back as other files of the same times."""
    put(places, PAGES, FILES)
    copy = places.root / "copy"
    shutil.copytree(places.site, copy)
    shutil.rmtree(places.site)
    copy.rename(places.site)
    assert put(places, {**PAGES, "b/": "Bee"}, FILES).published
    assert state(places.site) == cold(places)
