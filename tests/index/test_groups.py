"""Where few records have all words, those that have most of them follow; phrases that no record says."""

from __future__ import annotations

import pytest

from tests.index.conftest import (
    TEXTS,
    Ask,
    Asked,
    archive_of,
    having,
    urls,
    years,
)


def test_no_record_has_all_the_words(asked: Ask) -> None:
    (reply,) = asked("burglary thefts zeppelin")
    assert (reply["has"], reply["missing"], urls(reply)) == ("most", ["zeppelin"], ["part-7"])


def test_where_few_records_have_all_words_those_that_have_most_follow(asked: Ask) -> None:
    (reply,) = asked("stop search fallen")
    assert (reply["has"], reply["total"], having(reply, "all")) == ("all", 1, ["part-0"])
    assert (reply["further"], having(reply, "most")) == (1, ["part-1"])
    assert urls(reply) == ["part-0", "part-1"]


def test_a_rare_word_counts_more_than_a_frequent_one(ask_archive: Asked) -> None:
    texts = [f"Complaints were read, number {number}." for number in range(30)]
    ask = ask_archive(archive_of(*texts, "A heron stood by.", "The otter and the complaints."))
    (reply,) = ask({"text": "heron otter complaints", "limit": 50})
    assert (reply["has"], urls(reply)[:2]) == ("most", ["part-31", "part-30"])
    assert reply["total"] == 2


def test_no_others_follow_where_enough_records_have_all_words(ask_archive: Asked) -> None:
    texts = [f"The harbour wall, stone {number}." for number in range(10)]
    ask = ask_archive(archive_of(*texts, *("The harbour." for _ in range(5))))
    many, few = ask({"text": "harbour wall", "limit": 50}, {"text": "harbour wall -9", "limit": 50})
    assert (many["total"], many["further"], len(many["results"])) == (10, 0, 10)
    assert (few["total"], few["further"]) == (9, 0)  # the rest have the lighter word alone


@pytest.mark.parametrize(
    "text", ["stop zeppelin", "zeppelin stop", "zeppelin stop balloon gas", "zeppelin vettin"]
)
def test_a_word_that_no_record_has_counts_for_nothing(asked: Ask, text: str) -> None:
    (reply,) = asked(text)
    assert reply["has"] == "most"
    assert "zeppelin" in reply["missing"]
    assert reply["total"] > 0


@pytest.mark.parametrize("typed", ["harbour 9 January 2023", "harbour lamps/quay", "harbour dues -paid"])
def test_words_that_are_known_and_stand_together_nowhere_keep_nothing_from_being_found(
    ask_archive: Asked, typed: str
) -> None:
    texts = ("The harbour.", "9 lamps.", "January.", "2023", "The quay.", "Dues are paid.")
    (reply,) = ask_archive(archive_of(*texts))(typed)
    assert "part-0" in urls(reply)


def test_what_follows_keeps_to_filters_phrases_and_exclusions(ask_archive: Asked) -> None:
    ask = years(ask_archive)
    (filtered,) = ask({"text": "harbour lights lamps body:harbour-board after:2022", "facets": True})
    assert (filtered["has"], filtered["total"]) == ("most", 2)
    assert {result["body"] for result in filtered["results"]} == {"Harbour Board"}
    assert sum(count["count"] for count in filtered["facets"]["body"]) == 3 - 1
    (phrase,) = ask({"text": '"harbour lights" lamps fish', "limit": 50})
    assert {result["heading"] for result in phrase["results"]} == {"Part 1"}
    (without,) = ask({"text": "harbour lights lamps -mended", "limit": 50})
    assert not any("mended" in stretch["text"] for r in without["results"] for stretch in r["passage"])


def test_the_counts_are_of_the_records_with_all_words(asked: Ask) -> None:
    reply, alone = asked(
        {"text": "stop search fallen", "facets": True}, {"text": "stop search fallen", "further": False}
    )
    assert sum(count["count"] for count in reply["facets"]["kind"]) == reply["total"] == 1
    assert (alone["further"], urls(alone)) == (0, ["part-0"])


def test_pages_go_over_from_one_group_to_the_next(asked: Ask) -> None:
    whole, first, second = asked(
        *({"text": "stop search fallen", **page} for page in ({}, {"limit": 1}, {"offset": 1}))
    )
    assert urls(first) + urls(second) == urls(whole)
    assert (second["total"], second["further"]) == (whole["total"], whole["further"])


def test_words_that_stand_apart_in_all_records(asked: Ask) -> None:
    (reply,) = asked("burglary vetting")
    assert (reply["has"], reply["missing"]) == ("most", [])
    assert set(urls(reply)) == {"part-2", "part-6", "part-7"}


def test_a_phrase_of_stop_words_is_no_more_searched_for_than_they_are(asked: Ask) -> None:
    alone, limited, beside = asked('"of the"', '"of the" kind:section', '"of the" stop')
    assert (alone["total"], alone["exact"], alone["marks"]) == (len(TEXTS), True, [])
    assert limited["total"] == len(TEXTS)
    assert (beside["total"], beside["has"], beside["apart"]) == (2, "most", True)


def test_where_no_record_says_a_phrase_those_with_its_words_are_found_and_this_is_said(asked: Ask) -> None:
    apart, said, filtered = asked('"search stop"', '"stop and search"', '"search stop" after:2026')
    assert (apart["apart"], apart["has"], set(urls(apart))) == (True, "most", {"part-0", "part-1"})
    assert {"stop", "search"} <= set(apart["marks"])
    assert (said["apart"], urls(said)) == (False, ["part-0"])
    assert filtered["total"] == 0
