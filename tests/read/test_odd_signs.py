"""Signs that only change how others look are in no name and no title, and are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.problem import Problem
from archive_builder.read import read

PILE = "e" + "\u0301\u0316\u0317\u0318\u0319" * 4


@pytest.mark.parametrize(
    ("said", "kept", "name"),
    [
        ("Ann \u202eeeL\u202c", "Ann eeL", "direction marks"),
        ("Ann\u2066 Lee\u2069", "Ann Lee", "direction marks"),
        ("Ann\U000e0041 Lee", "Ann Lee", "letters that no font shows"),
        (f"Ann L{PILE}e", "Ann Le\u0301\u0316\u0317e", "piles of accents"),
    ],
)
@pytest.mark.parametrize("form", ["{}\n", "# {}\n", "- {}\n", "a\t{}\nb\tc\n"])
def test_odd_signs_are_left_out(tmp_path: Path, said: str, kept: str, name: str, form: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(form.format(said), "utf-8")
    problems: list[Problem] = []
    found = read(path, path.name, settings.load(), problems.append)
    assert found is not None
    assert kept in " ".join(block.text for block in found.blocks)
    [problem] = problems
    assert problem.code == "odd-signs"
    assert name in problem.message
    assert not {"\u202e", "\u2066", "\U000e0041"} & set("".join(found.words))


@pytest.mark.parametrize("said", ["Zoë Núñez", "Zoe\u0308", "Nguye\u0302\u0303n Va\u0306n", "naïve – “so”"])
def test_accents_of_languages_stay(tmp_path: Path, said: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(said, "utf-8")
    problems: list[Problem] = []
    found = read(path, path.name, settings.load(), problems.append)
    assert found is not None
    assert found.blocks[0].text == said
    assert problems == []
