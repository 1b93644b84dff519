"""What may be private is named by kind and line, without its words; what is an office's is not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.lang import table
from archive_builder.model import Block, BlockKind, Reading, Run, Source
from archive_builder.problem import Problem
from archive_builder.removal.private import FINDERS, HEAD, report_private
from archive_builder.settings import Private
from tests.removal.repository import build, holders, notes

FILLING = tuple(f"This is line {number} of the text." for number in range(HEAD))


def problems(*texts: str, wanted: Private | None = None, figure: int = -1) -> list[Problem]:
    """What is found in paragraphs that stand behind the head of a document, the first of them on line 101."""
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, runs=(Run(text),), first=at, last=at)
        for at, text in enumerate((*FILLING, *texts), start=101 - HEAD)
    ]
    if figure >= 0:
        blocks.insert(HEAD + figure, Block(kind=BlockKind.FIGURE, first=200, last=200))
    source = Source(file="a.txt", sha256="", size=0, media_type="text/plain")
    found: list[Problem] = []
    report_private(Reading(source=source, blocks=tuple(blocks)), wanted or Private(), found.append)
    return found


PRIVATE = [
    ("emails", "Write to bramble.t@gmail.com by Friday."),
    ("emails", "Tilda Bramble <TILDA_B@BTInternet.com> wrote."),
    ("telephones", "Ms Bramble (07700 900123) will bring the key."),
    ("telephones", "Ring Tilda on +44 7700 900123."),
    ("telephones", "Her home number is 01632 960123."),
    ("telephones", "Bo Ray, cell (555) 010-0123, has the ladder."),
    ("addresses", "Ms Bramble of 12 Gorse Lane, Fenny, AB1 2CD spoke."),
    ("addresses", "A man who lives at 7a Long Heron Road complained."),
    ("births", "Date of birth: 4 May 1961"),
    ("births", "The boy (DOB 04/05/2011) was seen."),
    ("births", "He was born on 4th May 1961 in Fenny."),
    ("markings", "NOT FOR PUBLICATION"),
    ("markings", "OFFICIAL-SENSITIVE"),
    ("markings", "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A"),
    ("markings", "[Private and Confidential]"),
    ("signatures", "/s/ Tilda Bramble"),
    ("signatures", "Digitally signed by Tilda Bramble"),
]
PUBLIC = [
    "Write to fennyparishclerk@gmail.com or bookings.hall@outlook.com.",
    "Write to t.bramble@fenny.gov.uk.",
    "Clerk to the Council: Bo Ray, 07700 900123",
    "Contact officer: Tilda Bramble, 07700 900124",
    "Join the meeting by telephone: 07700 900125, passcode 12345",
    "The station can be reached on 01632 960123.",
    "Figures: 23/24 3,542 1,049 942 1,093 688 873 1,045",
    "Invoices 555 010 0123 and 0123 456 789 were paid.",
    "Held at the Village Hall, 12 Gorse Lane, Fenny, AB1 2CD.",
    "24/0123/FUL: extension to 12 Gorse Lane, Fenny, AB1 2CD. No objection.",
    "The lamp outside 12 Gorse Lane is out.",
    "The 225 Rural Crime and Road Safety report was noted.",
    "The school was born on an idea of 1961.",
    "The Commissioner was asked why the decision was confidential.",
    "The press and public were excluded under Part II.",
    "Exempt information",
    "Part II",
    "Signed: ______________ Date: ______________",
    "See https://fenny.example/s/article/tool.",
]


@pytest.mark.parametrize(("kind", "text"), PRIVATE)
def test_what_may_be_private_is_named_by_its_line(kind: str, text: str) -> None:
    (found,) = problems("The gate was seen.", text)
    assert (found.file, found.line, found.code) == ("a.txt", 102, "private")
    assert f"`{kind} = false`" in found.hint
    assert not any(word in str(found) for word in ("Bramble", "Gorse", "900123", "1961"))
    assert problems(text, wanted=Private(**{kind: False})) == []


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_public_is_not_named(text: str) -> None:
    assert problems(text) == []


def test_a_picture_beside_a_line_for_a_signature() -> None:
    (found,) = problems("The meeting closed.", "Signed:", "Chair", figure=2)
    assert (found.line, "`signatures = false`" in found.hint) == (102, True)
    assert problems("Signed:", "Chair", "The chart", "It is shown.", figure=4) == []


def test_a_marking_at_the_head_counts_where_it_would_be_a_title_later() -> None:
    source = Source(file="a.txt", sha256="", size=0, media_type="text/plain")
    block = Block(kind=BlockKind.HEADING, runs=(Run("EXEMPT"),), first=1, last=1)
    found: list[Problem] = []
    report_private(Reading(source=source, blocks=(block,)), Private(), found.append)
    assert [problem.line for problem in found] == [1]


@pytest.mark.parametrize(
    "text", ["a." * 100_000 + " @", "12 a b " * 30_000, "-\n" * 100_000, "07700 900" * 30_000]
)
def test_a_text_made_to_be_slow_is_read_in_time(text: str) -> None:
    began = time.process_time()
    problems(*text.split("\n"))
    assert time.process_time() - began < 5


def test_several_lines_of_a_kind_are_one_warning() -> None:
    texts = [f"Tilda, 07700 9001{number}" for number in range(20, 29)]
    (found,) = problems(*texts)
    assert "also on lines 102, 103, 104, 105, 106 and 3 more" in found.message
    (found,) = problems(*texts[:2])
    assert "(also on line 102)" in found.message


def test_each_kind_can_be_set() -> None:
    assert list(FINDERS) == list(Private.model_fields)
    assert {"markings_at_head"} <= set(table("private"))
    assert set(table("private")["markings_at_head"]) <= set(table("private")["markings"])


def test_the_warning_is_for_maintainers_alone_and_can_be_confirmed(folder: Path) -> None:
    notes(folder, "a.txt", "Ms Bramble (07700 900123) will bring the key.")
    done = build()
    assert done.exit_code == 0, done.output
    assert "content/a.txt:" in done.output
    assert "[private]" in done.output
    assert "07700" not in done.output
    assert holders(folder / "site", "this may be private") == []
    assert holders(folder / "docs" / "data", "this may be private") == []

    corrections = folder / "content" / "corrections"
    corrections.mkdir()
    (corrections / "a.txt.yml").write_text("private: publish\n", "utf-8")
    assert pipeline.gather([folder / "content"], settings.load()).problems == ()
    (corrections / "a.txt.yml").unlink()
    (folder / "archive.toml").write_text("[private]\ntelephones = false\n", "utf-8")
    assert pipeline.gather([folder / "content"], settings.load(folder / "archive.toml")).problems == ()
