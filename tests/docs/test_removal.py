"""docs/maintaining/withdraw-and-redact.md: its examples can be used, and it names every key."""

from __future__ import annotations

from pathlib import Path

import yaml

from archive_builder.correct import Corrections, RedactionEntry
from archive_builder.model import Lock
from archive_builder.problem import Problem
from archive_builder.removal import withdrawals
from archive_builder.sources import SourceFile
from tests.docs.written import MAINTAINING, first_cells

PAGE = (MAINTAINING / "withdraw-and-redact.md").read_text("utf-8")
WITHDRAWN, REDACTIONS = (part.partition("```")[0] for part in PAGE.split("```yaml\n")[1:])


def test_the_example_of_a_withdrawal_can_be_used(tmp_path: Path) -> None:
    (entry,) = yaml.safe_load(WITHDRAWN)
    (tmp_path / "withdrawn.yml").write_text(WITHDRAWN, "utf-8")
    path = tmp_path / entry["file"]
    path.write_text("Held.", "utf-8")
    problems: list[Problem] = []
    found, files = withdrawals.load(
        [tmp_path], [SourceFile(path, path.name, tmp_path)], Lock(), problems.append
    )
    assert problems == []
    assert [withdrawal.file for withdrawal in found] == [entry["file"]]
    assert [source.withdrawn for source in files] == [True]


def test_the_example_of_redactions_can_be_used() -> None:
    made = Corrections.model_validate(yaml.safe_load(REDACTIONS))
    assert [bool(entry.name) for entry in made.redactions] == [True, False]


def test_every_key_is_explained() -> None:
    keys = first_cells(PAGE)
    assert [key for key in withdrawals.KEYS if key not in keys] == []
    assert [key for key in RedactionEntry.model_fields if key not in keys] == []
