"""PDFs of one page that hold words nobody can see on it; all names are invented."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SECRET = "Vesper Quillfeather of Gorse Lane"
SHOWN = "The board heard a complaint about the ferry and noted it."
PLACE = (72.0, 600.0)
Draw = Callable[[Canvas], None]


def made(draw: Draw, change: Callable[[PdfWriter], None] | None = None, turn: int = 0) -> bytes:
    """A page with shown lines around what `draw` draws."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, SHOWN)
    canvas.saveState()
    draw(canvas)
    canvas.restoreState()
    canvas.drawString(72, 500, "The next meeting is in May.")
    canvas.save()
    if change is None and not turn:
        return held.getvalue()
    writer = PdfWriter(clone_from=PdfReader(held))
    if change is not None:
        change(writer)
    writer.pages[0].rotate(turn)
    changed = io.BytesIO()
    writer.write(changed)
    return changed.getvalue()


def words(canvas: Canvas) -> None:
    canvas.drawString(*PLACE, SECRET)


def under_box(canvas: Canvas) -> None:
    words(canvas)
    canvas.rect(70, 595, 200, 16, fill=1, stroke=0)


def under_labelled_box(canvas: Canvas) -> None:
    under_box(canvas)
    canvas.setFillGray(1)
    canvas.drawString(75, 599, "Withheld under section 40 of the Act")


def under_white_box(canvas: Canvas) -> None:
    words(canvas)
    canvas.setFillGray(1)
    canvas.rect(70, 595, 200, 16, fill=1, stroke=0)


def under_picture(canvas: Canvas) -> None:
    words(canvas)
    picture = Image.new("RGB", (200, 40), "white")
    pen = ImageDraw.Draw(picture)
    for at in range(0, 200, 9):
        pen.line((at, 0, 200 - at, 40), fill=(at, 90, 160), width=3)
    canvas.drawImage(ImageReader(picture), 60, 590, 220, 40)


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    words(canvas)


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(70, 595, 200, 16, fill=1, stroke=0)
    words(canvas)


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.97)
    words(canvas)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    words(canvas)


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(400, 100, 50, 50)
    canvas.clipPath(path, stroke=0)
    words(canvas)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(*PLACE)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    words(canvas)


def beside_page(canvas: Canvas) -> None:
    canvas.drawString(620, 600, SECRET)


def upwards(canvas: Canvas) -> None:
    canvas.rotate(90)
    canvas.setFillGray(1)
    canvas.drawString(300, -60, SECRET)


def aslant(canvas: Canvas) -> None:
    canvas.translate(200, 300)
    canvas.rotate(45)
    canvas.setFillGray(1)
    canvas.drawString(0, 0, SECRET)


def marked_for_redaction(writer: PdfWriter) -> None:
    _annotated(writer, "/Redact", (70, 595, 270, 611))


def under_black_note(writer: PdfWriter) -> None:
    _annotated(writer, "/Square", (70, 595, 270, 611))


def in_hidden_layer(writer: PdfWriter) -> None:
    layer = writer._add_object(
        DictionaryObject(
            {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("draft")}
        )
    )
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {
            NameObject("/OCGs"): ArrayObject([layer]),
            NameObject("/D"): DictionaryObject({NameObject("/OFF"): ArrayObject([layer])}),
        }
    )
    page = writer.pages[0]
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/Layer"): layer})  # type: ignore[index]
    content = page.get_contents()
    assert content is not None
    place = content.get_data().index(b"1 0 0 1 72 600 Tm")
    begin = content.get_data().rindex(b"BT", 0, place)
    end = content.get_data().index(b"ET", place) + 2
    data = content.get_data()
    content.set_data(data[:begin] + b"/OC /Layer BDC " + data[begin:end] + b" EMC " + data[end:])
    page[NameObject("/Contents")] = writer._add_object(content)


def _annotated(writer: PdfWriter, kind: str, corners: tuple[int, int, int, int]) -> None:
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject([NumberObject(edge) for edge in corners]),
            NameObject("/C"): ArrayObject([FloatObject(0)] * 3),
            NameObject("/IC"): ArrayObject([FloatObject(0)] * 3),
            NameObject("/F"): NumberObject(4),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


DRAWN: dict[str, Draw] = {
    draw.__name__: draw
    for draw in (
        under_box, under_labelled_box, under_white_box, under_picture, white, black_on_black, nearly_white,
        tiny, clipped, invisible, transparent, beside_page, upwards, aslant,
    )
}  # fmt: skip
CHANGED = {change.__name__: change for change in (marked_for_redaction, under_black_note, in_hidden_layer)}


def scan(blacked_out: bool = False) -> bytes:
    """A page that is a picture, with the invisible text layer that text recognition adds."""
    picture = Image.new("L", (1190, 1684), 255)
    pen = ImageDraw.Draw(picture)
    for y, text in ((284, SHOWN), (484, SECRET)):
        pen.text((144, y - 22), text, fill=0, font_size=24)
    if blacked_out:
        pen.rectangle((140, 440, 900, 500), fill=0)
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    for y, text in ((700, SHOWN), (600, SECRET)):
        layer = canvas.beginText(72, y)
        layer.setFont("Helvetica", 12)
        layer.setTextRenderMode(3)
        layer.textOut(text)
        canvas.drawText(layer)
    canvas.save()
    return held.getvalue()
