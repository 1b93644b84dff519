"""A document in another language is published with it, and makes no records by rules of English."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_builder import pipeline, settings
from archive_builder.model import Document
from archive_builder.problem import Problem
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds.document import pages
from archive_builder.text.dates import first_date

HEADS = [
    "Cyngor Tref Oxmere / Oxmere Town Council",
    "Oxmere Town Council / Cyngor Tref Oxmere",
    "Cyngor Tref Oxmere | Oxmere Town Council",
    "Cyngor Tref Oxmere\n\nOxmere Town Council",
]
BOTH = """{head}

Minutes of the meeting held on Tuesday 6 May 2025

Present: Ann Lee (Chair), Bo Ray, Cy Doe (Clerk)

1. Roof

Croesawodd y Cadeirydd bawb i'r cyfarfod a derbyniwyd ymddiheuriadau gan y Cynghorydd Huws.

PENDERFYNWYD: Bod y to yn cael ei drwsio cyn y gaeaf gan yr adeiladwr.

RESOLVED: That the roof be mended before the winter by the builder who was asked.

The Chair thanked everybody who had been at the meeting and closed it.
"""
WELSH = """Cyngor Tref Oxmere

Cofnodion y cyfarfod a gynhaliwyd ar nos Fawrth 6 Mai 2025

Presennol: Ann Lee (Cadeirydd), Bo Ray

1. To

RESOLVED: Bod y to yn cael ei drwsio cyn y gaeaf gan yr adeiladwr.

2. Arian

Derbyniwyd yr adroddiad ar yr arian gan bawb a oedd yno.

3. Cau

Daeth y cyfarfod i ben yn gynnar gan nad oedd dim arall i'w drafod.
"""


def built(tmp_path: Path, text: str) -> tuple[Document, list[Problem]]:
    (tmp_path / "minutes.txt").write_text(text, "utf-8")
    found = pipeline.gather([tmp_path], settings.load())
    [made] = found.archive.documents
    return made, list(found.problems)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_in_two_languages_gives_the_body_once(tmp_path: Path, head: str) -> None:
    made, problems = built(tmp_path, BOTH.format(head=head))
    assert made.organization == "Oxmere Town Council"
    assert made.other_name == "Cyngor Tref Oxmere"
    assert made.date == date(2025, 5, 6)
    assert [decision.text for decision in made.decisions] == [
        "That the roof be mended before the winter by the builder who was asked."
    ]
    assert [attended.name for attended in made.attendance] == ["Ann Lee", "Bo Ray", "Cy Doe"]
    assert [block.lang for block in made.blocks].count("cy") == 2
    assert [problem.message for problem in problems if problem.code == "other-language"] == [
        "parts of it are in Welsh: this is read as text only, and makes no questions, actions or decisions"
    ]


def test_a_document_in_another_language(tmp_path: Path) -> None:
    made, problems = built(tmp_path, WELSH)
    assert made.language == "cy"
    assert made.organization == "Cyngor Tref Oxmere"
    assert made.other_name == ""
    assert made.classification == "minutes"
    assert made.date == date(2025, 5, 6)
    assert [item.text for item in made.items] == ["To", "Arian", "Cau"]
    assert not made.decisions
    assert "other-language" in [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("6 Mai 2025", date(2025, 5, 6)),
        ("14 Gorffennaf 2025", date(2025, 7, 14)),
        ("6 Bealtaine 2025", date(2025, 5, 6)),
        ("6 Meán Fómhair 2025", date(2025, 9, 6)),
        ("6 Cèitean 2025", date(2025, 5, 6)),
        ("1er août 2025", date(2025, 8, 1)),
        ("6 de Bhealtaine 2025", date(2025, 5, 6)),
    ],
)
def test_dates_in_other_languages(printed: str, day: date) -> None:
    assert first_date(f"x {printed} y") == day


def test_the_page_says_which_language_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "welsh.txt").write_text(WELSH, "utf-8")
    (tmp_path / "both.txt").write_text(BOTH.format(head=HEADS[0]).replace("6 May", "7 May"), "utf-8")
    archive = pipeline.gather([tmp_path], settings.load()).archive
    found = {page.title: page for page in pages(context(archive, (), settings.load()))}
    [welsh] = [
        page.body for page in found.values() if '<div class="source" lang="cy" markdown="1">' in page.body
    ]
    [both] = [page.body for page in found.values() if '\n<div lang="cy" markdown="1">\n' in page.body]
    assert "Welsh. It is read as text only" in welsh
    assert "English, with parts in Welsh" in both
    assert "(Cyngor Tref Oxmere)" in both
