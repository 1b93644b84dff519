"""Makes the small documents in `files/`, one quirk each: python -m tests.read.make_files

They are committed; run this only to change one. All names and facts in them are invented.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.word_files import saved

FILES = Path(__file__).parent / "files"
rl_config.invariant = 1

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=7)
CELL = ParagraphStyle("cell", parent=BODY, spaceAfter=4)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=22, spaceAfter=12)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=8, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
RULED = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])

ROADS = (
    "Superintendent Lindqvist reported that forty officers now patrol the ring road at night, and that"
    " collisions fell from 61 to 48 in the year. The Chair asked whether the cameras would be moved. "
)
LIBRARY = (
    "Members heard that the library at Orchard Green opened on Saturdays from the first of May. The survey"
    " of visitors showed that most came on foot, and that few knew of the reading group. "
)

DATES = "https://board.example/dates"
REPORTS = ("The cameras stay until June.", "The county reports in May.")


def pdf(
    name: str,
    story: Sequence[Flowable],
    frames: Sequence[Frame] = (),
    around: Callable[[Canvas, object], None] | None = None,
    encrypt: str = "",
) -> None:
    """A PDF of flowing text; `around` draws what stands on every page."""
    width, height = A4
    whole = Frame(60, 70, width - 120, height - 150, id="whole", showBoundary=0)
    template = BaseDocTemplate(
        str(FILES / name), pagesize=A4, title="Test", author="Test",
        encrypt=StandardEncryption(encrypt, canPrint=1) if encrypt else None,
    )  # fmt: skip
    page = PageTemplate(
        "page", frames=list(frames) or [whole], onPage=around or (lambda canvas, document: None)
    )
    template.addPageTemplates([page])
    template.build(list(story))


def paragraphs(*texts: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    return [Paragraph(text, style) for text in texts]


def running_head(canvas: Canvas, document: object) -> None:
    width, height = A4
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, height - 40, "Harbour Road Safety Board: minutes of 4 March 2025")
    canvas.drawCentredString(width / 2, 35, f"Page {canvas.getPageNumber()} of 3")


def running() -> None:
    text = [Paragraph("Minutes of the Harbour Road Safety Board", TITLE)]
    text += paragraphs(*[f"{ROADS * 10} It was now {number} o’clock." for number in range(1, 4)])
    pdf("running-heads.pdf", text, around=running_head)


def two_columns() -> None:
    height = A4[1]
    frames = [
        Frame(60, 60, 225, height - 190, id="left"),
        Frame(310, 60, 225, height - 190, id="right"),
    ]

    def title(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, height - 90, "The year at Orchard Green")

    left = [*paragraphs("Roads", style=HEAD), *paragraphs(*[ROADS] * 2)]
    right = [*paragraphs("Library", style=HEAD), *paragraphs(*[LIBRARY] * 3)]
    pdf("two-columns.pdf", [*left, FrameBreak(), *right], frames, title)


def bullets(*texts: str) -> ListFlowable:
    return ListFlowable(
        [ListItem(Paragraph(text, CELL)) for text in texts], bulletType="bullet", start="•", leftIndent=14
    )


def frame() -> None:
    """Minutes set in a ruled table of three columns that runs over a page, the last for who acts."""
    rows = [
        [
            Paragraph("1", CELL),
            [*paragraphs("<b>Road safety</b>", ROADS * 4, style=CELL), bullets(*REPORTS)],
            Paragraph("KL", CELL),
        ],
        [
            Paragraph("2", CELL),
            [*paragraphs("<b>Library</b>", LIBRARY * 4, "Dr Moss will write to the branch.", style=CELL)],
            Paragraph("Dr Moss", CELL),
        ],
    ]  # fmt: skip
    table = Table(rows, colWidths=[30, 380, 65], splitInRow=1)
    table.setStyle(RULED)
    pdf("frame-over-pages.pdf", [*paragraphs("Notes of the meeting", style=TITLE), Spacer(1, 420), table])


def data_table() -> None:
    """A table whose row the page end cuts."""
    texts = (
        ("G0", "Chairs", "£250", "Approved"),
        ("G1", LIBRARY * 8, "£250", "Approved"),
        ("G2", "A second van", "£1,400", "Rejected"),
    )
    head = [Paragraph(text, BOLD) for text in ("Ref", "Project", "Amount", "Decision")]
    rows = [[Paragraph(text, CELL) for text in row] for row in texts]
    table = Table([head, *rows], colWidths=[40, 250, 70, 90], splitInRow=1)
    table.setStyle(RULED)
    pdf("table-over-pages.pdf", [*paragraphs("Grants awarded", style=HEAD), Spacer(1, 560), table])


def bars() -> None:
    """A table with a bar below each row and no upright rule; its header stands above the first bar."""
    texts = (
        ("Ref", "Action", "Status"),
        ("A1", "Ms Quill to send the survey to the members of the panel before May", "done"),
        ("A2", "The engineer to bring a list", ""),
        ("A3", "Dr Moss to write to the branch at Orchard Green about its hours on Sundays", "open"),
    )
    table = Table([[Paragraph(text, CELL) for text in row] for row in texts], colWidths=[50, 220, 100])
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]))
    pdf("bars.pdf", [*paragraphs("Actions", style=HEAD), table, *paragraphs("All were noted.")])


def margin() -> None:
    """No rules at all: initials of who acts in a narrow column at the right, numbers in one at the left."""
    canvas = Canvas(str(FILES / "margins.pdf"), pagesize=A4)
    lines = (
        ("", "Minutes of the Quayside Panel", ""),
        ("", "", ""),
        ("1", "Apologies", ""),
        ("", "Apologies had come from Mr Adeyemi and from Ms Faraday, who were both at the", ""),
        ("", "county's conference on that day.", ""),
        ("", "", ""),
        ("2", "Matters arising", ""),
        ("", "The survey of the quay has not been sent to the members. Ms Quill will send it to", "RQ"),
        ("", "all of them before the end of the month, with the drawings.", ""),
        ("", "", ""),
        ("", "The lights on the pier were repaired. The panel asked for a list of other faults on", ""),
        ("", "the pier, and the engineer will bring one.", "TB"),
        ("", "", ""),
        ("3", "Any other business", ""),
        ("", "There was no other business, and the Chair closed the meeting at twenty past eight", ""),
        ("", "with thanks to all.", ""),
    )
    for index, (number, text, who) in enumerate(lines):
        y = 760 - index * 13
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y, number)
        canvas.drawString(90, y, text)
        canvas.drawString(505, y, who)
    canvas.save()


def lists() -> None:
    """Nested marks, a run-in heading, a link, a raised "th" and words cut at line ends."""
    narrow = ParagraphStyle("narrow", parent=BODY, rightIndent=180)
    marked = ParagraphStyle("marked", parent=BODY, leftIndent=18, bulletIndent=0)
    inner = ParagraphStyle("inner", parent=BODY, leftIndent=40, bulletIndent=20)
    story = [
        *paragraphs("Agenda for 5<super>th</super> June 2025", style=TITLE),
        Paragraph(f"<b>Roads.</b> {ROADS}", marked, bulletText="1."),
        Paragraph("<b>Library.</b> The following were asked for:", marked, bulletText="2."),
        Paragraph("a list of branches that open on Sundays, with names", inner, bulletText="(a)"),
        Paragraph("the cost of a second van", inner, bulletText="(b)"),
        Paragraph(f"<b>Dates.</b> See <a href='{DATES}'>the list of dates</a>.", marked, bulletText="3."),
        *paragraphs(
            "The board spoke of neighbour-<br/>hood watches and of anti-<br/>social behaviour;"
            " the anti-social behaviour "
            "of 2024-<br/>25 was counted.",
            style=narrow,
        ),
    ]  # fmt: skip
    pdf("lists.pdf", story)


def rotated() -> None:
    """One page turned by its own setting, one with its text printed upwards."""
    canvas = Canvas(str(FILES / "rotated.pdf"), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    for index, line in enumerate(
        (
            "Work programme",
            "The panel meets in June to hear of roads.",
            "It meets in July to hear of libraries.",
        )
    ):
        canvas.drawString(80, -60 - index * 14, line)
    canvas.showPage()
    canvas.setPageRotation(0)
    canvas.rotate(90)
    for index, line in enumerate(
        (
            "Budget of the panel",
            "The panel has twenty thousand pounds this year.",
            "It had eighteen thousand last year.",
        )
    ):
        canvas.drawString(80, -60 - index * 14, line)
    canvas.save()


TAGGED = f"""<title>Tagged</title><style>td {{ padding: 4px; vertical-align: top }}</style>
<h1>Notes of the Lantern Board</h1><h2>Tuesday 18 March 2025</h2>
<table><tr><td width=40>1</td><td><p>Attendees:</p><p>Ada Okafor (Chair), Bo Ray (Deputy)</p></td></tr>
<tr><td>2</td><td><p><b>Roads</b></p><p>{ROADS * 30}</p><ul><li>Cameras<ul><li>at Mill Lane</li></ul></li>
<li>Lights</li></ul></td></tr><tr><td>3</td><td><p>Close</p></td></tr></table>
<h3>Spending</h3><table><tr><th>Year<th>Spent</tr><tr><td>2023-24<td>£5m</tr></table>"""


def tagged() -> None:
    """A browser's print, with tags: no rules around the cells, bullets that are only drawn."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(TAGGED)
        page.pdf(path=FILES / "tagged.pdf", format="A4", tagged=True)
        browser.close()


