"""What a person puts right by hand: applied exactly once, shown with its reason, loud when stale."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_builder import export, index, pipeline, render, settings
from archive_builder.model import Classification, Document
from archive_builder.run.cache import Cache

MINUTES = """Example Board

Notes of the Meeting

12 March 2024

1\t<p>Attendance</p> <p>Ann Lee (Chair, ABC) Bo Ray (Clerk, ABC)</p>
6\t<p>Gates</p> <p>Who mends the gate?</p> <ul> • Nobody.</ul> <p>ACTION: Bo Ray to mend the gaet.</p>
"""


def build(tmp_path: Path, corrections: str, minutes: str = MINUTES) -> tuple[tuple[Document, ...], list[str]]:
    (tmp_path / "corrections").mkdir(exist_ok=True)
    (tmp_path / "notes.txt").write_text(minutes, "utf-8")
    (tmp_path / "corrections" / "notes.txt.yml").write_text(corrections, "utf-8")
    gathered = pipeline.gather([tmp_path], settings.load())
    return gathered.archive.documents, [str(problem) for problem in gathered.problems]


def test_a_misprint_is_read_as_it_was_meant(tmp_path: Path) -> None:
    [document], problems = build(tmp_path, 'text:\n- {printed: gaet, read: gate, why: "misprint"}\n')
    assert problems == []
    assert document.actions[0].text == "Bo Ray to mend the gate."
    assert [aside.note for aside in document.asides] == ["“gaet” is read as “gate”: misprint"]


def test_a_wrong_owner_is_put_right_and_says_so(tmp_path: Path) -> None:
    fix = 'records:\n- {record: action-6-1, set: {owners: [Ann Lee], due: 2024-04-01}, why: "taken over"}\n'
    [document], problems = build(tmp_path, fix)
    [action] = document.actions
    assert problems == []
    assert action.owners == ("Ann Lee",)
    assert action.owner_ids == ("people/ann-lee/",)
    assert action.due == datetime.date(2024, 4, 1)
    assert action.corrected == "owner was Bo Ray; due date was not stated (taken over)"


def test_what_is_no_question_is_dropped_and_its_words_stay(tmp_path: Path) -> None:
    [document], problems = build(
        tmp_path, 'records:\n- {record: question-6-1, drop: true, why: "rhetorical"}\n'
    )
    assert problems == []
    assert document.questions == ()
    assert document.actions[0].questions == ()
    assert any("Who mends the gate?" in block.text for block in document.blocks)
    assert document.asides[-1].note == "“Who mends the gate?” is no question: rhetorical"


def test_what_was_put_right_stands_on_the_page(tmp_path: Path) -> None:
    fix = (
        'document: {kind: minutes, date: 2024-03-12, why: "said by the clerk"}\n'
        'text:\n- {printed: gaet, read: gate, why: "misprint"}\n'
        'records:\n- {record: question-6-1, drop: true, why: "rhetorical"}\n'
    )
    [document], problems = build(tmp_path, fix)
    assert problems == []
    gathered = pipeline.gather([tmp_path], settings.load())
    pages = render.pages(gathered.archive, gathered.problems, settings.load())
    [page] = [page for page in pages if page.path == document.path]
    body = page.body.partition("Corrected by hand")[2]
    assert "3 places" in body
    assert "the kind and the date are given by hand: said by the clerk" in body
    assert "“gaet” is read as “gate”: misprint" in body
    assert "is no question: rhetorical" in body


PRIVATE = (
    "text:\n- {printed: ' of 12 Quay Street', read: '', private: true, why: a home address}\n"
    "records:\n- {record: action-6-1, set: {owners: [Ann Lee]}, private: true, why: taken over}\n"
    "- {record: question-6-1, drop: true, private: true, why: rhetorical}\n"
)
ADDRESSED = MINUTES.replace("ACTION: Bo Ray", "ACTION: Bo Ray of 12 Quay Street")


def everything(folder: Path) -> Iterator[str]:
    """All that a build makes of a folder: pages, files, problems, cache."""
    cache = Cache(folder.parent / "cache")
    gathered = pipeline.gather([folder], settings.load(), jobs=1, cache=cache)
    yield from (str(problem) for problem in gathered.problems)
    for page in render.pages(gathered.archive, gathered.problems, settings.load()):
        yield f"{page.title} {page.front} {page.body}"
    for asset in (*export.assets(gathered.archive), *index.assets(gathered.archive)):
        yield asset.content.decode("utf-8", "replace")
    for path in (path for path in cache.folder.rglob("*") if path.is_file()):
        yield zlib.decompress(path.read_bytes().partition(b"\n")[2].partition(b"\n")[2]).decode()


def test_a_private_correction_quotes_nothing_and_keeps_the_original_back(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "notes.txt").write_text(ADDRESSED, "utf-8")
    assert any("Quay" in said for said in everything(folder))
    (folder / "corrections").mkdir()
    (folder / "corrections" / "notes.txt.yml").write_text(PRIVATE, "utf-8")
    said = list(everything(folder))
    assert [words[:300] for words in said if "quay" in words.lower() or "12 Quay" in words] == []
    [page] = [words for words in said if words.startswith("Notes of 12 March 2024") and "# Notes" in words]
    assert "Words are left out or read otherwise: a home address" in page
    assert "owner put right (taken over)" in page
    assert "A passage is no question: rhetorical" in page
    assert "The original is not published: words in it are private." in page
    assert not [words for words in said if "words-lost" in words]


@pytest.mark.parametrize(
    "fix",
    [
        "text:\n- {printed: Secret Name, read: '', private: true, why: privacy}\n",  # it fits no place
        "text:\n- {printed: Secret Name, raed: '', private: true, why: privacy}\n",
        "text:\n- {printed: Secret Name, read: '', private: Secret Name, why: privacy}\n",
        "text:\n- {printed: Secret Name, read: 'x: y, private: true, why: privacy}\n",
        "text: Secret Name\n",
    ],
)
def test_what_is_wrong_with_a_private_correction_is_said_without_its_words(tmp_path: Path, fix: str) -> None:
    [document], [problem] = build(tmp_path, fix)
    assert "Secret" not in problem
    assert "notes.txt.yml" in problem
    assert document.source.withheld


def test_kind_body_and_date_can_be_said(tmp_path: Path) -> None:
    fix = 'document: {kind: report, title: Gates, body: Gate Panel, date: 2024-05-01, why: "no masthead"}\n'
    [document], problems = build(tmp_path, fix, "It rained.\n\nNobody was there.\n")
    assert problems == []
    assert (document.classification, document.title) == (Classification.REPORT, "Gates")
    assert (document.organization, document.date) == ("Gate Panel", datetime.date(2024, 5, 1))


@pytest.mark.parametrize(
    ("fix", "says"),
    [
        ('text:\n- {printed: gatte, read: gate, why: "x"}\n', "'gatte' fits 0 places, not one"),
        ('text:\n- {printed: Bo Ray, read: B. Ray, why: "x"}\n', "'Bo Ray' fits 2 places, not one"),
        ('records:\n- {record: action-9, drop: true, why: "x"}\n', "action-9 fits 0 records, not one"),
        ('records:\n- {record: action-6-1, set: {owner: Ann}, why: "x"}\n', "did you mean 'owners'?"),
        ('records:\n- {record: action-6-1, set: {owners: Ann}, why: "x"}\n', "a value that is no list"),
        (
            'records:\n- {record: action-6-1, set: {status: gone}, why: "x"}\n',
            "'status' a value that is none of: outstanding, completed",
        ),
        ('records:\n- {record: action-6-1, why: "x"}\n', "neither sets anything nor drops it"),
    ],
)
def test_a_stale_correction_is_an_error_that_says_what_is_wrong(tmp_path: Path, fix: str, says: str) -> None:
    _, [problem] = build(tmp_path, fix)
    assert says in problem
    assert problem.endswith("(mend or remove it in notes.txt.yml) [stale-correction]")


def test_a_correction_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    documents, [problem] = build(tmp_path, "text: [unclosed")
    assert len(documents) == 1
    assert problem.startswith("notes.txt:1: error: the corrections in notes.txt.yml cannot be used")


def test_a_correction_of_no_document_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "corrections").mkdir(exist_ok=True)
    (tmp_path / "corrections" / "gone.txt.yml").write_text("text: []\n", "utf-8")
    problems = pipeline.gather([tmp_path], settings.load()).problems
    assert [str(problem) for problem in problems] == [
        "corrections/gone.txt.yml:1: warning: there is no document of that name"
        " (remove gone.txt.yml, or name it after its document) [stale-correction]"
    ]


@pytest.mark.parametrize(
    "fact", ["date: 2025-07-02", "kind: minutes", "body: Lantern Board", "title: Minutes"]
)
def test_a_fact_at_the_top_of_the_file_is_told_its_place(tmp_path: Path, fact: str) -> None:
    _, problems = build(tmp_path, f"{fact}\n")
    name = fact.partition(":")[0]
    assert any(f"{name}: put it under `document:`" in problem for problem in problems)


def test_the_hint_for_a_missing_fact_works_as_it_says(tmp_path: Path) -> None:
    """Its lines, with a day in the place of the letters, settle the day."""
    _, problems = build(tmp_path, "", "Lantern Board\n\nMinutes\n\n1. Lamps\n\nRESOLVED: That they be lit.\n")
    [hint] = [problem for problem in problems if "[undated]" in problem]
    lines = hint.split("`")[1::2]
    assert lines == ["document:", "  date: YYYY-MM-DD", "  why: …"]
    fix = "\n".join(lines).replace("YYYY-MM-DD", "2025-07-02")
    documents, problems = build(
        tmp_path, fix, "Lantern Board\n\nMinutes\n\n1. Lamps\n\nRESOLVED: That they be lit.\n"
    )
    assert documents[0].date == datetime.date(2025, 7, 2)
    assert not [problem for problem in problems if "[bad-corrections]" in problem]
