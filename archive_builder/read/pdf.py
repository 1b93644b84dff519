"""PDF files to blocks: pdfplumber for letters and rules, pdfium for the words they are checked against.

Order of work: letters and ruled tables of each page; what is printed around the text set aside;
columns; then paragraphs, told apart by the measures of the whole document. Every page is closed as
soon as it is read: pdfplumber keeps 20 times as much memory otherwise.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfplumber.pdf import PDF

from archive_builder.model import Aside, Block
from archive_builder.read.outcome import Doubt, Opened, RefusedError
from archive_builder.read.pdf_furniture import furniture
from archive_builder.read.pdf_glyphs import Line, glyphs, merged, stretches
from archive_builder.read.pdf_layout import laid_out, numbered, parts, with_row_numbers
from archive_builder.read.pdf_tables import Grid, grids
from archive_builder.read.pdf_type import lettering, source_words

# pdfminer logs every oddity of a file that it reads all the same.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_FEW_LETTERS = 20
"""A page with fewer letters holds no text: a picture, perhaps with a stamp on it."""
_HEADING_TAG = re.compile(r"H([1-6])?|Title")
_OCR = "it is a picture of text: make a text layer with  ocrmypdf in.pdf out.pdf  and use out.pdf"


@dataclass(frozen=True, slots=True)
class _Page:
    rows: list[list[Line]]
    grids: list[Grid]
    height: float


def read(data: bytes) -> Opened:
    """A PDF as blocks with page numbers.

    Refuses, by code: password, damaged-file, no-text-layer. Doubts: page-without-text.
    """
    texts = _texts(data)
    bare = [number for number, text in enumerate(texts, 1) if len("".join(text.split())) < _FEW_LETTERS]
    if len("".join("".join(texts).split())) < _FEW_LETTERS or len(bare) * 2 > len(texts) > 2:
        raise RefusedError("no-text-layer", "the PDF holds no text, only pictures of its pages", _OCR)
    try:
        pages = _pages(data)
    except Exception as error:  # pdfminer raises whatever a damaged object makes it stumble over
        raise _damaged() from error
    blocks, asides, words = _blocks(pages, "\n".join(texts))
    return Opened(
        blocks=blocks, asides=asides, words=words, pages=len(texts),
        doubts=(_without_text(bare),) if bare and len(texts) > 1 else (),
    )  # fmt: skip


def _without_text(bare: Sequence[int]) -> Doubt:
    named = ", ".join(map(str, bare))
    message = f"page {named} holds no text" if len(bare) == 1 else f"pages {named} hold no text"
    return Doubt("page-without-text", message, _OCR.replace("it is a picture", "if it is a picture"))


def _damaged() -> RefusedError:
    return RefusedError("damaged-file", "the PDF is damaged or incomplete", "export or download it again")


def _texts(data: bytes) -> list[str]:
    """The text of each page as pdfium reads it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "save a copy without a password"
            raise RefusedError("password", "the PDF is protected by a password", hint) from error
        raise _damaged() from error
    try:
        return [_page_text(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _damaged() from error
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def _pages(data: bytes) -> list[_Page]:
    made = []
    with pdfplumber.open(BytesIO(data)) as document:
        levels = _heading_levels(document)
        for number, page in enumerate(document.pages, 1):
            letters = glyphs(page, levels.get(number, {}))
            tables, free = grids(page, letters, number)
            made.append(_Page(stretches(free, number), tables, float(page.height)))
            page.close()
    return made


def _heading_levels(document: PDF) -> dict[int, dict[int, int]]:
    """By page, the heading level of each piece of marked content, from the tag tree if there is one."""
    found: dict[int, dict[int, int]] = {}
    try:
        waiting: list[tuple[Mapping[str, Any], int]] = [(node, 0) for node in document.structure_tree]
    except Exception:  # a broken tag tree costs only the levels
        return {}
    while waiting:
        node, level = waiting.pop()
        tag = _HEADING_TAG.fullmatch(str(node.get("type", "")))
        own = (int(tag[1] or 1) if tag else 0) or level
        page = node.get("page_number")
        if own and page is not None:
            found.setdefault(int(page), {}).update(dict.fromkeys(node.get("mcids", ()), own))
        waiting += [(child, own) for child in node.get("children", ())]
    return found


def _blocks(pages: Sequence[_Page], text: str) -> tuple[list[Block], list[Aside], str]:
    around = furniture([page.rows for page in pages], [page.height for page in pages])
    inner = [
        [row for at, row in enumerate(page.rows) if (index, at) not in around]
        for index, page in enumerate(pages)
    ]
    ordered = numbered(
        [parts(rows, page.grids) for rows, page in zip(with_row_numbers(inner), pages, strict=True)]
    )
    lines = [line for page in inner for row in page for line in row]
    lines += [
        line
        for page in pages
        for grid in page.grids
        for row in grid.rows
        for cell in row
        for line in cell.lines
    ]
    letters = lettering(lines, text)
    asides = [
        Aside(1, merged(pages[page].rows[at]).text, rule) for (page, at), rule in sorted(around.items())
    ]
    return laid_out(ordered, letters), asides, source_words(text, letters)
