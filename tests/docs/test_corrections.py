"""docs/maintaining/correct-a-record.md: its examples can be used, and it lists every kind and fact."""

from __future__ import annotations

from textwrap import dedent

import pytest
import yaml

from archive_builder.correct import Corrections
from archive_builder.lang.interface import noun
from archive_builder.model import Classification
from archive_builder.model.record_kinds import RECORD_KINDS
from tests.docs.written import MAINTAINING, first_cells

PAGE = (MAINTAINING / "correct-a-record.md").read_text("utf-8")
FACTS: dict[str, list[str]] = {}
for kind in RECORD_KINDS:
    for field in kind.correctable:
        FACTS.setdefault(field, []).append(noun(kind.noun, 2))
EXAMPLES = [dedent(part.partition("```")[0]) for part in PAGE.split("```yaml\n")[1:]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_can_be_used(example: str) -> None:
    made = Corrections.model_validate(yaml.safe_load(dedent(example)))
    assert all(name in FACTS for record in made.records for name in record.set)


def test_every_fact_is_listed() -> None:
    assert [cell for cell in first_cells(PAGE) if "/" not in cell] == list(FACTS)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_names_the_kinds_that_have_it(fact: str) -> None:
    assert f"| `{fact}` | {', '.join(FACTS[fact])} |" in PAGE


def test_every_kind_is_named() -> None:
    assert [kind.value for kind in Classification if f"`{kind.value}`" not in PAGE] == []
