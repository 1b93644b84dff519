"""Documents that were given with the task for their reading: what recognition must make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder import pipeline
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy
from tests.recognise.found import SETTINGS
from tests.recognise.given import faults

GIVEN: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "given_readings.yml").read_text("utf-8")
)


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_a_given_document_is_recognised_as_asked(shared: Path, name: str) -> None:
    file = shared / "cases" / "reading" / name
    reading = read(file, file.name, SETTINGS, lambda problem: None)
    assert reading is not None
    [document] = recognise(tidy(reading), SETTINGS, lambda problem: None)
    assert list(faults(document, GIVEN[name])) == []


def test_each_given_document_of_these_kinds_has_its_row(shared: Path) -> None:
    folders = {Path(name).parts[0] for name in GIVEN}
    files = (
        file
        for folder in folders
        for file in (shared / "cases" / "reading" / folder).iterdir()
        if file.name != "expect.txt"
    )
    assert {f"{file.parent.name}/{file.name}" for file in files} == set(GIVEN)


def test_an_owner_whom_two_members_may_be_is_nobody_new(shared: Path) -> None:
    folder = shared / "cases" / "reading" / "12-phantom-people"
    archive = pipeline.gather([folder], SETTINGS).archive
    [document] = [d for d in archive.documents if "2025-12-02" in d.source.file]
    owners = [owner for action in document.actions for owner in action.owners]
    assert owners == ["Smith", "Mr Smith", "Chloe Smith", "Owen Smith"]
    smiths = {person.name for person in archive.people if "Smith" in person.name}
    assert smiths == {"Chloe Smith", "Owen Smith"}
