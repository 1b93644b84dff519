"""What happened next, over three meetings of an invented panel that keeps an action tracker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import pipeline
from archive_builder.link.standing import asks
from archive_builder.model import Archive, DecisionKind, LifeLine, Place, Standing, StepKind
from archive_builder.settings import load
from tests import factories

MINUTES = """# Tarnside Police and Crime Panel

Minutes of the meeting held on 3 March 2025

## 41. Vehicle theft

RESOLVED:

(i) That the Commissioner provide the Panel with the number of stolen vans.

(ii) That the Commissioner write to the county council about street lights.

(iii) That the report be noted.

(iv) That the Commissioner provide a list of the parks that were visited.
"""

TRACKER = """# Action tracker

Tarnside Police and Crime Panel

{day}

| Minute | Date of meeting | Action | Update | Status |
| --- | --- | --- | --- | --- |
{rows}
"""

FIRST = (
    "| 41 (i) | March 2025 | The Commissioner provide the Panel with the number of stolen vans. | | Outstanding |\n"
    "| 41 (ii) | March 2025 | Letter about lamps on roads to go to the council. | Drafted | Outstanding |\n"
    "| | | The Chair to visit the control room at night. | | Outstanding |\n"
    "| 38 | January 2025 | Invite the fire service. | Invited | Completed |"
)
SECOND = (
    "| 41 (ii) | March 2025 | Letter about lamps on roads to go to the council. | Sent on 1 August | Completed |\n"
    "| | | The Chair to visit the control room at night. | Booked | Outstanding |"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("lifelines")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    june = TRACKER.format(day="9 June 2025", rows=FIRST)
    september = TRACKER.format(day="8 September 2025", rows=SECOND)
    (folder / "tracker-1.md").write_text(june, encoding="utf-8")
    (folder / "tracker-2.md").write_text(september, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


def course(archive: Archive, anchor: str) -> LifeLine:
    (found,) = [line for line in archive.lifelines.values() if line.origin.endswith(f"#{anchor}")]
    return found


def kinds(line: LifeLine) -> list[str]:
    return [f"{step.kind.value} {step.status or ''}".strip() for step in line.steps]


def test_outstanding_then_gone_is_no_longer_listed_after_the_day_that_last_listed_it(
    archive: Archive,
) -> None:
    line = course(archive, "minute-41-i")
    assert kinds(line) == ["made", "reported outstanding", "silent"]
    assert line.standing is Standing.DROPPED
    assert line.steps[-1].source == "meetings/tarnside-police-and-crime-panel/2025-09-08/tracker/"
    assert line.until == date(2025, 6, 9)
    assert line.days_open == (date(2025, 6, 9) - date(2025, 3, 3)).days


def test_a_row_in_other_words_is_followed_by_its_number_and_closed(archive: Archive) -> None:
    line = course(archive, "minute-41-ii")
    assert kinds(line) == ["made", "reported outstanding", "closed completed"]
    assert [step.reworded for step in line.steps] == [False, True, False]
    assert line.standing is Standing.CLOSED
    assert line.days_open == (date(2025, 8, 1) - date(2025, 3, 3)).days, "the day in the words counts"
    assert "Sent on 1 August" in line.steps[-1].words


def test_what_no_tracker_ever_named_is_not_known(archive: Archive) -> None:
    line = course(archive, "minute-41-iv")
    assert kinds(line) == ["made", "silent"]
    assert line.steps[1].day == date(2025, 6, 9)
    assert line.standing is Standing.UNKNOWN


def test_what_settles_itself_has_no_life_line(archive: Archive) -> None:
    assert not [origin for origin in archive.lifelines if origin.endswith("#minute-41-iii")]


def test_a_row_without_a_number_is_followed_by_its_words(archive: Archive) -> None:
    (line,) = [line for line in archive.lifelines.values() if "control room" in line.steps[0].words]
    assert kinds(line) == ["first-seen outstanding", "reported outstanding"]
    assert line.standing is Standing.OPEN
    assert line.days_open is None


def test_a_row_that_begins_as_completed_is_closed(archive: Archive) -> None:
    (line,) = [line for line in archive.lifelines.values() if "fire service" in line.steps[0].words]
    assert (line.standing, kinds(line)) == (Standing.CLOSED, ["first-seen completed"])


def test_a_page_of_its_own_only_where_another_document_tells(archive: Archive) -> None:
    for line in archive.lifelines.values():
        documents = {step.source.partition("#")[0] for step in line.steps}
        assert bool(line.path) == (len(documents) > 1)
    assert course(archive, "minute-41-i").path == (
        "decisions/tarnside-police-and-crime-panel/2025-03-03/minutes/minute-41-i/"
    )


def test_steps_are_in_order_and_the_first_is_the_making(archive: Archive) -> None:
    for line in archive.lifelines.values():
        days = [step.day for step in line.steps if step.day]
        assert days == sorted(days)
        assert line.steps[0].kind in (StepKind.MADE, StepKind.FIRST_SEEN)


def followed(folder: Path, *trackers: str) -> Archive:
    """The archive of some trackers alone, a month apart."""
    for month, rows in enumerate(trackers, start=1):
        text = TRACKER.format(day=date(2025, month, 3).strftime("%-d %B %Y"), rows=rows)
        (folder / f"tracker-{month}.md").write_text(text, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


def stories(archive: Archive) -> list[tuple[str, list[str], str]]:
    """Each life-line by the first words of its matter, with its steps and how it stands."""
    lines = archive.lifelines.values()
    return sorted(
        (" ".join(line.steps[0].words.split()[:3]), kinds(line), line.standing.value) for line in lines
    )


VANS = "Send the report on vans to the Panel."
FIRE = "Invite the fire service to speak."


def test_a_row_that_loses_its_meeting_is_followed_by_its_words(tmp_path: Path) -> None:
    archive = followed(
        tmp_path,
        f"| 41 (i) | March 2024 | {VANS} | | Outstanding |",
        f"| 41 (i) | | {VANS} | Sent | Completed |",
    )
    assert stories(archive) == [("Send the report", ["first-seen outstanding", "closed completed"], "closed")]


def test_rows_that_are_numbered_anew_are_told_apart_by_their_words(tmp_path: Path) -> None:
    archive = followed(
        tmp_path,
        f"| 1 | | {VANS} | Sent | Completed |\n| 2 | | {FIRE} | | Outstanding |",
        f"| 1 | | {FIRE} | | Outstanding |",
    )
    assert stories(archive) == [
        ("Invite the fire", ["first-seen outstanding", "reported outstanding"], "open"),
        ("Send the report", ["first-seen completed"], "closed"),
    ]


def test_what_comes_back_after_one_silence_goes_on(tmp_path: Path) -> None:
    both = f"| | | {VANS} | | Outstanding |\n| | | {FIRE} | | Outstanding |"
    archive = followed(
        tmp_path, both, f"| | | {FIRE} | | Outstanding |", f"| | | {VANS} | Sent | Completed |"
    )
    assert ("Send the report", ["first-seen outstanding", "silent", "closed completed"], "closed") in stories(
        archive
    )
    assert (
        "Invite the fire",
        ["first-seen outstanding", "reported outstanding", "silent"],
        "dropped",
    ) in stories(archive)


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [
        ("That the Commissioner write to the Panel once the budget is agreed.", True),
        ("That the report be noted.", False),
        ("That the minutes were confirmed as a correct record.", False),
    ],
)
def test_a_condition_settles_nothing(words: str, is_asked: bool) -> None:
    record = factories.decision("minute-1", Place(0, 0), words, kind=DecisionKind.RESOLVED)
    assert asks(record, factories.document([factories.paragraph(words)], decisions=(record,))) == is_asked


def test_the_real_minute_of_the_shared_corpus(corpus_archive: Archive) -> None:
    archive = corpus_archive
    standings = {part: course(archive, f"minute-687-iii-{part}").standing.value for part in "abcde"}
    assert standings == {**dict.fromkeys("abcd", "open"), "e": "unknown"}
    assert kinds(course(archive, "minute-687-iii-e")) == ["made", "silent"]
    promise = course(archive, "action-687-2")
    assert [step.kind for step in promise.steps].count(StepKind.TAKEN_UP) == 3
    assert promise.standing is Standing.TAKEN_UP
    assert {archive.lifelines[name].standing for name in promise.taken_up_by} == {Standing.OPEN}
    assert course(archive, "minute-687-iii-a").until == date(2023, 1, 9), "the day of the panel's last paper"
