"""No rule names a person, a place, a body or a sentence of one document: the labels must not be in the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive_builder.text.words import words
from tests.conftest import ROOT

TEXTS = ("questions", "actions", "decisions")


def labels(shared: Path) -> Iterator[dict[str, Any]]:
    for folder in ("gold", "documents/gold"):
        for path in sorted((shared / folder).glob("*.json")):
            yield json.loads(path.read_text("utf-8"))


def package() -> dict[Path, str]:
    """Each file of the package as one line of words."""
    suffixes = (".py", ".toml", ".j2")
    files = [path for path in sorted((ROOT / "archive_builder").rglob("*")) if path.suffix in suffixes]
    return {path: " ".join(words(path.read_text("utf-8"))) for path in files}


def where(phrase: str, code: dict[Path, str]) -> list[str]:
    """The files of the package that hold a phrase as whole words."""
    pattern = re.compile(rf"\b{re.escape(phrase)}\b")
    return [path.name for path, text in code.items() if pattern.search(text)]


def test_no_name_of_a_person_a_body_or_a_venue_is_in_the_code(shared: Path) -> None:
    code = package()
    names = set()
    for label in labels(shared):
        names |= {person["name"] for person in label.get("people", []) if len(words(person["name"])) > 1}
        names |= {label["document"][field] for field in ("body", "venue") if label["document"].get(field)}
    found = {name: files for name in sorted(names) if (files := where(" ".join(words(name)), code))}
    assert not found


@pytest.mark.parametrize("kind", TEXTS)
def test_no_sentence_of_a_labelled_record_is_in_the_code(shared: Path, kind: str) -> None:
    written = {run for text in package().values() for run in runs(text.split())}
    labelled = {
        run
        for label in labels(shared)
        for record in label.get(kind, [])
        for run in runs(words(record["text"]))
    }
    assert not written & labelled


def runs(text: list[str]) -> set[str]:
    """Every run of eight successive words."""
    return {" ".join(text[start : start + 8]) for start in range(len(text) - 7)}
