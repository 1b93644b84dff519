"""Anchors stay unique and can be linked to, however often a number is printed."""

from __future__ import annotations

from archive_builder import recognise, settings
from archive_builder.model import Reading
from archive_builder.recognise.grammar.anchors import unique
from tests import factories


def test_a_heading_has_no_anchor_of_a_table_or_of_the_page() -> None:
    blocks = [
        factories.heading("Report on ferries", 1),
        factories.heading("Page title"),
        factories.paragraph("The ferries ran."),
        factories.heading("Table 1"),
        factories.table([["Month", "Boats"], ["June", "12"], ["July", "14"]]),
    ]
    reading = Reading(source=factories.document().source, blocks=factories.numbered(blocks))
    [document] = recognise.recognise(reading, settings.load(), lambda problem: None)
    assert [table.anchor for table in document.tables] == ["table-1"]
    assert [heading.anchor for heading in document.headings][1:] == ["page-title-b", "table-1-b"]


def test_a_number_printed_forty_times() -> None:
    taken: set[str] = set()
    made = [unique("question-9", taken) for _ in range(40)]
    assert made[:3] == ["question-9", "question-9-b", "question-9-c"]
    assert made[25:28] == ["question-9-z", "question-9-aa", "question-9-ab"]
    assert len(taken) == 40
