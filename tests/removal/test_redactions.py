"""Redacted words are in no file that a build leaves behind, whatever format they came in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder import pipeline, settings
from archive_builder.cli import main
from archive_builder.model import Archive
from archive_builder.problem import Problem
from tests.removal import canaries
from tests.removal.repository import build, made, notes

BOTH = f"""- name: {canaries.NAME}
  reason: a resident
- passage: {canaries.ADDRESS}
  reason: a home address
"""


def gathered(folder: Path) -> tuple[Archive, tuple[Problem, ...]]:
    found = pipeline.gather([folder / "content"], settings.load())
    return found.archive, found.problems


def corrections(folder: Path, file: str, text: str) -> None:
    path = folder / "content" / "corrections" / f"{file}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def redact(folder: Path, file: str, entries: str = BOTH) -> None:
    corrections(folder, file, "redactions:\n" + entries)


def left_behind(folder: Path) -> list[tuple[str, str]]:
    """The files with a canary, and which it is."""
    return [
        (name, canary)
        for name, text in made(folder)
        for canary in canaries.CANARIES
        if canary in text.casefold()
    ]


@pytest.mark.parametrize("everywhere", [True, False])
def test_redacted_words_are_in_no_file(folder: Path, everywhere: bool) -> None:
    for name, data in canaries.files().items():
        (folder / "content" / name).write_bytes(data)
        if not everywhere:
            redact(folder, name)
    if everywhere:
        (folder / "content" / "redactions.yml").write_text(BOTH, "utf-8")
    done = build()
    assert done.exit_code == 0, done.output
    assert left_behind(folder) == []
    assert not any(canary in done.output.casefold() for canary in canaries.CANARIES)
    archive, problems = gathered(folder)
    assert [str(problem) for problem in problems if "words-lost" in str(problem)] == []
    assert len({each.source.file for each in archive.documents}) == len(canaries.files())
    for document in archive.documents:
        said = "\n".join(block.all_words for block in document.blocks)
        assert said.count("[redacted: a resident]") >= 5, (document.source.file, said)
        assert said.count("[redacted: a home address]") >= 1, (document.source.file, said)
        assert document.source.withheld == "words in it are redacted"
        told = [aside.note for aside in document.asides if aside.note]
        assert "Words are redacted: a resident" in told
    assert [person.name for person in archive.people if "redacted" in person.name] == []


def test_without_redactions_the_words_are_published(folder: Path) -> None:
    """The canaries are found where they are: a check of the check."""
    for name, data in canaries.files().items():
        (folder / "content" / name).write_bytes(data)
    build("--no-site")
    found = left_behind(folder)
    for canary in canaries.CANARIES:
        assert {Path(name).suffix for name, held in found if held == canary} >= {".md", ".sqlite", ".jsonl"}


def test_a_document_whose_redactions_cannot_be_used_is_left_out(folder: Path) -> None:
    notes(folder, "secret.txt", f"{canaries.NAME} asked.")
    notes(folder, "other.txt", "The gate was seen.", day=19)
    for entry, said in [
        ("- nam: Vesper Quillfeather\n  reason: x\n", "Extra inputs are not permitted"),
        (f"- name: {canaries.NAME}\n", "reason"),
        ("- reason: a resident\n", "give either `passage:` or `name:`"),
        ("- passage: of\n  reason: a resident\n", "fewer than 3 letters"),
        (f"- name: {canaries.NAME}\n  reason: Ms Quillfeather asked\n", "the reason holds the words"),
        ("- [\n", "cannot be used"),
    ]:
        redact(folder, "secret.txt", entry)
        archive, problems = gathered(folder)
        assert [each.source.file for each in archive.documents] == ["other.txt"], entry
        (problem,) = [problem for problem in problems if problem.code == "bad-redactions"]
        assert said in f"{problem.message} {problem.hint}"
        assert "quill" not in str(problem).casefold()


@pytest.mark.parametrize("text", ["- nam: Vesper Quillfeather\n", "- [\n", "- passage: of\n  reason: x\n"])
def test_a_list_for_all_documents_that_cannot_be_used_stops_the_build(folder: Path, text: str) -> None:
    notes(folder, "secret.txt", f"{canaries.NAME} asked.")
    (folder / "content" / "redactions.yml").write_text(text, "utf-8")
    done = build()
    assert done.exit_code == 2
    assert "redactions.yml" in done.output
    assert "Quill" not in done.output
    assert not (folder / "site").exists()


def test_a_redaction_that_fits_nowhere_is_named_by_its_number(folder: Path) -> None:
    notes(folder, "secret.txt", "The gate was seen.")
    redact(folder, "secret.txt")
    archive, problems = gathered(folder)
    stale = [problem for problem in problems if problem.code == "stale-redaction"]
    assert [problem.message for problem in stale] == [
        "redaction 1 of its corrections fits nowhere in the document",
        "redaction 2 of its corrections fits nowhere in the document",
    ]
    assert archive.documents[0].source.withheld == "words in it are redacted"


def test_a_passage_that_runs_over_blocks_and_cells_is_taken_out(folder: Path) -> None:
    path = notes(folder, "secret.txt", "")
    path.write_text(
        "Fenny Board\n\nHeard from Vesper\n\nQuillfeather of the lane.\n\n~~Gorse\n\nLane 7~~ is shut.\n"
    )
    redact(
        folder,
        "secret.txt",
        "- passage: Vesper Quillfeather\n  reason: a\n- passage: Gorse Lane 7\n  reason: b\n",
    )
    archive, problems = gathered(folder)
    said = "\n".join(block.all_words for block in archive.documents[0].blocks)
    assert said.count("[redacted: a]") == 2
    assert "[redacted: b]" in said
    assert not any(canary in said.casefold() for canary in canaries.CANARIES)
    assert [problem.code for problem in problems if problem.code == "words-lost"] == []


def test_corrections_of_a_file_whose_name_is_redacted_still_apply(folder: Path) -> None:
    notes(folder, "Quillfeather.txt", f"{canaries.NAME} asked why.")
    notes(folder, "Ms Quillfeather.txt", f"{canaries.NAME} asked when.", day=14)
    for name in ("Quillfeather.txt", "Ms Quillfeather.txt"):
        redact(folder, name)
        text = "- {printed: mend the gate, read: mend the wall, why: misprint}\n"
        corrections(folder, name, f"text:\n{text}redactions:\n{BOTH.partition('- passage')[0]}")
    archive, problems = gathered(folder)
    assert problems == ()
    files = sorted(each.source.file for each in archive.documents)
    assert files == ["[redacted: a resident] 2.txt", "[redacted: a resident].txt"]
    assert all(any("mend the wall" in block.text for block in each.blocks) for each in archive.documents)
    done = build("--no-site")
    assert done.exit_code == 0, done.output
    assert left_behind(folder) == []


def test_a_redacted_file_that_cannot_be_opened_publishes_no_original(folder: Path) -> None:
    notes(folder, "secret.txt", f"{canaries.NAME} asked.")
    redact(folder, "secret.txt", BOTH.partition("- passage")[0])
    clean = folder / "content" / "redacted" / "secret.txt"
    clean.parent.mkdir()
    clean.write_bytes(bytes(range(256)) * 9)
    archive, problems = gathered(folder)
    assert "bad-redacted-file" in [problem.code for problem in problems]
    assert archive.documents[0].source.original == ""


def test_what_is_redacted_everywhere_leaves_other_documents_alone(folder: Path) -> None:
    notes(folder, "secret.txt", f"{canaries.NAME} asked.")
    notes(folder, "other.txt", "The gate was seen.", day=19)
    (folder / "content" / "redactions.yml").write_text(BOTH, "utf-8")
    archive, problems = gathered(folder)
    assert problems == ()
    withheld = {each.source.file: each.source.withheld for each in archive.documents}
    assert withheld == {"secret.txt": "words in it are redacted", "other.txt": ""}


def test_no_address_that_was_published_brings_a_redacted_name_back(folder: Path) -> None:
    notes(folder, "secret.txt", "The gate was open.").write_text(
        notes(folder, "secret.txt", "The gate was open.")
        .read_text("utf-8")
        .replace("Bo Ray (Clerk)", f"Bo Ray (Clerk) {canaries.NAME} (Treasurer)"),
        "utf-8",
    )
    other = notes(folder, "other.txt", f"Heard from {canaries.NAME}.", day=19)
    other.write_text(f"# Complaint of {canaries.NAME}\n\n" + "It was noted.\n\n" * 3, "utf-8")
    assert build().exit_code == 0
    addresses = {path.parent for path in (folder / "site").rglob("index.html")}
    assert any("quillfeather" in address.name for address in addresses)
    assert CliRunner().invoke(main, ["lock"]).exit_code == 0
    (folder / "content" / "redactions.yml").write_text(BOTH, "utf-8")
    done = build()
    assert done.exit_code == 0, done.output
    assert left_behind(folder) == []
    gone = [address for address in addresses if not (address / "index.html").is_file()]
    assert [address for address in gone if "quillfeather" not in address.as_posix()] == []
    assert CliRunner().invoke(main, ["lock"]).exit_code == 0
    locked = "\n".join(path.read_text("utf-8") for path in (folder / "content" / "lock").rglob("*.yml"))
    assert "uillfeather" not in locked
