"""docs/maintaining/data.md names every key of the data files, in their order."""

from __future__ import annotations

import re

import pytest

from archive_builder.export import COLUMNS
from archive_builder.model import Classification, DecisionKind, Relation
from tests.docs.written import MAINTAINING, first_cells

PAGE = (MAINTAINING / "data.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_every_file_has_a_section() -> None:
    assert list(SECTIONS) == list(COLUMNS)


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_key_is_explained(kind: str) -> None:
    assert first_cells(SECTIONS[kind]) == list(COLUMNS[kind])


@pytest.mark.parametrize(
    ("kind", "key", "values"),
    [
        ("documents", "classification", Classification),
        ("decisions", "classification", DecisionKind),
        ("links", "relation", Relation),
    ],
)
def test_every_value_is_named(
    kind: str, key: str, values: type[Classification | DecisionKind | Relation]
) -> None:
    assert f"| `{key}` | {', '.join(value.value for value in values)} |" in SECTIONS[kind]
