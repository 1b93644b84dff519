"""Addresses: what is built is taken apart again, and pages are told from files."""

from datetime import date

import pytest

from archive_builder.model import addresses


def test_a_meeting_is_read_back_from_its_address_and_from_those_below_it():
    page = addresses.meeting("fenny", date(2024, 3, 5))
    notes = addresses.below(page, "notes")
    assert notes == "meetings/fenny/2024-03-05/notes/"
    assert addresses.parse_meeting(page) == addresses.parse_meeting(notes) == ("fenny", date(2024, 3, 5))


@pytest.mark.parametrize(
    "page", ["", "meetings/", "meetings/fenny/", "documents/2024-03-05/", "annual-reports/2023-24/"]
)
def test_pages_of_no_meeting_have_none(page):
    assert addresses.parse_meeting(page) is None


@pytest.mark.parametrize(("body", "year"), [("fenny", "2024"), ("", "2024"), ("fenny", ""), ("", "")])
def test_a_register_page_is_read_back(body, year):
    page = addresses.register_page(addresses.ACTIONS, body, year)
    assert addresses.parse_register_page(page) == (
        addresses.ACTIONS,
        body or addresses.NO_BODY,
        year or addresses.NO_YEAR,
    )


@pytest.mark.parametrize("anchor", ["", "question-5-1"])
def test_a_record_is_read_back(anchor):
    page = "meetings/fenny/2024-03-05/notes/"
    assert addresses.split(addresses.record(page, anchor)) == (page, anchor)


def test_what_came_of_a_record_stands_below_its_register():
    page = "meetings/fenny/2024-03-05/notes/"
    where = addresses.what_came_of(addresses.QUESTIONS, page, "question-5-1")
    assert where == "questions/fenny/2024-03-05/notes/question-5-1/"


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (addresses.body("fenny"), "feeds/bodies/fenny.xml"),
        (addresses.topic("boats"), "feeds/topics/boats.xml"),
        (addresses.person("ann-lee"), "feeds/people/ann-lee.xml"),
        (addresses.QUESTIONS, "feeds/questions.xml"),
    ],
)
def test_each_page_that_can_be_followed_has_a_feed(page, feed):
    assert addresses.feed_of(page) == feed


def test_pages_are_told_from_files():
    assert addresses.is_page(addresses.HOME)
    assert addresses.is_page(addresses.year(2024))
    assert not addresses.is_page(addresses.ALL_FEED)


def test_the_first_page_of_a_list_has_the_bare_address():
    assert [addresses.numbered("topics/boats/", n) for n in (1, 2)] == ["topics/boats/", "topics/boats/2/"]
