"""What a reader types, and what is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from archive_builder import index
from archive_builder.model import Abbreviation, Archive, Body, LifeLine, Standing, Topic
from tests.index.conftest import Ask, archive_of, asking, document, placed

Asked = Callable[[Archive], Ask]
FACETS = ("kind", "body", "person", "topic", "status")


def urls(reply: dict[str, Any]) -> list[str]:
    """The anchors of the results, in order."""
    return [result["url"].partition("#")[2] for result in reply["results"]]


def having(reply: dict[str, Any], has: str) -> list[str]:
    """The anchors of those results that have all of the words, or most of them."""
    return [
        anchor for anchor, result in zip(urls(reply), reply["results"], strict=True) if result["has"] == has
    ]


TEXTS = (
    "The use of stop and search has fallen.",  # part-0
    "They stop, and we search for reasons.",  # 1
    "Vetting of officers takes a year; O’Brien’s café is closed.",  # 2
    "The co-ordinator met the coordinators of West Midlands Police.",  # 3
    "WMP spent £1.2m on vans and £5,000 on paint.",  # 4
    "Decision 030/2022 was taken on 28 October 2025.",  # 5
    "Burglary rose by a tenth. Burglary of homes fell.",  # 6
    "There were burglaries and thefts, and one burglary.",  # 7
    "Ward meetings in Łódź, São Paulo and İzmir: 1,234 people.",  # 8
)

WMP = Abbreviation(short="WMP", meaning="West Midlands Police", documents=("meetings/harbour-board/1/",))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    archive = archive_of(*TEXTS, glossary=(WMP,))
    return asking(placed(index.assets(archive), tmp_path_factory.mktemp("texts")))


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
    "e-scooters": ("A scooter stood there.", "scooter"),
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


def test_a_word_that_means_a_filter_is_not_cut_in_two(ask_archive: Asked) -> None:
    (reply,) = ask_archive(archive_of("The dues are paid over the quay.", "Other actions."))(
        "overdue actions"
    )
    assert reply["also"] == []
    assert [one["values"] for one in reply["offers"]] == [["open"]]


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


def test_a_word_is_completed_as_it_is_printed(asked: Ask) -> None:
    (known,) = asked({"complete": "rose burgl"})
    assert known == [{"word": "Burglary", "count": 2}, {"word": "burglaries", "count": 1}]


def test_queries_without_words(asked: Ask) -> None:
    for reply in asked("", "the", '""', "-", "*", ":", '"', "-police", "a*", "(), [] \\"):
        assert reply["missing"] == []


def test_unknown_filters_are_said(asked: Ask) -> None:
    (reply,) = asked("search colour:red after:tomorrow by:nobody")
    assert [(one["filter"], one["value"]) for one in reply["unknown"]] == [
        ("colour", "red"),
        ("after", "tomorrow"),
        ("by", "nobody"),
    ]
    assert all(one["hint"] for one in reply["unknown"])
    assert reply["total"] == 2


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


def years(ask_archive: Asked) -> Ask:
    texts = ("Harbour dues were set.", "Harbour lights were mended.")
    documents = [document(year, date(year, 5, 1), *texts) for year in (2021, 2022, 2023)]
    documents.insert(0, document(9, None, "Harbour history."))
    documents.append(document(7, date(2022, 5, 1), "Harbour fish.", body="fish-panel"))
    documents.sort(key=lambda d: d.date or date.min)
    bodies = (Body(slug="harbour-board", name="Harbour Board"), Body(slug="fish-panel", name="Fish Panel"))
    first = f"{documents[1].path}#decision-1"
    return ask_archive(
        Archive(
            documents=tuple(documents),
            bodies=bodies,
            topics=(Topic(slug="dues", name="Dues"),),
            about={first: ("dues",)},
            lifelines={first: LifeLine(origin=first, standing=Standing.OPEN, steps=())},
        )
    )


def test_order_and_dates(ask_archive: Asked) -> None:
    newest, oldest, after, before, between, day = years(ask_archive)(
        {"text": "harbour", "order": "newest"},
        {"text": "harbour", "order": "oldest"},
        {"text": "harbour after:2023"},
        {"text": "harbour before:2021"},
        {"text": "harbour", "filters": {"after": "2022", "before": "2022-12-31"}},
        {"text": "harbour after:01/05/2022 before:2022-05"},
    )
    dates = [result["date"] for result in newest["results"]]
    assert dates == [*sorted(filter(None, dates), reverse=True), ""]
    dates = [result["date"] for result in oldest["results"]]
    assert dates == [*sorted(filter(None, dates)), ""]
    assert [result["date"][:4] for result in after["results"]] == ["2023", "2023"]
    assert [result["date"][:4] for result in before["results"]] == ["2021", "2021"]
    assert between["total"] == day["total"] == 3


@pytest.mark.parametrize(
    ("limit", "is_found"),
    [
        ("after:2023", True),
        ("after:2024", True),
        ("after:2024-04", False),
        ("before:2023", True),
        ("before:2022", False),
        ("after:2023-24", True),
        ("before:2023/24", True),
        ("before:2022-2023", False),
        ("after:2024-25", False),
        ("after:2023-04-01 before:2024-03-31", True),
    ],
)
def test_a_report_on_a_year_is_found_by_the_days_of_that_year(
    ask_archive: Asked, limit: str, is_found: bool
) -> None:
    report = document(1, None, "The harbour in a year.", period="2023-24")
    (reply,) = ask_archive(Archive(documents=(report,)))({"text": f"harbour {limit}", "facets": True})
    assert (reply["total"], reply["unknown"]) == (int(is_found), [])
    if is_found:
        assert reply["results"][0]["date"] == "2023-24"
        assert [year["value"] for year in reply["facets"]["year"]] == ["2024", "2023"]


def test_facets_count_as_if_they_were_not_narrowed_themselves(ask_archive: Asked) -> None:
    (reply,) = years(ask_archive)(
        {
            "text": "harbour",
            "filters": {"body": ["fish-panel"], "after": "2022", "before": "2022"},
            "facets": True,
        }
    )
    assert reply["total"] == 1
    facets = {
        name: {count["value"]: count["count"] for count in counts} for name, counts in reply["facets"].items()
    }
    assert facets["body"] == {"harbour-board": 2, "fish-panel": 1}
    assert facets["year"] == {"2022": 1}
    assert facets["kind"] == {"section": 1}


def test_a_value_that_is_narrowed_to_is_always_counted(ask_archive: Asked) -> None:
    (reply,) = years(ask_archive)({"text": "lights", "filters": {"body": ["fish-panel"]}, "facets": True})
    assert reply["total"] == 0
    assert {"value": "fish-panel", "label": "Fish Panel", "count": 0} in reply["facets"]["body"]


def test_filters_alone_give_everything_newest_first(ask_archive: Asked) -> None:
    everything, of_body, nothing = years(ask_archive)(
        {"text": "", "facets": True}, {"text": "body:fish"}, {"text": ""}
    )
    assert (everything["total"], everything["results"][0]["date"]) == (8, "2023-05-01")
    assert [result["body"] for result in of_body["results"]] == ["Fish Panel"]
    assert nothing["total"] == 8


def test_pages_follow_on(ask_archive: Asked) -> None:
    archive = archive_of(*(f"Harbour {'wall ' * (n % 7 + 1)}" for n in range(45)))
    requests = [
        {"text": "harbour wall", "offset": offset, "limit": 10, "passages": True}
        for offset in range(0, 50, 10)
    ]
    pages = [urls(reply) for reply in ask_archive(archive)(*requests)]
    assert [len(page) for page in pages] == [10, 10, 10, 10, 5]
    assert len({url for page in pages for url in page}) == 45


def test_people_and_filters_of_the_samples(ask: Ask) -> None:
    by, kind, plural, person = ask(
        "by:nowicki",
        {"text": "kind:decision", "limit": 3},
        {"text": "kind:decisions", "limit": 3},
        "Nowicki kind:person",
    )
    assert by["total"] >= 2
    assert kind["total"] == plural["total"] > 3
    assert {result["kind"] for result in kind["results"]} == {"decision"}
    assert {result["name"] for result in person["results"]} == {"Person"}


def test_a_part_of_a_name_finds_all_whom_it_fits_and_offers_them(ask: Ask) -> None:
    (everybody,) = ask({"text": "", "facets": True})
    people = everybody["facets"]["person"]
    surname = people[0]["label"].split()[-1]
    whole, part, none = ask(f"by:{surname}", f"by:{surname[:3].lower()}", "by:xqz")
    assert whole["total"] >= people[0]["count"]
    assert part["total"] >= whole["total"]
    (several,) = ask({"text": "by:ma"})[0]["several"]
    assert several["typed"] == "by:ma"
    assert several["number"] >= len(several["values"]) > 1
    assert none["unknown"][0]["hint"] == "Nobody in the archive has this name."


def test_an_empty_archive(ask_archive: Asked) -> None:
    replies = ask_archive(Archive())("police", {"text": "", "facets": True}, '"a phrase of it"', "pol*")
    assert [(reply["total"], reply["has"]) for reply in replies] == [(0, "none")] * 4


def test_a_lesser_copy_is_not_found(ask_archive: Asked) -> None:
    one = document(1, date(2025, 1, 1), "Harbour.")
    other = replace(document(2, date(2025, 1, 1), "Harbour."), same_as=one.path)
    (reply,) = ask_archive(Archive(documents=(one, other)))("harbour")
    assert reply["total"] == 1
