"""Topics, glossary, years, feeds, calendars, and what pages say of themselves, over a small archive."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from archive_builder.lang.glossary import terms as terms_of_program
from archive_builder.link import topic_vocabulary as vocabulary
from archive_builder.link import topics
from archive_builder.model import Abbreviation, Archive, Body, Page, Place, Thread
from archive_builder.render import assets, chart, pages
from archive_builder.render.context import Context
from archive_builder.render.follow import atom
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds import glossary
from archive_builder.render.records import list_entries
from archive_builder.settings import load
from tests import factories
from tests.render import site
from tests.render.test_pages import NOTES, by_path, read

ADDRESS = "https://example.org/archive/"
MEETING = "meetings/harbour-board/2025-10-28/"


def placed(archive: Archive) -> Archive:
    used, about = topics.place_under_topics(archive, vocabulary.load())
    return replace(archive, topics=used, about=about)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The small archive with its topics, two acronyms, and a thread with a page of its own."""
    made = placed(factories.archive())
    notes = made.document(NOTES)
    assert notes is not None
    question = notes.id_of(notes.questions[0])
    other = next(document for document in made.documents if document.path != NOTES)
    return replace(
        made,
        glossary=(
            Abbreviation(short="HAB", meaning="Harbour Accountability Board", documents=(NOTES,)),
            Abbreviation(short="HAB", meaning="Harbour Anglers and Boaters", documents=(other.path,)),
            Abbreviation(short="PCSO", meaning="Police Community Support Officer", documents=(NOTES,)),
        ),
        threads={question: Thread(question=question, path="questions/harbour-board/firearms-licensing/")},
    )


@pytest.fixture(scope="module")
def known(archive: Archive) -> Context:
    return context(archive, (), load(), ADDRESS)


@pytest.fixture(scope="module")
def made(archive: Archive) -> dict[str, Page]:
    return by_path(pages(archive, (), load(), ADDRESS))


@pytest.fixture(scope="module")
def files(archive: Archive) -> dict[str, bytes]:
    found = list(assets(archive, load(), ADDRESS))
    assert len({asset.path for asset in found}) == len(found)
    return {asset.path: asset.content for asset in found}


def test_a_topic_lists_what_is_about_it_the_newest_first(made: dict[str, Page]) -> None:
    words = read(made["topics/firearms-licensing/"])
    assert "Question Answered Firearms licensing" in words
    assert "28 October 2025, Harbour Accountability Board" in words


def test_the_index_of_topics_counts_what_their_pages_list(made: dict[str, Page], known: Context) -> None:
    found = list_entries.by_topic(known)
    index = read(made["topics/"])
    for topic in known.archive.topics:
        number = len(found[topic.slug])
        page = site.html(made[topic.path].body)
        assert len(page.css(".entries li")) == number, topic.slug
        assert f"{topic.name} {number} record{'' if number == 1 else 's'} · {topic.about}" in index


def test_a_long_topic_is_cut_at_500_rows() -> None:
    asked = [factories.question(f"question-{n}", Place(n, n), "Why burglary?") for n in range(501)]
    blocks = [factories.paragraph(question.text) for question in asked]
    document = factories.document(blocks, questions=tuple(asked))
    found = by_path(pages(placed(Archive(documents=(document,))), (), load()))
    first = found["topics/burglary-robbery-and-theft/"]
    second = found["topics/burglary-robbery-and-theft/2/"]
    assert len(site.html(first.body).css(".entries li")) == 500
    assert len(site.html(second.body).css(".entries li")) == 1
    assert "Next page" in read(first)
    assert second.title.endswith("(2 of 2)")
    assert not site.html(second.body).css("svg")


def test_a_chart_needs_three_records_and_two_periods() -> None:
    """One bar, or two of one record, are said in words."""
    few = [date(2025, 1, 7), date(2025, 5, 6)]
    assert not chart.is_worth_drawing(chart.count_by_period(few))
    assert not chart.is_worth_drawing(chart.count_by_period([few[0]] * 9))
    assert chart.is_worth_drawing(chart.count_by_period([*few, few[0]]))
    asked = factories.question("question-1", Place(0, 0), "Why burglary?")
    document = factories.document([factories.paragraph(asked.text)], questions=(asked,))
    page = by_path(pages(placed(Archive(documents=(document,))), (), load()))[
        "topics/burglary-robbery-and-theft/"
    ]
    assert not site.html(page.body).css("svg")
    assert "1 record: 1 question (1 in October to December 2025)." in read(page)


