"""A page is made again where something that it was made of has changed, and only there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive_builder import pipeline, publish, render, settings
from archive_builder.render import observed
from tests.run.test_random_builds import files_of

SETTINGS = settings.load()
NOTES = """Fenny Board

Minutes of the meeting held on {day}

1. The mill

ACTION: {name} to write to the owner of the mill.
"""
QUESTION = """
Question: How many nets were torn last winter?
Answer: Eleven.
"""
"""Asked in March and in April: the pages of both say so."""


def put(root: Path, day: str, name: str = "Ann Lee") -> None:
    place = root / "content" / f"{day}.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    text = NOTES.format(day=day, name=name)
    place.write_text(
        text + QUESTION if day.endswith(("March 2024", "April 2024")) else text, encoding="utf-8"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    for day in ("12 March 2024", "9 April 2024", "14 May 2024", "11 June 2024"):
        put(tmp_path, day)
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The subjects of the units that are made, as they are made."""
    names: list[str] = []
    sound = render.files_of

    def noted(unit: render.Unit, known: render.Context) -> Any:
        names.append(unit.subject)
        return sound(unit, known)

    monkeypatch.setattr(render, "files_of", noted)
    return names


def build(
    root: Path, keep: bool = True, docs: str = "docs", given: settings.Settings = SETTINGS
) -> dict[str, bytes]:
    """Write the docs folder; return its files."""
    places = publish.Places(root=root, docs=root / docs, site=root / "site")
    gathered = pipeline.gather([root / "content"], given)
    pipeline.publish_docs(gathered, given, places, keep=keep)
    return files_of(root / docs)


def documents(made: list[str]) -> set[str]:
    return {subject for subject in made if subject.endswith("/minutes/")}


def test_only_pages_that_a_new_document_changes_are_made_again(root: Path, made: list[str]) -> None:
    build(root)
    assert len(documents(made)) == 4
    made.clear()
    put(root, "9 July 2024")
    build(root)
    assert documents(made) == {
        "meetings/fenny-board/2024-06-11/minutes/",  # of the meeting before
        "meetings/fenny-board/2024-07-09/minutes/",
    }


def test_only_pages_that_tell_of_a_changed_document_are_made_again(root: Path, made: list[str]) -> None:
    build(root)
    made.clear()
    put(root, "12 March 2024", "Bea Ray")
    build(root)
    assert "meetings/fenny-board/2024-03-12/minutes/" in made
    assert "meetings/fenny-board/2024-06-11/minutes/" not in made


def test_only_feeds_that_a_changed_document_is_in_are_made_again(root: Path, made: list[str]) -> None:
    put(root, "12 March 2024", "Bea Ray")
    build(root)
    made.clear()
    put(root, "9 July 2024")
    build(root)
    feeds = {subject for subject in made if subject.endswith(".xml")}
    assert {"feeds/all.xml", "feeds/actions.xml", "feeds/people/ann-lee.xml"} <= feeds
    assert "feeds/people/bea-ray.xml" not in feeds
    assert "feeds/questions.xml" not in feeds


def test_a_setting_makes_only_pages_again_that_show_it(root: Path, made: list[str]) -> None:
    build(root)
    made.clear()
    named = SETTINGS.site.model_copy(update={"name": "Papers of Fenny"})
    build(root, given=SETTINGS.model_copy(update={"site": named}))
    assert documents(made) == set()
    reached = named.model_copy(update={"contact": "clerk@example.org"})
    build(root, given=SETTINGS.model_copy(update={"site": reached}))
    assert len(documents(made)) == 4


EDITS: tuple[Callable[[Path], None], ...] = (
    lambda root: put(root, "9 July 2024"),
    lambda root: put(root, "9 April 2024", "Bea Ray"),
    lambda root: (root / "content" / "14 May 2024.txt").unlink(),
    lambda root: put(root, "14 May 2024", "Cal Orr"),
)


def stale_after_edits(root: Path) -> list[str]:
    """Build after each edit; return the files that are not as a first build makes them."""
    build(root)
    stale: list[str] = []
    for edit in EDITS:
        edit(root)
        kept, wanted = build(root), build(root, keep=False, docs="cold")
        stale += (path for path in kept.keys() | wanted.keys() if kept.get(path) != wanted.get(path))
    return stale


def test_what_is_kept_is_what_a_first_build_makes(root: Path) -> None:
    assert stale_after_edits(root) == []


@pytest.mark.parametrize("blind", ["get", "__getitem__"])
def test_pages_are_stale_where_a_look_up_is_not_noted(
    blind: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison with a first build can fail: without its notes, a page does not follow a change."""

    def unnoted(table: Any, *asked: Any) -> Any:
        return getattr(table._answers, blind)(*asked)

    monkeypatch.setattr(observed.Table, blind, unnoted)
    assert stale_after_edits(root)


def test_a_page_that_was_touched_is_made_again(root: Path, made: list[str]) -> None:
    first = build(root)
    page = "meetings/fenny-board/2024-03-12/minutes/index.md"
    (root / "docs" / page).write_text("other words", encoding="utf-8")
    made.clear()
    assert build(root) == first
    assert documents(made) == {"meetings/fenny-board/2024-03-12/minutes/"}


def test_damaged_notes_count_as_none(root: Path, made: list[str]) -> None:
    first = build(root)
    for kept in (root / ".archive").glob("mkdocs.*"):
        kept.write_bytes(b"no notes")
    made.clear()
    assert build(root) == first
    assert len(documents(made)) == 4


def test_another_program_makes_all(root: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    made.clear()
    monkeypatch.setattr("archive_builder.run.cache.builder", lambda: "another")
    build(root)
    assert len(documents(made)) == 4
