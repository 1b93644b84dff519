"""The sample documents: what content_facts.toml says of them is what the archive finds in them."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

import pytest

from archive_builder.model import (
    Archive,
    Classification,
    DecisionKind,
    Document,
    Relation,
    Standing,
    StepKind,
    TrackerRow,
)
from archive_builder.text.numerals import reference
from archive_builder.text.words import words
from tests.conftest import ROOT

FACTS: dict[str, Any] = tomllib.loads((ROOT / "tests" / "content_facts.toml").read_text("utf-8"))
BY_FILE = {document["file"]: document for document in FACTS["documents"]}


@pytest.fixture(scope="module")
def archive(sample_archive: Archive) -> Archive:
    return sample_archive


def of(archive: Archive, file: str) -> list[Document]:
    return [document for document in archive.documents if document.source.file == file]


def head(archive: Archive, file: str) -> Document:
    return min(of(archive, file), key=lambda document: document.position)


@pytest.mark.parametrize("file", BY_FILE)
def test_a_document_says_what_it_is(archive: Archive, file: str) -> None:
    want, got = BY_FILE[file], head(archive, file)
    assert got.classification == want["classification"]
    assert words(got.organization) == words(want["organization"])
    assert words(got.title) in [words(title) for title in (want["title"], *want.get("title_any", ()))]
    assert got.date == want.get("date")
    for field in ("previous_meeting", "next_meeting"):
        assert getattr(got, field) == want.get(field), field
    if "period" in want:
        assert got.period == want["period"]
    if "venue" in want:
        assert words(got.venue) == words(want["venue"])
    if "time" in want:
        assert got.time is not None
        assert got.time.strftime("%H:%M") == want["time"]


@pytest.mark.parametrize("file", BY_FILE)
def test_a_document_holds_so_many_records(archive: Archive, file: str) -> None:
    want, own = BY_FILE[file], of(archive, file)
    status = Counter(row.status.value for document in own for row in document.attendance)
    assert {
        "present": status["present"],
        "also_present": status["also-present"],
        "apologies": status["apologies"],
    } == want["attendance"]
    assert sum(len(document.items) for document in own) == want["agenda_items"]
    asked = sum(len(document.questions) for document in own)
    assert want["questions"] <= asked <= want["questions"] + want.get("allowed_questions", 0)
    assert (
        sum(action.marker == "explicit" for document in own for action in document.actions) == want["actions"]
    )
    undertaken = sum(action.marker == "undertaking" for document in own for action in document.actions)
    assert (
        want["undertakings"] <= undertaken <= want["undertakings"] + len(want.get("allowed_undertakings", ()))
    )
    kinds = Counter(decision.kind.value for document in own for decision in document.decisions)
    assert dict(kinds) == want["decisions"]
    assert sum(len(document.tracker_rows) for document in own) == want["tracker_rows"]
    assert sum(len(document.programme) for document in own) == want["work_programme"]
    tables = sum(len(document.tables) for document in own)
    assert want["tables"] <= tables <= want["tables"] + want.get("allowed_tables", 0)
    assert sum(figure.missing for document in own for figure in document.figures) == want["figures"]


@pytest.mark.parametrize("file", [file for file, facts in BY_FILE.items() if facts["parts"]])
def test_a_pack_is_split_into_its_parts(archive: Archive, file: str) -> None:
    parts = sorted(of(archive, file), key=lambda document: document.position)[1:]
    assert [part.classification.value for part in parts] == [
        part["classification"] for part in BY_FILE[file]["parts"]
    ]
    for part, want in zip(parts, BY_FILE[file]["parts"], strict=True):
        assert words(part.title) in [words(title) for title in (want["title"], *want.get("title_any", ()))]
        assert part.date == want.get("date") or "date" not in want
        assert list(part.authors) == want.get("authors", [])


@pytest.mark.parametrize("number", range(len(FACTS["questions"])))
def test_a_question_has_its_words_and_its_answer(archive: Archive, number: int) -> None:
    want = FACTS["questions"][number]
    found = [
        q
        for document in of(archive, want["document"])
        for q in document.questions
        if words(q.text) == words(want["text"])
    ]
    assert len(found) == 1, want["text"]
    [question] = found
    assert question.label == want.get("label", "")
    assert words(question.title) == words(want.get("title", ""))
    assert question.asked_by == want.get("asked_by", "")
    answer = words(question.answer_text)
    opening, ending = words(want.get("answer_starts", "")), words(want.get("answer_ends", ""))
    assert answer[: len(opening)] == opening
    assert not ending or answer[-len(ending) :] == ending


@pytest.mark.parametrize("number", range(len(FACTS["actions"])))
def test_an_action_has_its_owner_and_its_question(archive: Archive, number: int) -> None:
    want = FACTS["actions"][number]
    own = [
        (d, a)
        for d in of(archive, want["document"])
        for a in d.actions
        if words(a.text) == words(want["text"])
    ]
    assert len(own) == 1, want["text"]
    [(document, action)] = own
    assert action.marker == want["marker"]
    assert list(action.owners) in (want.get("owners", []), want.get("owners_any", want.get("owners", [])))
    assert action.due == want.get("due")
    if "arises_from" in want:
        texts = {question.anchor: question.text for question in document.questions}
        assert any(words(texts[a])[:5] == words(want["arises_from"])[:5] for a in action.questions)


@pytest.mark.parametrize("file", [file for file in FACTS["decisions"] if file in BY_FILE])
def test_decisions_have_their_numbers(archive: Archive, file: str) -> None:
    found = [
        d
        for document in of(archive, file)
        for d in document.decisions
        if d.kind is not DecisionKind.RECOMMENDATION
    ]
    assert [d.identifier for d in found if d.identifier] == FACTS["decisions"][file]
    confidential = [d.identifier for d in found if d.confidential]
    assert set(confidential) <= set(FACTS["decisions"]["confidential"])


@pytest.mark.parametrize("number", range(len(FACTS["life_lines"])))
def test_what_happened_next_is_linked(archive: Archive, number: int) -> None:
    want = FACTS["life_lines"][number]
    decision = want.get("decision")
    for row in want.get("rows", ()):
        document, found = tracker_row(archive, row)
        assert found.status == row["status"]
        assert words(found.update) == words(row.get("update", ""))
        links = [link for link in archive.links if link.source == document.id_of(found)]
        if decision and "held" in decision:
            tracked = [link.target for link in links if link.relation is Relation.TRACKS]
            assert tracked
            assert tracked[0].endswith(f"#minute-{reference(decision['identifier']).replace(' ', '-')}")
            assert decision["held"].isoformat() in tracked[0]


def tracker_row(archive: Archive, want: dict[str, Any]) -> tuple[Document, TrackerRow]:
    """The row with that number; with those words, where it has none."""
    own = [
        (document, row)
        for document in of(archive, want["document"])
        for row in document.tracker_rows
        if reference(row.identifier) == reference(want.get("identifier", ""))
        and words(row.text) == words(want.get("text", row.text))
    ]
    assert len(own) == 1, want
    return own[0]


STANDINGS = {
    "completed": Standing.CLOSED,
    "outstanding": Standing.OPEN,
    "dropped": Standing.DROPPED,
    "untracked": Standing.UNKNOWN,
}


@pytest.mark.parametrize("want", [fact for fact in FACTS["life_lines"] if "question" in fact])
def test_what_came_of_a_question_is_told_on_its_page(archive: Archive, want: dict[str, Any]) -> None:
    [(document, action)] = [
        (document, action)
        for document in of(archive, want["action"]["document"])
        for action in document.actions
        if words(action.text) == words(want["action"]["text"])
    ]
    lifeline = archive.lifelines[document.id_of(action)]
    assert lifeline.standing is STANDINGS[want["outcome"]]
    told = [step.source for step in lifeline.steps if step.kind in (StepKind.REPORTED, StepKind.CLOSED)]
    assert told == [d.id_of(row) for d, row in (tracker_row(archive, row) for row in want["rows"])]
    asked = words(want["question"])
    [question] = [q for q in document.questions if words(q.text)[: len(asked)] == asked]
    thread = archive.threads[document.id_of(question)]
    assert thread.path
    assert thread.actions == (document.id_of(action),)


def test_the_kinds_of_document_are_all_shown(archive: Archive) -> None:
    kinds = {document.classification for document in archive.documents}
    assert {
        Classification.NOTES,
        Classification.MINUTES,
        Classification.AGENDA_PACK,
        Classification.ANNUAL_REPORT,
    } <= kinds