def test_the_chart_has_the_figures_of_its_table() -> None:
    asked = [factories.question(f"question-{n}", Place(n, n), "Why burglary?") for n in range(3)]
    first = factories.document([factories.paragraph("Why burglary?")] * 3, questions=tuple(asked))
    later = replace(first, path="documents/later/", date=date(2026, 2, 3), questions=tuple(asked[:1]))
    made = by_path(pages(placed(Archive(documents=(first, later))), (), load()))
    page = site.html(made["topics/burglary-robbery-and-theft/"].body)
    svg = page.css_first("svg")
    assert svg is not None
    assert svg.attributes["role"] == "img"
    named = (svg.attributes["aria-labelledby"] or "").split()
    texts = {name: page.css_first(f"[id='{name}']") for name in named}
    assert all(node is not None and node.text() for node in texts.values())
    rows = [[cell.text().strip() for cell in row.css("td")] for row in page.css("table tbody tr")]
    said = texts["__records-description"]
    assert said is not None
    assert [part.partition(": ")[::2] for part in said.text().split("; ")] == [
        (when, f"{number} record{'' if number == '1' else 's'}") for when, number in rows
    ]
    assert [node.text() for node in svg.css("text")][1::2] == [number for _, number in rows]


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 12, 31)), max_size=40))
def test_periods_hold_every_day_and_leave_out_none_between(days: list[date]) -> None:
    bars = chart.count_by_period(days)
    assert sum(bar.number for bar in bars) == len(days)
    assert len({bar.name for bar in bars}) == len(bars)
    if days:
        assert bars[0].number
        assert bars[-1].number
        years = max(days).year - min(days).year
        assert len(bars) == years + 1 if years > 1 else len(bars) <= 8


def test_an_acronym_with_two_meanings_has_both(made: dict[str, Page]) -> None:
    words = read(made["glossary/"])
    assert "HAB : Harbour Accountability Board" in words
    assert "; or Harbour Anglers and Boaters" in words
    assert {"term-hab", "term-pcso", "letter-h", "letter-p"} <= set(site.ids(made["glossary/"].body))


def test_acronyms_of_any_alphabet_have_anchors_of_their_own() -> None:
    shorts = ("EA", "ÉCA", "ΔΕΗ", "ΑΠΕ", "МВД", "3G", "Ω")
    terms = tuple(Abbreviation(short=short, meaning="a body", documents=(NOTES,)) for short in shorts)
    known = context(replace(factories.archive(), glossary=terms), (), load())
    [page] = glossary.pages(known)
    found = site.ids(page.body)
    assert sorted(set(found)) == sorted(found)
    general = {glossary.anchor(term.short) for term in terms_of_program()}
    own = {name for name in found if name.startswith("term-")} - general
    assert len(own) == len(shorts)


def test_a_page_names_the_acronyms_it_uses_with_its_own_meaning_first(archive: Archive) -> None:
    block = factories.paragraph("The HAB asked (HABs do) the PCSOs; the hab did not.")
    document = factories.document([block])
    found = by_path(pages(replace(archive, documents=(document,), lifelines={}, threads={}), (), load()))
    hab = {"meanings": ["Harbour Accountability Board"], "place": "term-hab"}
    pcso = {"meanings": ["Police Community Support Officer"], "place": "term-pcso"}
    assert found[NOTES].front["terms"] == {"HAB": hab, "HABs": hab, "PCSOs": pcso}
    elsewhere = replace(document, path="meetings/harbour-board/2025-10-28/agenda/")
    found = by_path(pages(replace(archive, documents=(elsewhere,), lifelines={}, threads={}), (), load()))
    terms = found[elsewhere.path].front["terms"]
    assert isinstance(terms, dict)
    assert terms["HAB"]["meanings"] == ["Harbour Accountability Board", "Harbour Anglers and Boaters"]


def test_the_meaning_of_the_same_body_comes_before_those_of_others(archive: Archive) -> None:
    block = factories.paragraph("The HAB asked.")
    defining = factories.document(
        [factories.paragraph("Words.")], path=f"{NOTES}first/", body="harbour-board"
    )
    reading = factories.document([block], path=f"{NOTES}second/", body="harbour-board")
    terms = (
        Abbreviation(short="HAB", meaning="Harbour Accountability Board", documents=(defining.path,)),
        Abbreviation(short="HAB", meaning="Harbour Anglers and Boaters", documents=("elsewhere/",)),
    )
    known = replace(archive, documents=(defining, reading), glossary=terms, lifelines={}, threads={})
    found = by_path(pages(known, (), load()))
    told = found[reading.path].front["terms"]
    assert told == {"HAB": {"meanings": ["Harbour Accountability Board"], "place": "term-hab"}}


