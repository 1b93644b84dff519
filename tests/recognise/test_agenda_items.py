"""The items of business of agendas: without numbers, counted by numerals, with the hour in front."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recognise.test_facts import read
from tests.recognise.test_items import HEAD

AGENDA = "Oxmere Township Board of Trustees\n\n**AGENDA**\n\n14 May 2025, 7 pm\n\n"


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (
            ("CALL TO ORDER", "ROLL CALL", "FLAG", "OLD BUSINESS", "EXECUTIVE SESSION (if needed)"),
            ["CALL TO ORDER", "ROLL CALL", "FLAG", "OLD BUSINESS", "EXECUTIVE SESSION (if needed)"],
        ),
        (("THE MILL", "THE WEIR", "THE POND"), []),
    ],
    ids=["several of them usual items", "none of them"],
)
def test_bold_capitals_of_an_agenda_without_numbers(
    tmp_path: Path, lines: tuple[str, ...], items: list[str]
) -> None:
    text = AGENDA + "".join(f"**{line}**\n\n" for line in lines) + "Posted by Ann Lee\n"
    found, _ = read(tmp_path, text)
    assert [item.text for item in found.items] == items


def test_hours_in_front_of_titles_stand_apart(tmp_path: Path) -> None:
    text = (
        "## 7:06 PM Supper\n\nAll came.\n\n## 7:10 PM - Kites\n\nThey fly.\n\n## 8:00 PM Hut\n\nIt leaks.\n"
    )
    found, _ = read(tmp_path, HEAD + text + "\n## Funds\n\nNone.\n")
    times = [(item.time, item.text) for item in found.items]
    assert times == [("19:06", "Supper"), ("19:10", "Kites"), ("20:00", "Hut"), ("", "Funds")]


def test_a_single_hour_in_front_of_a_title_stays(tmp_path: Path) -> None:
    found, _ = read(
        tmp_path, HEAD + "## 7:06 PM Supper\n\nAll came.\n\n## Kites\n\nThey fly.\n\n## Hut\n\nIt leaks.\n"
    )
    assert [item.text for item in found.items] == ["7:06 PM Supper", "Kites", "Hut"]


def test_an_agenda_counted_by_numerals(tmp_path: Path) -> None:
    lines = ("Approval of the agenda", "Report on the hut", "Funds", "Adjournment")
    numerals = ("I", "II", "III", "IV")
    text = AGENDA + "".join(f"{mark}. {line}\n\n" for mark, line in zip(numerals, lines, strict=True))
    found, _ = read(tmp_path, text)
    assert [(item.number, item.text) for item in found.items] == list(zip(numerals, lines, strict=True))


@pytest.mark.parametrize("opening", ["", "### "], ids=["lines", "some of them headings"])
def test_numerals_count_the_items_and_digits_their_parts(tmp_path: Path, opening: str) -> None:
    text = (
        AGENDA + "I. CALL TO ORDER\n\nII. CONSENT CALENDAR\n\n1. Minutes of May\n2. Warrants\n3. Funds\n\n"
        f"III. OLD BUSINESS\n\n1. Wells\n\n{opening}IV. REPORTS\n\n1. Budget\n2. Staff\n3. Land\n4. Wells\n5. Yard\n\n"
        f"{opening}V. ADJOURNMENT\n"
    )
    found, _ = read(tmp_path, text)
    assert [(item.number, item.text) for item in found.items] == [
        ("I", "CALL TO ORDER"),
        ("II", "CONSENT CALENDAR"),
        ("III", "OLD BUSINESS"),
        ("IV", "REPORTS"),
        ("V", "ADJOURNMENT"),
    ]