def scan() -> None:
    picture = Image.new("L", (600, 850), 255)
    ImageDraw.Draw(picture).text((80, 80), "Minutes of the meeting", fill=0)
    held = io.BytesIO()
    picture.save(held, "PDF")
    (FILES / "scan.pdf").write_bytes(held.getvalue())


def password() -> None:
    pdf("password.pdf", paragraphs(ROADS), encrypt="secret")


Fill = Callable[[WordDocument], None]


def word(name: str, fill: Fill) -> None:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2025, 1, 1)
    fill(document)
    (FILES / name).write_bytes(saved(document))


def _zip(name: str, parts: dict[str, bytes]) -> None:
    """A zip container with one date, so that the same content is the same file."""
    with zipfile.ZipFile(FILES / name, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)


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


def picture(width: int = 300) -> io.BytesIO:
    """A plain green picture."""
    held = io.BytesIO()
    Image.new("RGB", (width, 200), (20, 110, 60)).save(held, "PNG")
    held.seek(0)
    return held


SAID = "Bars of the lanterns mended each month"


def word_pictures(document: WordDocument) -> None:
    """A picture with a description and a caption, and one without within a sentence."""
    document.add_paragraph("More lanterns were mended.")
    shape = document.add_paragraph().add_run().add_picture(picture(), width=Pt(200))
    shape._inline.docPr.set("descr", SAID)
    document.add_paragraph("Figure 1: Lanterns by month")
    paragraph = document.add_paragraph("The quay ")
    paragraph.add_run().add_picture(picture(), width=Pt(200))
    paragraph.add_run("is lit again.")


