"""Lists side by side in a PDF: each is read down, whatever stands on the same line."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from archive_builder.read.outcome import Doubt
from tests.read.drawn_pdf import page, put, texts

PRESENT = ("Ann Lee (Chair)", "Bo Ray", "Cy Doe (Clerk)", "Dee Fox")
AWAY = ("Eve Orr", "Fay Poe", "Gus Nye", "Hal Quin", "Ivy Rees")
STAFF = ("Jon Sly", "Kim Vane")


def _lists(
    *lists: tuple[str, tuple[str, ...]],
    pitch: float = 16,
    at: tuple[float, ...] = (60, 340),
    size: float = 11,
) -> bytes:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 40, "Oxmere Library Board", 16, bold=True)
        put(canvas, 60, 64, "Minutes of the meeting held on Tuesday 6 May 2025", size)
        for x, (head, names) in zip(at, lists, strict=True):
            put(canvas, x, 94, head, size, bold=True)
            for row, name in enumerate(names, 1):
                put(canvas, x, 94 + row * pitch, name, size)
        y = 94 + (max(len(names) for _, names in lists) + 1) * pitch
        for text in ("1. Welcome", "The chair welcomed everybody to the meeting.", "2. Roof"):
            put(canvas, 60, y, text, size)
            y += pitch + 4

    return page(draw)


@pytest.mark.parametrize("pitch", [13, 16, 22])
@pytest.mark.parametrize(("shorter", "longer"), [(3, 4), (4, 3), (2, 2), (1, 4), (4, 5)])
@pytest.mark.parametrize("heads", [("Present:", "Apologies:"), ("Present", "Apologies for absence")])
def test_lists_side_by_side_are_read_down(
    heads: tuple[str, str], shorter: int, longer: int, pitch: float
) -> None:
    present, away = PRESENT[:shorter], AWAY[:longer]
    found = texts(_lists((heads[0], present), (heads[1], away), pitch=pitch))
    at = found.index(heads[0])
    assert found[at : at + 8][: len(present) + len(away) + 2] == [heads[0], *present, heads[1], *away][:8]
    assert "The chair welcomed everybody to the meeting." in found


@pytest.mark.parametrize("size", [9, 11, 12])
def test_three_lists_side_by_side(size: float) -> None:
    heads = ("Present:", "In attendance:", "Apologies:")
    columns = list(zip(heads, (PRESENT, STAFF, AWAY), strict=True))
    found = texts(_lists(*columns, at=(60, 230, 400), size=size))
    assert found[2:16] == [word for head, names in columns for word in (head, *names)]


def test_the_first_names_may_stand_behind_the_labels() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 94, "Present: Ann Lee (Chair)")
        put(canvas, 330, 94, "Apologies: Eve Orr")
        for row, (one, other) in enumerate((("Bo Ray", "Fay Poe"), ("Cy Doe", "")), 1):
            put(canvas, 107, 94 + 15 * row, one)
            put(canvas, 388, 94 + 15 * row, other)

    assert texts(page(draw)) == [
        "Present: Ann Lee (Chair)", "Bo Ray", "Cy Doe", "Apologies: Eve Orr", "Fay Poe"
    ]  # fmt: skip


def test_a_register_of_attendance_is_read_across() -> None:
    def draw(canvas: Canvas) -> None:
        rows = (("Members", "Present", "Apologies"), ("Ann Lee", "P", ""), ("Bo Ray", "", "A"))
        for row, cells in enumerate(rows):
            for x, cell in zip((60, 260, 400), cells, strict=True):
                put(canvas, x, 94 + 16 * row, cell)

    assert any("Ann Lee P" in text for text in texts(page(draw)))


def test_labels_at_the_left_stand_before_their_lists() -> None:
    def draw(canvas: Canvas) -> None:
        y = 94.0
        for label, names in (("PRESENT:", PRESENT), ("ABSENT:", AWAY[:2]), ("CLERK:", STAFF)):
            put(canvas, 36, y, label, bold=True)
            for name in names:
                put(canvas, 200, y, f"Councillor {name}")
                y += 12
            y += 6

    found = " ".join(texts(page(draw)))
    assert found.index("PRESENT") < found.index("Dee Fox") < found.index("ABSENT") < found.index("Eve Orr")


def _unlabelled(rows: tuple[tuple[str, ...], ...], at: tuple[float, ...] = (60, 340)) -> bytes:
    def draw(canvas: Canvas) -> None:
        put(canvas, 60, 40, "Oxmere Library Board", 16, bold=True)
        for row, cells in enumerate(rows):
            for x, cell in zip(at, cells, strict=False):
                put(canvas, x, 94 + 16 * row, cell)
        put(
            canvas,
            60,
            110 + 16 * len(rows),
            "The chair welcomed everybody to the meeting in the reading room.",
        )

    return page(draw)


NAMES = (("Ann Lee (Chair)", "Eve Orr"), ("Bo Ray", "Fay Poe"), ("Cllr Cy Doe", "Gus Nye"), ("Dee Fox",))


def _doubts(data: bytes) -> list[Doubt]:
    return [doubt for doubt in pdf.read(data).doubts if doubt.code == "not-sure"]


def test_names_side_by_side_without_labels_are_in_doubt() -> None:
    [doubt] = _doubts(_unlabelled(NAMES))
    assert "on page 1 whether names side by side are lists" in doubt.message
    assert "from “Ann Lee (Chair) Eve Orr” on" in doubt.message
    assert doubt.line == 2


def test_three_columns_of_names_are_in_doubt_once() -> None:
    rows = (
        ("Ann Lee", "Eve Orr", "Jon Sly"),
        ("Bo Ray", "Fay Poe", "Kim Vane"),
        ("Cy Doe", "Gus Nye", "Lou Wye"),
    )
    assert len(_doubts(_unlabelled(rows, at=(60, 230, 400)))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        NAMES[:2],
        (("Members", "Present"), ("Ann Lee", "P"), ("Bo Ray", "A"), ("Cy Doe", "P")),
        (("Roof Repairs", "1,200 Pounds"), ("Garden Wall", "300 Pounds"), ("Window Frames", "90 Pounds")),
        (("Opened By:", "Ann Lee"), ("Read By:", "Bo Ray"), ("Closed By:", "Cy Doe")),
        (("the roof", "is mended"), ("the wall", "is built"), ("the gate", "is shut")),
    ],
)
def test_what_cannot_be_lists_of_names_is_in_no_doubt(rows: tuple[tuple[str, ...], ...]) -> None:
    assert _doubts(_unlabelled(rows)) == []


def test_lists_with_labels_are_in_no_doubt() -> None:
    assert _doubts(_lists(("Present:", PRESENT), ("Apologies:", AWAY))) == []
