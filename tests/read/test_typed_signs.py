"""What a text can only type: struck-out words, tick boxes, notes, marks that no reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder import settings
from archive_builder.model import BlockKind
from archive_builder.problem import Problem
from archive_builder.read import read
from archive_builder.read.plain.text import read as read_text
from tests.read.shown import lost, shown


def lines(said: str) -> list[str]:
    opened = read_text(said.encode())
    assert lost(opened) == []
    return shown(opened).splitlines()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("be ~~sold~~ mended", "- P0  be ~~sold~~ mended"),
        ("- be ~~sold~~ mended", "- I0 • be ~~sold~~ mended"),
        ("# be ~~sold~~ mended", "- H1  be ~~sold~~ mended"),
        ("be <del>sold</del> mended", "- P0  be ~~sold~~ mended"),
        ("be <s>sold</s><ins>mended</ins>", "- P0  be ~~sold~~mended"),
        ("~~It is sold.~~", "- P0  ~~It is sold.~~"),
        ("about ~20 people, ~30 at most", "- P0  about ~20 people, ~30 at most"),
        ("- [x] Approved", "- I0 • ☒ Approved"),
        ("- [X] Approved", "- I0 • ☒ Approved"),
        ("* [ ] Rejected", "- I0 • ☐ Rejected"),
        ("[ ] Rejected", "- P0  ☐ Rejected"),
        ("[x] For   [ ] Against", "- P0  ☒ For ☐ Against"),
        ("Vote: (x) For ( ) Against", "- P0  Vote: ☒ For ☐ Against"),
        ("☐ Rejected ☑ Approved", "- P0  ☐ Rejected ☑ Approved"),
        ("See [x] and (x) there", "- P0  See [x] and (x) there"),
        ("(x) The tenth point", "- I0 (x) The tenth point"),
        ("[x](https://x.example) there", "- P0  [x](https://x.example) there"),
        ("an anti<wbr>social act", "- P0  an antisocial act"),
        ("It is 5 m² here.", "- P0  It is 5 m² here."),
    ],
)
def test_a_line(typed: str, shown: str) -> None:
    assert lines(typed) == [shown]


def test_a_box_in_a_table() -> None:
    assert lines("| Action | Done |\n|---|---|\n| Mend | [x] |\n| Sell | [ ] |")[-2:] == [
        "    | Mend | ☒",
        "    | Sell | ☐",
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [("[^1]", "[^1]: By Bo Ray."), ("¹", "¹ By Bo Ray."), ("<sup>1</sup>", "<sup>1</sup> By Bo Ray.")],
)
def test_a_note_stands_apart_from_the_word_that_it_is_marked_at(mark: str, note: str) -> None:
    assert lines(f"The roof was mended.{mark}\n\n{note}\n") == [
        "- P0  The roof was mended.[^1]",
        "- N0 1 By Bo Ray.",
    ]


def test_notes_of_several_lines() -> None:
    found = read_text(b"Mended[^a] and sold[^b].\n\n[^a]: By Bo\n    Ray.\n[^b]: Twice.\n").blocks
    notes = [(block.marker, block.text, block.first, block.last) for block in found[1:]]
    assert notes == [("a", "By Bo Ray.", 3, 4), ("b", "Twice.", 5, 5)]
    assert all(block.kind is BlockKind.NOTE for block in found[1:])


def test_a_raised_figure_that_begins_no_line_is_no_mark() -> None:
    assert lines("The area² is large.") == ["- P0  The area² is large."]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\u200c", "\u200d", "\u200e", "\ufeff"])
@pytest.mark.parametrize("form", ["The anti{}social act", "# The anti{}social act", "- The anti{}social act"])
@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
def test_a_word_is_whole_whatever_stands_in_it(tmp_path: Path, sign: str, form: str, ending: str) -> None:
    said = form.format(sign)
    path = tmp_path / f"notes{ending}"
    path.write_text(f"<p>{said}</p>" if ending == ".html" else said, "utf-8")
    problems: list[Problem] = []
    found = read(path, path.name, settings.load(), problems.append)
    assert found is not None
    assert "The antisocial act" in found.blocks[0].text
    assert "antisocial" in found.words
    assert [problem.code for problem in problems] == (["odd-signs"] if sign == "\u200e" else [])


@pytest.mark.parametrize("said", ["می‌خواهم", "क्‍ष", "👩‍👧"])
def test_joiners_that_shape_letters_stay(tmp_path: Path, said: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(f"{said} and more", "utf-8")
    found = read(path, path.name, settings.load(), print)
    assert found is not None
    assert said in found.blocks[0].text
