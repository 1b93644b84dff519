"""Acronyms that texts define; the algorithm is held to another's work on the same papers."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_builder.text.acronyms import defined, is_short

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the package is of 2019; Python now warns of how it is written
    from abbreviations import schwartz_hearst


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(found) for found in defined(text)]


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        (
            "The Performance and Accountability Board (PAB) met.",
            "PAB",
            "Performance and Accountability Board",
        ),
        (
            "PAB (Performance and Accountability Board) papers",
            "PAB",
            "Performance and Accountability Board",
        ),
        ("the Police and Crime Commissioners (PCCs) agreed", "PCCs", "Police and Crime Commissioners"),
        ("the Police and Crime Commissioner (“PCC”) agreed", "PCC", "Police and Crime Commissioner"),
        ("the Medium Term Financial Plan (the “MTFP”)", "MTFP", "Medium Term Financial Plan"),
        ("anti-social behaviour (ASB)", "ASB", "anti-social behaviour"),
        ("Serious and Organised Crime (SOC or “organised crime”)", "SOC", "Serious and Organised Crime"),
        (
            "Office of the Police and Crime Commissioner (OPCC)",
            "OPCC",
            "Office of the Police and Crime Commissioner",
        ),
        ("A&E (accident and emergency)", "A&E", "accident and emergency"),
    ],
)
def test_what_is_defined(text: str, short: str, meaning: str) -> None:
    assert pairs(text) == [(short, meaning)]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ann Lee (Chair)",
        "Ms Okafor (Harrow Cross)",
        "the figures for the year (2024-25)",
        "the plan (see Appendix A)",
        "the plan (PCC)",
        "how successful were the Safer Streets 4 (SSF4) projects",
        "The Board met. Crime fell (BMC).",
        "the PCC office (PCC)",
        "it rose (by 3 %) again",
        "()(((A)",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    assert pairs(text) == []


def test_several_stand_in_one_sentence() -> None:
    text = "The Chief Constable (CC) and the Crown Prosecution Service (CPS) met West Midlands Police (WMP)."
    assert [short for short, _ in pairs(text)] == ["CC", "CPS", "WMP"]


@given(st.text(alphabet="aAbBcC ()&.;\n“”s", max_size=120))
def test_a_definition_is_made_of_the_texts_own_words(text: str) -> None:
    folded = " ".join(text.split())
    for short, meaning in defined(text):
        assert short in text
        assert is_short(short)
        assert meaning in folded


def test_the_package_abbreviations_finds_the_same(shared: Path) -> None:
    """Its finds whose short form is printed as an acronym, sentence by sentence; we find more of them."""
    ours: dict[str, set[str]] = {}
    theirs: dict[str, str] = {}
    for path in sorted((shared / "corpus").glob("*.txt")):
        text = path.read_text("utf-8")
        for short, meaning in defined(" ".join(text.split())):
            ours.setdefault(short, set()).add(meaning.casefold())
        found = schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)
        theirs |= {short: " ".join(long.split()) for short, long in found.items() if is_short(short)}
    missed = {short: long for short, long in theirs.items() if short not in ours}
    other = {s: (long, ours[s]) for s, long in theirs.items() if s in ours and long.casefold() not in ours[s]}
    assert len(theirs) > 50
    assert missed == {}
    assert other == {}
