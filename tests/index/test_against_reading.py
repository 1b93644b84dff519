"""The index finds what somebody finds who reads every record: random records and random queries."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from archive_builder import index
from archive_builder.index import shards
from archive_builder.index.entries import entries
from archive_builder.index.terms import fold, split, terms
from archive_builder.model import Archive
from tests.index.conftest import asking, document, placed

WORDS = """harbour wall mended dues paid fish landed the of and boats licence licences licensing moored quay
quayside lamp lamps kept night nightly watch watchman watched report reported""".split()
RARE = "eels buoy".split()


def archive(chance: random.Random) -> Archive:
    """1,500 records over five years: frequent words have more than the best of their shards."""
    documents = []
    for number in range(150):
        texts = [" ".join(chance.choices(WORDS, k=chance.randint(2, 14))) for _ in range(10)]
        if number % 20 == 0:
            texts[number % 7] += f" {chance.choice(RARE)}"
        day = date(2019 + number // 30, 1 + number % 12, 1)
        documents.append(document(number, day, *texts, body=chance.choice(["board", "panel"])))
    return Archive(documents=tuple(sorted(documents, key=lambda d: (d.date, d.path))))


def query(chance: random.Random) -> tuple[str, list[str], list[list[str]], list[str], str]:
    """A query, the words it wants, the phrases, the words it does not want, and the year it begins with."""
    wanted = chance.sample(WORDS, chance.randint(1, 3))
    if chance.random() < 0.2:
        wanted[0] = chance.choice(RARE)
    phrases = [chance.sample(WORDS, 2)] if chance.random() < 0.3 else []
    unwanted = chance.sample(WORDS, 1) if chance.random() < 0.3 else []
    year = str(chance.randint(2019, 2023)) if chance.random() < 0.3 else ""
    typed = [*wanted, *(f'"{" ".join(phrase)}"' for phrase in phrases), *(f"-{word}" for word in unwanted)]
    return " ".join(typed) + (f" after:{year}" if year else " "), wanted, phrases, unwanted, year


def test_random_queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "HEAD", 64)
    monkeypatch.setattr(shards, "WITHIN", 20)
    monkeypatch.setattr(shards, "BLOCK", 40)
    chance = random.Random(11)
    made = archive(chance)
    ask = asking(placed(index.assets(made), tmp_path))
    records = []
    for entry in entries(made):
        words = [fold(word) for word in split(f"{entry.heading} {entry.text}")]
        records.append((entry, {*terms(entry.heading), *terms(entry.text)}, {*pairwise(words)}))
    queries = [query(chance) for _ in range(150)]
    queries = [one for one in queries if terms(" ".join(one[1]))]
    replies = ask(*({"text": one[0], "limit": 2000, "facets": True} for one in queries))
    exact = 0
    for (typed, wanted, phrases, unwanted, year), reply in zip(queries, replies, strict=True):
        expected = {
            entry.url
            for entry, has, pairs in records
            if {*terms(" ".join(wanted))} <= has
            and all(tuple(phrase) in pairs for phrase in phrases)
            and not {*terms(" ".join(unwanted))} & has
            and entry.date[:4] >= year
        }
        found = {result["url"] for result in reply["results"] if result["has"] == "all"}
        assert found <= expected, typed
        if reply["exact"]:
            exact += 1
            assert (found, reply["total"] if reply["has"] == "all" else 0) == (expected, len(expected)), typed
            by_body = {count["value"]: count["count"] for count in reply["facets"]["body"]}
            assert sum(by_body.values()) == reply["total"], typed
    assert exact > 0.7 * len(queries)


def overflowed(reply: dict[str, Any]) -> int:
    """How many files of records beyond the best were read for a reply."""
    return sum("/o/" in path for path in reply["read"])


def test_beside_a_rare_word_little_of_a_frequent_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "WITHIN", 0)
    monkeypatch.setattr(shards, "BLOCK", 100)
    texts = [f"The harbour was mended {'at Easter' if number == 900 else ''}" for number in range(1_200)]
    documents = [
        document(number, date(2025, 1 + number // 20, 1), *texts[10 * number : 10 * number + 10])
        for number in range(120)
        if number // 20 < 12
    ]
    ask = asking(placed(index.assets(Archive(documents=tuple(documents))), tmp_path))
    rare, apart, frequent = ask("harbour Easter", "harbour Easter -mended", "harbour mended")
    assert (rare["total"], rare["exact"], overflowed(rare)) == (1, True, 1)
    assert apart["has"] != "all"
    assert (frequent["total"], frequent["exact"]) == (1_200, True)
    assert overflowed(apart) + overflowed(frequent) == 2 * 10 - 1
