"""What is said of an action ends where the papers of its own body end: invented bodies, three years apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from archive_builder import pipeline
from archive_builder.link import completion
from archive_builder.model import Archive, LifeLine, Page, Standing, counts
from archive_builder.render import pages
from archive_builder.settings import load
from tests.render.test_pages import by_path, read

MINUTES = """# Elderford Parish Panel

Minutes of the meeting held on 14 March 2022

## 12. The bridge

RESOLVED:

(i) That the Clerk obtain a price for the bridge.

(ii) That the Clerk give the Panel the following figures:

- Data on lost hats.
- The number of ducks on the pond.

(iii) That the Clerk order a bench.

(iv) That the Clerk repair the gate.
"""
TRACKER = """# Action tracker

Elderford Parish Panel

{day}

| Minute | Date of meeting | Action | Owner | Due | Update | Status |
| --- | --- | --- | --- | --- | --- | --- |
{rows}
"""
APRIL = """\
| 12 (i) | March 2022 | The Clerk obtain a price for the bridge. | Clerk | | | Outstanding |
| 12 (iii) | March 2022 | The Clerk order a bench. | Clerk | 30 April 2022 | | Outstanding |
| 12 (iv) | March 2022 | The Clerk repair the gate. | Clerk | | | Outstanding |"""
JUNE = """\
| 12 (i) | March 2022 | The Clerk obtain a price for the bridge. | Clerk | | | Outstanding |
| 12 (iii) | March 2022 | The Clerk order a bench. | Clerk | 30 April 2022 | Received on 29 April | Completed |"""
OTHER = """# Wexbourne Harbour Board

Minutes of the meeting held on 3 July 2025

## 1. Welcome

The Chair welcomed everybody.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("evidence")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    (folder / "tracker-1.md").write_text(TRACKER.format(day="4 April 2022", rows=APRIL), encoding="utf-8")
    (folder / "tracker-2.md").write_text(TRACKER.format(day="6 June 2022", rows=JUNE), encoding="utf-8")
    (folder / "other.md").write_text(OTHER, encoding="utf-8")
    return pipeline.gather([folder], load()).archive


@pytest.fixture(scope="module")
def made(archive: Archive) -> dict[str, Page]:
    return by_path(pages(archive, (), load()))


def line_of(archive: Archive, anchor: str) -> LifeLine:
    (found,) = [line for line in archive.lifelines.values() if line.origin.endswith(f"#{anchor}")]
    return found


def page_of(archive: Archive, anchor: str, made: dict[str, Page]) -> str:
    return read(made[line_of(archive, anchor).path])


def test_a_bodys_clock_stops_at_its_own_last_paper(archive: Archive, made: dict[str, Page]) -> None:
    line = line_of(archive, "minute-12-i")
    assert archive.as_of == date(2025, 7, 3)
    assert (line.standing, line.until) == (Standing.OPEN, date(2022, 6, 6))
    assert line.days_open == (date(2022, 6, 6) - date(2022, 3, 14)).days
    said = page_of(archive, "minute-12-i", made)
    assert (
        "not done as of 6 June 2022; nothing later of the Elderford Parish Panel is in this archive" in said
    )
    assert "not done as of 6 June 2022" in read(made[""])
    assert not [page for page in made.values() if "1,206 days" in read(page)]


def test_the_day_in_the_words_counts_and_the_due_day_stands_beside_it(
    archive: Archive, made: dict[str, Page]
) -> None:
    line = line_of(archive, "minute-12-iii")
    assert (line.standing, line.until) == (Standing.CLOSED, date(2022, 4, 29))
    said = page_of(archive, "minute-12-iii", made)
    assert "46 days, from 14 March 2022 until it was done on 29 April 2022" in said
    assert "due 30 April 2022" in said


def test_what_a_tracker_leaves_out_is_no_longer_listed(archive: Archive, made: dict[str, Page]) -> None:
    assert line_of(archive, "minute-12-iv").standing is Standing.DROPPED
    said = page_of(archive, "minute-12-iv", made)
    assert "No longer listed after 4 April 2022" in said
    assert not [path for path, page in made.items() if "without a word" in read(page)]


def test_a_part_of_a_list_carries_the_words_it_goes_on_with(archive: Archive, made: dict[str, Page]) -> None:
    whole = "That the Clerk give the Panel the following figures: Data on lost hats."
    listed = [path for path, page in made.items() if "Data on lost hats." in read(page)]
    assert "decisions/elderford-parish-panel/2022/" in listed
    for path in listed:
        if not path.endswith("/minutes/"):
            assert whole in read(made[path]), path


def test_a_resolution_in_parts_is_counted_by_its_parts(archive: Archive, made: dict[str, Page]) -> None:
    minutes = next(document for document in archive.documents if document.path.endswith("/minutes/"))
    assert [each.identifier for each in minutes.decisions if each.in_parts] == ["12 ii"]
    assert counts.numbers([minutes])["decision"] == 5
    register = read(made["decisions/elderford-parish-panel/2022/"])
    assert "5 decisions and recommendations" in register
    assert "following figures: |" not in register


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Figures received on 29 April.", date(2025, 4, 29)),
        ("Received: 29th April 2025", date(2025, 4, 29)),
        ("Sent to members on 3 May 2025; circulated on 4 June", date(2025, 6, 4)),
        ("Sent on 9 June", date(2025, 6, 9)),
        ("Nothing sent on 2 May. Provided on 5 May", date(2025, 5, 5)),
        ("To be received on 29 April", None),
        ("Will be sent on 3 May", None),
        ("Completed by 30 April", None),
        ("Report presented to the meeting of 3 May", None),
        ("Completed", None),
        ("Sent on 12 August 2025", None),
    ],
)
def test_the_day_on_which_something_was_done(words: str, day: date | None) -> None:
    assert completion.day_of(words, date(2025, 6, 9)) == day


def open_of(lines: Iterable[LifeLine]) -> set[str]:
    return {line.origin for line in lines if line.standing is Standing.OPEN}


def test_what_is_open_has_one_definition(archive: Archive, made: dict[str, Page]) -> None:
    held = counts.open_lines(archive)
    assert {line.origin for line in held} == open_of(archive.lifelines.values())
    assert f"{len(held)} action" in read(made[""])
    assert sum(counts.open_by_register(archive, held).values()) == len(held)
