"""PDFs whose fonts do not say which letters they print: nothing of them is published as words."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from archive_builder.read.outcome import RefusedError
from archive_builder.read.pdf.unreadable import is_unreadable, lost_letters
from tests.read.drawn_pdf import page, put

TEXT = (
    "Oxmere Library Board. Minutes of the meeting held in May. Present: Ann Lee (Chair), Bo Ray, Cy Doe."
    " The chair welcomed everybody. RESOLVED: That the roof be mended before the winter and that the clerk"
    " write to the builder."
)


def _moved(step: int) -> str:
    return "".join(chr(ord(sign) + step) if sign != " " else sign for sign in TEXT)


@pytest.mark.parametrize(
    "text", [_moved(-29), _moved(0xE000), _moved(31), TEXT.translate({ord(v): "\ufffd" for v in "aeiou"})]
)
def test_what_is_no_words_is_told(text: str) -> None:
    assert is_unreadable(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        "Croeso. Cofnodion y cyfarfod a gynhaliwyd ym Mai. Penderfynwyd trwsio to y llyfrgell cyn y gaeaf nesaf.",
        "Заседание совета библиотеки. Решили починить крышу до зимы и написать строителю письмо о работах.",
        "12.30 14.00 £1,200 £3,400 2023-24 2024-25 6/5/2025 7/6/2025 1.1 1.2 1.3 1.4 1.5 1.6",
    ],
)
def test_words_of_any_language_are_words(text: str) -> None:
    assert not is_unreadable(text)


def test_a_page_of_other_signs_is_refused_and_text_recognition_named() -> None:
    words = _moved(-29)
    lines = [words[at : at + 70] for at in range(0, len(words), 70)]
    data = page(
        lambda canvas: [put(canvas, 60, 60 + 20 * at, line) for at, line in enumerate(lines)] and None
    )
    with pytest.raises(RefusedError) as refused:
        pdf.read(data)
    assert refused.value.code == "unreadable-letters"
    assert "ocrmypdf --force-ocr" in refused.value.hint


def test_letters_lost_within_words_are_counted() -> None:
    assert lost_letters("the tra\x01c o\x01cers \x02") == 2


def test_one_page_of_other_signs_is_left_out_and_the_rest_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        for words in (TEXT, _moved(-29), TEXT):
            for at in range(0, len(words), 70):
                put(canvas, 60, 60 + 20 * at / 70, words[at : at + 70])
            canvas.showPage()

    opened = pdf.read(page(draw))
    assert [doubt.code for doubt in opened.doubts] == ["unreadable-letters"]
    assert _moved(-29)[:10] not in " ".join(block.text for block in opened.blocks) + opened.words
    assert {block.page for block in opened.blocks} == {1, 3}
