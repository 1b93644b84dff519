"""What was made of the same is not made again; whatever it is made of changes, it is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder import pipeline, publish, settings
from archive_builder.model import Archive
from archive_builder.pipeline import making, shares
from archive_builder.problem import Problem
from archive_builder.run import forked
from archive_builder.run.watch import Watch
from archive_builder.settings import Settings
from tests.conftest import ROOT
from tests.run.repository import make_repository

SETTINGS = settings.load()


@pytest.fixture
def places(tmp_path: Path) -> publish.Places:
    make_repository(tmp_path)
    shutil.copy(ROOT / "content" / "2025-03-18 PAB notes.txt", tmp_path / "content" / "notes.txt")
    return publish.Places(root=tmp_path, docs=tmp_path / "docs", site=tmp_path / "site")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the shares that are made, as they are made."""
    names: list[str] = []
    sound = shares.make

    def noted(share: shares.Share, *rest: object) -> shares.Made:
        names.append(share.name)
        return sound(share, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(shares, "make", noted)
    return names


def build(places: publish.Places, made: list[str], given: Settings = SETTINGS, **changes: object) -> set[str]:
    """Write the docs folder; return the names of the shares that were made."""
    made.clear()
    gathered = pipeline.gather([places.root / "content"], given)
    pipeline.publish_docs(replace(gathered, **changes), given, places, keep=True)  # type: ignore[arg-type]
    return set(made)


ALL = {share.name for share in shares.SHARES}
PAGES = {share.name for share in shares.SHARES if share.stage == shares.RENDER}
FEEDS = {share.name for share in shares.SHARES if share.stage == shares.FOLLOW}


def test_nothing_is_made_of_the_same(places: publish.Places, made: list[str]) -> None:
    assert build(places, made) == ALL
    assert build(places, made) == set()


def test_each_share_is_made_where_what_it_is_made_of_has_changed(
    places: publish.Places, made: list[str]
) -> None:
    build(places, made)
    named = SETTINGS.model_copy(update={"site": SETTINGS.site.model_copy(update={"contact": "a@b.org"})})
    assert build(places, made, named) == {*PAGES, *FEEDS}
    problem = Problem("notes.txt", 1, "date-unsure", "which year this is", "write it out")
    assert build(places, made, named, problems=(problem,)) == {*PAGES, shares.EXPORT}
    (places.root / "content" / "more.txt").write_text("Fenny Board\n\nNotes\n\n12 March 2024\n", "utf-8")
    assert build(places, made, named) == ALL


def test_a_share_whose_files_were_touched_is_made_again(places: publish.Places, made: list[str]) -> None:
    build(places, made)
    (places.docs / "data" / "questions.csv").write_text("other rows", encoding="utf-8")
    assert build(places, made) == {shares.EXPORT}
    (places.docs / "search" / "manifest.bin").unlink()
    assert build(places, made) == {shares.INDEX}
    assert build(places, made) == set()


def test_a_damaged_record_counts_as_none(places: publish.Places, made: list[str]) -> None:
    build(places, made)
    (places.root / ".archive" / "mkdocs.made").write_bytes(b"no record")
    assert build(places, made) == ALL


def test_another_program_makes_all(
    places: publish.Places, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(places, made)
    monkeypatch.setattr("archive_builder.run.cache.builder", lambda: "another")
    assert build(places, made) == ALL


class Noting(Watch):
    """Notes what a terminal would show of the making of files."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, int, int]] = []

    def reached(self, name: str, done: int, pieces: int) -> None:
        if name == making.MAKING:
            self.shown.append((name, done, pieces))


@pytest.mark.skipif(not forked.can_fork(), reason="processes are forked on Linux only")
def test_files_are_counted_against_those_of_the_last_build(
    places: publish.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forked, "_EVERY", 0.001)
    monkeypatch.setattr(making, "_processes", lambda making: 2)
    monkeypatch.setattr(forked, "can_fork", lambda: True)  # whatever threads other tests have left
    gathered = pipeline.gather([places.root / "content"], SETTINGS)
    first, second = Noting(), Noting()
    pipeline.publish_docs(gathered, SETTINGS, places, watch=first, keep=True)
    pipeline.publish_docs(replace(gathered, archive=Archive()), SETTINGS, places, watch=second, keep=True)
    assert {(name, pieces) for name, _, pieces in first.shown} == {(making.MAKING, 0)}
    assert first.shown == sorted(first.shown)
    (pieces,) = {pieces for _, _, pieces in second.shown}
    assert pieces >= first.shown[-1][1] > 0
