"""docs/maintaining/data.md and the data page name every key of the data files, in their order."""

from __future__ import annotations

import re

import pytest

from archive_builder.export import COLUMNS
from archive_builder.export.dictionary import dictionary
from archive_builder.export.forms import MOST_PLAIN
from archive_builder.export.years import OF_DOCUMENTS
from archive_builder.model import Classification, DecisionKind, Relation
from tests.docs.written import MAINTAINING, first_cells, hold, with_passage

FILE = MAINTAINING / "data.md"
PAGE = FILE.read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def listed() -> str:
    """Every file with its keys, from the dictionary."""
    return "\n\n".join(
        "\n".join(
            [
                f"## {kind}\n\n{said['about']}\n\n| key | what it is |\n|---|---|",
                *(f"| `{key}` | {meaning} |" for key, meaning in said["keys"].items()),
            ]
        )
        for kind, said in dictionary().items()
    )


def test_the_page_is_made_from_the_dictionary(request: pytest.FixtureRequest) -> None:
    hold(FILE, with_passage(PAGE, "keys", listed()), request.config.getoption("--update"))


def test_the_dictionary_explains_every_key_of_every_file() -> None:
    assert {kind: tuple(said["keys"]) for kind, said in dictionary().items()} == dict(COLUMNS)
    assert list(dictionary()) == list(COLUMNS)


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


def test_it_says_how_large_a_file_may_be_to_be_uncompressed() -> None:
    assert f"at most {MOST_PLAIN / 1_000_000:.0f} MB" in PAGE


def test_it_names_the_kinds_that_no_year_has() -> None:
    (sentence,) = re.findall(r"Rows that belong to no document .*?, and a link", PAGE)
    assert set(re.findall(r"`(\w+)`", sentence)) == set(COLUMNS) - set(OF_DOCUMENTS)
