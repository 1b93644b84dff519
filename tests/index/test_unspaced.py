"""Scripts that put no spaces between words: found, marked and completed by bigrams."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archive_builder.model import Archive
from tests.index.conftest import Ask, archive_of

TEXTS = (
    "東京都の水道は来年度に改修される。",
    "京都の港は東に面している。水",
    "สถานีตำรวจเปิดทุกวัน",
    "ตำบลนี้ไม่มีสถานี",
    "The harbour wall is mended in 2023年度.",
)


@pytest.fixture
def ask(ask_archive: Callable[[Archive], Ask]) -> Ask:
    return ask_archive(archive_of(*TEXTS))


def found(reply: dict[str, Any]) -> list[int]:
    """The numbers of the texts that have all words, in their order."""
    results = [result["url"] for result in reply["results"] if result["has"] == "all"]
    return sorted(int(url.rpartition("-")[2]) for url in results)


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("東京都", [0]),
        ("水道 東京", [0]),
        ("京都", [0, 1]),
        ("ตำรวจ", [2]),
        ("สถานี", [2, 3]),
        ("2023年度", [4]),
        ("年度", [0, 4]),
        ('"京都の港"', [1]),
        ("水", [0, 1]),
        ("港 -東京", [1]),
    ],
)
def test_part_of_a_sentence_finds_it(ask: Ask, typed: str, texts: list[int]) -> None:
    (reply,) = ask(typed)
    assert found(reply) == texts


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("東京都", ["東京都"]), ("水道", ["水道"]), ('"東京都の水道"', ["東京都の水道"]), ("ตำรวจ", ["ตำรวจ"])],
)
def test_what_was_typed_is_marked_as_one(ask: Ask, typed: str, marked: list[str]) -> None:
    (reply,) = ask({"text": typed, "passages": True})
    stretches = reply["results"][0]["passage"]
    assert [stretch["text"] for stretch in stretches if stretch["hit"]] == marked


def test_a_phrase_that_stands_nowhere_is_said_to_stand_apart(ask: Ask) -> None:
    (reply,) = ask('"東京道"')
    assert reply["total"] == 0 or reply["apart"]
