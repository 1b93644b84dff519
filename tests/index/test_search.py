"""What a reader types, and what is found: spellings, passages, words in context."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from archive_builder.model import Archive
from tests.index.conftest import (
    FACETS,
    TEXTS,
    Ask,
    Asked,
    archive_of,
    document,
    having,
    urls,
)

FOUND = {
    '"stop and search"': {0},
    "“Stop and Search”": {0},
    "stop search": {0, 1},
    'search -"stop and search"': {1},
    "search -reasons": {0},
    "vett*": {2},
    "vettin": {2},
    "vetted": {2},
    "obrien": {2},
    "O'Brien": {2},
    "o’brien’s": {2},
    "CAFE": {2},
    "coordinator": {3},
    "co-ordinator": {3},
    "co ordinator": {3},
    "West Midlands Police": {3, 4},
    "wmp": {3, 4},
    '"West Midlands Police"': {3},
    "£1.2m": {4},
    "£1,200,000": {4},
    "£1.2 million": {4},
    "£5,000": {4},
    "£5000": {4},
    "5,000": {4},
    "030-2022": {5},
    "030/2022": {5},
    "28 October 2025": {5},
    "28th October 2025": {5},
    "October 28, 2025": {5},
    "28/10/2025": {5},
    "2025-10-28": {5},
    "28 Oct 2025": {5},
    "18 March 2025": set(range(len(TEXTS))),
    "18/03/2025": set(range(len(TEXTS))),
    "burglaries": {6, 7},
    "łódź": {8},
    "sao paulo": {8},
    "izmir": {8},
    "1234": {8},
    "nothing of it": set(),
    "burglary -thefts": {6},
    "burglary NOT thefts": {6},
    "burglary AND NOT thefts": {6},
    "burglary NOT (": {6, 7},
    'search NOT "stop and search"': {1},
    "NOT thefts burglary": {6},
    "burglary AND thefts": {7},
    "vans OR cafe": {2, 4},
    "(vans OR cafe) police": {4},
    "vans OR cafe OR rose": {2, 4, 6},
    "STOP AND SEARCH": {0, 1},
    "stop and search": {0, 1},
}


@pytest.fixture(scope="module")
def spelt(asked: Ask) -> dict[str, dict[str, Any]]:
    return dict(zip(FOUND, asked(*FOUND), strict=True))


@pytest.mark.parametrize("text", FOUND)
def test_spellings(spelt: dict[str, dict[str, Any]], text: str) -> None:
    reply = spelt[text]
    assert reply["has"] != "most"
    assert {int(anchor.removeprefix("part-")) for anchor in having(reply, "all")} == FOUND[text]
    assert (reply["total"], reply["exact"]) == (len(FOUND[text]), True)


def test_words_that_stand_together_as_typed_come_before_words_apart(ask_archive: Asked) -> None:
    texts = (
        "The time was short, the tide was low and no response came to the harbour.",
        "Harbour response time is measured at low tide, and nobody was short.",
        "Time is a response of the harbour, and short and low was the tide.",
    )
    (reply,) = ask_archive(archive_of(*texts))({"text": "harbour response time", "passages": True})
    assert urls(reply)[0] == "part-1"


def test_a_day_alone_finds_what_was_said_on_it_first_and_in_its_order(ask_archive: Asked) -> None:
    day, other = date(2025, 3, 18), date(2025, 9, 2)
    documents = (
        document(1, day, "One.", "Two."),
        document(2, other, "As was said on 18 March 2025.", "Three."),
    )
    asks = ask_archive(Archive(documents=documents))
    for reply in asks("18 March 2025", "18/03/2025", {"text": "2025-03-18", "passages": True}):
        assert urls(reply) == ["part-0", "part-1", "part-0"]
        assert [result["date"] for result in reply["results"]] == [f"{day}", f"{day}", f"{other}"]


def test_a_word_is_completed_as_it_is_printed(asked: Ask) -> None:
    (known,) = asked({"complete": "rose burgl"})
    assert known == [{"word": "Burglary", "count": 2}, {"word": "burglaries", "count": 1}]


def test_queries_without_words(asked: Ask) -> None:
    for reply in asked("", "the", '""', "-", "*", ":", '"', "-police", "a*", "(), [] \\"):
        assert reply["missing"] == []


PROPERTIES = (
    "constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString"
    " __proto__ __defineGetter__ __lookupSetter__ prototype"
).split()
"""What every object of JavaScript has: none is a filter, a facet's value or a word for that."""


@pytest.mark.parametrize("name", PROPERTIES)
def test_the_name_of_a_property_is_a_word_like_any_other(asked: Ask, name: str) -> None:
    forms = (
        name,
        f"{name}:{name}",
        f"kind:{name}",
        f"-by:{name}",
        f"after:{name}",
        f'"{name} {name}"',
        f"{name}*",
    )
    for reply in asked(*({"text": f"{form} burglary", "facets": True} for form in forms)):
        assert urls(reply)[:1] in ([], ["part-6"], ["part-7"])
        assert set(reply["facets"]) == {"kind", "body", "person", "topic", "status", "year"}
    word, odd, kind = asked(name, f"{name}:x burglary", f"kind:{name} burglary")
    assert word["missing"] == [name.strip("_")]
    assert [unknown["filter"] for unknown in odd["unknown"]] in ([], [name.lower()])
    assert [unknown["value"] for unknown in kind["unknown"]] == [name]
    narrowed = [{"text": "burglary", "facets": True, "filters": {facet: [name]}} for facet in FACETS]
    assert [reply["total"] for reply in asked(*narrowed)] == [0] * len(FACETS)


@pytest.mark.parametrize("name", PROPERTIES)
def test_the_name_of_a_property_is_found_where_it_stands(ask_archive: Asked, name: str) -> None:
    (reply,) = ask_archive(archive_of(f"The {name} of the bridge.", "Nothing else."))(name)
    assert urls(reply) == ["part-0"]


def test_words_in_context_are_marked(asked: Ask) -> None:
    (reply,) = asked({"text": '"stop and search" fallen', "passages": True})
    hits = [stretch["text"] for stretch in reply["results"][0]["passage"] if stretch["hit"]]
    assert hits == ["stop", "and", "search", "fallen"]
    assert reply["marks"] == ['"stop and search"', "fallen"]


def test_passages_are_the_text(asked: Ask) -> None:
    for reply in asked(
        *({"text": text, "passages": True, "texts": True} for text in ("officers", "cafe", "burgl*"))
    ):
        for result in reply["results"]:
            shown = "".join(stretch["text"] for stretch in result["passage"])
            assert shown.replace("… ", "").replace(" …", "") in result["text"]
            assert any(stretch["hit"] for stretch in result["passage"])


def test_an_empty_archive(ask_archive: Asked) -> None:
    replies = ask_archive(Archive())("police", {"text": "", "facets": True}, '"a phrase of it"', "pol*")
    assert [(reply["total"], reply["has"]) for reply in replies] == [(0, "none")] * 4


def test_a_lesser_copy_is_not_found(ask_archive: Asked) -> None:
    one = document(1, date(2025, 1, 1), "Harbour.")
    other = replace(document(2, date(2025, 1, 1), "Harbour."), same_as=one.path)
    (reply,) = ask_archive(Archive(documents=(one, other)))("harbour")
    assert reply["total"] == 1
