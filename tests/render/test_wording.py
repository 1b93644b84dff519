"""Plain English: dates, counts, titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive_builder.model import Classification, DecisionKind, Place
from archive_builder.render import wording
from tests import factories


def test_dates_in_full() -> None:
    assert wording.day(date(2025, 3, 1)) == "1 March 2025"
    assert wording.with_full_dates("Board, 2025-06-24 and 2025-13-01") == "Board, 24 June 2025 and 2025-13-01"


def test_long_texts_are_cut_between_words() -> None:
    assert wording.shorten("a short one") == "a short one"
    assert wording.shorten("the backlog, and more", 13) == "the backlog …"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("TACKLING SERIOUS VIOLENCE", "Tackling Serious Violence"),
        ("POLICE AND CRIME COMMISSIONER'S BUDGET", "Police and Crime Commissioner's Budget"),
        ("OPCC AND WMP UPDATE (VRP)", "OPCC and WMP Update (VRP)"),
        ("NABIS", "NABIS"),
        ("ITEMS TO BE TAKEN IN PRIVATE (IF ANY)", "Items to Be Taken in Private (If Any)"),
        ("URGENT BUSINESS (OPCC), IF ANY", "Urgent Business (OPCC), If Any"),
        ("Digital and Data Strategy", "Digital and Data Strategy"),
    ],
)
def test_capitals_become_a_title(printed: str, shown: str) -> None:
    assert wording.title_case(printed) == shown


def test_titles_of_documents_make_sense_alone() -> None:
    notes = factories.document()
    assert wording.full_title(notes) == "Notes of 28 October 2025, Harbour Accountability Board"
    annual = replace(notes, classification=Classification.ANNUAL_REPORT, period="2023-24", date=None)
    assert wording.title_of(annual) == "Annual report 2023-24"
    nameless = replace(notes, classification=Classification.UNKNOWN, title="")
    assert wording.title_of(nameless) == "2025-10-28 board notes.txt"


def test_an_item_printed_in_capitals_is_listed_by_a_title() -> None:
    item = replace(factories.board_notes().items[0], text="DECLARATIONS OF INTEREST (IF ANY)")
    assert wording.record_title(item) == "Declarations of Interest (If Any)"


def test_records_are_called_by_their_numbers() -> None:
    made = factories.decision("minute-212-ii-a", Place(0, 0), identifier="212 ii a")
    assert wording.record_name(made) == "decision 212 ii a"
    assert wording.record_name(replace(made, kind=DecisionKind.KEY_DECISION)) == "key decision 212 ii a"
    assert wording.record_title(factories.action("action-1", Place(0, 0))) == "Action"
