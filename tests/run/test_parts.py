"""Several machines can each read a part of the documents: their caches together are that of one machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.run import workers
from archive_builder.run.cache import Cache
from archive_builder.run.cache import key as cache_key
from archive_builder.run.watch import Watch
from archive_builder.sources import find
from tests.conftest import ROOT

SETTINGS = settings.load()
PARTS = 2


def read(machine: Path, part: int, of: int) -> pipeline.Gathered:
    """Read a part on a machine that has all the documents."""
    shutil.copytree(ROOT / "content", machine / "content")
    cache = Cache(machine / ".cache")
    home = machine / "content"
    return pipeline.read_part([home], SETTINGS, part, of, home=home, jobs=2, cache=cache, watch=Watch())


def test_two_parts_are_as_good_as_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [read(tmp_path / f"{part}", part, PARTS) for part in (1, 2)]
    whole = read(tmp_path / "whole", 1, 1)
    assert sorted(file.file for part in parts for file in part.files) == [file.file for file in whole.files]
    assert all(part.files for part in parts)

    shutil.copytree(tmp_path / "2" / ".cache", tmp_path / "1" / ".cache", dirs_exist_ok=True)
    merged, alone = (tmp_path / name / ".cache" for name in ("1", "whole"))
    assert {path.name: path.read_bytes() for path in merged.iterdir()} == {
        path.name: path.read_bytes() for path in alone.iterdir()
    }

    def refuse() -> None:
        raise AssertionError("a document was read anew")

    monkeypatch.setattr(workers, "get_ready", refuse)
    home = tmp_path / "1" / "content"
    built = pipeline.gather([home], SETTINGS, home=home, jobs=2, cache=Cache(merged))
    wanted = pipeline.gather([tmp_path / "whole" / "content"], SETTINGS, jobs=0)
    assert built.archive == wanted.archive
    assert built.problems == wanted.problems


def test_a_machine_keeps_its_own_part_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    home, cache = tmp_path / "content", Cache(tmp_path / ".cache")
    held = []
    for part in (1, 2):
        made = pipeline.read_part(
            [home], SETTINGS, part, PARTS, home=home, jobs=2, cache=cache, watch=Watch()
        )
        held.append({name for _, name, _ in cache.entries()})
        assert held[-1] == {file.file for file in made.files}
    assert not held[0] & held[1]


def test_a_part_beyond_the_documents_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    home = tmp_path / "content"
    found = pipeline.read_part(
        [home], SETTINGS, 3, 8, home=home, jobs=1, cache=Cache(tmp_path / ".cache"), watch=Watch()
    )
    assert (found.files, found.problems) == ((), ())


def test_only_settings_of_reading_decide_what_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes", encoding="utf-8")
    (tmp_path / "archive.toml").write_text("", encoding="utf-8")
    (source,) = find([tmp_path / "notes.txt"], lambda _: None)

    def key(toml: str) -> str | None:
        (tmp_path / "archive.toml").write_text(toml, encoding="utf-8")
        return cache_key(source, settings.load(tmp_path / "archive.toml").for_reading())

    before = key("")
    assert key('[[people]]\nname = "Ann Lee"\nalso = ["A. Lea"]') == before
    assert key('[site]\nname = "Another"') == before
    assert key("[limits]\nsite_bytes = 5") == before
    assert key("[limits]\npages = 5") != before
    assert key("[site]\noriginals_carry = []") != before
    assert key('[[bodies]]\nname = "Fenny Board"') != before
    assert key('[vocabulary]\naction_markers = ["TO DO"]') != before
