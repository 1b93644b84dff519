"""Every page kind over a small archive, and over an empty one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
import yaml

from archive_builder import lang
from archive_builder.model import (
    Archive,
    DecisionKind,
    Heading,
    LifeLine,
    Link,
    Page,
    Place,
    Relation,
    Standing,
    Step,
    StepKind,
)
from archive_builder.problem import Problem, Severity
from archive_builder.publish.configuration import site_defaults
from archive_builder.render import pages
from archive_builder.render.lookups import context
from archive_builder.render.records import lifelines
from archive_builder.settings import Settings, load
from tests import factories
from tests.render import site

NOTES = "meetings/harbour-board/2025-10-28/notes/"
MINUTES = "meetings/harbour-panel/2025-09-08/minutes/"

MACHINE_MADE = (
    r"\d{4}-\d{2}-\d{2}(?! board notes|\.txt)",
    r"harbour-(?:board|panel)",
    r"None\b(?! yet)",
    r"\{\{|\{%",
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load()


@pytest.fixture(scope="module")
def made(settings: Settings) -> dict[str, Page]:
    return by_path(pages(factories.archive(), (), settings))


def by_path(found: Iterable[Page]) -> dict[str, Page]:
    """Pages by their path; no two may have the same."""
    made = list(found)
    assert len({page.path for page in made}) == len(made)
    return {page.path: page for page in made}


def read(page: Page) -> str:
    body = site.html(page.body).body
    return " ".join(body.text(separator=" ").split()) if body else ""


def navigation() -> Iterator[str]:
    waiting = list(site_defaults()["nav"])
    while waiting:
        for value in waiting.pop().values():
            if isinstance(value, list):
                waiting += value
            else:
                yield value


def test_every_page_of_the_navigation_exists_even_when_empty(settings: Settings) -> None:
    written = {page.file for page in pages(Archive(), (), settings)}
    by_hand = set(lang.standing_pages())
    assert set(navigation()) <= written | by_hand


def test_empty_pages_say_so(settings: Settings) -> None:
    for page in pages(Archive(), (), settings):
        if page.path in ("meetings/", "questions/", "people/", "gaps/", "documents/"):
            assert "None yet." in read(page), page.path


def test_same_archive_same_pages(settings: Settings, made: dict[str, Page]) -> None:
    assert by_path(pages(factories.archive(), (), settings)) == made


def test_links_between_pages_lead_to_pages_and_anchors(made: dict[str, Page]) -> None:
    files = {page.file for page in made.values()} | set(lang.standing_pages())
    for page in made.values():
        for target, anchor in re.findall(r"\]\(([^)#:]+\.md)(?:#([^)]+))?\)", page.body):
            file = posixpath.normpath(posixpath.join(page.path, target))
            assert file in files, (page.path, target)
            if anchor:
                there = made[file.removesuffix("index.md")]
                assert anchor in site.ids(there.body), (page.path, target, anchor)


def test_nothing_machine_made_before_readers_eyes(made: dict[str, Page]) -> None:
    for page in made.values():
        words = read(page)
        for pattern in (
            r"\d{4}-\d{2}-\d{2}(?! board notes|\.txt)",
            r"harbour-(?:board|panel)",
            r"None\b(?! yet)",
            r"\{\{|\{%",
        ):
            assert not re.search(pattern, words), (page.path, pattern)


def test_front_matter_of_a_document(made: dict[str, Page]) -> None:
    page = made[NOTES]
    assert page.title == "Notes of 28 October 2025, Harbour Accountability Board"
    assert page.front["classification"] == "notes"
    assert page.front["date"] == date(2025, 10, 28)
    assert page.front["people"] == ["Amira Osei", "Colin Wray", "Ines Duarte"]
    assert page.front["source"] == {"file": "2025-10-28 board notes.txt", "sha256": "5a" * 32}
    assert page.front["counts"]["questions"] == 2  # type: ignore[index]
    assert yaml.safe_dump(dict(page.front))


def test_a_meeting_is_made_of_its_records(made: dict[str, Page]) -> None:
    words = read(made["meetings/harbour-board/2025-10-28/"])
    assert "23 September 2025 not in this archive" in words
    brief, _, agenda = words.partition(" Agenda ")
    assert "Answered Firearms licensing" in brief
    assert "owner Colin Wray" in brief
    assert "Firearms licensing" in agenda
    assert "Ines Duarte Chief Executive, Harbour Police" in words


def test_a_motion_that_was_not_carried_is_never_shown_as_decided(settings: Settings) -> None:
    archive = factories.archive()
    notes = next(document for document in archive.documents if document.path == NOTES)
    lost = tuple(replace(each, kind=DecisionKind.LOST) for each in notes.decisions)
    changed = replace(notes, decisions=lost)
    documents = tuple(changed if document is notes else document for document in archive.documents)
    made = by_path(pages(replace(archive, documents=documents), (), settings))
    meeting = read(made["meetings/harbour-board/2025-10-28/"])
    assert lost
    assert "Moved and not carried" in meeting
    assert "Decided" not in meeting
    for path in (NOTES, "decisions/harbour-board/2025/"):
        assert "otion not carried" in read(made[path]) or "Not carried" in read(made[path]), path
    described = str(made[NOTES].front["description"])
    assert "1 motion not carried" in described
    assert "decision" not in described


def test_questions_of_one_title_are_told_apart(settings: Settings) -> None:
    archive = factories.archive()
    notes = next(document for document in archive.documents if document.path == NOTES)
    first, second = notes.questions
    twin = replace(second, title=first.title, confidence=1.0)
    changed = replace(notes, questions=(first, twin))
    documents = tuple(changed if document is notes else document for document in archive.documents)
    made = by_path(pages(replace(archive, documents=documents), (), settings))
    for path in ("meetings/harbour-board/2025-10-28/", "questions/harbour-board/2025/"):
        words = read(made[path])
        assert "Firearms licensing: What is the average time to renew a certificate" in words, path
        assert "Firearms licensing: How many neighbourhood officers were moved" in words, path


def test_a_meeting_begins_with_who_was_there_and_a_calendar_entry(made: dict[str, Page]) -> None:
    page = made["meetings/harbour-board/2025-10-28/"]
    facts = page.body.partition('<div class="facts"')[2].partition("</div>")[0]
    assert "[Add to calendar](meeting.ics)" in facts
    assert "[2 present and 1 sent apologies](#people)" in facts
    assert "{: #people }" in page.body


def test_records_say_what_they_are_linked_to(made: dict[str, Page]) -> None:
    words = read(made[MINUTES])
    assert "Tracked in action tracker of 3 November 2025 : outstanding" in words
    assert "No action tracker in this archive follows this resolution up." in words
    assert "Arises from question 1" in read(made[NOTES])


def test_registers_carry_the_latest_status(made: dict[str, Page]) -> None:
    words = read(made["decisions/harbour-panel/2025/"])
    assert "1 open, 1 whose outcome is not known and 3 that asked for nothing to be done." in words
    (tracked,) = re.findall(r"8 September 2025 212 ii a (.*?) 8 September 2025", words)
    assert "Resolved Open as of 3 November 2025" in tracked


def test_gaps_name_each_missing_thing_with_its_sentence(made: dict[str, Page]) -> None:
    words = read(made["gaps/"])
    assert "25 November 2025 “The next meeting is on 25 November 2025.”" in words
    assert words.index("Meetings to come") < words.index("25 November 2025 “The next meeting is")
    assert "198, June 2025" in words
    assert "Decision 212 ii b: data on resignations across the force." in words


def test_a_planned_meeting_is_shown_with_what_was_planned(settings: Settings) -> None:
    """The topic alone does not say that a meeting was promised."""
    archive = factories.archive()
    (programme,) = [document for document in archive.documents if document.programme]
    row = replace(programme.programme[0], aims="To examine the proposal.", presenters="Ines Duarte")
    changed = replace(programme, programme=(row,))
    link = Link(
        source=changed.id_of(row),
        relation=Relation.SCHEDULED_FOR,
        target_text="meeting of 2026-02-09",
        reason="Precept",
    )
    documents = tuple(changed if document is programme else document for document in archive.documents)
    made = by_path(pages(replace(archive, documents=documents, links=(link,)), (), settings))
    assert (
        "Planned for 9 February 2026: “Precept”; aims: “To examine the proposal.”; presenting: “Ines Duarte” "
        "work programme of 3 November 2025" in read(made["gaps/"])
    )


@pytest.mark.parametrize(
    ("above", "said"), [("RESOLVED: -", "Resolved"), ("The Panel agreed:", "Agreed"), ("In short", "Decided")]
)
def test_a_life_line_begins_with_the_sources_own_word(above: str, said: str) -> None:
    blocks = [factories.heading("212 REPORT NOTED"), factories.paragraph(above)]
    blocks.append(factories.item("That the Mayor be recommended to report.", "i."))
    made = factories.decision("minute-212-i", Place(2, 2), blocks[2].text)
    document = factories.document(
        blocks,
        decisions=(made,),
        headings=(Heading(anchor="report", level=2, text="212 REPORT NOTED", block=0),),
    )
    known = context(Archive(documents=(document,)), (), load())
    line = LifeLine(
        origin=document.id_of(made),
        standing=Standing.OPEN,
        steps=(Step(kind=StepKind.MADE, day=None, source=document.id_of(made), words=""),),
    )
    (step,) = lifelines.timeline(line, "actions/", known)
    assert step.what.startswith(f"{said}: ")


def test_an_error_can_be_reported_where_a_contact_is_set(settings: Settings) -> None:
    with_contact = settings.model_copy(
        update={"site": settings.site.model_copy(update={"contact": "archive@example.org"})}
    )
    without = settings.model_copy(update={"site": settings.site.model_copy(update={"contact": ""})})
    for path in (NOTES, "meetings/harbour-board/2025-10-28/", "problems/"):
        assert by_path(pages(factories.archive(), (), with_contact))[path].front["report"] == (
            "mailto:archive@example.org"
        ), path
        assert "report" not in by_path(pages(factories.archive(), (), without))[path].front


def test_doubtful_records_are_listed(made: dict[str, Page]) -> None:
    assert "How many neighbourhood officers were moved" in read(made["problems/"])
    assert "not sure" in read(made[NOTES])


def test_records_of_lesser_documents_do_not_count(settings: Settings) -> None:
    archive = factories.archive()
    first = replace(archive.documents[0], same_as=NOTES)
    found = by_path(pages(replace(archive, documents=(first, *archive.documents[1:])), (), settings))
    assert "2 questions" in read(found[""])
    assert "How long does it take" not in read(found["questions/harbour-board/2025/"])
    assert "How long does it take" in read(found[first.path])


def test_registers_are_cut_at_500_rows(settings: Settings) -> None:
    asked = [factories.question(f"question-{n}", Place(n, n), f"Question {n}?") for n in range(1001)]
    blocks = [factories.paragraph(question.text) for question in asked]
    document = factories.document(blocks, questions=tuple(asked))
    found = by_path(pages(Archive(documents=(document,)), (), settings))
    last = found["questions/harbour-board/2025/3/"]
    assert last.title.endswith("(3 of 3)")
    assert read(last).count("No answer recorded") == 1
    assert "Next page" in read(found["questions/harbour-board/2025/2/"])


def test_problems_in_plain_english_by_file(settings: Settings) -> None:
    problems = [
        Problem("b/two.txt", 14, "repeated-number", "question 4 is printed twice", "say which is meant"),
        Problem("one.pdf", 0, "unreadable", "the file is empty", "", Severity.ERROR),
    ]
    words = read(by_path(pages(Archive(), problems, settings))["problems/"])
    assert "two.txt Line 14: question 4 is printed twice. Say which is meant." in words
    assert "Not read. The file is empty." in words
    assert "repeated-number" not in words


def test_what_is_typed_stands_out_in_a_hint(settings: Settings) -> None:
    problem = Problem("one.txt", 1, "no-body", "no body", "write `document:`, `  body: <NAME>` and *why*")
    found = site.html(by_path(pages(Archive(), [problem], settings))["problems/"].body)
    assert [code.text() for code in found.css(".meta code")] == ["document:", "  body: <NAME>"]
    assert "and *why*." in found.text()


def test_source_text_in_titles_is_escaped(settings: Settings) -> None:
    document = factories.document([], title="A *bold* <b>title</b> [x](y)", date=None, path="documents/a/")
    page = by_path(pages(Archive(documents=(document,)), (), settings))["documents/a/"]
    heading = site.html(page.body).css_first("h1")
    assert heading is not None
    assert heading.text().strip() == "A *bold* <b>title</b> [x](y)"


def test_what_somebody_is_to_do_is_told_apart_from_what_is_done(made: dict[str, Page]) -> None:
    """On the page of each person: what is done stands under "Done", what came of the rest is said."""
    for page in made.values():
        for part in re.split(r"^### ", page.body, flags=re.MULTILINE)[1:]:
            name, rows = part.split("\n", 1)
            entries = rows.partition("\n## ")[0]
            if page.path.startswith("people/") and name.startswith("Done"):
                assert "Open" not in entries
            elif page.path.startswith("people/"):
                assert 'class="chip closed"' not in entries


def test_nobody_is_linked_on_the_own_page(made: dict[str, Page]) -> None:
    people = [page for page in made.values() if page.path.startswith("people/") and page.path != "people/"]
    assert people
    for page in people:
        assert "](index.md)" not in page.body, page.path


def test_a_person_of_whom_nothing_was_promised_is_told_so(made: dict[str, Page]) -> None:
    told = [page for page in made.values() if "promised or was asked to do is recorded" in page.body]
    assert told
    assert all("{: #actions }" not in page.body for page in told)
