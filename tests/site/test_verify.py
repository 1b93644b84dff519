"""All of the built site stands when it is checked by itself: each file, each original, each quotation."""

from __future__ import annotations

from pathlib import Path

from archive_builder import pipeline
from archive_builder.settings import load
from tests.site import pages


def test_all_quotations_of_the_site_stand(site: Path) -> None:
    found = pipeline.verify_site(site, load())
    assert [str(problem) for problem in found.problems] == []
    kinds = ("questions", "actions", "decisions", "votes", "amendments", "tracker_rows")
    rows = [row for kind in kinds for row in pages.rows(site, kind)]
    answers = [row for row in rows if row.get("answer_evidence")]
    assert found.quotations + found.not_published == len(rows) + len(answers) > 100
