"""Lines of lists of people: who is named, with which post and body; and lines that name nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from archive_builder import settings
from archive_builder.model import AttendanceStatus
from archive_builder.recognise.shape.roster import weights
from archive_builder.recognise.shape.roster.evidence import Elsewhere, elsewhere
from archive_builder.recognise.shape.roster.labels import opening_label, status_of
from archive_builder.recognise.shape.roster.lists import lists_people, read_list
from archive_builder.recognise.shape.roster.readings import Setting

VOCABULARY = settings.load().vocabulary
CASES = yaml.safe_load((Path(__file__).parent / "rosters.yml").read_text("utf-8"))


def named(lines: list[str], seen: Elsewhere | None = None, prior: float = weights.LISTED) -> list[str]:
    """The people of some lines, each as "name | post | body" without empty ends."""
    setting = Setting(VOCABULARY, seen or Elsewhere(), prior)
    people = [entry.named for entries in read_list(lines, setting) for entry in entries]
    return [f"{p.name} | {p.role} | {p.organization}".rstrip(" |") for p in people]


@pytest.mark.parametrize("case", CASES["people"], ids=lambda case: str(case["lines"])[:60])
def test_who_is_named(case: dict[str, list[str]]) -> None:
    assert named(case["lines"]) == case["people"]


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_a_line_in_other_letters_is_read_too(change: Callable[[str], str]) -> None:
    """Whatever is found in it then, its words stand in it: marks between names are told in all letters."""
    for case in CASES["people"]:
        for line in case["lines"]:
            changed = change(line)
            letters = re.sub(r"\W", "", changed.casefold())
            for word in " ".join(named([changed])).split():
                assert re.sub(r"\W", "", word.casefold()) in letters, changed


@pytest.mark.parametrize("line", CASES["nobody"])
def test_who_is_not(line: str) -> None:
    assert named([line]) == []


@pytest.mark.parametrize(("label", "status"), CASES["labels"].items())
def test_what_heads_a_list(label: str, status: str) -> None:
    assert status_of(label, VOCABULARY) == AttendanceStatus(status)


@pytest.mark.parametrize("text", CASES["no labels"])
def test_what_heads_none(text: str) -> None:
    assert status_of(text, VOCABULARY) is None


@pytest.mark.parametrize(("line", "rest"), CASES["opening labels"].items())
def test_a_label_without_a_colon_opens_a_line_of_names(line: str, rest: str) -> None:
    label = opening_label(line, VOCABULARY)
    assert label is not None
    assert line[label.end :] == rest
    assert lists_people(rest, Setting(VOCABULARY))


def test_a_roll_call_says_who_was_there() -> None:
    entries = read_list(["Mr. Lee: Present", "Ms. Ray: Absent", "Mr. Doe – excused"], Setting(VOCABULARY))
    assert [[(entry.named.name, entry.status) for entry in line] for line in entries] == [
        [("Lee", AttendanceStatus.PRESENT)],
        [("Ray", AttendanceStatus.APOLOGIES)],
        [("Doe", AttendanceStatus.APOLOGIES)],
    ]


def test_a_name_that_acts_elsewhere_counts_for_a_person() -> None:
    """ "Orrish Church" alone may be a building; one whom the minutes call Mr Church is a man."""
    seen = elsewhere(["Mr Church asked how old the roof was."], VOCABULARY)
    assert named(["Orrish Church"]) == []
    assert named(["Orrish Church"], seen) == ["Orrish Church"]


def test_words_that_the_document_prints_small_count_against() -> None:
    seen = elsewhere(["The tarn trail was mended, and the tarn was dredged."], VOCABULARY)
    assert named(["Tarn Trail"], seen, weights.UNLISTED) == []


def test_unknown_names_need_the_company_of_known_ones() -> None:
    assert named(["Qenna Vosk"], prior=weights.UNLISTED) == []
    assert "Qenna Vosk" in named(["Ann Lee", "Bo Ray", "Qenna Vosk"], prior=weights.LISTED)
