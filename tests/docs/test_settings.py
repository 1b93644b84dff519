"""docs/maintaining/settings.md names every key of archive.toml with its default, and its examples load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from archive_builder import settings
from tests.docs.written import MAINTAINING, fenced, first_cells

PAGE = (MAINTAINING / "settings.md").read_text("utf-8")


def keys(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """The keys of a table and of the tables in it: `site.name`, `bodies.slug`."""
    for name, field in model.model_fields.items():
        kinds = [field.annotation, *get_args(field.annotation)]
        tables = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if tables:
            yield from keys(tables[0], f"{above}{name}.")
        else:
            yield f"{above}{name}"


def test_every_key_is_explained_in_the_order_of_the_code() -> None:
    assert first_cells(PAGE) == list(keys(settings.Settings))


@pytest.mark.parametrize("table", ["site", "limits"])
def test_the_defaults_are_those_of_the_code(table: str) -> None:
    rows = {line.split("|")[1].strip(" `"): line for line in PAGE.splitlines() if line.startswith("| `")}
    for name, value in getattr(settings.load(), table):
        said = str(value).lower() if isinstance(value, bool) else value
        said = ", ".join(said) if isinstance(said, tuple) else said
        said = f"{said:,}" if isinstance(said, int) else said or "nothing"
        assert f"| {said} |" in rows[f"{table}.{name}"]


@pytest.mark.parametrize("example", fenced(PAGE, "toml"))
def test_the_examples_can_be_used(example: str, tmp_path: Path) -> None:
    path = tmp_path / "archive.toml"
    path.write_text(example, "utf-8")
    assert settings.load(path)
