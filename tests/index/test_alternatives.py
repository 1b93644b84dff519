"""Other spellings, compounds, lay words and acronyms find what the words as typed do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive_builder.model import Abbreviation, Topic
from tests.index.conftest import (
    Ask,
    Asked,
    archive_of,
    having,
    urls,
)

SPELT = {
    "licence": "license",
    "organised": "organized",
    "neighbourhoods": "neighborhood",
    "bus": "buses",
    "knives": "knife",
    "enquiries": "inquiry",
    "programme": "programs",
    "Łódź": "lodz",
    "straße": "strasse",
    "Ærø": "aero",
    "Đorđe": "dorde",
    "e-scooters": "escooter",
    "reoffending": "re-offending",
}


@pytest.mark.parametrize("printed", SPELT)
def test_spellings_of_one_word_find_one_another(ask_archive: Asked, printed: str) -> None:
    for text, typed in ((printed, SPELT[printed]), (SPELT[printed], printed)):
        (reply,) = ask_archive(archive_of(f"The {text} of the town.", "Nothing else."))(typed)
        assert having(reply, "all") == ["part-0"], (text, typed)


ALSO = {
    "e-scooters": ("A scooter stood there.", "scooters"),
    "potholes": ("A pot without holes.", "pot holes"),
    "pot holes": ("The potholes were filled.", "potholes"),
}


@pytest.mark.parametrize("typed", ALSO)
def test_a_compound_finds_its_halves_and_they_find_it_and_this_is_said(
    ask_archive: Asked, typed: str
) -> None:
    text, said = ALSO[typed]
    (reply,) = ask_archive(archive_of("Nothing else.", text))(typed)
    assert (reply["has"], urls(reply)) == ("most", ["part-1"])
    assert [(one["typed"], one["said"]) for one in reply["also"]] == [(typed, said)]


@pytest.mark.parametrize("typed", ["9 January 2023", "£1,200", "031/2024", "12 iv b"])
def test_the_parts_of_a_date_or_number_are_not_searched_for_alone(ask_archive: Asked, typed: str) -> None:
    texts = ("Dues of January 2023.", "Paid: 1, 200, 2024.", "12 lamps, 031 and iv.")
    (reply,) = ask_archive(archive_of(*texts))(f"harbour {typed}")
    assert reply["also"] == []


def test_lay_words_find_the_records_of_their_topic_after_those_that_have_them(ask_archive: Asked) -> None:
    topic = Topic(slug="dues", name="Harbour dues", words=("harbour due",), lay=("boat money", "mooring tax"))
    texts = ("What is paid at the quay.", "Boat money is paid.", "The lamps burn.", "Harbour dues were set.")
    archive = archive_of(*texts, topics=(topic,))
    about = {f"{archive.documents[0].path}#part-0": ("dues",)}
    lay, name, other = ask_archive(replace(archive, about=about))("boat money", "harbour dues", "lamps")
    assert (having(lay, "all"), set(having(lay, "most"))) == (["part-1"], {"part-0", "part-3"})
    assert lay["also"] == [{"typed": "boat money", "said": "Harbour dues", "path": "topics/dues/"}]
    assert lay["topics"] == name["topics"] == [{"name": "Harbour dues", "path": "topics/dues/"}]
    assert (name["also"], other["topics"]) == ([], [])


def test_acronyms_of_public_life_need_no_document_that_defines_them(ask_archive: Asked) -> None:
    ask = ask_archive(archive_of("AI wrote it.", "Artificial intelligence wrote it.", "Nobody did."))
    for reply in ask("AI", "artificial intelligence"):
        assert set(having(reply, "all")) == {"part-0", "part-1"}


def test_what_the_documents_say_an_acronym_means_counts_alone(ask_archive: Asked) -> None:
    own = Abbreviation(short="AI", meaning="Avon Institute", documents=("meetings/harbour-board/1/",))
    ask = ask_archive(
        archive_of("AI met.", "The Avon Institute.", "Artificial intelligence.", glossary=(own,))
    )
    own_reply, other = ask("Avon Institute", "artificial intelligence")
    assert (set(having(own_reply, "all")), having(other, "all")) == ({"part-0", "part-1"}, ["part-2"])


def test_an_acronym_alone_says_what_it_stands_for(asked: Ask) -> None:
    replies = asked(
        *({"text": text, "facets": True} for text in ("wmp", "WMP", "vans", "WMP vans", "constructor"))
    )
    known = ["West Midlands Police"]
    assert [reply["meanings"] for reply in replies] == [known, known, [], [], []]
