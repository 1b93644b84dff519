"""Slugs that are told apart, and names that are spellings of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_builder.text.slugs import distinct_slugs, slug
from archive_builder.text.spellings import spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Lee", "Zoe Lee"),
        ("Zoë Lee", "Zoe\u0308 Lee"),
        ("ANN LEE", "Ann Lee"),
        ("Bo O'Neil", "Bo O’Neil"),
        ("Bo O'Neil", "Bo ONeil"),
        ("Anne-Marie Ray", "Anne Marie Ray"),
        ("Roads & Parks Board", "Roads and Parks Board"),
        ("Straße Board", "STRASSE BOARD"),
    ],
)
def test_names_that_differ_by_accents_case_and_signs_are_spellings_of_one(one, other):
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Lee", "Anne Lee"), ("Ann Lee", "Ann Leer"), ("Área 1 Board", "Area 2 Board"), ("+++", "---")],
)
def test_names_that_differ_by_a_letter_or_figure_are_two(one, other):
    assert spelling_key(one) != spelling_key(other)


def test_a_name_that_nobody_else_wants_keeps_its_bare_slug():
    assert distinct_slugs(["Ann Lee", "Bo Ray"]) == {"Ann Lee": "ann-lee", "Bo Ray": "bo-ray"}


def test_of_names_that_want_one_slug_each_gets_digits():
    made = distinct_slugs(["C Board", "C++ Board", "D Board"])
    assert made["D Board"] == "d-board"
    assert {slug("C Board")}.isdisjoint(made.values())
    assert all(made[name].startswith("c-board-") for name in ("C Board", "C++ Board"))


def test_a_name_without_a_letter_for_an_address_has_digits_from_the_start():
    alone = distinct_slugs(["Άννα Παππά"])
    both = distinct_slugs(["Άννα Παππά", "Νίκος Λαμπρός"])
    assert alone["Άννα Παππά"] == both["Άννα Παππά"]
    assert len(set(both.values())) == 2


def test_a_reserved_slug_is_given_to_nobody():
    assert distinct_slugs(["Other"], reserved=["other"])["Other"].startswith("other-")


@given(st.lists(st.text(alphabet="aAäÁ'-& ςβ1", max_size=5)))
def test_no_slug_is_given_twice_and_the_order_of_names_is_nothing(names):
    made = distinct_slugs(names, reserved=["a"])
    assert len(set(made.values())) == len(made) == len(set(names))
    assert made == distinct_slugs(reversed(names), reserved=["a"])
