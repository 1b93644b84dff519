"""What a document's page says of its original, escaped and in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive_builder.lang.interface import names
from archive_builder.model import Archive, Document
from archive_builder.read import READERS
from archive_builder.read.formats import CONVERTED
from archive_builder.render import wording
from archive_builder.render.document_text import markdown, originals
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds import document as pages
from archive_builder.settings import load
from tests import factories
from tests.render import site

PDF = "application/pdf"


def document(**facts: object) -> Document:
    made = factories.document([factories.paragraph("All was well.", page=3)])
    return replace(made, source=replace(made.source, **facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "read"),
    [
        (
            {"file": "2025/minutes.pdf", "media_type": PDF, "size": 213_700, "pages": 3},
            "minutes.pdf (PDF, 214 kB, 3 pages)",
        ),
        ({"file": "a_b*c*[d].txt"}, "a_b*c*[d].txt (text, 10 kB)"),
        ({"file": "<script>x</script> & co.html", "media_type": "text/html"},
         "script> & co.html (source text of a web page, 10 kB)"),
        ({"file": "x\u202efdp.exe"}, "x\ufffdfdp.exe (text, 10 kB)"),
    ],
)  # fmt: skip
def test_the_link_says_name_format_and_size(facts: dict[str, object], read: str) -> None:
    written = originals.line(document(**facts, original="files/5a5a5a5a5a5a/x.txt"))
    page = site.html(written)
    [link] = page.css("a")
    assert link.text() == read
    assert link.attributes == {"href": "../../../../files/5a5a5a5a5a5a/x.txt"}
    assert page.css("script") == []


def test_every_format_that_is_read_has_a_name() -> None:
    assert {reader.media_type for reader in (*READERS.values(), *CONVERTED.values())} == set(
        names("formats")
    ) - {"other"}


def test_a_withheld_original_has_a_reason_and_no_link() -> None:
    written = originals.line(document(file="a.docx", withheld="it shows <b>homes</b> & more."))
    page = site.html(written)
    assert page.css("a, b") == []
    assert page.body is not None
    words = " ".join(page.body.text().split())
    assert words == ("a.docx (text, 10 kB) The original is not published: it shows <b>homes</b> & more.")


@pytest.mark.parametrize(
    ("original", "media_type", "links"),
    [
        ("files/5a/m.pdf", PDF, [("Page 3 of the original (PDF)", "files/5a/m.pdf#page=3")]),
        ("files/5a/m.txt", "text/plain", []),
        ("", PDF, []),
    ],
)
def test_a_passage_links_to_its_page_of_a_pdf_only(
    original: str, media_type: str, links: list[tuple[str, str]]
) -> None:
    made = document(original=original, media_type=media_type)
    phrases = originals.pages_of(made, factories.Place(0, 0))
    assert [(phrase.words, phrase.target) for phrase in phrases] == links
    assert originals.pages_of(made, factories.Place(0, 0), besides=3) == ()


def test_a_link_to_a_file_works_inside_html_too() -> None:
    assert markdown.to_page("a/b/", "files/5a/m.pdf#page=3") == "../../files/5a/m.pdf#page=3"
    assert markdown.to_page("a/b/", "files/5a/m.pdf") == "../../files/5a/m.pdf"


@pytest.mark.parametrize(
    ("number", "read"),
    [(1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"),
     (12_345_678, "12.3 MB")],
)  # fmt: skip
def test_sizes_are_rounded_to_what_a_reader_needs(number: int, read: str) -> None:
    assert wording.size(number) == read


def test_a_page_names_the_original_and_its_hash() -> None:
    made = document(original="files/5a5a5a5a5a5a/notes-html.txt")
    [page] = pages.pages(context(Archive(documents=(made,)), (), load()))
    facts, _, details = page.body.partition("<details")
    assert "](../../../../files/5a5a5a5a5a5a/notes-html.txt)" in facts
    assert made.source.sha256 in details
    assert "Published byte for byte as it was read, as notes-html.txt" in details
