"""What reading each file came to: within limits, and the same whether it was kept or read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.problem import Severity
from archive_builder.run import cache, results, workers
from archive_builder.run.cache import Cache
from archive_builder.settings import Settings
from archive_builder.sources import SourceFile, find
from tests import tasks
from tests.conftest import ROOT

NOTES = "2025-03-18 PAB notes.txt"
TIGHT = settings.Limits(seconds=5, wait_seconds=10, memory_bytes=600_000_000)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A sources folder with one document."""
    folder = tmp_path / "content"
    folder.mkdir()
    shutil.copy(ROOT / "content" / NOTES, folder / "notes.txt")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / ".cache")


def files(folder: Path) -> tuple[SourceFile, ...]:
    return find([folder], lambda problem: None)


def apart(
    folder: Path, kept: Cache | None = None, loaded: Settings | None = None, read: results.Read = tasks.read
) -> list[results.Result]:
    return list(results.apart(files(folder), loaded or settings.load(), read, 2, kept))


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are given to workers from here on."""
    given: list[str] = []
    run = workers.run

    def noted(task, pieces, *rest):  # type: ignore[no-untyped-def]
        given.extend(piece.file for piece in pieces)
        return run(task, pieces, *rest)

    monkeypatch.setattr(workers, "run", noted)
    return given


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("hang", "no-answer", "within 10 seconds"),
        ("spin", "too-slow", "more than 5 seconds of processor time"),
        ("hoard", "too-much-memory", "more than 600,000,000 bytes of memory"),
        ("crash", "reader-died", "signal SIGSEGV"),
    ],
)
def test_a_document_beyond_the_limits_costs_one_line(
    name: str, code: str, words: str, sources: Path, kept: Cache, read_now: list[str]
) -> None:
    (sources / f"{name}.txt").write_text("words", encoding="utf-8")
    patient = 120 if code == "too-slow" else TIGHT.wait_seconds  # a busy machine gives five seconds late
    limits = TIGHT.model_copy(update={"wait_seconds": patient})
    limited = settings.load().model_copy(update={"limits": limits})
    lost, sound = sorted(apart(sources, kept, limited), key=lambda result: len(result.documents))
    assert [document.source.file for document in sound.documents] == ["notes.txt"]
    (problem,) = lost.problems
    assert (problem.file, problem.line, problem.code) == (f"{name}.txt", 1, code)
    assert problem.severity is Severity.ERROR
    assert words in problem.message
    apart(sources, kept, limited)
    assert sorted(read_now[:2]) == sorted([f"{name}.txt", "notes.txt"])
    assert read_now[2:] == [f"{name}.txt"]  # tried again, with the next build


def test_too_much_output_costs_one_line(sources: Path) -> None:
    (sources / "long.txt").write_text("Every word of it is kept.\n\n" * 5_000, encoding="utf-8")
    limited = settings.load().model_copy(update={"limits": settings.Limits(output_bytes=200_000)})
    lost, sound = apart(sources, loaded=limited)
    assert [problem.code for problem in lost.problems] == ["too-much-output"]
    assert sound.documents


@pytest.mark.parametrize(("name", "most"), [("blocks", 1), ("pages", 1)])
def test_a_document_that_is_too_long_costs_one_line(name: str, most: int, sources: Path) -> None:
    (sources / "notes.txt").unlink()
    shutil.copy(ROOT / "tests" / "read" / "files" / "table-over-pages.pdf", sources / "long.pdf")
    limited = settings.load().model_copy(update={"limits": settings.Limits(**{name: most})})
    (lost,) = apart(sources, loaded=limited)
    assert [problem.code for problem in lost.problems] == ["too-long"]
    assert f"limits.{name}" in lost.problems[0].hint


def test_text_that_cannot_be_passed_on_is_a_fault_of_ours(sources: Path) -> None:
    (result,) = apart(sources, read=tasks.read_half_a_character)
    assert [problem.code for problem in result.problems] == ["internal-fault"]


def test_a_worker_hands_over_what_this_process_would_have_read() -> None:
    loaded = settings.load(ROOT / "archive.toml")
    found = files(ROOT / "content")
    here = [results.here(source, loaded, pipeline.document) for source in found]
    there = list(results.apart(found, loaded, pipeline.document, 2, None))
    assert (there == here) is True  # without a comparison of all their words


def test_what_has_not_changed_is_not_read_again(sources: Path, kept: Cache, read_now: list[str]) -> None:
    first = apart(sources, kept)
    shutil.copy(ROOT / "content" / "annual-report-2024-25.txt", sources / "new.txt")
    second = apart(sources, kept)
    assert read_now == ["notes.txt", "new.txt"]
    assert (second[1] == first[0]) is True


def test_what_decides_the_outcome_decides_the_key(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keys() -> Iterator[str | None]:
        (source,) = files(sources)
        yield cache.key(source, settings.load())
        corrections = sources / "corrections" / "notes.txt.yml"
        corrections.parent.mkdir()
        corrections.write_text("document: {title: A title, why: it had none}", encoding="utf-8")
        yield cache.key(source, settings.load())
        own = tmp_path / "archive.toml"
        own.write_text('[vocabulary]\nchairs = ["reeve"]', encoding="utf-8")
        yield cache.key(source, settings.load(own))
        source.path.write_text("Something else", encoding="utf-8")
        yield cache.key(source, settings.load(own))
        source.path.rename(sources / "renamed.txt")
        (source,) = files(sources)
        yield cache.key(source, settings.load(own))
        monkeypatch.setattr(cache, "builder", lambda: "another version")
        yield cache.key(source, settings.load(own))

    found = list(keys())
    assert None not in found
    assert len(set(found)) == len(found)


def test_a_file_that_is_not_read_has_no_key(sources: Path) -> None:
    (source,) = files(sources)
    small = settings.load().model_copy(update={"limits": settings.Limits(file_bytes=10)})
    assert cache.key(source, small) is None
    source.path.unlink()
    assert cache.key(source, settings.load()) is None


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "swapped", "folder"])
def test_an_entry_that_is_not_whole_counts_for_nothing(
    damage: str, sources: Path, kept: Cache, read_now: list[str]
) -> None:
    shutil.copy(ROOT / "content" / "annual-report-2024-25.txt", sources / "new.txt")
    sound = apart(sources, kept)
    one, other = sorted(kept.folder.iterdir())
    whole = one.read_bytes()
    match damage:
        case "empty":
            one.write_bytes(b"")
        case "cut":
            one.write_bytes(whole[:-50])
        case "changed":
            one.write_bytes(whole[:-50] + bytes([whole[-50] ^ 1]) + whole[-49:])
        case "swapped":
            one.write_bytes(other.read_bytes())
        case "folder":
            one.unlink()
            one.mkdir()
    read_now.clear()
    assert (apart(sources, kept) == sound) is True
    assert len(read_now) == 1
    assert damage == "folder" or one.read_bytes() == whole


def test_a_cache_that_cannot_be_written_changes_nothing(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    (result,) = apart(sources, Cache(tmp_path / "file"))
    assert result.documents


def test_entries_end_with_their_files(sources: Path, kept: Cache) -> None:
    shutil.copy(ROOT / "content" / "annual-report-2024-25.txt", sources / "new.txt")
    apart(sources, kept)
    assert len(list(kept.folder.iterdir())) == 2
    (kept.folder / "half-written.123").write_bytes(b"")
    (sources / "new.txt").unlink()
    (sources / "notes.txt").write_text("Notes of another meeting", encoding="utf-8")
    apart(sources, kept)
    assert len(list(kept.folder.iterdir())) == 1


def test_a_file_written_to_while_it_is_read_is_not_kept(
    sources: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = iter(["before", "after"])
    monkeypatch.setattr(cache, "key", lambda source, loaded: next(keys))
    apart(sources, kept)
    assert not kept.folder.exists()
