"""The lock files: written and read back, mergeable, and named where they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import published
from archive_builder.problem import Problem, Severity
from tests.published.series import Series

TEXT = "1. Gates\n\nRESOLVED: That the gate be mended.\n\n2. Lamps\n\nACTION: Bo Ray to buy lamps.\n"
FILE = "lock/meetings/fenny-board/2024-03-12/minutes.yml"


def test_what_is_written_is_read_back(series: Series) -> None:
    series.write("a.txt", TEXT)
    site = series.build()
    problems: list[Problem] = []
    lock = published.load([series.folder], problems.append)
    assert lock == published.renewed(site.archive, series.day)
    assert problems == []
    assert list(lock.names) == ["people/ann-lee/", "people/bo-ray/"]


def test_a_second_lock_of_the_same_documents_changes_no_file(series: Series) -> None:
    series.write("a.txt", TEXT)
    series.build()
    again = series.build(lock=False)
    written = published.write(published.renewed(again.archive, series.day), series.folder)
    assert (written.changed, written.removed) == (0, 0)
    assert written.same == 2


def test_a_new_document_touches_no_file_of_another(series: Series) -> None:
    series.write("a.txt", TEXT)
    series.build()
    before = (series.folder / FILE).read_bytes()
    series.write("b.txt", TEXT, day="9 April 2024")
    series.build()
    assert (series.folder / FILE).read_bytes() == before
    assert (series.folder / FILE.replace("03-12", "04-09")).is_file()


def test_a_moved_document_takes_its_lock_file_along(series: Series) -> None:
    series.write("a.txt", TEXT)
    series.build()
    series.correct("a.txt", "document: {date: 2024-03-13, why: misprint}")
    series.build()
    files = [path.relative_to(series.folder).as_posix() for path in (series.folder / "lock").rglob("*.yml")]
    assert sorted(files) == [FILE.replace("03-12", "03-13"), "lock/names.yml"]
    assert not (series.folder / FILE).parent.exists()


def test_a_lock_file_holds_no_words_of_the_document(series: Series) -> None:
    series.write("a.txt", TEXT)
    series.build()
    held = (series.folder / FILE).read_text("utf-8")
    assert "mended" not in held
    assert "Bo Ray" not in held


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\naddress: a/\n=======\n", 2),
        ("address: ../../etc/\npublished: 2026-01-01\nfile: a\nsource: b\nwords: c\n", 1),
        ("address: a/\npublished: 2026-01-01\nfile: a\nsource: b\nwords: c\nwas: [/x/]\n", 1),
        ("address: a/\npublished: 2026-01-01\nfile: a\nsource: b\nwords: c\nanchors: {'a b': c}\n", 1),
        ("- a\n", 1),
        ("", 1),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_way_out(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock" / "a.yml").write_text(text, "utf-8")
    problems: list[Problem] = []
    assert published.load([tmp_path], problems.append).documents == ()
    [problem] = problems
    assert (problem.file, problem.code, problem.severity) == ("lock/a.yml", "bad-lock", Severity.ERROR)
    assert problem.line == line
    assert "git checkout" in problem.hint


def test_the_lock_is_not_taken_for_documents(series: Series) -> None:
    series.write("a.txt", TEXT)
    series.build()
    assert [document.source.file for document in series.build().archive.documents] == ["a.txt"]
    assert series.build().problems == ()
