"""A document that does not name its body is of that of the others in its folder, if they agree; and it is said."""

from __future__ import annotations

from pathlib import Path

from archive_builder import pipeline, settings
from archive_builder.model import Archive
from archive_builder.problem import Problem

ROSTER = "\n\nPresent: Ann Lee (Chair), Bo Ray\n\n1. Roof\n\nIt was agreed that the roof be mended.\n"


def gathered(folder: Path, heads: dict[str, str]) -> tuple[Archive, list[Problem]]:
    for name, head in heads.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(head + ROSTER, "utf-8")
    found = pipeline.gather([folder], settings.load())
    return found.archive, list(found.problems)


def bodies(archive: Archive) -> dict[str, str]:
    return {document.source.file: document.organization for document in archive.documents}


def named(*days: int, body: str = "Fenny Parish Council", folder: str = "papers") -> dict[str, str]:
    return {f"{folder}/{body} {day}.md": f"{body}\n\nMinutes\n\n{day} May 2025" for day in days}


def test_a_document_without_a_body_has_that_of_its_folder(tmp_path: Path) -> None:
    archive, problems = gathered(tmp_path, {**named(6, 13, 20), "papers/27.md": "Minutes\n\n27 May 2025"})
    assert bodies(archive)["papers/27.md"] == "Fenny Parish Council"
    [problem] = [each for each in problems if each.code == "body-of-neighbours"]
    assert problem.file == "papers/27.md"


def test_a_folder_of_several_bodies_names_none(tmp_path: Path) -> None:
    heads = {
        **named(6, 13, 20),
        **named(7, 14, body="Fenny Pool Trust"),
        "papers/27.md": "Minutes\n\n27 May 2025",
    }
    assert bodies(gathered(tmp_path, heads)[0])["papers/27.md"] == ""


def test_two_documents_are_too_few(tmp_path: Path) -> None:
    archive, _ = gathered(tmp_path, {**named(6, 13), "papers/27.md": "Minutes\n\n27 May 2025"})
    assert bodies(archive)["papers/27.md"] == ""


def test_another_folder_names_nothing(tmp_path: Path) -> None:
    archive, _ = gathered(tmp_path, {**named(6, 13, 20), "other/27.md": "Minutes\n\n27 May 2025"})
    assert bodies(archive)["other/27.md"] == ""


def test_a_body_of_its_own_stands(tmp_path: Path) -> None:
    archive, problems = gathered(tmp_path, {**named(6, 13, 20), **named(27, body="Fenny Pool Trust")})
    assert bodies(archive)["papers/Fenny Pool Trust 27.md"] == "Fenny Pool Trust"
    assert "body-of-neighbours" not in [each.code for each in problems]


def test_a_name_less_sure_that_the_others_have_is_taken(tmp_path: Path) -> None:
    head = "Minutes of the Fenny PC Wall Committee held on 27 May 2025\n\nFenny Parish Council"
    archive, _ = gathered(tmp_path, {**named(6, 13, 20), "papers/27.md": head})
    assert bodies(archive)["papers/27.md"] == "Fenny Parish Council"
