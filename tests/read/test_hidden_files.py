"""Words that nobody can see in a Word, OpenDocument or web file are in nothing that its reader gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.read import READERS
from archive_builder.read.outcome import Opened, RefusedError
from tests.read.hidden_files import HIDDEN, SECRET, SEEN, docx, in_word, page, paragraph, run
from tests.read.shown import lost, shown

LETTERS = sum(sign.isalnum() for sign in SECRET)


def read(name: str, data: bytes, keep_hidden: bool = False) -> Opened:
    return READERS[Path(name).suffix].open(data, keep_hidden)


def said(opened: Opened) -> str:
    return f"{shown(opened)} {opened.words} {opened.title}"


@pytest.mark.parametrize("name", HIDDEN)
def test_words_that_nobody_sees_are_left_out(name: str) -> None:
    opened = read(name, HIDDEN[name])
    assert "complaint" in said(opened)
    assert not [word for word in SECRET.split() if word in said(opened)]
    [doubt] = opened.doubts
    assert doubt.code == "hidden-words"
    assert f"{LETTERS} letters in " in doubt.message
    assert doubt.withholds
    assert lost(opened) == []


@pytest.mark.parametrize("name", sorted(HIDDEN.keys() - {"text.odt"}))
def test_words_that_somebody_confirms_are_kept(name: str) -> None:
    opened = read(name, HIDDEN[name], keep_hidden=True)
    assert SECRET in said(opened)
    assert opened.doubts == ()


@pytest.mark.parametrize("name", SEEN)
def test_words_that_can_be_seen_are_kept(name: str) -> None:
    opened = read(name, SEEN[name])
    assert SECRET in shown(opened)
    assert opened.doubts == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("all.docx", docx(paragraph(run("<w:vanish/>")))),
        ("all.html", page("", "<style>p { display: none }</style>")),
    ],
)
def test_a_file_of_hidden_words_only_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        read(name, data)
    assert refused.value.code == "hidden-words"


def test_the_page_numbers_of_a_table_of_contents_are_shown() -> None:
    entry = run("", "Ferry") + "<w:r><w:tab/></w:r>" + run("<w:webHidden/>", "12")
    opened = read("contents.docx", in_word(entry))
    assert "12" in opened.words
    assert opened.doubts == ()


def test_a_title_in_white_on_a_picture_is_shown() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    anchor = (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{drawing}" behindDoc="1"><wp:extent cx="7000000" cy="9000000"/>'
        "</wp:anchor></w:drawing></w:r>"
    )
    opened = read("cover.docx", in_word(anchor + run('<w:color w:val="FFFFFF"/>')))
    assert SECRET in opened.words


def test_tables_nested_beyond_any_document_are_refused() -> None:
    content = paragraph(run("", SECRET))
    for _ in range(150):
        content = f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"
    with pytest.raises(RefusedError) as refused:
        read("deep.docx", docx(content))
    assert "nested too deeply" in str(refused.value)


def test_a_file_embedded_in_the_place_of_text_is_named() -> None:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    chunk = f'<w:altChunk xmlns:r="{relations}" r:id="r9"/>'
    [doubt] = read("joined.docx", docx(paragraph(run("", "Notes")) + chunk)).doubts
    assert doubt.code == "part-not-read"
    assert not doubt.withholds
