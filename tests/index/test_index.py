"""What the search holds of an archive, and that the reader's half of it finds it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from archive_builder import index
from archive_builder.index.entries import entries
from archive_builder.model import Archive
from tests.conftest import Found

NOTES = "meetings/pab/2025-03-18/notes/"
TRACKER = "meetings/pab/2025-06-17/tracker/"


def files(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in index.assets(archive)}


def test_every_record_and_section_is_an_entry_in_the_order_of_the_text(small_archive: Archive) -> None:
    assert [(entry.kind, entry.url) for entry in entries(small_archive)] == [
        ("Notes", NOTES),
        ("Agenda item", f"{NOTES}#item-4"),
        ("Question", f"{NOTES}#question-4-1"),
        ("Answer", f"{NOTES}#answer-4-1"),
        ("Action", f"{NOTES}#action-4-1"),
        ("Decision", f"{TRACKER}#minute-687-iii-a"),
        ("Tracker row", f"{TRACKER}#row-4"),
        ("Person", "people/ada-okafor/"),
    ]


def test_a_section_holds_its_text_without_what_records_hold(small_archive: Archive) -> None:
    item = next(entry for entry in entries(small_archive) if entry.kind == "Agenda item")
    assert item.heading == "4 Firearms licensing"
    assert item.text == "The survey of café owners was discussed on Tuesday."


def test_a_result_says_what_it_is(small_archive: Archive) -> None:
    shown = json.loads(files(small_archive)["search/records.json"])
    assert shown[2] == {
        "u": f"{NOTES}#question-4-1",
        "k": "Question",
        "b": "Performance Board",
        "d": "2025-03-18",
        "h": "Question 1",
        "t": "Why do renewals wait 90 days?",
        "x": "asked by Ada Okafor",
    }


def test_a_lesser_copy_is_left_out(small_archive: Archive) -> None:
    notes, tracker = small_archive.documents
    archive = replace(small_archive, documents=(replace(notes, same_as=tracker.path), tracker))
    assert not any(entry.url.startswith(NOTES) for entry in entries(archive))


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("Tuesday", "Agenda item"),
        ("surveys cafe", "Agenda item"),
        ("days", "Question"),
        ("staff renewals", "Answer"),
        ("Okafor waiting", "Action"),
        ("687", "Decision"),
        ("reported", "Tracker row"),
    ],
)
def test_lunr_in_javascript_finds_what_python_indexed(
    query: str, kind: str, small_archive: Archive, tmp_path: Path, found: Found
) -> None:
    made = files(small_archive)
    (tmp_path / "index.json").write_bytes(made["search/index.json"])
    shown = json.loads(made["search/records.json"])
    assert kind in [shown[number]["k"] for number in found(tmp_path / "index.json", query)]


def test_an_empty_archive_has_an_index_that_finds_nothing() -> None:
    serialised = json.loads(files(Archive())["search/index.json"])
    assert serialised["invertedIndex"] == []
    assert serialised["fields"] == ["heading", "people", "text"]


def test_the_same_archive_gives_the_same_bytes(small_archive: Archive) -> None:
    one, other = files(small_archive), files(small_archive)
    assert [path for path in one if one[path] != other[path]] == []
