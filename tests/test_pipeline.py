"""The stages together: faults are contained, and neither order nor workers change the outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import pipeline, recognise, settings
from archive_builder.model import Document
from tests.conftest import ROOT

CONTENT = ROOT / "content"


def test_a_fault_of_the_program_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = recognise.recognise

    def faulty(reading, *rest):  # type: ignore[no-untyped-def]
        if reading.source.file == "2025-03-18 PAB notes.txt":
            raise RecursionError("too deep")
        return sound(reading, *rest)

    monkeypatch.setattr(recognise, "recognise", faulty)
    gathered = pipeline.gather([CONTENT], settings.load())
    files = {document.source.file for document in gathered.archive.documents}
    assert "2025-06-17 PAB annotated agenda.txt" in files
    assert "2025-03-18 PAB notes.txt" not in files
    (problem,) = [problem for problem in gathered.problems if problem.code == "internal-fault"]
    assert str(problem).startswith("2025-03-18 PAB notes.txt:1: error: ")
    assert "RecursionError: too deep" in problem.message


def test_more_workers_read_the_same_archive() -> None:
    alone = pipeline.gather([CONTENT], settings.load())
    together = pipeline.gather([CONTENT], settings.load(), jobs=2)
    assert (together.archive == alone.archive) is True  # without a comparison of all their words
    assert together.problems == alone.problems


def test_the_order_in_which_sources_are_named_does_not_matter() -> None:
    files = sorted(path for path in CONTENT.iterdir() if path.is_file())
    forwards = pipeline.gather(files, settings.load(), home=CONTENT)
    backwards = pipeline.gather(files[::-1], settings.load(), home=CONTENT)
    assert paths(forwards.archive.documents) == paths(backwards.archive.documents)
    assert forwards.problems == backwards.problems


def paths(documents: tuple[Document, ...]) -> list[str]:
    return [document.path for document in documents]


def test_nothing_is_lost_between_a_source_and_its_pages(tmp_path: Path) -> None:
    gathered = pipeline.gather([CONTENT], settings.load())
    for document in gathered.archive.documents:
        if document.fidelity is not None:
            assert document.fidelity.lost == (), document.source.file
