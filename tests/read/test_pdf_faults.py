"""A damaged PDF is told from a fault of this program, and a page that unpacks to far more than it should is refused."""

from __future__ import annotations

import io
from types import FunctionType

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject, NameObject, StreamObject
from reportlab.pdfgen.canvas import Canvas

from archive_builder.read import pdf
from archive_builder.read.outcome import RefusedError
from archive_builder.read.pdf import faults, pages
from archive_builder.read.pdf.measures import MEASURES
from tests.read.drawn_pdf import page, put


def _plain(canvas: Canvas) -> None:
    put(canvas, 60, 80, "The Lantern Board met on Tuesday and lit the pier.")


def test_a_fault_of_a_library_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    looks_up = (lambda _: {}["Length"]).__code__
    monkeypatch.setattr(pages, "tags", FunctionType(looks_up, {"__name__": "pdfminer.pdfinterp"}))
    with pytest.raises(RefusedError) as refused:
        pdf.read(page(_plain))
    assert refused.value.code == "damaged-file"


def test_a_fault_of_ours_is_not_laid_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "stretches", lambda *_: [][0])
    with pytest.raises(IndexError) as raised:
        pdf.read(page(_plain))
    assert not faults.is_of_library(raised.value)


def _bomb(in_form: bool) -> bytes:
    """A page whose drawing saves and restores the state of the pen again and again."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page(_plain))))
    drawing = StreamObject()
    drawing.set_data(b"q Q " * (MEASURES.most_drawing // 4 + 1))
    packed: EncodedStreamObject = drawing.flate_encode()
    only = writer.pages[0]
    if in_form:
        packed.update(
            {NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")}
        )
        resources = only["/Resources"].get_object()
        resources[NameObject("/XObject")] = type(resources)({NameObject("/F"): writer._add_object(packed)})
    else:
        only[NameObject("/Contents")] = writer._add_object(packed)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("in_form", [False, True])
def test_a_page_of_gigabytes_is_refused_before_it_is_drawn(in_form: bool) -> None:
    data = _bomb(in_form)
    assert len(data) < 100_000
    with pytest.raises(RefusedError) as refused:
        pdf.read(data)
    assert (refused.value.code, refused.value.pages) == ("too-large", (1,))
