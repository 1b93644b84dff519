"""Words that nobody can see on a PDF's page are in nothing that its reader gives."""

from __future__ import annotations

import pytest

from archive_builder.read import pdf
from archive_builder.read.outcome import Opened, RefusedError
from tests.read import drawn_pdf, hidden_pdf
from tests.read.hidden_pdf import CHANGED, DRAWN, SECRET, SHOWN, made, scan, words
from tests.read.shown import lost, shown

FILES = {
    **{name: made(draw) for name, draw in DRAWN.items()},
    **{name: made(words, change) for name, change in CHANGED.items()},
    "turned-under-box": made(hidden_pdf.under_box, turn=90),
    "blacked-out-scan": scan(blacked_out=True),
}
LETTERS = sum(sign.isalnum() for sign in SECRET)


def said(opened: Opened) -> str:
    return f"{shown(opened)} {opened.words} {opened.title}"


@pytest.mark.parametrize("name", FILES)
def test_words_that_nobody_sees_are_left_out(name: str) -> None:
    opened = pdf.read(FILES[name])
    assert "complaint" in said(opened)
    assert not [word for word in SECRET.split() if len(word) > 2 and word in said(opened)]
    [doubt] = opened.doubts
    assert doubt.code == "hidden-words"
    assert f"{LETTERS} letters on page 1" in doubt.message
    assert doubt.withholds
    assert lost(opened) == []


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"beside_page", "aslant"}))
def test_words_that_somebody_confirms_are_kept(name: str) -> None:
    opened = pdf.read(FILES[name], keep_hidden=True)
    assert SECRET in said(opened)
    assert opened.doubts == ()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_that_can_be_seen_are_kept(turn: int) -> None:
    opened = pdf.read(made(words, turn=turn))
    assert SHOWN in said(opened)
    assert SECRET in said(opened)
    assert opened.doubts == ()


def test_the_text_layer_of_a_scan_is_kept() -> None:
    opened = pdf.read(scan())
    assert SECRET in said(opened)
    assert opened.doubts == ()


def test_a_label_on_a_box_is_kept() -> None:
    assert "Withheld under section 40" in shown(pdf.read(FILES["under_labelled_box"]))


def test_a_file_of_hidden_words_only_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        pdf.read(made(lambda canvas: canvas.rect(0, 0, 595, 842, fill=1, stroke=0)))
    assert refused.value.code == "hidden-words"
    assert "hidden: publish" in refused.value.hint


@pytest.mark.parametrize("size", [9, 10, 11, 12])
def test_narrow_letters_behind_a_bullet_without_a_name_are_kept(size: int) -> None:
    """Viewers draw a bullet, also for a code that the encoding has no sign for: it has the width of one."""
    line = "The red lamps on the quay are lit till late, it is felt"
    assert (
        drawn_pdf.texts(drawn_pdf.page(lambda canvas: drawn_pdf.put(canvas, 60, 60, f"\u2022 {line}", size)))[
            -1
        ].lstrip("\u2022 ")
        == line
    )
