"""The corpus that speed and search are measured on: always the same, read whole, and growing like real text."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.model import Archive, Classification, Document, Relation
from bench import corpus
from bench.corpus.speech import vocabulary


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Two months of one board and one panel."""
    folder = tmp_path_factory.mktemp("corpus")
    first, second = range(5), range(30, 35)
    for numbers in (first, second):
        list(corpus.write(numbers, folder))
    return pipeline.gather([folder], settings.load()).archive


def of(archive: Archive, kind: Classification) -> list[Document]:
    return [document for document in archive.documents if document.classification is kind]


def test_a_document_is_a_function_of_its_number(tmp_path: Path) -> None:
    some, all_ = tmp_path / "some", tmp_path / "all"
    list(corpus.write(range(3), some))
    list(corpus.write(range(8), all_))
    for path in some.rglob("*.*"):
        assert path.read_bytes() == (all_ / path.relative_to(some)).read_bytes()


def test_every_document_is_read_whole(archive: Archive) -> None:
    assert len(archive.documents) == 10
    assert [document.fidelity.lost for document in archive.documents if document.fidelity] == [()] * 10
    assert len(archive.meetings) == 4


def test_notes_hold_questions_with_answers_and_minutes_hold_resolutions(archive: Archive) -> None:
    for notes in of(archive, Classification.NOTES):
        assert len(notes.questions) > 5
        assert all(question.answer for question in notes.questions)
    for minutes in of(archive, Classification.MINUTES):
        assert len(minutes.decisions) > 8


def test_a_tracker_follows_the_minutes_of_the_month_before(archive: Archive) -> None:
    _, tracker = of(archive, Classification.ACTION_TRACKER)
    tracked = [link for link in archive.links if link.relation is Relation.TRACKS]
    assert {link.source.partition("#")[0] for link in tracked} == {tracker.path}


def test_ten_times_as_many_words_have_four_times_as_many_different_ones() -> None:
    ratio = (vocabulary(20_000_000) + 3_000) / (vocabulary(2_000_000) + 3_000)
    assert 3.9 < ratio < 4.1
