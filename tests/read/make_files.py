"""Makes the small documents in `files/`, one quirk each: python -m tests.read.make_files

They are committed; run this only to change one. All names and facts in them are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

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

from tests.read import make_odt, make_word
from tests.read.invented import FILES, LIBRARY, ROADS, SAID, picture

rl_config.invariant = 1

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=7)
CELL = ParagraphStyle("cell", parent=BODY, spaceAfter=4)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=22, spaceAfter=12)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=8, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
RULED = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
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
    for index, (left, text, who) in enumerate(lines):
        y = 760 - index * 13
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y, left)
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


HTML_PICTURES = f"""<!DOCTYPE html><title>Lanterns</title><main><p>More lanterns were mended.</p>
<p><img src="1.png" alt="{SAID}"></p><p>Figure 1: Lanterns by month</p>
<p>The quay <img src="1.png">is <img src="rule.png" alt="">lit <img src="i.png" width="16" alt="icon">again.</p>
<figure><img src="2.png" alt="a boat"><figcaption>The pier in May</figcaption></figure>
<table><tr><th>Lantern<th>Mended</tr><tr><td>L1<td><img src="tick.png" alt="Yes"></tr></table></main>"""


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
        make_word.main,
        make_odt.open_documents,
        pictures,
    ):
        make()
    (FILES / "pictures.html").write_text(HTML_PICTURES, "utf-8")


if __name__ == "__main__":
    main()
