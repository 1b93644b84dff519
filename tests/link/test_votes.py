"""Votes from the document to the page: who is meant, numbers that do not fit, what a correction settles."""

from __future__ import annotations

from pathlib import Path

from archive_builder import pipeline, settings
from archive_builder.index.entries import entries
from archive_builder.model import Archive
from archive_builder.problem import Problem
from archive_builder.render import pages

MINUTES = """Oxmere Town Council

Minutes of the meeting held on Tuesday 4 March 2025

Present: Ann Lee (Chair), Bo Ray, Cy Doe

1. Seal

RESOLVED: that the seal be used.

Ayes (3): Lee, Ray

Nays: Stranger

2. Gate

Moved by Doe, seconded by Ray, to sell the gate.

For: Doe. Against: Lee, Ray. The motion was lost.

3. Close

The meeting closed at 9 pm.
"""

CORRECTION = """records:
- record: vote-minute-1
  set: {names_for: [Lee, Ray, Doe]}
  why: "the recording of the meeting"
"""


def gathered(folder: Path, correction: str = "") -> tuple[Archive, list[Problem]]:
    (folder / "march.txt").write_text(MINUTES, "utf-8")
    if correction:
        (folder / "corrections").mkdir()
        (folder / "corrections" / "march.txt.yml").write_text(correction, "utf-8")
    found = pipeline.gather([folder], settings.load())
    return found.archive, [problem for problem in found.problems if problem.code == "vote-count"]


def test_names_stay_as_printed_and_the_people_who_are_known_stand_beside_them(tmp_path: Path) -> None:
    archive, _ = gathered(tmp_path)
    seal, gate = archive.documents[0].votes
    assert (seal.names_for, seal.ids_for) == (("Lee", "Ray"), ("people/ann-lee/", "people/bo-ray/"))
    assert (seal.names_against, seal.ids_against) == (("Stranger",), ("",))
    assert [person.name for person in archive.people] == ["Ann Lee", "Bo Ray", "Cy Doe"]
    assert (gate.outcome, gate.votes_for, gate.votes_against) == ("lost", 1, 2)


def test_numbers_that_are_not_those_of_the_names_are_a_warning(tmp_path: Path) -> None:
    archive, [problem] = gathered(tmp_path)
    assert archive.documents[0].votes[0].votes_for == 3
    assert (problem.line, "2 are named: Lee, Ray" in problem.message) == (11, True)
    assert "set names_for of vote-minute-1" in problem.hint


def test_a_correction_settles_the_warning(tmp_path: Path) -> None:
    archive, problems = gathered(tmp_path, CORRECTION)
    vote = archive.documents[0].votes[0]
    assert (vote.names_for, vote.ids_for[-1], problems) == (("Lee", "Ray", "Doe"), "people/cy-doe/", [])


def test_a_page_says_how_a_vote_went_and_who_voted_how(tmp_path: Path) -> None:
    archive, _ = gathered(tmp_path)
    made = {page.path: page.body for page in pages(archive, (), settings.load())}
    body = made[archive.documents[0].path]
    assert "Vote · 3 for · 1 against · for: [Ann Lee]" in body
    assert "against: Stranger" in body
    assert "3 for, 1 against" in made["decisions/"]
    assert "3 for, 1 against" in made[archive.meetings[0].path]


def test_a_vote_is_found_by_those_who_voted(tmp_path: Path) -> None:
    archive, _ = gathered(tmp_path)
    found = [entry for entry in entries(archive) if entry.sort == "vote"]
    assert [entry.people for entry in found] == [("Lee", "Ray", "Stranger"), ("Doe", "Lee", "Ray")]
    assert set(found[0].ids) - {""} == {"people/ann-lee/", "people/bo-ray/"}
