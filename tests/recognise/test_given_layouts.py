"""The layouts that were given with the task: each document of the shared material is read as is asked there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy
from tests.recognise.found import SETTINGS
from tests.recognise.given import faults

TESTS = Path(__file__).parents[1]
GIVEN: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "given_layouts.yml").read_text("utf-8")
)


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_a_given_layout_is_read_as_asked(shared: Path, name: str) -> None:
    wanted = GIVEN[name]
    reading = read(shared / "cases" / "layouts" / name, name, SETTINGS, lambda problem: None)
    assert reading is not None
    [document] = recognise(tidy(reading), SETTINGS, lambda problem: None)
    found = list(faults(document, wanted))
    if "falls_short" in wanted:
        assert found, f"{name} is read as asked: take falls_short out of given_layouts.yml"
    else:
        assert found == []


def test_each_given_layout_has_its_row(shared: Path) -> None:
    files = {file.name for file in (shared / "cases" / "layouts").iterdir() if ".expect." not in file.name}
    assert files == set(GIVEN)


def test_tests_of_the_projects_own_hold_each_kind() -> None:
    named = {name for wanted in GIVEN.values() for name in wanted["held_by"].split(", ")}
    assert named <= {file.name for file in TESTS.rglob("*.*")}