def test_what_no_document_defines_is_explained_and_marked_as_not_from_them(archive: Archive) -> None:
    block = factories.paragraph("HMICFRS came; the PCSO did too.")
    document = factories.document([block])
    found = by_path(pages(replace(archive, documents=(document,), lifelines={}, threads={}), (), load()))
    terms = found[NOTES].front["terms"]
    assert isinstance(terms, dict)
    [meaning] = terms["HMICFRS"]["meanings"]
    assert meaning.endswith("Fire & Rescue Services (not from these documents)")
    assert terms["PCSO"]["meanings"] == ["Police Community Support Officer"]
    assert terms["HMICFRS"]["place"] in site.ids(found["glossary/"].body)


def test_general_words_stand_below_what_documents_define(made: dict[str, Page]) -> None:
    words = read(made["glossary/"])
    entry = words.partition("PCSO :")[2][:300]
    assert entry.index("Police Community Support Officer") < entry.index("Not from these documents")
    assert (
        entry.lower().count("police community support officer") == 1
    )  # said once: the meanings are the same
    assert "Quorum" in words


def test_the_years_hold_every_meeting_once(made: dict[str, Page], archive: Archive) -> None:
    listed = Counter(
        (path, node.text())
        for path, page in made.items()
        if path.startswith("years/") and path != "years/"
        for node in site.html(page.body).css(".entries a")
    )
    assert sorted(int(path.split("/")[1]) for path, _ in listed.elements()) == sorted(
        meeting.held.year for meeting in archive.meetings
    )


def test_every_feed_can_be_read_and_leads_to_pages(files: dict[str, bytes], made: dict[str, Page]) -> None:
    feeds = [path for path in files if path.endswith(".xml")]
    assert {"feeds/all.xml", "feeds/questions.xml", "feeds/topics/firearms-licensing.xml"} <= set(feeds)
    for path in feeds:
        read_back = feedparser.parse(io.BytesIO(files[path]))
        assert not read_back.bozo, (path, read_back.get("bozo_exception"))
        assert read_back.version == "atom10"
        assert read_back.feed.id == f"{ADDRESS}{path}"
        assert read_back.feed.updated
        assert read_back.feed.author
        assert len(read_back.entries) <= 50
        days = [entry.updated for entry in read_back.entries]
        assert days == sorted(days, reverse=True)
        ids = [entry.id for entry in read_back.entries]
        assert len(set(ids)) == len(ids)
        for entry in read_back.entries:
            page, _, anchor = entry.link.removeprefix(ADDRESS).partition("#")
            assert entry.title
            assert entry.summary
            assert not anchor or anchor in site.ids(made[page].body)


def test_an_entry_is_dated_as_its_document(files: dict[str, bytes]) -> None:
    read_back = feedparser.parse(io.BytesIO(files["feeds/questions.xml"]))
    assert read_back.entries[0].updated == "2025-10-28T00:00:00Z"
    assert read_back.feed.updated == "2025-10-28T00:00:00Z"
    assert read_back.entries[0].title == "Question: Firearms licensing"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_well_formed_xml(title: str, text: str) -> None:
    heads = atom.Heads(path="feeds/all.xml", page="", about="feeds/", title=title, author=text, day=None)
    entry = atom.Entry(url="a/", title=title, day=date(2025, 1, 2), kind=text, text=text)
    root = ET.fromstring(atom.write_feed(heads, [entry], ADDRESS))
    assert len(root.findall(f"{{{atom.NAMESPACE}}}entry")) == 1


def test_an_empty_archive_has_feeds_and_no_calendar() -> None:
    found = {asset.path: asset.content for asset in assets(Archive(), load(), ADDRESS)}
    assert set(found) == {
        f"feeds/{name}.xml" for name in ("all", "added", "due", "questions", "actions", "decisions")
    }
    assert not feedparser.parse(io.BytesIO(found["feeds/all.xml"])).bozo


