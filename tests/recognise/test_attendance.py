"""Who was there, in whole documents of many kinds of bodies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from archive_builder import settings
from archive_builder.read import read
from archive_builder.recognise import recognise
from archive_builder.tidy import tidy

SETTINGS = settings.load()
CASES = yaml.safe_load((Path(__file__).parent / "attendance.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["source"]).partition("\n")[0])
def test_who_was_there(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "minutes.md"
    file.write_text(case["source"], "utf-8")
    made = read(file, file.name, SETTINGS, lambda problem: None)
    assert made is not None
    people = [
        f"{row.status} | {row.name} | {row.role} | {row.organization}".rstrip(" |")
        for document in recognise(tidy(made), SETTINGS, lambda problem: None)
        for row in document.attendance
    ]
    assert people == case["people"]
