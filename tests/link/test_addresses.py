"""Who and what wants one address: joined where the names are spellings of one, told apart otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_builder import pipeline, settings
from archive_builder.cli import main
from archive_builder.model import Archive
from archive_builder.problem import Problem

NOTES = """{body}

Notes of the Meeting

{day} March 2024

1\t<p>Attendance</p> <p>{people}</p>
2\t<p>Gates</p> <p>{question}</p>
<p>ACTION: {owner} to mend the gate.</p>
"""


def notes(
    folder: Path,
    name: str,
    people: str = "Ann Lee (Chair) Bo Ray (Clerk)",
    day: int = 12,
    body: str = "Fenny Board",
    owner: str = "Bo Ray",
) -> None:
    text = NOTES.format(body=body, day=day, people=people, question="The gate was seen.", owner=owner)
    (folder / name).write_text(text, "utf-8")


def gathered(folder: Path, config: str = "") -> tuple[Archive, list[Problem]]:
    if config:
        (folder / "archive.toml").write_text(config, "utf-8")
    made = settings.load(folder / "archive.toml") if config else settings.load()
    (folder / "archive.toml").unlink(missing_ok=True)
    found = pipeline.gather([folder], made)
    pages = list(found.archive.page_addresses())
    assert len(pages) == len(set(pages))
    return found.archive, [p for p in found.problems if p.code == "shared-address"]


def people(archive: Archive) -> dict[str, str]:
    return {person.name: person.id for person in archive.people if person.name.endswith(("Lee", "LEE"))}


@pytest.mark.parametrize("other", ["Zoe Lee", "ZOË LEE"])
def test_spellings_in_two_papers_are_one_person_with_both_spellings(tmp_path: Path, other: str) -> None:
    notes(tmp_path, "a.txt", "Zoë Lee (Chair) Bo Ray (Clerk)")
    notes(tmp_path, "b.txt", f"{other} (Chair) Bo Ray (Clerk)", day=13)
    archive, problems = gathered(tmp_path)
    assert people(archive) == {"Zoë Lee": "people/zoe-lee/"}
    assert next(p.other_names for p in archive.people if p.name == "Zoë Lee") == (other,)
    assert problems == []


def test_two_in_one_attendance_list_are_two_and_the_problem_names_the_document(tmp_path: Path) -> None:
    notes(tmp_path, "a.txt", "Zoë Lee (Chair) Zoe Lee (Clerk) Bo Ray (Clerk)")
    archive, problems = gathered(tmp_path)
    assert len(people(archive)) == len(set(people(archive).values())) == 2
    assert "people/zoe-lee/" not in people(archive).values()
    assert [problem.file for problem in problems] == ["a.txt", "a.txt"]
    assert "'Zoe Lee' wants the same address as 'Zoë Lee'" in "".join(map(str, problems))


def test_the_way_out_joins_them(tmp_path: Path) -> None:
    notes(tmp_path, "a.txt", "Zoë Lee (Chair) Zoe Lee (Clerk) Bo Ray (Clerk)")
    archive, problems = gathered(tmp_path, '[[people]]\nname = "Zoë Lee"\nalso = ["Zoe Lee"]\n')
    assert people(archive) == {"Zoë Lee": "people/zoe-lee/"}
    assert problems == []


def test_a_name_in_capitals_is_no_second_person_even_in_one_list(tmp_path: Path) -> None:
    notes(tmp_path, "a.txt", "ANN LEE (Chair) Ann Lee (Clerk) Bo Ray (Clerk)")
    archive, problems = gathered(tmp_path)
    assert set(people(archive).values()) == {"people/ann-lee/"}
    assert problems == []


def test_two_that_archive_toml_names_stay_two(tmp_path: Path) -> None:
    notes(tmp_path, "a.txt", "Zoë Lee (Chair) Bo Ray (Clerk)")
    notes(tmp_path, "b.txt", "Zoe Lee (Chair) Bo Ray (Clerk)", day=13)
    archive, _ = gathered(tmp_path, '[[people]]\nname = "Zoë Lee"\n[[people]]\nname = "Zoe Lee"\n')
    assert len(set(people(archive).values())) == 2


@pytest.mark.parametrize("other", ["Fénny Board", "FENNY BOARD", "The Fenny Board"])
def test_a_body_in_two_spellings_is_one(tmp_path: Path, other: str) -> None:
    notes(tmp_path, "a.txt")
    notes(tmp_path, "b.txt", body=other, day=13)
    archive, problems = gathered(tmp_path)
    assert [body.path for body in archive.bodies] == ["meetings/fenny-board/"]
    assert problems == []


def test_bodies_of_other_names_that_make_one_address_are_told_apart(tmp_path: Path) -> None:
    long = "Fenny and Mudford Joint Drainage Navigation and Harbour Management "
    notes(tmp_path, "a.txt", body=f"{long}Board")
    notes(tmp_path, "b.txt", body=f"{long}Committee")
    archive, problems = gathered(tmp_path)
    assert len({body.slug for body in archive.bodies}) == 2
    assert len(archive.meetings) == 2
    assert [problem.file for problem in problems] == ["a.txt", "b.txt"]


def test_topics_of_one_name_are_one_and_others_are_told_apart(tmp_path: Path) -> None:
    notes(tmp_path, "a.txt")
    (tmp_path / "topics.yml").write_text(
        "topics:\n- {name: C gates, words: [gate]}\n- {name: C Gates, words: [mend]}\n"
        "- {name: Über gates, words: [gate]}\n- {name: Uber-gates, words: [mend]}\n",
        "utf-8",
    )
    archive, problems = gathered(tmp_path)
    assert [topic.slug for topic in archive.topics] == ["c-gates", "uber-gates"]
    assert problems == []


def test_the_site_is_published_when_names_collide(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    notes(sources, "a.txt", "Zoë Lee (Chair) Zoe Lee (Clerk) Bo Ray (Clerk)")
    notes(sources, "b.txt", "Zoé Lee (Chair) Bo Ray (Clerk)", day=13)
    out = ["--docs-dir", str(tmp_path / "docs"), "--site-dir", str(tmp_path / "site"), "-q"]
    done = CliRunner().invoke(main, ["build", str(sources), *out])
    assert done.exit_code == 0, done.output
    assert len(list((tmp_path / "site" / "people").glob("zo*"))) == 3
