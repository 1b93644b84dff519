"""Questions, operators, and words that mean a filter."""

from __future__ import annotations

import pytest

from tests.index.conftest import (
    Ask,
    Asked,
    archive_of,
    urls,
)

REFUSED = {
    '"stop and search" OR vans': ["or"],
    "(stop search) OR (vans paint)": ["or", "parentheses"],
    "burglary AND (homes thefts)": ["parentheses"],
    "vans OR cafe": [],
    "(vans OR cafe) AND police": [],
    "NOT vans": [],
    "687 (iii) (a)": [],
    "stop (and search)": [],
}


@pytest.mark.parametrize("text", REFUSED)
def test_operators_that_are_not_understood_are_said(asked: Ask, text: str) -> None:
    (reply,) = asked(text)
    assert reply["refused"] == REFUSED[text]


AROUND = {
    "who promised to report back on stop and search": ("who promised to report back on", "stop and search"),
    "what did the panel decide about burglary": ("what did the panel decide about", "burglary"),
    "how many burglaries were there": ("how many", "burglaries were there"),
    "decisions about burglary": ("decisions about", "burglary"),
    "decision 030/2022": ("", "decision 030/2022"),
    "who": ("", "who"),
    "how many": ("", "how many"),
    "decisions about": ("", "decisions about"),
    "report back": ("", "report back"),
}


@pytest.mark.parametrize("text", AROUND)
def test_the_small_words_of_a_question_are_set_aside(asked: Ask, text: str) -> None:
    aside, about = AROUND[text]
    reply, bare = asked(text, about)
    assert reply["aside"] == aside
    assert (reply["total"], urls(reply)) == (bare["total"], urls(bare))


OFFERED = {
    "decisions about burglary": ("kind", ["decision"], "burglary"),
    "what has the board decided about burglary after:2024": ("kind", ["decision"], "burglary after:2024"),
    "who promised to look into burglary": ("kind", ["undertaking", "action"], "burglary"),
    "what was asked about burglary": ("kind", ["question", "answer"], "burglary"),
    "overdue burglary": ("status", ["open"], "burglary"),
    "burglary outstanding": ("status", ["open"], "burglary"),
}


@pytest.mark.parametrize("text", OFFERED)
def test_words_that_mean_a_filter_offer_it(asked: Ask, text: str) -> None:
    (reply,) = asked(text)
    assert [(one["facet"], one["values"], one["text"]) for one in reply["offers"]] == [OFFERED[text]]


def test_no_filter_is_offered_where_none_is_meant(asked: Ask) -> None:
    assert [reply["offers"] for reply in asked("burglary", "decision 030/2022", "stop and search")] == [
        [],
        [],
        [],
    ]


def test_a_word_that_means_a_filter_is_not_cut_in_two(ask_archive: Asked) -> None:
    (reply,) = ask_archive(archive_of("The dues are paid over the quay.", "Other actions."))(
        "overdue actions"
    )
    assert reply["also"] == []
    assert [one["values"] for one in reply["offers"]] == [["open"]]
