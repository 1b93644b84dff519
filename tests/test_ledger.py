"""The ledger: what the archive finds in each sample document, a row a document, committed.

A change of a reader or a rule shows its gains and losses here, in the same commit: `pytest --update`
writes the file, the diff is what a reviewer reads.
"""

from __future__ import annotations

import csv
import io

import pytest

from archive_builder.model import Archive, Document
from tests.conftest import ROOT

LEDGER = ROOT / "ledger.csv"
COLUMNS = (
    "file",
    "position",
    "kind",
    "layout",
    "date",
    "blocks",
    "headings",
    "people",
    "agenda items",
    "questions",
)
COLUMNS += (
    "answered",
    "actions",
    "undertakings",
    "decisions",
    "tracker rows",
    "work programme",
    "tables",
    "figures",
)
COLUMNS += ("links", "set aside", "words", "words not placed")


def row(document: Document, links: int) -> list[object]:
    actions = [action.marker for action in document.actions]
    fidelity = document.fidelity
    return [
        document.source.file,
        document.position or "",
        document.classification.value,
        document.layout,
        document.date or "",
        len(document.blocks),
        len(document.headings),
        len(document.attendance),
        len(document.items),
        len(document.questions),
        sum(question.answer is not None for question in document.questions),
        actions.count("explicit"),
        actions.count("undertaking"),
        len(document.decisions),
        len(document.tracker_rows),
        len(document.programme),
        len(document.tables),
        len(document.figures),
        links,
        len(document.asides),
        fidelity.source_words if fidelity else "",
        len(fidelity.lost) if fidelity else "",
    ]


def test_the_ledger_is_current(sample_archive: Archive, pytestconfig: pytest.Config) -> None:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for document in sorted(sample_archive.documents, key=lambda d: (d.source.file, d.position)):
        links = sum(link.source.partition("#")[0] == document.path for link in sample_archive.links)
        table.writerow(row(document, links))
    if pytestconfig.getoption("--update"):
        LEDGER.write_text(written.getvalue(), "utf-8")
    assert LEDGER.read_text("utf-8") == written.getvalue()
