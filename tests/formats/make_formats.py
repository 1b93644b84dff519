"""Writes the sample documents as web pages, Word files, OpenDocument texts and PDF.

    python -m tests.formats.make_formats [FORMAT ...]

Numbers are typed, or left to the word processor in the folders whose names say so. What it writes is
committed; run it when a document of `content/` changes. The PDFs are Chromium's print of the web pages,
with its tag tree and without.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from archive_builder import read, settings, tidy
from archive_builder.model import Block
from tests.conftest import ROOT, chromium
from tests.formats import set_as_docx, set_as_html, set_as_odt

CONTENT = ROOT / "content"
FILES = Path(__file__).parent / "files"
FORMATS = {
    "html": "html", "docx": "docx", "docx numbered": "docx", "odt": "odt", "odt numbered": "odt",
    "pdf tagged": "pdf", "pdf untagged": "pdf",
}  # fmt: skip
"""The folder of each format below `files/`, and the ending of the files in it."""


def blocks(path: Path) -> Sequence[Block]:
    """A sample document as it is read, with what transcription did to it mended."""
    reading = read.read(path, path.name, settings.load(), lambda problem: None)
    assert reading is not None
    return tidy.tidy(reading).blocks


def printed(browser: Browser, page: Path, path: Path, tagged: bool) -> None:
    opened = browser.new_page()
    opened.goto(page.as_uri())
    opened.pdf(path=path, prefer_css_page_size=True, tagged=tagged)
    opened.close()


def write(form: str, source: Path, found: Sequence[Block]) -> None:
    """One document in one format but PDF."""
    name, automatic = source.stem, form.endswith("numbered")
    path = FILES / form / f"{name}.{FORMATS[form]}"
    match FORMATS[form]:
        case "html":
            path.write_text(set_as_html.page(name, found), "utf-8")
        case "docx":
            path.write_bytes(set_as_docx.file(name, found, automatic))
        case "odt":
            path.write_bytes(set_as_odt.file(name, found, automatic))


def print_all(forms: Sequence[str]) -> None:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for source in sorted(CONTENT.iterdir()):
            for form in forms:
                page, path = (FILES / each / f"{source.stem}.{FORMATS[each]}" for each in ("html", form))
                printed(browser, page, path, form == "pdf tagged")
        browser.close()


def main(forms: Sequence[str]) -> None:
    for form in forms:
        (FILES / form).mkdir(parents=True, exist_ok=True)
        for source in sorted(CONTENT.iterdir()):
            write(form, source, blocks(source))
    if prints := [form for form in forms if FORMATS[form] == "pdf"]:
        print_all(prints)


if __name__ == "__main__":
    main(sys.argv[1:] or list(FORMATS))
