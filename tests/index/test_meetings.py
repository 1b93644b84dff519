"""A day with words of a body's name finds that meeting first, in the order of its records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from archive_builder.model import Archive, Body
from tests.index.conftest import Ask, document

DAY = date(2025, 3, 18)
TEXTS = ("The board met.", "Lamps for the board, the board said.")


@pytest.fixture
def ask(ask_archive: Callable[[Archive], Ask]) -> Ask:
    other = ("On 18 March 2025 the board and the board of the board met in the harbour.",)
    documents = (
        document(1, DAY, *TEXTS, body="harbour-board"),
        document(2, DAY, *TEXTS, body="lamp-council"),
        document(3, date(2025, 4, 1), *other, body="harbour-board"),
    )
    bodies = (
        Body(slug="harbour-board", name="Harbour Board"),
        Body(slug="lamp-council", name="Lamp Council"),
    )
    return ask_archive(Archive(documents=documents, bodies=bodies))


def found(reply: dict[str, Any]) -> list[str]:
    """The document and the part of each result, in order."""
    return [result["url"].removeprefix("meetings/") for result in reply["results"]]


@pytest.mark.parametrize("typed", ["board 18 March 2025", "2025-03-18 board", "boards 18/3/2025"])
def test_the_meeting_of_the_body_comes_first_in_its_order(ask: Ask, typed: str) -> None:
    (reply,) = ask({"text": typed, "passages": True})
    assert found(reply)[:2] == ["harbour-board/1/#part-0", "harbour-board/1/#part-1"]
    assert reply["total"] == 5


def test_other_words_beside_a_day_are_ranked_as_ever(ask: Ask) -> None:
    (reply,) = ask({"text": "harbour 18 March 2025", "passages": True})
    assert found(reply)[0] == "harbour-board/3/#part-0"
    (reply,) = ask({"text": "lamps 18 March 2025", "passages": True})
    assert {*found(reply)} == {"harbour-board/1/#part-1", "lamp-council/2/#part-1"}
    assert found(reply)[0] == "lamp-council/2/#part-1"


def test_prepositions_say_nothing_of_what_is_looked_for(ask: Ask) -> None:
    against, plain = ask("lamps against the board", "lamps board")
    assert found(against) == found(plain)
