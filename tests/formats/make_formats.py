"""Writes the sample documents as web pages, Word files, OpenDocument texts and PDF.

    python -m tests.formats.make_formats

What it writes is committed; run it when a document of `content/` changes. The PDFs are Chromium's print
of the web pages, with its tag tree and without.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from archive_builder import read, settings, tidy
from archive_builder.model import Block
from tests.conftest import ROOT, chromium
from tests.formats import set_as_docx, set_as_html, set_as_odt

CONTENT = ROOT / "content"
FILES = Path(__file__).parent / "files"
FORMATS = {"html": "html", "docx": "docx", "odt": "odt", "pdf tagged": "pdf", "pdf untagged": "pdf"}
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


def main() -> None:
    for folder in FORMATS:
        (FILES / folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for source in sorted(CONTENT.iterdir()):
            found, name = blocks(source), source.stem
            page = FILES / "html" / f"{name}.html"
            page.write_text(set_as_html.page(name, found), "utf-8")
            (FILES / "docx" / f"{name}.docx").write_bytes(set_as_docx.file(name, found))
            (FILES / "odt" / f"{name}.odt").write_bytes(set_as_odt.file(name, found))
            for how in ("tagged", "untagged"):
                printed(browser, page, FILES / f"pdf {how}" / f"{name}.pdf", how == "tagged")
        browser.close()


if __name__ == "__main__":
    main()
