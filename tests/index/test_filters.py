"""Filters, dates, the order of results, and the numbers beside the filters."""

from __future__ import annotations

import pytest

from archive_builder.model import Archive
from tests.index.conftest import (
    Ask,
    Asked,
    archive_of,
    document,
    urls,
    years,
)


def test_unknown_filters_are_said(asked: Ask) -> None:
    (reply,) = asked("search colour:red after:tomorrow by:nobody")
    assert [(one["filter"], one["value"]) for one in reply["unknown"]] == [
        ("colour", "red"),
        ("after", "tomorrow"),
        ("by", "nobody"),
    ]
    assert all(one["hint"] for one in reply["unknown"])
    assert reply["total"] == 2


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
