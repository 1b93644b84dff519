""" "Did you mean" is asked only where it helps."""

from __future__ import annotations

import pytest

from tests.index.conftest import (
    Ask,
    Asked,
    archive_of,
    urls,
)

SUGGESTED = {
    "burglery": "Burglary",
    "homes burglery -thefts": "homes Burglary -thefts",
    "ubrglary": "Burglary",
    "burglary": "",
    "xyzzyq": "",
}


def test_misspellings(asked: Ask) -> None:
    replies = asked(*SUGGESTED)
    assert [reply["suggestion"] for reply in replies] == [*SUGGESTED.values()]


def test_a_short_word_is_suggested_only_where_one_letter_differs(ask_archive: Asked) -> None:
    texts = [f"Zero tolerance of buses in winter, harbor {number}." for number in range(30)]
    replies = ask_archive(archive_of(*texts))("zebra", "busis", "wintar", "harbot", "winber")
    assert [reply["suggestion"] for reply in replies] == ["", "buses", "winter", "harbor", "winter"]


def test_a_word_with_the_same_first_letter_is_suggested_before_others(ask_archive: Asked) -> None:
    (reply,) = ask_archive(archive_of(*(f"An arcade of trade: {number}." for number in range(30))))("tarade")
    assert reply["suggestion"] == "trade"


VAIN = {
    "buses": ("uses", "The lorries."),  # few mistake a first letter
    "wife": ("wide", "The husband."),  # of a short word any slip is another word
    "bobbies": ("bodies", "The officers."),  # two slips are many in seven letters
    "painting": ("panting", "Nothing."),  # one record has it
    "painting of boats": ("", "Boats and parting."),
}


@pytest.mark.parametrize("typed", VAIN)
def test_no_word_is_suggested_that_hardly_anybody_means(ask_archive: Asked, typed: str) -> None:
    word, other = VAIN[typed]
    texts = [
        other,
        *(f"The {word} of the town, {number}." for number in range(1 if word == "panting" else 9)),
    ]
    (reply,) = ask_archive(archive_of(*texts))(typed)
    assert reply["suggestion"] == ""


def test_another_spelling_is_suggested_only_where_all_words_together_are_found(ask_archive: Asked) -> None:
    texts = [*["A lantern."] * 3, *["The harbour wall."] * 3]
    apart, together = ask_archive(archive_of(*texts))("lantrn wall", "harbuor wall")
    assert (apart["suggestion"], together["suggestion"]) == ("", "harbour wall")


def test_a_word_that_no_record_has_is_searched_for_as_it_may_be_spelt_and_this_is_said(
    ask_archive: Asked,
) -> None:
    (reply,) = ask_archive(archive_of("The lantern by the wall.", *["The wall."] * 20))("lantrn wall")
    assert urls(reply)[0] == "part-0"
    assert reply["missing"] == ["lantrn"]
    assert [(one["typed"], one["said"]) for one in reply["also"]] == [("lantrn", "lantern")]
