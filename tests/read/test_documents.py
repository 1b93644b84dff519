"""Real documents: every word of the source is in a block or was set aside by name."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from archive_builder.read import READERS, pdf
from archive_builder.read.word import docx
from archive_builder.text.words import words
from tests.conftest import shared_or_skip
from tests.read.shown import lost

LEAST = 0.995
NAMES = (
    "broomhill-cc-2025-02-12.pdf",
    "newbiggin-pc-2019-09-03.docx",
    "newbiggin-pc-2019-09-03.pdf",
    "suffolk-libraries-annual-review-2014-15.pdf",
    "sutton-coldfield-alcs-2018-03-13.pdf",
    "srcf-exec-2014-01-17.html",
)


def sources() -> Path:
    folder = shared_or_skip() / "documents" / "sources"
    if not folder.is_dir():
        pytest.skip(f"no real documents at {folder}")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_fidelity(name: str) -> None:
    opened = READERS[Path(name).suffix].open((sources() / name).read_bytes())
    missing = lost(opened)
    assert 1 - len(missing) / len(words(opened.words)) >= LEAST, missing


def test_word_and_pdf_agree() -> None:
    """One set of minutes as Word and as PDF: the same words in the same order, but for page numbers."""
    folder = sources()
    word = docx.read((folder / "newbiggin-pc-2019-09-03.docx").read_bytes())
    printed = pdf.read((folder / "newbiggin-pc-2019-09-03.pdf").read_bytes())
    texts = [
        [word for block in opened.blocks for word in words(f"{block.marker} {block.text}")]
        for opened in (word, printed)
    ]
    same = difflib.SequenceMatcher(a=texts[0], b=texts[1], autojunk=False).ratio()
    assert same >= 0.99


def test_a_table_over_pages() -> None:
    """The grants of Sutton Coldfield: seven pages' pieces, the header on each, every decision in its row."""
    opened = pdf.read((sources() / "sutton-coldfield-alcs-2018-03-13.pdf").read_bytes())
    tables = [block for block in opened.blocks if block.rows]
    assert [table.page for table in tables] == [2, 3, 4, 5, 6, 7]
    assert all(table.header == 1 and table.rows[0].cell(3) == "Recommendation" for table in tables)
    heads = [row.cell(0) for table in tables for row in table.rows[1:] if row.cell(0)]
    assert heads[:2] == ["Friends of Mossy Bank", "Four Oaks Ladies and Leyhill Bowling Club"]
    assert len(heads) == 15
