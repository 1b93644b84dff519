"""PDF files to blocks: pdfplumber for letters and rules, pdfium for the words they are checked against.

Order of work: letters and ruled tables of each page; what is printed around the text set aside;
columns; then paragraphs, told apart by the measures of the whole document.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2  # type: ignore[import-untyped]
from pdfminer.encodingdb import EncodingDB

from archive_builder.model import Aside, Block
from archive_builder.read.outcome import Doubt, Opened, RefusedError, all_hidden, hidden_words
from archive_builder.read.pdf.bounds import refuse_large_pages
from archive_builder.read.pdf.carried import of_file
from archive_builder.read.pdf.faults import is_of_library
from archive_builder.read.pdf.furniture import furniture
from archive_builder.read.pdf.hidden import letters_of
from archive_builder.read.pdf.layout import PageParts, laid_out, numbered, parts, with_row_numbers
from archive_builder.read.pdf.line_numbers import without_line_numbers
from archive_builder.read.pdf.lines import merged
from archive_builder.read.pdf.measures import MEASURES
from archive_builder.read.pdf.pages import PageRead
from archive_builder.read.pdf.pages import pages as pages_of
from archive_builder.read.pdf.pictures import once
from archive_builder.read.pdf.source_text import PageText, page_text, respelled, text_without, unspaced
from archive_builder.read.pdf.type import lettering, source_words
from archive_builder.read.pdf.unreadable import is_unreadable, lost_letters
from archive_builder.read.pdf.unsure_lists import unsure_lists

# pdfminer logs every oddity of a file that it reads all the same.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

# "In WinAnsiEncoding, all unused codes greater than 40 (octal) map to the bullet character" (ISO 32000-1, annex D.2).
# pdfminer has no name and so no width for these: all letters behind one would stand beside their places.
for _code in b"\x7f\x81\x8d\x8f\x90\x9d":
    EncodingDB.win2unicode.setdefault(_code, "•")

_OCR = "it needs text recognition: run `ocrmypdf in.pdf out.pdf` and put in out.pdf"

_FORCE_OCR = "it needs text recognition: run `ocrmypdf --force-ocr in.pdf out.pdf` and put in out.pdf"


def read(data: bytes, keep_hidden: bool = False, recognised: frozenset[int] = frozenset()) -> Opened:
    """A PDF as blocks with page numbers, without the words that a reader of the page cannot see.

    The words of `recognised` pages are an invisible layer over the picture in which a reader sees them.

    Refuses, by code: password, damaged-file, too-large, no-text-layer, unreadable-letters, hidden-words.
    Doubts: page-without-text, unreadable-letters, hidden-words. What else it raises is a fault of this program.
    """
    with closing(_opened(data)) as document:
        try:
            return _read(data, document, keep_hidden, recognised)
        except (MemoryError, RefusedError):
            raise
        except Exception as error:
            if isinstance(error, pypdfium2.PdfiumError) or is_of_library(error):
                raise _damaged() from error
            raise


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "save a copy without a password"
            raise RefusedError("password", "the PDF is protected by a password", hint) from error
        raise _damaged() from error


def _read(
    data: bytes, document: pypdfium2.PdfDocument, keep_hidden: bool, recognised: frozenset[int]
) -> Opened:
    refuse_large_pages(data)
    if document.get_formtype() != pypdfium2.raw.FORMTYPE_NONE:
        document.init_forms()
    texts = [page_text(document, index) for index in range(len(document))]
    bare = [number for number, each in enumerate(texts, 1) if each.letters < MEASURES.fewest_letters]
    unreadable = [number for number, each in enumerate(texts, 1) if is_unreadable(each.text)]
    _refuse_without_text(texts, bare, () if recognised else unreadable)
    pages = pages_of(data, document, keep_hidden, recognised)
    pages = [page.without_text() if at in unreadable else page for at, page in enumerate(pages, 1)]
    shown = [PageText("") if at in unreadable else text for at, text in enumerate(texts, 1)]
    for index, page in enumerate(pages[: len(texts)]):  # a broken file may have more pages for one library
        if page.hidden:
            shown[index] = text_without(document, index, [each.box for each in page.hidden])
    hidden = Counter() if keep_hidden else _hidden_letters(pages, texts, recognised)
    if hidden and sum(each.letters for each in shown) < MEASURES.fewest_letters:
        raise all_hidden(hidden.total())
    blocks, asides, words, unsure = _blocks(pages, "\n".join(each.text for each in shown))
    return Opened(
        blocks=blocks, asides=asides, words=words, pages=len(texts), pages_without_text=tuple(bare),
        doubts=(
            *((_without_text(bare),) if bare and len(texts) > 1 else ()),
            *((hidden_words(hidden),) if hidden else ()),
            *_lost(texts, unreadable),
            *unsure,
        ),
        carries=of_file(data, document).union(*(each.carries for each in texts)),
    )  # fmt: skip


def _refuse_without_text(texts: Sequence[PageText], bare: Sequence[int], unreadable: Sequence[int]) -> None:
    """Refuse a document of which more than half has to be recognised from its pictures.

    Refuses, by code: no-text-layer, unreadable-letters.
    """
    if sum(each.letters for each in texts) < MEASURES.fewest_letters or len(bare) * 2 > len(texts) > 2:
        message = "the PDF holds no text, only pictures of its pages"
        raise RefusedError("no-text-layer", message, _OCR, tuple(bare))
    if len(unreadable) * 2 > len(texts):
        raise RefusedError("unreadable-letters", _said_unreadable(unreadable), _FORCE_OCR, tuple(unreadable))


def _hidden_letters(
    pages: Sequence[PageRead], texts: Sequence[PageText], recognised: frozenset[int]
) -> Counter[str]:
    """How many letters of each page cannot be seen, by how a person names the page."""
    found: Counter[str] = Counter()
    for number, (page, text) in enumerate(zip(pages, texts, strict=False), 1):
        if number not in recognised:
            found[f"on page {number}"] = letters_of(page.hidden, page.size) + text.unprinted
    return +found


def _said_unreadable(pages: Sequence[int]) -> str:
    named = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
    return f"the fonts of {named} do not say which letters they print: what is read there are no words"


def _lost(texts: Sequence[PageText], unreadable: Sequence[int]) -> Iterator[Doubt]:
    """The warnings that pages, or single letters of words, could not be read."""
    if unreadable:
        yield Doubt("unreadable-letters", f"{_said_unreadable(unreadable)}, and left out", _FORCE_OCR)
    found = [(at, lost_letters(each.text)) for at, each in enumerate(texts, 1) if at not in unreadable]
    named = [f"{count} on page {number}" for number, count in found if count]
    if named:
        message = f"letters within words whose font does not say what they are: {', '.join(named)}"
        yield Doubt("unreadable-letters", message, _FORCE_OCR)


def _without_text(bare: Sequence[int]) -> Doubt:
    named = ", ".join(map(str, bare))
    message = f"page {named} holds no text" if len(bare) == 1 else f"pages {named} hold no text"
    return Doubt("page-without-text", message, f"if it is a scan, {_OCR}")


def _damaged() -> RefusedError:
    return RefusedError("damaged-file", "the PDF is damaged or incomplete", "export or download it again")


def _blocks(pages: Sequence[PageRead], text: str) -> tuple[list[Block], list[Aside], str, list[Doubt]]:
    """The blocks, what was set aside, the words, and the lists that are in doubt."""
    around = furniture([page.rows for page in pages], [page.height for page in pages])
    inner = [
        [row for at, row in enumerate(page.rows) if (index, at) not in around]
        for index, page in enumerate(pages)
    ]
    counted = [without_line_numbers(rows) for rows in inner]
    inner = [rows for rows, _ in counted]
    ordered = numbered(
        [
            parts(rows, page.grids, page.turned, page.notes, page.width)
            for rows, page in zip(with_row_numbers(inner), pages, strict=True)
        ]
    )
    text = respelled(text, [each for page in pages for each in page.respelled])
    text = unspaced(text, [line.text for page in ordered for line in page.lines if line.is_spaced])
    letters = lettering([line for page in ordered for line in page.lines], text)
    starts = _first_lines(ordered)
    asides = [
        Aside(starts[page], merged(pages[page].rows[at]).text, rule)
        for (page, at), rule in sorted(around.items())
    ]
    asides += [
        Aside(starts[index], numbers, "line-number") for index, (_, numbers) in enumerate(counted) if numbers
    ]
    asides += [
        Aside(starts[index], page.watermark, "watermark")
        for index, page in enumerate(pages)
        if page.watermark
    ]
    shown = once([page.pictures for page in pages])
    said = " ".join(image.said for image in shown)
    unsure = [unsure_lists(number, page.unsure) for number, page in enumerate(ordered, 1) if page.unsure]
    return laid_out(ordered, letters, shown), asides, f"{source_words(text, letters)} {said}", unsure


def _first_lines(ordered: Sequence[PageParts]) -> list[int]:
    """The number of each page's first line; of an empty page the one before."""
    starts = []
    last = 1
    for page in ordered:
        last = min((line.number for line in page.lines), default=last)
        starts.append(last)
    return starts
