"""The small Word files in `files/`, one quirk each; `make_files` writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.read.invented import FILES, LIBRARY, ROADS, SAID, picture
from tests.word_files import saved
from tests.word_lists import Level, anew, define, number, put

Fill = Callable[[WordDocument], None]


def word(name: str, fill: Fill) -> None:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2025, 1, 1)
    fill(document)
    (FILES / name).write_bytes(saved(document))


def word_lists(document: WordDocument) -> None:
    """Lists that Word numbers itself, interrupted by a paragraph; a heading by style; a merged cell."""
    document.add_heading("Minutes of the Lantern Committee", 1)
    document.add_paragraph().add_run("Thursday 6 March 2025").bold = True
    document.add_paragraph("Apologies", style="List Number")
    document.add_paragraph("Mr Adeyemi had sent his apologies.")
    document.add_paragraph("Lanterns on the quay", style="List Number")
    document.add_paragraph("Twelve lanterns", style="List Bullet")
    document.add_paragraph("Four of them broken", style="List Bullet 2")
    document.add_paragraph("Any other business", style="List Number")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows,
        (("Lantern", "Place", "State"), ("L1", "Pier", "good"), ("L2", "Pier", "broken")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))


def said(document: WordDocument, identity: int, depth: int, text: str, style: str | None = None) -> None:
    """A paragraph at a level of a list."""
    put(document.add_paragraph(text, style), identity, depth)


def word_numbers(document: WordDocument) -> None:
    """Levels, figures, starts and restarts of lists that number themselves; numbers that a style brings."""
    heads = define(document, [Level("decimal", "%1", 4, "Heading2"), Level("decimal", "%1.%2")])
    put(document.styles["Heading 2"], heads, None)
    clauses = define(
        document,
        [Level("upperRoman", "%1."), Level("lowerLetter", "(%2)", 25), Level("decimal", "%1.%2.%3", more="<w:isLgl/>")],
    )  # fmt: skip
    document.add_heading("Minutes of the Lantern Committee", 1)
    document.add_heading("Welcome", 2)
    said(document, heads, 1, "The Chair opened the meeting.")
    said(document, heads, 1, "Nobody had sent apologies.")
    put(document.add_heading("A heading without a number", 2), 0)
    document.add_heading("Lanterns", 2)
    said(document, heads, 1, "Below the second heading they begin again.")
    for depth, text in ((0, "Pier"), (1, "Twenty-fifth"), (1, "Twenty-sixth"), (1, "Twenty-seventh")):
        said(document, clauses, depth, text)
    said(document, clauses, 2, "All in decimal figures")
    document.add_paragraph("A paragraph between.")
    said(document, clauses, 0, "Quay, counted on")
    again = number(document, clauses, anew(0, 9))
    said(document, again, 0, "Begun anew at nine")
    ongoing = define(
        document, [Level("decimal", "%1)"), Level("lowerRoman", "%2.", more='<w:lvlRestart w:val="0"/>')]
    )
    for depth, text in ((0, "One"), (1, "First"), (0, "Two"), (1, "Goes on and does not restart")):
        said(document, ongoing, depth, text)
    words = define(document, [Level("decimal", "Question %1:"), Level("none", ""), Level("ordinal", "%3")])
    said(document, words, 0, "How many lanterns are lit?")
    said(document, words, 1, "In a list, and nothing is printed.")
    said(document, words, 2, "An ordinal")
    zero = define(document, [Level("decimal", "%1.", 0)])
    said(document, zero, 0, "From nought")
    said(document, zero, 0, "To one")
    orphan = define(document, [Level("decimal", "%1.", 3), Level("decimal", "%1.%2")])
    said(document, orphan, 1, "A second level without a first")
    bullets = define(document, [Level("bullet", "●")])
    put(document.styles.add_style("Minute points", WD_STYLE_TYPE.PARAGRAPH), bullets)
    document.add_paragraph("A bullet that only the style brings", "Minute points")


def word_frame(document: WordDocument) -> None:
    """Minutes in a table of numbers and text."""
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "1"
    cell = table.cell(0, 1)
    cell.paragraphs[0].add_run("Welcome").bold = True
    cell.add_paragraph(ROADS)
    table.cell(1, 0).text = "2."
    cell = table.cell(1, 1)
    cell.paragraphs[0].add_run("Library").bold = True
    cell.add_paragraph(LIBRARY)
    cell.add_paragraph("A second van", style="List Bullet")


def word_tracked(document: WordDocument) -> None:
    """Text that was inserted, text that was deleted, text that is hidden."""
    paragraph = document.add_paragraph("The panel ")
    for tag, text_tag, text in (("w:ins", "w:t", "agreed"), ("w:del", "w:delText", "refused")):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "A. Clerk")
        run, said = OxmlElement("w:r"), OxmlElement(text_tag)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" to pay.")
    paragraph.add_run(" Do not publish this.").font.hidden = True


def word_pictures(document: WordDocument) -> None:
    """A picture with a description and a caption, and one without within a sentence."""
    document.add_paragraph("More lanterns were mended.")
    shape = document.add_paragraph().add_run().add_picture(picture(), width=Pt(200))
    shape._inline.docPr.set("descr", SAID)
    document.add_paragraph("Figure 1: Lanterns by month")
    paragraph = document.add_paragraph("The quay ")
    paragraph.add_run().add_picture(picture(), width=Pt(200))
    paragraph.add_run("is lit again.")


def main() -> None:
    word("lists.docx", word_lists)
    word("numbers.docx", word_numbers)
    word("frame.docx", word_frame)
    word("tracked.docx", word_tracked)
    word("pictures.docx", word_pictures)
