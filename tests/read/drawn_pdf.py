"""PDFs of a page or two with text at given places; all names are invented."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from archive_builder.model import Block
from archive_builder.read import pdf

HIGH = 842.0
Draw = Callable[[Canvas], None]


def page(draw: Draw, size: tuple[float, float] = (595.0, HIGH)) -> bytes:
    """A PDF of one page."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return held.getvalue()


def put(
    canvas: Canvas, x: float, y: float, text: str, size: float = 11, bold: bool = False, spacing: float = 0
) -> None:
    """Print a text, `y` points below the page's upper edge."""
    line = canvas.beginText(x, HIGH - y)
    line.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    line.setCharSpace(spacing)
    line.textOut(text)
    canvas.drawText(line)


def centred(canvas: Canvas, y: float, text: str, size: float = 14, bold: bool = True) -> None:
    """Print a text in the middle of the page."""
    font = "Helvetica-Bold" if bold else "Helvetica"
    put(canvas, (595 - canvas.stringWidth(text, font, size)) / 2, y, text, size, bold)


def lines(texts: Iterable[tuple[float, float, str]]) -> bytes:
    """A page of lines of one size: where each begins, how far below the upper edge, and its words."""
    held = tuple(texts)
    return page(lambda canvas: [put(canvas, *each) for each in held] and None)


def texts(data: bytes) -> list[str]:
    """The words of each block of a PDF, but for tables."""
    return [block.text for block in pdf.read(data).blocks]


def blocks(data: bytes) -> list[Block]:
    return pdf.read(data).blocks
