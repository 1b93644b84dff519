"""A document that is withdrawn is in no file that a build leaves behind; its address says what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder import pipeline, settings
from archive_builder.cli import main
from archive_builder.model import Archive, Relation
from archive_builder.problem import Problem
from tests.conftest import ROOT
from tests.removal.repository import build, holders, notes

CANARY = "quillfeather"
ENTRY = """- {named}
  date: 2026-03-04
  reason: It was published by mistake.
  by: the clerk of the Board
"""
PAGE = "meetings/fenny-board/2024-03-12/notes/"


def withdraw(folder: Path, named: str) -> None:
    (folder / "content" / "withdrawn.yml").write_text(ENTRY.format(named=named), "utf-8")


def gathered(folder: Path) -> tuple[Archive, tuple[Problem, ...]]:
    found = pipeline.gather([folder / "content"], settings.load())
    return found.archive, found.problems


def tombstones(archive: Archive) -> list[str]:
    return [tombstone.path for tombstone in archive.tombstones]


@pytest.mark.parametrize("named", ["file: secret.txt", f"address: {PAGE}"])
def test_a_withdrawn_document_is_in_no_file(folder: Path, named: str) -> None:
    notes(folder, "secret.txt", f"Ms {CANARY} asked why the gate was open.")
    notes(folder, "later.txt", "The notes of 12 March 2024 were agreed.", day=20)
    before = build()
    assert before.exit_code == 0, before.output
    assert holders(folder, CANARY)
    assert (folder / "site" / PAGE / "index.html").is_file()
    addresses = [path.relative_to(folder / "site") for path in (folder / "site").rglob("index.html")]
    cached = len(list((folder / ".cache").iterdir()))

    withdraw(folder, named)
    after = build()
    assert after.exit_code == 0, after.output
    assert holders(folder, CANARY) == []
    assert holders(folder, "secret.txt") == []
    page = (folder / "site" / PAGE / "index.html").read_text("utf-8")
    for words in ("4 March 2026", "It was published by mistake.", "the clerk of the Board", "noindex"):
        assert words in page
    assert PAGE not in (folder / "site" / "sitemap.xml").read_text("utf-8")
    assert len(list((folder / ".cache").iterdir())) == cached - 1
    # Every address that had been published still answers.
    assert [str(path) for path in addresses if not (folder / "site" / path).is_file()] == []
    # Only the list of what was withdrawn leads to it.
    leading = [name for name in holders(folder / "site", f'{PAGE[9:]}"') if PAGE not in name]
    assert leading == ["changes/index.html"]

    (folder / "content" / "withdrawn.yml").unlink()
    again = build()
    assert again.exit_code == 0, again.output
    assert CANARY in (folder / "site" / PAGE / "index.html").read_text("utf-8").casefold()


def test_the_address_stays_withdrawn_when_the_file_is_gone(folder: Path) -> None:
    notes(folder, "later.txt", "The gate was seen.", day=20)
    withdraw(folder, f"address: https://records.example.org/archive/{PAGE}#question-1")
    archive, problems = gathered(folder)
    assert problems == ()
    assert tombstones(archive) == ["meetings/fenny-board/2024-03-12/", PAGE]


def test_other_addresses_stay_when_one_of_several_is_withdrawn(folder: Path) -> None:
    notes(folder, "a.txt", "The first gate was seen.")
    notes(folder, "b.txt", "The second gate was seen.")
    before, _ = gathered(folder)
    withdraw(folder, "file: a.txt")
    after, _ = gathered(folder)
    kept = {each.path for each in before.documents if each.source.file == "b.txt"}
    assert {each.path for each in after.documents} == kept
    assert set(tombstones(after)) == {each.path for each in before.documents} - kept
    assert all(not each.same_as for each in after.documents)


def test_a_copy_of_a_withdrawn_file_goes_with_it(folder: Path) -> None:
    notes(folder, "a.txt", f"Ms {CANARY} came.")
    notes(folder, "b/copy.txt", f"Ms {CANARY} came.")
    notes(folder, "c.txt", "The gate was seen.", day=20)
    for named in ("file: a.txt", "file: b/copy.txt"):
        withdraw(folder, named)
        archive, _ = gathered(folder)
        assert [each.source.file for each in archive.documents] == ["c.txt"]


def test_what_refers_to_a_withdrawn_document_says_so(folder: Path) -> None:
    notes(folder, "secret.txt", "The gate was open.")
    link = f'<a href="https://records.example.org/archive/{PAGE}">the last notes</a>'
    said = f"The notes of 12 March 2024 were agreed, see {link}."
    notes(folder, "later.txt", said, day=20)
    held, _ = gathered(folder)
    assert [each.target for each in held.links if each.relation is Relation.CONFIRMS_MINUTES] == [PAGE]
    withdraw(folder, "file: secret.txt")
    archive, _ = gathered(folder)
    (confirmed,) = [each for each in archive.links if each.relation is Relation.CONFIRMS_MINUTES]
    assert (confirmed.target, confirmed.withdrawn) == ("", True)
    runs = [run for block in archive.documents[0].blocks for run in block.runs]
    assert [run.href for run in runs if run.href] == []
    assert [run.note for run in runs if run.note] == ["withdrawn"]
    said = build("--no-site").output
    page = (folder / "docs" / "meetings/fenny-board/2024-03-20/notes/index.md").read_text("utf-8")
    assert "12 March 2024 (withdrawn)" in page, said
    assert "12 March 2024" not in (folder / "docs" / "gaps" / "index.md").read_text("utf-8")


def test_problems_of_a_withdrawn_document_are_not_published(folder: Path) -> None:
    notes(folder, "secret.txt", "").write_text(
        f"Ms {CANARY} came.\n\n1\tGates\n\nAgreed.\n\n1\tGates\n\nNoted.\n"
    )
    notes(folder, "later.txt", "The gate was seen.", day=20)
    _, before = gathered(folder)
    assert {problem.file for problem in before} == {"secret.txt"}
    withdraw(folder, "file: secret.txt")
    _, after = gathered(folder)
    assert after == ()


def test_an_archive_of_which_all_is_withdrawn_is_built(folder: Path) -> None:
    notes(folder, "secret.txt", f"Ms {CANARY} came.")
    build()
    withdraw(folder, "file: secret.txt")
    done = build()
    assert done.exit_code == 0, done.output
    assert holders(folder, CANARY) == []


PACK = (ROOT / "content" / "panel-pack-2025-06-09.txt").read_text("utf-8")
AUTHOR = "Ines Carvalhal"
"""Named in one of its reports only."""


def test_a_part_of_a_pack_is_withdrawn_alone_and_its_original_with_it(folder: Path) -> None:
    (folder / "content" / "pack.txt").write_text(PACK, "utf-8")
    before, _ = gathered(folder)
    (part,) = [each for each in before.documents if any(AUTHOR in block.text for block in each.blocks)]
    assert before.documents[0].is_pack
    assert part.source.original
    withdraw(folder, f"address: {part.path}")
    done = build("--no-site")
    assert done.exit_code == 0, done.output
    assert holders(folder, AUTHOR) == []
    after, _ = gathered(folder)
    assert part.path in tombstones(after)
    assert {each.path for each in after.documents} == {each.path for each in before.documents} - {part.path}
    assert {each.source.withheld for each in after.documents} == {"a part of the file was withdrawn"}


def test_a_pack_is_withdrawn_with_its_parts(folder: Path) -> None:
    (folder / "content" / "pack.txt").write_text(PACK, "utf-8")
    before, _ = gathered(folder)
    withdraw(folder, f"address: {before.documents[0].path}")
    after, _ = gathered(folder)
    assert after.documents == ()
    assert {each.path for each in before.documents} <= set(tombstones(after))


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ("- file: secrt.txt", "there is no file secrt.txt", "write `file: secret.txt`"),
        ("- address: people/ann-lee/", "is not the address of a document's page", "copy it from the browser"),
        ("- address: meetings/fenny-board/2024-03-12/", "is not the address", "copy it from the browser"),
        ("- date: 2026-03-04", "this names nothing to withdraw", "add a line `file:` or `address:`"),
        ("- file:", "this names nothing to withdraw", "add a line `file:` or `address:`"),
        ("- file: secret.txt\n  date: 2026-13-04", "2026-13-04 is no date", "year-month-day"),
        ("- file: secret.txt", "there is no date", "year-month-day"),
        ("- file: secret.txt", "it does not say why it was withdrawn", "add a line `reason:`"),
        ("- file: secret.txt", "it does not say who withdrew it", "add a line `by:`"),
        ("- file: secret.txt\n  reson: None", "'reson' is no key", "write `reason:`"),
        ("- secret.txt", "this names nothing to withdraw", "begin the entry with"),
    ],
)
def test_a_bad_entry_is_a_problem_with_a_way_out(folder: Path, entry: str, message: str, hint: str) -> None:
    notes(folder, "secret.txt", f"Ms {CANARY} came.")
    notes(folder, "later.txt", "The gate was seen.", day=20)
    (folder / "content" / "withdrawn.yml").write_text(f"# what is withdrawn\n{entry}\n", "utf-8")
    archive, problems = gathered(folder)
    (found,) = [problem for problem in problems if message in problem.message]
    assert (found.file, found.line, found.code) == ("withdrawn.yml", 2, "bad-withdrawal")
    assert hint in found.hint
    # What the entry names is withdrawn even so.
    files = {each.source.file for each in archive.documents}
    assert ("secret.txt" in files) is ("file: secret.txt" not in entry)


@pytest.mark.parametrize("text", ["file: secret.txt\n", "- file: [\n", "words"])
def test_a_list_that_cannot_be_read_stops_the_build(folder: Path, text: str) -> None:
    notes(folder, "secret.txt", f"Ms {CANARY} came.")
    (folder / "content" / "withdrawn.yml").write_text(text, "utf-8")
    done = build()
    assert done.exit_code == 2
    assert "withdrawn.yml:" in done.output
    assert not (folder / "site").exists()


def test_an_address_that_never_was_is_named_where_the_lock_can_tell(folder: Path) -> None:
    notes(folder, "secret.txt", "The gate was open.")
    wrong = PAGE.replace("notes", "note")
    withdraw(folder, f"address: {wrong}")
    assert gathered(folder)[1] == ()  # without a lock nobody knows
    (folder / "content" / "withdrawn.yml").unlink()
    assert CliRunner().invoke(main, ["lock"]).exit_code == 0
    withdraw(folder, f"address: {wrong}")
    _, problems = gathered(folder)
    (found,) = [problem for problem in problems if problem.code == "unknown-address"]
    assert (found.file, found.line) == ("withdrawn.yml", 1)
    assert f"write `address: {PAGE}`" in found.hint
    withdraw(folder, f"address: {PAGE}")
    assert [problem.code for problem in gathered(folder)[1]] == []
    (folder / "content" / "secret.txt").unlink()
    notes(folder, "other.txt", "The wall was seen.", day=20)
    assert "unknown-address" not in [problem.code for problem in gathered(folder)[1]]


def test_a_file_that_is_deleted_later_stays_withdrawn_by_its_name_where_there_is_a_lock(folder: Path) -> None:
    (folder / "content" / "pack.txt").write_text(PACK, "utf-8")
    notes(folder, "other.txt", "The wall was seen.", day=20)
    before, _ = gathered(folder)
    assert CliRunner().invoke(main, ["lock"]).exit_code == 0
    withdraw(folder, "file: content/pack.txt")
    assert CliRunner().invoke(main, ["lock"]).exit_code == 0
    (folder / "content" / "pack.txt").unlink()
    after, problems = gathered(folder)
    assert [problem.code for problem in problems if problem.file == "withdrawn.yml"] == []
    gone = {each.path for each in before.documents if each.source.file == "pack.txt"}
    assert gone <= set(tombstones(after))
    assert {each.withdrawal.reason for each in after.tombstones} == {"It was published by mistake."}