def test_each_meeting_has_a_calendar_file(files: dict[str, bytes], archive: Archive) -> None:
    for meeting in archive.meetings:
        (event,) = Calendar.from_ical(files[f"{meeting.path}meeting.ics"]).events
        start = event["dtstart"].dt
        assert (start.date() if isinstance(start, datetime) else start) == meeting.held
        assert str(event["url"]) == f"{ADDRESS}{meeting.path}"
        assert str(event["summary"]) == meeting.body.name
    whole = Calendar.from_ical(files["feeds/meetings.ics"])
    uids = [str(event["uid"]) for event in whole.events]
    assert len(set(uids)) == len(uids)
    assert {f"{ADDRESS}{meeting.path}" for meeting in archive.meetings} <= set(uids)


def test_a_meeting_to_come_is_there_as_its_document_states_it(files: dict[str, bytes]) -> None:
    calendar = Calendar.from_ical(files["feeds/bodies/harbour-board.ics"])
    (event,) = [event for event in calendar.events if event.get("status") == "TENTATIVE"]
    assert event["dtstart"].dt == date(2025, 11, 25)
    assert str(event["description"]).startswith("As stated in Notes of 28 October 2025")
    assert event["dtstamp"].dt.date() == date(2025, 10, 28)


def test_feeds_and_calendars_are_linked_where_they_belong(
    made: dict[str, Page], files: dict[str, bytes]
) -> None:
    linked: Counter[str] = Counter()
    for page in made.values():
        for way in page.front.get("follow", ()):  # type: ignore[attr-defined]
            linked[way["path"]] += 1
    assert set(linked) == set(files)
    assert set(linked.values()) == {1}


def test_the_page_of_feeds_lists_all_but_the_meetings_own(
    made: dict[str, Page], files: dict[str, bytes]
) -> None:
    listed = {f"feeds/{a.attributes['href']}" for a in site.html(made["feeds/"].body).css("a[href]")}
    assert {path for path in files if path.startswith("feeds/")} <= listed


def test_pages_are_described_to_search_engines(made: dict[str, Page]) -> None:
    event = made[MEETING].front["schema"]
    assert isinstance(event, dict)
    assert (event["@type"], event["startDate"][:10]) == ("Event", "2025-10-28")
    assert event["url"] == f"{ADDRESS}{MEETING}"
    person = next(page.front["schema"] for page in made.values() if page.title == "Amira Osei")
    assert isinstance(person, dict)
    assert person["@type"] == "Person"
    question = made["questions/harbour-board/firearms-licensing/"].front["schema"]
    assert isinstance(question, dict)
    assert question["@type"] == "Question"
    assert question["acceptedAnswer"]["@type"] == "Answer"
    assert question["acceptedAnswer"]["url"].startswith(f"{ADDRESS}{NOTES}#answer-")
    kinds = {page.front["schema"]["@type"] for page in made.values() if "schema" in page.front}  # type: ignore[index]
    assert kinds == {"Event", "Person", "Question"}


def test_every_page_has_a_description_of_its_own(made: dict[str, Page]) -> None:
    described = {path: str(page.front.get("description", "")) for path, page in made.items()}
    for path, words in described.items():
        assert 20 <= len(words) <= 320, (path, words)
        assert words[0].isupper() or words[0].isdigit(), (path, words)
    twice = [words for words, times in Counter(described.values()).items() if times > 1]
    assert twice == []


def test_the_home_page_says_what_is_new_and_leads_everywhere(made: dict[str, Page]) -> None:
    words = read(made[""])
    assert (
        "Latest outcomes and decisions As of 28 October 2025, the date of the newest document." in words
        or ("Latest outcomes and decisions As of 3 November 2025, the date of the newest document." in words)
    )
    for way in ("Meetings", "Years", "Topics", "People", "Questions , actions and decisions", "Data"):
        assert way in words
    assert "2025" in words
    assert "Firearms licensing" in words


def test_an_empty_home_page_promises_nothing() -> None:
    words = read(by_path(pages(Archive(), (), load()))[""])
    assert "What changed lately" not in words
    assert "Open promises" not in words
    assert "None yet." in words


def test_a_description_has_the_words_of_a_document_and_no_address() -> None:
    """The frame escapes it (test_sinks); an address in it would be made a link where it is shown."""
    hostile = '"><svg onload=alert(1)> write to x@y.example'
    asked = factories.question("question-1", Place(0, 0), hostile)
    body = Body(slug="board", name=hostile)
    document = factories.document([factories.paragraph(hostile)], questions=(asked,), body="board")
    found = by_path(pages(Archive(documents=(document,), bodies=(body,)), (), load()))
    described = [str(page.front.get("description", "")) for page in found.values()]
    assert [words for words in described if '"><svg onload=alert(1)> write to …' in words]
    assert not [words for words in described if "@" in words]
