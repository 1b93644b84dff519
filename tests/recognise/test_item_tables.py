"""Items of business in tables: those that lay out minutes, with heads and without, and those that are agendas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from archive_builder.model import Document
from archive_builder.read import read as read_file
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy
from tests.recognise.found import SETTINGS

HEAD = "<html><meta charset='utf-8'><h1>Oxmere Library Board</h1>"
MINUTES = HEAD + "<p>Minutes of the meeting held on Tuesday 3 June 2025</p><p>Present: Ann Lee, Bo Ray</p>"
AGENDA = HEAD + "<h2>Agenda</h2><p>Tuesday 3 June 2025 at 7 pm</p>"
TOLD = (
    ("Declarations of interest", "There were none."),
    ("Minutes of the last meeting", "They were agreed as a correct record."),
    ("Roof", "Bo Ray said that it leaks again."),
    ("Any other business", "There was none."),
)
TITLES = [title for title, _ in TOLD]
NUMBERED = [(str(at), title) for at, title in enumerate(TITLES, 1)]


def table(rows: Iterable[Sequence[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def recognised(tmp_path: Path, text: str) -> Document:
    file = tmp_path / "document.html"
    file.write_text(text, "utf-8")
    reading = read_file(file, file.name, SETTINGS, lambda problem: None)
    assert reading is not None
    return recognise(tidy(reading), SETTINGS, lambda problem: None)[0]


def _below(title: str, text: str) -> str:
    return f"<p><b>{title}</b></p><p>{text}</p>"


WITH_NUMBERS = {
    "a title and what was said in one cell, a column of actions": table(
        [("", "", "Action"), *((f"{at}.", _below(*told), "AL") for at, told in enumerate(TOLD, 1))]
    ),
    "what was said in a row below": "".join(
        table([(f"{at}.", f"<b>{title}</b>"), ("", text)]) for at, (title, text) in enumerate(TOLD, 1)
    ),
    "a table of one row for each item, what was said below it": "".join(
        table([(f"{at}.", title)]) + f"<p>{text}</p>" for at, (title, text) in enumerate(TOLD, 1)
    ),
    "an empty cell before the number": "".join(
        table([("", f"{at}.", "", title)]) + f"<p>{text}</p>" for at, (title, text) in enumerate(TOLD, 1)
    ),
    "fields of the meeting above the items": table(
        [
            ("Place", "", "Reading room"),
            ("Time", "", "7 pm"),
            ("", "", "Action"),
            *((f"{at}", _below(*told), "") for at, told in enumerate(TOLD, 1)),
        ]
    ),
    "a number before the title, what was said beside it": table(
        (f"<b>{at}. {title}</b>", text) for at, (title, text) in enumerate(TOLD, 1)
    ),
}


@pytest.mark.parametrize("rows", WITH_NUMBERS.values(), ids=WITH_NUMBERS)
def test_rows_with_a_number_are_items(tmp_path: Path, rows: str) -> None:
    found = recognised(tmp_path, MINUTES + rows)
    assert [(item.number, item.text) for item in found.items] == NUMBERED
    words = " ".join(block.text for block in found.blocks)
    assert all(text in words for _, text in TOLD)


def test_the_head_over_actions_stands_before_each(tmp_path: Path) -> None:
    rows = [("", "", "Action"), *((f"{at}", _below(*told), "AL") for at, told in enumerate(TOLD, 1))]
    found = recognised(tmp_path, MINUTES + table(rows))
    assert [block.text for block in found.blocks].count("Action: AL") == len(TOLD)
    assert "Action" in [aside.text for aside in found.asides]


def test_bold_titles_beside_what_was_said_are_items(tmp_path: Path) -> None:
    found = recognised(tmp_path, MINUTES + table((f"<b>{title}</b>", text) for title, text in TOLD))
    assert [item.text for item in found.items] == TITLES


NO_ITEMS = {
    "a table of data": table((f"{at}", "Loans in May", f"{at * 7}") for at in range(1, 6)),
    "numbers that do not count on": table(
        (f"{at}.", _below(*told), "x") for at, told in zip((9, 3, 5, 1), TOLD, strict=True)
    ),
    "a form": table(
        [
            ("<b>Date</b>", "3 June 2025."),
            ("<b>Apologies</b>", "Cy Doe."),
            ("<b>Next meeting</b>", "1 July 2025."),
        ]
    ),
}


@pytest.mark.parametrize("rows", NO_ITEMS.values(), ids=NO_ITEMS)
def test_other_tables_stay_tables(tmp_path: Path, rows: str) -> None:
    found = recognised(tmp_path, MINUTES + "<h2>Roof</h2><p>It leaks.</p>" + rows)
    assert [item.text for item in found.items] in ([], ["Roof"])
    assert any(block.rows for block in found.blocks)


WHO = ("Chair", "All", "Bo Ray", "All")
TIMES = ("19:00", "19:05", "19:10", "19:30")
AGENDAS = {
    "with heads": [
        ("Item", "Title", "Lead"),
        *((f"{at}.", title, who) for at, (title, who) in enumerate(zip(TITLES, WHO, strict=True), 1)),
    ],
    "without heads": [
        (f"{at}.", title, who) for at, (title, who) in enumerate(zip(TITLES, WHO, strict=True), 1)
    ],
}


@pytest.mark.parametrize("rows", AGENDAS.values(), ids=AGENDAS)
def test_an_agenda_set_as_a_table(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    found = recognised(tmp_path, AGENDA + table(rows)).items
    assert [(item.number, item.text) for item in found] == NUMBERED
    assert [item.presenters for item in found] == [(), (), ("Bo Ray",), ()]


def test_an_agenda_with_hours_in_the_place_of_numbers(tmp_path: Path) -> None:
    rows = [("Time", "Item", "Lead"), *zip(TIMES, TITLES, WHO, strict=True)]
    found = recognised(tmp_path, AGENDA + table(rows)).items
    assert [(item.number, item.time, item.text) for item in found] == [
        ("", time, title) for time, title in zip(TIMES, TITLES, strict=True)
    ]


def test_what_is_counted_or_bold_within_a_cell_is_a_part(tmp_path: Path) -> None:
    parts = "<ol><li><b>Gutters</b></li></ol><p>They drip.</p><ol start=2><li><b>Slates</b></li></ol><p>They slip.</p>"
    rows = [
        (
            f"{at}.",
            _below(title, text)
            + (parts + "<p><b>Staffing</b></p><p>It stays.</p>" if title == "Roof" else ""),
        )
        for at, (title, text) in enumerate(TOLD, 1)
    ]
    found = recognised(tmp_path, MINUTES + table(rows))
    assert [(item.number, item.text) for item in found.items] == NUMBERED
