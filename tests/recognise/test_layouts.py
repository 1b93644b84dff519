"""Invented documents in the layouts of many bodies: what a person would find is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_builder.model import Document
from archive_builder.text.words import words
from tests.recognise.labels import cases, documents, outcome

CASES = dict(cases())


@pytest.mark.parametrize("name", CASES)
def test_what_a_person_would_find_is_found(name: str) -> None:
    made = outcome(CASES[name])
    assert made.expected
    assert made.faults == []


def mangled(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Lines doubled, dropped, moved, cut short, or with a page's end between them."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["double", "drop", "move", "cut", "page", "join"])):
            case "double":
                lines = [*lines[: at + 1], *lines[at:]]
            case "drop" if len(lines) > 1:
                lines = [*lines[:at], *lines[at + 1 :]]
            case "move":
                to = draw(st.integers(0, len(lines) - 1))
                rest = [*lines[:at], *lines[at + 1 :]]
                lines = [*rest[:to], lines[at], *rest[to:]]
            case "cut":
                lines = [*lines[:at], lines[at][: draw(st.integers(0, len(lines[at])))], *lines[at + 1 :]]
            case "page":
                lines = [*lines[:at], "", f"Page {at + 1} of 9", "", *lines[at:]]
            case _:
                lines = [*lines[:at], " ".join(lines[at : at + 2]), *lines[at + 2 :]]
    return lines


@st.composite
def disorder(draw: st.DrawFn) -> dict[str, Any]:
    case = CASES[draw(st.sampled_from(sorted(CASES)))]
    return case | {"source": "\n".join(mangled(draw, case["source"].split("\n")))}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(disorder())
def test_disorder_loses_no_word_and_gives_each_record_its_place(case: dict[str, Any]) -> None:
    for document in (found := documents(case)):
        anchors = [record.anchor for record in document.records]
        assert len(anchors) == len(set(anchors))
        for record in document.records:
            assert 0 <= record.place.first <= record.place.last < len(document.blocks)
    if case["format"] == "txt":
        assert not Counter(words(case["source"])) - kept(found)


def kept(found: tuple[Document, ...]) -> Counter[str]:
    """The words of some documents, what was set aside among them."""
    texts = [f"{b.number} {b.marker} {b.text}" for d in found for b in d.blocks]
    texts += [aside.text for d in found for aside in d.asides]
    return Counter(word for text in texts for word in words(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([name for name in sorted(CASES) if CASES[name]["format"] == "txt"]), st.data())
def test_a_page_end_between_two_paragraphs_changes_no_record(name: str, data: st.DataObject) -> None:
    lines = CASES[name]["source"].split("\n")
    gaps = [at for at, line in enumerate(lines) if not line and at > len(lines) // 3]
    at = data.draw(st.sampled_from(gaps))
    paged = "\n".join([*lines[:at], "", f"Page {at} of 999", *lines[at:]])
    assert outcome(CASES[name] | {"source": paged}).faults == outcome(CASES[name]).faults
