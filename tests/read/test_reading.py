"""Which reader a file gets, and the one line a person sees where it gets none."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import read, settings, tidy
from archive_builder.model import Reading
from archive_builder.problem import Problem

FILES = Path(__file__).parent / "files"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD = OLD_OFFICE + "WordDocument".encode("utf-16-le")
WORD = read.READERS[".docx"].media_type


def reading(path: Path) -> tuple[Reading | None, list[Problem]]:
    problems: list[Problem] = []
    return read.read(path, path.name, settings.load(), problems.append), problems


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("source", "name", "media_type"),
    [
        ("margins.pdf", "minutes.txt", "application/pdf"),
        ("lists.docx", "minutes.PDF", WORD),
        ("lists.odt", "minutes.docx", read.READERS[".odt"].media_type),
        ("lists.docx", "minutes", WORD),
    ],
)
def test_content_decides(tmp_path: Path, source: str, name: str, media_type: str) -> None:
    found, problems = reading(written(tmp_path, name, (FILES / source).read_bytes()))
    assert problems == []
    assert found is not None
    assert found.source.media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        (
            "a.pdf",
            b"Minutes of 4 March",
            "damaged-file",
            "named .pdf but its content is no file of that kind",
        ),
        ("a.docx", b"<html><body>Minutes", "damaged-file", "its content is a web page"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "unknown-format",
            "a file of an old office program",
        ),
        ("a.txt", b"{\\rtf1 Minutes}", "no-libreoffice", "a rich text file"),
        ("a.pdf", OLD_WORD, "no-libreoffice", "an old Word file"),
        ("a.doc", b"Minutes", "unknown-format", "files of the kind '.doc' are not read"),
        ("a.xyz", b"Minutes", "unknown-format", "files of the kind '.xyz' are not read"),
        ("a.txt", b" \n\t ", "empty-file", "the file is empty"),
        ("a.txt", bytes(range(256)) * 8, "not-text", "binary data"),
        ("a.pdf", b"%PDF-1.7\n", "damaged-file", "the PDF is damaged or incomplete"),
        ("a.odt", b"PK\x05\x06" + b"\0" * 18, "unknown-format", "a zip container"),
    ],
)
def test_refused(tmp_path: Path, name: str, data: bytes, code: str, words: str) -> None:
    found, problems = reading(written(tmp_path, name, data))
    assert found is None
    assert [problem.code for problem in problems] == [code]
    assert words in problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize("name", ["lists.docx", "lists.odt", "lists.pdf"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("ending", [None, ".txt", ""])
def test_a_file_whose_end_is_missing_is_to_be_fetched_again(
    tmp_path: Path, name: str, part: float, ending: str | None
) -> None:
    data = (FILES / name).read_bytes()
    ending = Path(name).suffix if ending is None else ending
    _, [problem] = reading(written(tmp_path, f"minutes{ending}", data[: int(len(data) * part)]))
    assert problem.code == "damaged-file"
    assert "damaged or incomplete" in problem.message
    assert "download it again" in problem.hint


def test_tracked_changes_are_one_warning_and_hidden_words_another() -> None:
    found, problems = reading(FILES / "tracked.docx")
    assert [problem.code for problem in problems] == ["hidden-words", "tracked-changes"]
    assert found is not None
    assert "refused" not in found.words


def test_a_row_cut_by_a_page_end_is_one_row() -> None:
    found, _ = reading(FILES / "table-over-pages.pdf")
    assert found is not None
    [table] = [block for block in tidy.tidy(found).blocks if block.rows]
    assert [row.cell(0) for row in table.rows] == ["Ref", "G0", "G1", "G2"]
    assert table.rows[2].cell(1).count("reading group") == 8


def test_pages_are_counted() -> None:
    found, _ = reading(FILES / "running-heads.pdf")
    assert found is not None
    assert found.source.pages == 2
    assert {block.page for block in found.blocks} <= {1, 2}


def test_lists_deeper_than_any_document_keep_their_words(tmp_path: Path) -> None:
    lines = [f"{'  ' * depth}- level{depth}" for depth in range(60)]
    text = "\n".join([*lines, "", f"{'>' * 500} quoted"])
    found, problems = reading(written(tmp_path, "deep.md", text.encode()))
    assert problems == []
    assert found is not None
    said = [word for block in found.blocks for word in block.text.split()]
    assert said == [*(f"level{depth}" for depth in range(60)), "quoted"]