def pictures() -> None:
    """A letterhead, a logo and a page's ground, which are no figures; a picture with a caption below it."""
    canvas = Canvas(str(FILES / "pictures.pdf"), pagesize=A4)
    green = ImageReader(picture())
    for page in range(2):
        canvas.drawImage(green, 0, 0, *A4)
        canvas.drawImage(green, 60, 740, 100, 80)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(
            60, 700, f"More lanterns were mended in part {page + 1} of the year, as the bars show."
        )
        canvas.drawImage(green, 60, 200, 20, 20)
        canvas.drawString(60, 150, "The quay is lit again, and the board thanked all who helped.")
        if page:
            canvas.drawImage(green, 60, 480, 200, 150)
            canvas.drawString(60, 460, "Figure 1: Lanterns by month")
        canvas.showPage()
    canvas.save()


ODT_START = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<office:automatic-styles>
 <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
 <text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a"
   style:num-prefix="(" style:num-suffix=")"/>
 </text:list-style>
 <text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>"""
ODT_END = "</office:text></office:body></office:document-content>"
ODT_TEXT = """
<text:h text:outline-level="1">Minutes of the Lantern Committee</text:h>
<text:p><text:span text:style-name="T1">Thursday 6 March 2025</text:span></text:p>
<text:list text:style-name="L1"><text:list-item><text:p>Apologies</text:p></text:list-item></text:list>
<text:p>Mr Adeyemi had<text:s text:c="2"/>sent his <text:a xlink:href="https://board.example/a">apologies</text:a>.</text:p>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Lanterns</text:p>
<text:list><text:list-item><text:p>on the quay</text:p></text:list-item></text:list>
</text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>Four are broken</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Lantern</text:p></table:table-cell>
<table:table-cell><text:p>State</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>L1</text:p></table:table-cell>
<table:table-cell><text:p>good</text:p><text:p>clean</text:p></table:table-cell></table:table-row></table:table>"""
ODT_TRACKED = """<text:tracked-changes><text:changed-region><text:deletion>
<text:p>refused</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>The panel <text:change-start/>agreed<text:change-end/> to pay.
<text:span text:style-name="T2">Do not publish this.</text:span> It closed.</text:p>"""


ODT_PICTURES = f"""<text:p>More lanterns were mended.</text:p>
<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>Bars</svg:title>
<svg:desc>{SAID}</svg:desc></draw:frame></text:p>
<text:p>Figure 1: Lanterns by month</text:p>
<text:p>The quay <draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>is lit again.</text:p>"""
HTML_PICTURES = f"""<!DOCTYPE html><title>Lanterns</title><main><p>More lanterns were mended.</p>
<p><img src="1.png" alt="{SAID}"></p><p>Figure 1: Lanterns by month</p>
<p>The quay <img src="1.png">is <img src="rule.png" alt="">lit <img src="i.png" width="16" alt="icon">again.</p>
<figure><img src="2.png" alt="a boat"><figcaption>The pier in May</figcaption></figure>
<table><tr><th>Lantern<th>Mended</tr><tr><td>L1<td><img src="tick.png" alt="Yes"></tr></table></main>"""


def open_documents() -> None:
    for name, body in (("lists.odt", ODT_TEXT), ("tracked.odt", ODT_TRACKED), ("pictures.odt", ODT_PICTURES)):
        content = f"{ODT_START}{body}{ODT_END}".encode()
        _zip(name, {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


def main() -> None:
    FILES.mkdir(exist_ok=True)
    for make in (
        running,
        two_columns,
        frame,
        data_table,
        bars,
        margin,
        lists,
        rotated,
        tagged,
        scan,
        password,
        open_documents,
        pictures,
    ):
        make()
    word("lists.docx", word_lists)
    word("frame.docx", word_frame)
    word("tracked.docx", word_tracked)
    word("pictures.docx", word_pictures)
    (FILES / "pictures.html").write_text(HTML_PICTURES, "utf-8")


if __name__ == "__main__":
    main()
