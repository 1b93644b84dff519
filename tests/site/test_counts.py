"""Every count that a page gives is the number of rows in the data that count (those without `same_as` and not `in_parts`)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site import pages

REGISTERS = ("questions", "actions", "decisions")


def counted(site: Path, kind: str) -> list[dict[str, object]]:
    return [row for row in pages.rows(site, kind) if row.get("same_as") is None and not row.get("in_parts")]


def words(site: Path, path: str) -> str:
    tree = LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))
    (main,) = tree.css("main")
    return " ".join(main.text(separator=" ").split())


@pytest.mark.parametrize("kind", REGISTERS)
def test_a_register_counts_what_the_data_hold(kind: str, site: Path) -> None:
    rows = counted(site, kind)
    (number,) = re.findall(rf"([\d,]+) (?:{kind}|actions and undertakings|decisions and recommendations)\b", words(site, f"{kind}/"))[:1]
    assert int(number.replace(",", "")) == len(rows)


@pytest.mark.parametrize("kind", REGISTERS)
def test_the_pages_of_a_register_add_up(kind: str, site: Path) -> None:
    rows = counted(site, kind)
    on_pages: Counter[str] = Counter()
    for page in (site / kind).rglob("index.html"):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        for link in tree.css(".register tbody td:nth-child(2) a"):
            on_pages[str(link.attributes["href"]).partition("#")[2]] += 1
    assert on_pages.total() == len(rows)
    linked = Counter(str(row["url"]).partition("#")[2] for row in rows)
    assert on_pages == linked


def test_standings_are_counted_as_the_data_have_them(site: Path) -> None:
    shown = {
        "open": "open",
        "closed": "closed",
        "no longer listed": "dropped",
        "taken up in a resolution": "taken-up",
        "whose outcome is not known": "unknown",
    }
    for kind in ("actions", "decisions"):
        has = Counter(str(row["standing"]) for row in counted(site, kind) if row["standing"])
        said = re.findall(rf"(\d+) ({'|'.join(shown)})\b", words(site, f"{kind}/"))
        assert has
        assert {shown[name]: int(number) for number, name in said} == dict(has), kind


def test_the_home_page_counts_what_the_data_hold(site: Path) -> None:
    text = words(site, "")
    decisions = counted(site, "decisions")
    recommended = [row for row in decisions if row["classification"] == "recommendation"]
    for number, noun in (
        (len(pages.rows(site, "documents")), "documents"),
        (len(counted(site, "questions")), "questions"),
        (len(counted(site, "actions")), "actions"),
        (len(decisions) - len(recommended), "decisions"),
        (len(recommended), "recommendations"),
    ):
        assert re.search(rf"\b{number:,} {noun}\b", text), (number, noun)


def test_what_is_open_is_one_number_on_every_page_and_in_the_data(site: Path) -> None:
    rows = [row for row in pages.rows(site, "life_lines") if row["standing"] == "open"]
    home = words(site, "")
    (number,) = re.findall(r"([\d,]+) actions? (?:and|or) resolutions? (?:is|are) open", home)
    assert int(number.replace(",", "")) == len(rows)
    of_body = Counter(str(row["origin_id"]).split("/")[1] for row in rows)
    assert of_body
    for body, expected in of_body.items():
        text = words(site, f"meetings/{body}/")
        assert re.search(rf"\b{expected:,} actions? (?:and|or) resolutions?:", text), body
    in_registers = sum(
        row["standing"] == "open" for kind in ("actions", "decisions") for row in counted(site, kind)
    )
    listed = sum(map(int, re.findall(r"(\d+) in the register of", home)))
    assert listed == in_registers


def of_meeting(row: dict[str, object]) -> str:
    """The meeting that a row's document stands under: the first three parts of its address."""
    return "/".join(str(row["document_id"]).split("/")[:3])


def test_each_meeting_counts_what_the_data_hold(site: Path) -> None:
    decisions = counted(site, "decisions")
    recommended = [row for row in decisions if row["classification"] == "recommendation"]
    decided = [row for row in decisions if row["classification"] not in ("recommendation", "lost")]
    kinds = {
        "question": counted(site, "questions"),
        "action": counted(site, "actions"),
        "decision": decided,
        "recommendation": recommended,
    }
    held = {noun: Counter(map(of_meeting, rows)) for noun, rows in kinds.items()}
    meetings = {meeting for found in held.values() for meeting in found if meeting.startswith("meetings/")}
    assert meetings
    for meeting in meetings:
        body, _, day = meeting.removeprefix("meetings/").partition("/")
        tree = LexborHTMLParser((site / f"meetings/{body}/index.html").read_text(encoding="utf-8"))
        (entry,) = [
            " ".join(link.parent.text().split())
            for link in tree.css("main .entries li > a")
            if link.parent and link.attributes["href"] == f"{day}/"
        ]
        head = (site / meeting / "index.html").read_text(encoding="utf-8")
        for noun, found in held.items():
            number = found[meeting]
            said = re.search(rf"\b([\d,]+) {noun}s?\b", entry)
            assert int(said[1].replace(",", "") if said else 0) == number, (meeting, noun)
            assert not number or re.search(rf'name="?description"? [^>]*\b{number:,} {noun}s?\b', head), meeting


def test_each_person_has_the_questions_and_actions_that_the_data_give_them(site: Path) -> None:
    asked = Counter(str(row["asked_by_id"]) for row in counted(site, "questions") if row["asked_by_id"])
    owned = Counter(
        str(owner) for row in counted(site, "actions") for owner in set(row["owner_ids"])  # type: ignore[call-overload]
    )
    assert asked
    assert owned
    for person in asked.keys() | owned.keys():
        tree = LexborHTMLParser((site / person / "index.html").read_text(encoding="utf-8"))
        links = [str(link.attributes["href"]) for link in tree.css("main .entries li > a:first-of-type")]
        for kind, expected in (("question", asked[person]), ("action", owned[person])):
            assert sum(f"#{kind}" in link for link in links) == expected, (person, kind)


def test_each_topic_counts_what_it_lists_and_lists_nothing_else(site: Path) -> None:
    """A heading or agenda item of which a record says more is in the data and not in the list."""
    placed = {(str(row["topic_id"]), str(row["id"])) for row in pages.rows(site, "record_topics")}
    for topic in pages.rows(site, "topics"):
        url = str(topic["url"])
        (tree,) = LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8")).css("main")
        links = [str(link.attributes["href"]) for link in tree.css(".entries > ul > li > a:first-of-type")]
        listed = [urljoin(f"/{url}", link).removeprefix("/") for link in links]
        assert re.search(rf"\b{len(listed):,} records?\b", words(site, url)), topic["name"]
        assert {(str(topic["id"]), record) for record in listed} <= placed
