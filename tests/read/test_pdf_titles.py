"""The lines of a title in an untagged PDF: a line that had room for the next word was not wrapped."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.read.drawn_pdf import centred, page, put, texts

BODY = "Oxmere Library Board"
KIND = "Minutes of the meeting held on Tuesday 6 May 2025"
REST = ("Present: Ann Lee (Chair), Bo Ray", "1. Welcome", "The chair welcomed everybody.")


def _titled(titles: tuple[str, ...], size: float, gap: float, left: float | None) -> bytes:
    def draw(canvas: Canvas) -> None:
        y = 60.0
        for title in titles:
            if left is None:
                centred(canvas, y, title, size)
            else:
                put(canvas, left, y, title, size, bold=True)
            y += gap
        for line in REST:
            y += 26
            put(canvas, 60, y, line)

    return page(draw)


@pytest.mark.parametrize("left", [None, 60.0, 90.0], ids=["centred", "left", "indented"])
@pytest.mark.parametrize(("size", "gap"), [(14, 16), (14, 21), (14, 27), (16, 20), (12, 15)])
@pytest.mark.parametrize(
    "titles",
    [
        (BODY, KIND),
        (BODY.upper(), KIND.upper()),
        (BODY, "Action Tracker", "6 May 2025"),
        ("Minutes", BODY, "6 May 2025"),
        (BODY, "Finance and Buildings Committee", KIND),
    ],
)
def test_each_line_of_a_title_that_had_room_stands_alone(
    titles: tuple[str, ...], size: float, gap: float, left: float | None
) -> None:
    assert texts(_titled(titles, size, gap, left))[: len(titles)] == list(titles)


@pytest.mark.parametrize("left", [None, 60.0], ids=["centred", "left"])
def test_a_title_that_fills_its_line_goes_on_in_the_next(left: float | None) -> None:
    first = "Minutes of the extraordinary meeting of the Oxmere Library Board and"
    second = "the Fernhollow Trust"
    data = _titled((first, second), 14, 17, left)
    assert texts(data)[0] == f"{first} {second}"


@pytest.mark.parametrize("first", ["Minutes of the meeting of", "MINUTES OF THE"])
def test_a_title_does_not_end_with_a_joining_word(first: str) -> None:
    assert texts(_titled((first, BODY), 14, 17, None))[0] == f"{first} {BODY}"


def test_short_lines_of_a_page_stand_alone() -> None:
    shown = (BODY, KIND, REST[0], "The anti-slip mats were laid", "Ann Lee thanked the builders")

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(shown):
            put(canvas, 60, 60 + 18 * at, line)

    found = texts(page(draw))
    assert all(one in found for one, _ in pairwise(shown))


def test_a_bullet_begins_a_block_below_a_bold_label_and_an_empty_line_parts_a_label_from_a_list() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 40, "Discussion:", 12, bold=True)
        put(canvas, 78, 54, "· The boats of the town are out, and nobody knows how long they have been", 10)
        put(canvas, 86, 66, "out in the fog.", 10)
        put(canvas, 60, 100, "Conclusions:", 12, bold=True)
        for row in range(30):
            put(canvas, 60, 130 + 14 * row, "The masons were praised at some length by all who had come.", 10)

    found = texts(page(draw))
    assert found[:3] == [
        "Discussion:",
        "The boats of the town are out, and nobody knows how long they have been out in the fog.",
        "Conclusions:",
    ]
