"""Anchors stay unique and can be linked to, however often a number is printed."""

from __future__ import annotations

from archive_builder.recognise.grammar.draft import unique


def test_a_number_printed_forty_times() -> None:
    taken: set[str] = set()
    made = [unique("question-9", taken) for _ in range(40)]
    assert made[:3] == ["question-9", "question-9-b", "question-9-c"]
    assert made[25:28] == ["question-9-z", "question-9-aa", "question-9-ab"]
    assert len(taken) == 40
