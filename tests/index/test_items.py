"""Known items: what somebody may ask of real documents, and the record that must come first or nearly so.

The list is tests/search_items.toml; how to add to it is said there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from archive_builder import index
from archive_builder.model import Archive
from tests.conftest import ROOT
from tests.index.conftest import asking, placed

BODIES = {
    "$PANEL": "west-midlands-police-and-crime-panel",
    "$BOARD": "accountability-and-governance-board",
}
FIRST, AMONG_FIVE = 0.9, 1.0
"""The shares of the items that must be found at the first place, and at one of the first five."""

Item = Mapping[str, str]


def items(archive: str) -> list[Item]:
    listed = tomllib.loads((ROOT / "tests" / "search_items.toml").read_text(encoding="utf-8"))
    found: list[Item] = listed[archive]["items"]
    return found


def address(item: Item) -> str:
    record = item["record"]
    for short, slug in BODIES.items():
        record = record.replace(short, slug)
    return record


def places(archive: Archive, known: Sequence[Item], folder: Path) -> list[int]:
    """At which place each item is found, from 1; 0 where it is none of the first five."""
    ask = asking(placed(index.assets(archive), folder))
    replies = ask(*(whole(item["query"]) for item in known))
    misspelt = [at for at, item in enumerate(known) if item["kind"] == "misspelling"]
    suggested = ask(*(whole(replies[at]["suggestion"] or known[at]["query"]) for at in misspelt))
    for at, reply in zip(misspelt, suggested, strict=True):
        replies[at] = reply
    return [_place(reply, address(item)) for reply, item in zip(replies, known, strict=True)]


def whole(text: str) -> Mapping[str, object]:
    """A search as a page makes it, with the words in context."""
    return {"text": text, "passages": True}


def _place(reply: Mapping[str, Any], record: str) -> int:
    urls = [_exchange(result["url"]) for result in reply["results"][:5]]
    return urls.index(_exchange(record)) + 1 if _exchange(record) in urls else 0


def _exchange(address: str) -> str:
    """A question and its answer stand together on their page: who finds one has found both."""
    return address.replace("#answer-", "#question-")


def held(known: Sequence[Item], found: Sequence[int]) -> None:
    """The shares are what they must be; else each item that is not first is named with its place."""
    others = [f"{place or 'none of five'}: {item['query']}" for item, place in zip(known, found, strict=True)]
    shown = "\n".join(line for line, place in zip(others, found, strict=True) if place != 1)
    assert sum(place > 0 for place in found) >= AMONG_FIVE * len(known), shown
    assert sum(place == 1 for place in found) >= FIRST * len(known), shown


def test_the_list_is_what_it_says() -> None:
    whole = [*items("content"), *items("corpus")]
    assert len({item["query"] for item in whole}) == len(whole) >= 60
    assert {item["kind"] for item in whole} == {"name", "number", "words", "phrase", "misspelling"}


def test_known_items_of_the_samples_are_found(sample_archive: Archive, tmp_path: Path) -> None:
    known = items("content")
    held(known, places(sample_archive, known, tmp_path))


def test_known_items_of_the_shared_corpus_are_found(corpus_archive: Archive, tmp_path: Path) -> None:
    known = items("corpus")
    held(known, places(corpus_archive, known, tmp_path))


@pytest.mark.parametrize("archive", ["content", "corpus"])
def test_every_item_names_a_record(archive: str) -> None:
    assert all(item["record"].endswith("/") or "#" in item["record"] for item in items(archive))
