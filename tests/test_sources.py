"""Which files are documents, whatever a folder holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive_builder.problem import Problem
from archive_builder.sources import find


@pytest.fixture
def problems() -> list[Problem]:
    return []


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")


def test_files_come_in_the_order_of_their_names(tmp_path: Path, problems: list[Problem]) -> None:
    touch(tmp_path, "b.txt", "a/z.txt", "a.txt", "Ä.txt")
    assert [source.file for source in find([tmp_path], problems.append)] == [
        "a.txt",
        "a/z.txt",
        "b.txt",
        "Ä.txt",
    ]


def test_hidden_files_and_corrections_are_no_documents(tmp_path: Path, problems: list[Problem]) -> None:
    touch(
        tmp_path,
        "a.txt",
        "..b.txt",
        ".DS_Store",
        "._minutes.pdf",
        ".~lock.minutes.odt#",
        "~$minutes.docx",
        "~WRL0001.tmp",
        "minutes.docx~",
        "Backup of minutes.wbk",
        "minutes.pdf.crdownload",
        "Thumbs.db",
        "desktop.ini",
        ".git/x.txt",
        "corrections/a.txt.yml",
        "2025/corrections/b.txt",
    )
    assert [s.file for s in find([tmp_path], problems.append)] == [
        "..b.txt",
        "2025/corrections/b.txt",
        "a.txt",
    ]
    assert problems == []


@pytest.mark.parametrize(
    "name", ["~$minutes.docx", ".~lock.minutes.odt#", "Thumbs.db", ".DS_Store", "desktop.ini"]
)
def test_what_was_left_behind_is_skipped_with_a_note_where_it_is_named(
    tmp_path: Path, problems: list[Problem], name: str
) -> None:
    touch(tmp_path, name)
    assert find([tmp_path / name], problems.append) == ()
    assert [(problem.code, problem.severity) for problem in problems] == [("not-a-file", "warning")]


def test_a_file_can_be_named_itself(tmp_path: Path, problems: list[Problem]) -> None:
    touch(tmp_path, "a.txt")
    (source,) = find([tmp_path / "a.txt"], problems.append)
    assert (source.file, source.folder) == ("a.txt", tmp_path)


@pytest.mark.parametrize("named", ["content/2025/a.txt", "content/2025", "content"])
def test_what_lies_in_the_repositorys_folder_is_named_from_there(
    named: str, tmp_path: Path, problems: list[Problem]
) -> None:
    touch(tmp_path, "content/2025/a.txt")
    (source,) = find([tmp_path / named], problems.append, home=tmp_path / "content")
    assert (source.file, source.folder) == ("2025/a.txt", tmp_path / "content")


def test_one_name_in_two_folders_is_two_documents(tmp_path: Path, problems: list[Problem]) -> None:
    touch(tmp_path, "one/a.txt", "two/a.txt")
    found = find([tmp_path / "one", tmp_path / "two"], problems.append)
    assert [source.file for source in found] == ["a.txt", "two/a.txt"]


@pytest.mark.parametrize("target", ["../outside.txt", "nowhere.txt", "link.txt", "..", "."])
def test_a_link_is_not_followed_out_of_its_folder(
    target: str, tmp_path: Path, problems: list[Problem]
) -> None:
    touch(tmp_path, "outside.txt", "content/a.txt")
    (tmp_path / "content" / "link.txt").symlink_to(target)
    assert [source.file for source in find([tmp_path / "content"], problems.append)] == ["a.txt"]
    assert [(problem.file, problem.code) for problem in problems] == [("link.txt", "link-not-followed")]


def test_a_link_to_a_document_of_the_folder_is_one(tmp_path: Path, problems: list[Problem]) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert [source.file for source in find([tmp_path], problems.append)] == ["a.txt", "b.txt"]


def test_a_pipe_is_named_and_not_opened(tmp_path: Path, problems: list[Problem]) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find([tmp_path], problems.append) == ()
    assert [problem.code for problem in problems] == ["not-a-file"]


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path, problems: list[Problem]) -> None:
    try:
        (tmp_path / os.fsdecode(b"bad-\xff.txt")).write_text("text")
    except OSError:
        pytest.skip("this file system takes only names that are UTF-8")
    (source,) = find([tmp_path], problems.append)
    assert source.file == "bad-\ufffd.txt"


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, problems: list[Problem]) -> None:
    touch(tmp_path, "2025/a.txt", "b.txt")
    found = find([tmp_path / "2025", tmp_path, tmp_path / "b.txt"], problems.append)
    assert [source.path.name for source in found] == ["a.txt", "b.txt"]
