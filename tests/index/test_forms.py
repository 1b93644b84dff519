"""Words and further terms are found fast; what is found is what the plain rule finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_builder.index.forms import forms, joined
from archive_builder.index.terms import plain, split
from tests.link.test_linear import took

WORD = r"[^\W_]+(?:['’][^\W_]+)*"
NUMBER_OR_WORD = r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*"

SIGNS = "abZé_ .,'’-–‑/\n\u00a0"


@given(st.text(st.sampled_from(SIGNS), max_size=60))
def test_words_with_hyphens_and_slashes_are_found_wherever_they_stand(text: str) -> None:
    plainly = re.findall(rf"{WORD}(?:[-‐‑–/]{WORD})+", text)
    assert [*forms(text)] == [joined(compound) for compound in plainly]


@given(st.text(st.sampled_from(SIGNS + "12"), max_size=60))
def test_a_text_of_plain_letters_is_split_like_any_other(text: str) -> None:
    assert split(text) == re.findall(NUMBER_OR_WORD, plain(text))


def test_a_long_run_of_hyphens_is_one_word() -> None:
    assert [*forms("a-" * 50_000)] == [joined("a-" * 50_000)]


@pytest.mark.parametrize("run", ["a", "a'", "a-", "a_", "b-c\u00a0", "1", "£1,"])
def test_a_word_of_ten_times_the_length_takes_about_ten_times_as_long(run: str) -> None:
    def work(text: str) -> object:
        return [*forms(text)]

    assert took(work, run * 10_000 + "_b-c") < 40 * took(work, run * 1_000 + "_b-c") + 0.01
