"""What the search holds of an archive, and that the reader's half of it finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from archive_builder.index import exchanges
from archive_builder.index.entries import entries
from archive_builder.model import Archive
from tests import factories
from tests.index.conftest import Ask

NOTES = "meetings/pab/2025-03-18/notes/"
TRACKER = "meetings/pab/2025-06-17/tracker/"


def test_every_record_and_section_is_an_entry_in_the_order_of_the_text(small_archive: Archive) -> None:
    assert [(entry.kind, entry.url) for entry in entries(small_archive)] == [
        ("Notes", NOTES),
        ("Agenda item", f"{NOTES}#item-4"),
        ("Question", f"{NOTES}#question-4-1"),
        ("Answer", f"{NOTES}#answer-4-1"),
        ("Action", f"{NOTES}#action-4-1"),
        ("Vote", f"{NOTES}#vote-4-1"),
        ("Decision", f"{TRACKER}#minute-687-iii-a"),
        ("Tracker row", f"{TRACKER}#row-4"),
        ("Person", "people/ada-okafor/"),
    ]


def test_a_section_holds_its_text_without_what_records_hold(small_archive: Archive) -> None:
    item = next(entry for entry in entries(small_archive) if entry.kind == "Agenda item")
    assert item.heading == "4 Firearms licensing"
    assert item.text == "The survey of café owners was discussed on Tuesday."


def test_a_result_says_what_it_is(small_archive: Archive, ask_archive: Callable[[Archive], Ask]) -> None:
    (reply,) = ask_archive(small_archive)("kind:question renewals")
    assert reply["results"] == [
        {
            "url": f"{NOTES}#question-4-1",
            "kind": "question",
            "name": "Question",
            "body": "Performance Board",
            "date": "2025-03-18",
            "heading": "Question 1",
            "extra": "asked by Ada Okafor",
            "title": "Why do renewals wait 90 days?",
            "beside": "Because the unit’s staff were on other duties.",
            "stands": "Answered",
            "has": "all",
            "passage": [
                {"text": "Why do ", "hit": False},
                {"text": "renewals", "hit": True},
                {"text": " wait 90 days?", "hit": False},
            ],
        }
    ]


def test_an_answer_says_what_was_asked(small_archive: Archive, ask_archive: Callable[[Archive], Ask]) -> None:
    (reply,) = ask_archive(small_archive)("kind:answer duties")
    assert [result["title"] for result in reply["results"]] == ["Why do renewals wait 90 days?"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The pier is shut. When does it open? Who pays?", "When does it open?"),
        ("To report on the pier.", "To report on the pier."),
        ("Why " + "so " * 60 + "late?", ("Why " + "so " * 60)[:159].rstrip() + " …"),
        ("x" * 200, "x" * 160 + " …"),
        ("", ""),
    ],
)
def test_a_title_is_the_sentence_that_asks(text: str, title: str) -> None:
    assert exchanges.asking(text) == title


def test_an_items_number_is_not_said_twice() -> None:
    """ "212 i" begins with the number of its item."""
    headings = [entry.heading for entry in entries(factories.archive())]
    assert "212 i: ANNUAL REPORT" in headings
    assert not [heading for heading in headings if "212 i: 212" in heading]


def test_a_lesser_copy_is_left_out(small_archive: Archive) -> None:
    notes, tracker = small_archive.documents
    archive = replace(small_archive, documents=(replace(notes, same_as=tracker.path), tracker))
    assert not any(entry.url.startswith(NOTES) for entry in entries(archive))


FOUND = {
    "Tuesday": "Agenda item",
    "surveys cafe": "Agenda item",
    "days": "Question",
    "staff renewals": "Answer",
    "Okafor waiting": "Action",
    "687": "Decision",
    "687 iii a": "Decision",
    "687(iii)(a)": "Decision",
    "reported": "Tracker row",
}


def test_every_kind_of_record_is_found(small_archive: Archive, ask_archive: Callable[[Archive], Ask]) -> None:
    replies = ask_archive(small_archive)(*FOUND)
    names = [{result["name"] for result in reply["results"]} for reply in replies]
    assert [kind for kind, found in zip(FOUND.values(), names, strict=True) if kind not in found] == []
    assert {reply["has"] for reply in replies} == {"all"}
