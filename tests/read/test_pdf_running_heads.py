"""Which lines at the head of a PDF's pages are running heads, and which begin a part of their own."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from tests.read.drawn_pdf import HIGH, put


def _pages(heads: list[str]) -> bytes:
    """A PDF with one of some heads at the top of each page, above a paragraph of its own."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595.0, HIGH), invariant=1)
    for number, head in enumerate(heads):
        put(canvas, 450, 40, head)
        put(canvas, 70, 120, f"The harbour {'abcdefgh'[number]} was dredged in the spring of that year.")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _set_aside(heads: list[str]) -> list[str]:
    return [aside.text for aside in pdf.read(_pages(heads)).asides]


@pytest.mark.parametrize("word", ["Question", "Motion", "APPENDIX"])
def test_numbered_parts_that_begin_pages_stay_in_the_text(word: str) -> None:
    heads = [f"{word} 1", f"{word} 2", "", f"{word} 3"]
    found = pdf.read(_pages(heads))
    assert [block.text for block in found.blocks if word in block.text] == [
        f"{word} 1",
        f"{word} 2",
        f"{word} 3",
    ]
    assert not found.asides


@pytest.mark.parametrize(
    "heads",
    [
        ["Enclosure 4"] * 3,
        ["Sheet 7", "Sheet 8", "Sheet 9"],
        ["Oxmere Board 3 May 2025"] * 3,
    ],
    ids=["one number", "counts the pages", "a date"],
)
def test_what_every_page_repeats_or_counts_is_set_aside(heads: list[str]) -> None:
    assert _set_aside(heads) == heads
