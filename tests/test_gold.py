"""Real documents, hand-labelled: what the archive makes of them must reach these figures.

The documents and labels are shared test material outside this repository; see `shared` in conftest.
`corpus` holds five documents of one commissioner, `documents` those of other bodies.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive_builder.text.words import words
from tests.built import build_site
from tests.index.conftest import asking, placed

CORPUS = """document=1 document.type=1 document.body=1 document.date=1 document.time=1 document.venue=1
    document.period=1 document.previous_meeting=1 document.next_meeting=1 people=1
    people.role=0.98 people.organisation=0.98
    agenda_items=1 questions=0.99 questions.answer=0.98 questions.asked_by=1 questions.label=1 questions.title=1
    questions.item=1 actions=1 actions.owners=1 actions.question=1 undertakings=0.85 decisions=0.97
    decisions.identifier=1 decisions.date=1 decisions.confidential=1 recommendations=0.85 links=0.95 tracker_rows=1
    tracker_rows.tracks=1 tracker_rows.status=1 tracker_rows.update=1 work_programme=1 parts=0.95
    parts.classification=0.95 parts.date=1 headings=0.93 tables=0.93 tables.rows=0.93 tables.columns=0.93 fidelity=1
    fidelity_order=0.995""".split()
DOCUMENTS = """people=0.97 agenda_items=0.95 questions=0.75 actions=0.95 decisions=0.95 undertakings=0.85
    tracker_rows=0.95 fidelity=0.995""".split()

WILD: dict[int, str] = {
    1: "people=0.96 agenda_items=0.95 questions=0.64 actions_any=0.88 decisions=0.78 "
    "document.type=1 document.body=1 document.date=1",
    2: "people=0.98 agenda_items=0.96 questions=0.98 actions_any=0.97 decisions=0.98 "
    "document.type=1 document.body=1 document.date=1",
    3: "people=0.98 agenda_items=0.87 questions=0.48 actions_any=0.94 decisions=0.91 "
    "document.type=1 document.body=0.9 document.date=1",
    4: "people=0.97 agenda_items=0.93 actions_any=0.98 decisions=0.86 tracker_rows=0.96 "
    "document.type=1 document.body=1 document.date=1",
    5: "people=0.98 agenda_items=0.74 actions_any=0.94 decisions=0.91 "
    "document.type=0.66 document.body=0.83 document.date=1",
    6: "people=0.98 agenda_items=0.98 questions=0.98 actions_any=0.91 decisions=0.94 "
    "document.type=0.66 document.body=0.5 document.date=1",
    7: "people=0.97 agenda_items=0.87 questions=0.74 actions_any=0.91 decisions=0.68 "
    "document.type=0.9 document.body=0.5 document.date=1",
}
"""What the batches of docs/contributing/first-look.md score since they were worked on: a floor, no proof."""


def score(shared: Path, gold: Path, sources: Path, site: Path, minima: list[str]) -> None:
    """Hold a site against labels; fails with every miss named."""
    command = [sys.executable, str(shared / "eval" / "score.py"), "--gold", str(gold), "--site", str(site)]
    command += ["--sources", str(sources), "--misses", "--min", *minima]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_records_agree_with_the_labels(corpus_site: Path, shared: Path) -> None:
    score(shared, shared / "gold", shared / "corpus", corpus_site, CORPUS)


def test_the_records_of_other_bodies_agree_with_theirs(shared: Path, tmp_path: Path) -> None:
    sources = shared / "documents" / "sources"
    score(shared, shared / "documents" / "gold", sources, build_site(sources, tmp_path), DOCUMENTS)


@pytest.mark.deep
@pytest.mark.parametrize("batch", WILD)
def test_no_batch_of_real_documents_falls_below_its_floor(batch: int, shared: Path, tmp_path: Path) -> None:
    sources = shared / "wild" / f"batch-{batch}" / "sources"
    gold = shared / "wild" / f"batch-{batch}" / "gold"
    score(shared, gold, sources, build_site(sources, tmp_path), WILD[batch].split())


QUERIES = ("Tuesday", "Dudley", "survey", "pay", "neighbourhood policing", "DIVERT", "687")


def test_the_search_finds_words_that_are_easily_lost(corpus_site: Path) -> None:
    shown = [
        row
        for path in corpus_site.glob("search/*/t/*/*.bin")
        for stretch in gzip.decompress(path.read_bytes()).splitlines()
        for row in json.loads(stretch)
    ]
    replies = asking(placed((), corpus_site))(*({"text": query, "limit": 10_000} for query in QUERIES))
    for query, reply in zip(QUERIES, replies, strict=True):
        held = {row[0] for row in shown if set(words(query)) <= set(words(" ".join([row[5], *row[7:8]])))}
        assert held
        assert held <= {result["url"] for result in reply["results"]}, query
