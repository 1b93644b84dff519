"""What a file carries besides its text is named, and keeps it from being published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from archive_builder import settings
from archive_builder.model import Reading
from archive_builder.problem import Problem
from archive_builder.read import READERS, Confirmed, read
from archive_builder.read.carried import Carried
from archive_builder.read.outcome import NOTHING
from tests.read import hidden_pdf
from tests.read.hidden_files import HIDDEN, in_word, odt, run

PLAIN = in_word(run("", "The ferry runs in winter."))
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def with_part(data: bytes, name: str, part: str) -> bytes:
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr(zipfile.ZipInfo(name), part)
    return held.getvalue()


def pdf(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(hidden_pdf.made(hidden_pdf.words))))
    writer.metadata = {}
    change(writer)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def noted(writer: PdfWriter) -> None:
    hidden_pdf.under_black_note(writer)
    note = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    note[NameObject("/Rect")] = writer.pages[0].mediabox
    note[NameObject("/Contents")] = TextStringObject("Ask Vesper first")
    del note["/IC"]


def meta(element: str) -> str:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return (
        f'<office:document-meta xmlns:office="{names}:office:1.0" xmlns:meta="{names}:meta:1.0"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{element}</office:meta></office:document-meta>'
    )


CORE_OF = '<c:coreProperties xmlns:c="{}" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</c:coreProperties>'
AUTHOR = CORE_OF.format(CORE, "<dc:creator>Vesper Quill</dc:creator>")
NO_AUTHOR = CORE_OF.format(CORE, "<dc:title>Notes</dc:title>")
FILES: dict[str, tuple[bytes, set[Carried]]] = {
    "plain.docx": (PLAIN, set()),
    "no-author.docx": (with_part(PLAIN, "docProps/core.xml", NO_AUTHOR), set()),
    "author.docx": (with_part(PLAIN, "docProps/core.xml", AUTHOR), {Carried.AUTHORS}),
    "custom.docx": (with_part(PLAIN, "customXml/item1.xml", "<case>Quill</case>"), {Carried.DATA}),
    "empty-custom.docx": (with_part(PLAIN, "customXml/item1.xml", "<case/>"), set()),
    "broken-custom.docx": (with_part(PLAIN, "customXml/item1.xml", "<case>Quill"), {Carried.DATA}),
    "sheet.docx": (with_part(PLAIN, "word/embeddings/sheet1.xlsx", "PK"), {Carried.ATTACHMENTS}),
    "macro.docx": (with_part(PLAIN, "word/vbaProject.bin", "x"), {Carried.ATTACHMENTS}),
    "author.odt": (
        with_part(odt("<text:p>x</text:p>"), "meta.xml", meta("<dc:creator>Vesper</dc:creator>")),
        {Carried.AUTHORS},
    ),
    "custom.odt": (
        with_part(odt(""), "meta.xml", meta('<meta:user-defined meta:name="case">4</meta:user-defined>')),
        {Carried.DATA},
    ),
    "chart.odt": (with_part(odt(""), "Object 1/content.xml", "<a/>"), {Carried.ATTACHMENTS}),
    "version.odt": (with_part(odt(""), "Versions/Version1", "x"), {Carried.VERSIONS}),
    "plain.pdf": (pdf(lambda writer: None), set()),
    "author.pdf": (pdf(lambda writer: writer.add_metadata({"/Author": "Vesper Quill"})), {Carried.AUTHORS}),
    "attached.pdf": (
        pdf(lambda writer: writer.add_attachment("x.txt", b"x") and None),
        {Carried.ATTACHMENTS},
    ),
    "noted.pdf": (pdf(noted), {Carried.COMMENTS}),
    "changed.pdf": (
        pdf(lambda writer: None) + b"\nxref\n0 0\ntrailer\nstartxref\n9\n%%EOF\n",
        {Carried.VERSIONS},
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_carries_is_known(name: str) -> None:
    data, carried = FILES[name]
    assert READERS[Path(name).suffix].open(data).carries == carried


def reading(
    path: Path, data: bytes, confirmed: Confirmed = NOTHING, toml: str = ""
) -> tuple[Reading, list[Problem]]:
    path.write_bytes(data)
    own = path.parent / "archive.toml"
    own.write_text(toml)
    problems: list[Problem] = []
    found = read(path, path.name, settings.load(own), problems.append, confirmed)
    assert found is not None
    return found, problems


def test_a_file_that_carries_more_is_withheld(tmp_path: Path) -> None:
    found, [problem] = reading(tmp_path / "a.docx", FILES["custom.docx"][0])
    assert problem.code == "carries-more"
    assert "custom data" in problem.message
    assert found.source.withheld == "it carries custom data of an office system"


def test_names_of_authors_pass_unless_an_archive_forbids_them(tmp_path: Path) -> None:
    data = FILES["author.docx"][0]
    found, problems = reading(tmp_path / "a.docx", data)
    assert (found.source.withheld, problems) == ("", [])
    found, [problem] = reading(tmp_path / "a.docx", data, toml="[site]\noriginals_carry = []\n")
    assert "names of who wrote" in problem.message
    assert found.source.withheld


def test_kinds_are_let_through_for_all_files(tmp_path: Path) -> None:
    toml = '[site]\noriginals_carry = ["custom-data"]\n'
    found, problems = reading(tmp_path / "a.docx", FILES["custom.docx"][0], toml=toml)
    assert (found.source.withheld, problems) == ("", [])


def test_a_confirmed_file_is_published_but_never_with_hidden_words(tmp_path: Path) -> None:
    confirmed = Confirmed(original=True)
    found, problems = reading(tmp_path / "a.docx", FILES["custom.docx"][0], confirmed)
    assert (found.source.withheld, problems) == ("", [])
    found, [problem] = reading(tmp_path / "b.docx", HIDDEN["vanish.docx"], confirmed)
    assert problem.code == "hidden-words"
    assert found.source.withheld
