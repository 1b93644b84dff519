"""What the index finds is what lunr.js finds over the same terms, and counts as much."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from archive_builder import index
from archive_builder.index.entries import entries
from archive_builder.index.partition import Part
from archive_builder.index.postings import BOOSTS
from archive_builder.index.segments import further_terms, meanings_and_topics, segment
from archive_builder.index.terms import terms
from archive_builder.model import Archive
from tests.conftest import LUNR_JS
from tests.index.conftest import in_node, placed

QUERIES = 300

Terms = list[dict[str, list[str]]]


def fields(archive: Archive) -> Terms:
    """The terms of each record in each field."""
    means = meanings_and_topics(archive)
    return [
        {field: [term for text in texts for term in terms(text)] for field, texts in entry.fields.items()}
        | {"forms": further_terms(entry, means)}
        for entry in entries(archive)
    ]


def queries(records: Terms) -> list[list[str]]:
    """One to three words of one record each; now and then one that stands in another."""
    chance = random.Random(5)
    made = []
    for number in range(QUERIES):
        words = sorted({word for terms in chance.choice(records).values() for word in terms})
        query = chance.sample(words, min(len(words), 1 + number % 3))
        if number % 10 == 9:
            query[-1] = chance.choice(sorted(set(chance.choice(records)["text"])) or query)
        made.append([*dict.fromkeys(query)])
    return made


def differences(archive: Archive, folder: Path) -> tuple[list[list[str]], float]:
    """Queries that do not find the same records, and the share of our best ten that lunr counts as much."""
    records = fields(archive)
    made = segment(Part("base", archive, has_people=True))
    site = placed(index.files([made]), folder)
    asked = queries(records)
    given = {"boosts": BOOSTS, "records": records, "queries": asked}
    replies = in_node("parity.mjs", site, LUNR_JS, given=given)
    different, good, shown = [], 0, 0
    for query, (lunr, ours, best) in zip(asked, replies, strict=True):
        if {record for record, _ in lunr} != {record for record, _ in ours}:
            different.append(query)
        scores = dict(lunr)
        for found in (ours, best):
            ten = sorted(found, key=lambda pair: -pair[1])[:10]
            least = sorted(scores.values(), reverse=True)[: len(ten)][-1:]
            good += sum(scores[record] >= 0.98 * least[0] for record, _ in ten)
            shown += len(ten)
    assert shown > 8 * QUERIES
    return different, good / shown


def test_the_samples(samples: Archive, tmp_path: Path) -> None:
    different, alike = differences(samples, tmp_path)
    assert different == []
    assert alike >= 0.995


@pytest.mark.deep
def test_real_documents(corpus_archive: Archive, tmp_path: Path) -> None:
    different, alike = differences(corpus_archive, tmp_path)
    assert different == []
    assert alike >= 0.995
