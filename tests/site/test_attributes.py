"""Every attribute of every page of the sample site may stand there (`attributes`), and every word is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.model import Archive
from tests.conftest import ROOT
from tests.render.site import misread
from tests.site.attributes import faults


def test_every_attribute_of_every_page_may_stand_there(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    found = [f"{page.relative_to(site)}: {fault}" for page in pages for fault in faults(page.read_text("utf-8"))]
    assert len(pages) > 100
    assert found == []


def test_every_word_of_a_document_stands_on_its_published_page(site: Path, sample_archive: Archive) -> None:
    documents = sample_archive.documents
    assert [fault for document in documents if (fault := misread(document, site))] == []


@pytest.mark.parametrize(
    "fault",
    [
        '<td style="position:fixed">a</td>',
        '<td onclick="a()">a</td>',
        "<td hidden>a</td>",
        '<td id="a">a</td>',
        '<a href="javascript:a()">a</a>',
        '<a href="data:text/html,a">a</a>',
        '<a href="//host.example/">a</a>',
        '<a href="https://host.example/" style="a">a</a>',
        '<div class="record hx">a</div>',
        '<div aria-label="a" onfocus="a()">a</div>',
        '<form action="https://host.example/"></form>',
        '<img src="a.png">',
        "<iframe></iframe>",
        "<style>a{}</style>",
        '<script src="https://host.example/a.js"></script>',
        '<p id="a">a</p><p id="a">b</p>',
    ],
)
def test_what_may_not_stand_there_is_a_fault(fault: str) -> None:
    page = f"<!doctype html><html><head></head><body><table><tr>{fault}</tr></table></body></html>"
    if not fault.startswith("<td"):
        page = f"<!doctype html><html><head></head><body>{fault}</body></html>"
    assert list(faults(page))
