"""The oracles: programs that show or read files, and share nothing with the readers.

LibreOffice sets Word and OpenDocument files as PDF; poppler's pdftotext and pypdf take the words out of a
PDF; Chromium shows a web page.
"""

from __future__ import annotations

import logging
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser
from pypdf import PdfReader

from archive_builder.model import Row
from archive_builder.read.formats import reader_of
from archive_builder.read.odd_signs import without_odd_signs
from tests.oracle.compare import Ours, spelt

_SECONDS = 300
"""How long one program may take for all files together."""


def office() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(files: Sequence[Path], folder: Path, form: str) -> dict[Path, Path]:
    """Word and OpenDocument files in another form ("pdf", "txt"): LibreOffice is started once for all.

    A file that it cannot open is left out.
    """
    copies = {file: folder / f"{number}{file.suffix}" for number, file in enumerate(files)}
    for file, copy in copies.items():
        shutil.copyfile(file, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = "txt:Text (encoded):UTF8" if form == "txt" else form
    command = [office() or "soffice", profile, "--headless", "--convert-to", wanted, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, copies.values())], capture_output=True, timeout=_SECONDS, check=True)
    made = {file: copy.with_suffix(f".{form}") for file, copy in copies.items()}
    return {file: one for file, one in made.items() if one.exists()}


def pdftotext(path: Path) -> list[str]:
    """The text of a PDF's pages, as poppler puts them in order; what lies outside a page is left out."""
    command = ["pdftotext", "-cropbox", "-enc", "UTF-8", str(path), "-"]
    made = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    return made.stdout.decode("utf-8").split("\f")


def outside(path: Path) -> tuple[str, ...]:
    """The words of a PDF that poppler places outside the crop boxes of its pages."""
    return spelt((Counter(_placed(path)) - Counter(_placed(path, "-cropbox"))).elements())


def _placed(path: Path, *options: str) -> list[str]:
    """The words that poppler gives a place on a page, which is all there is of it with `-cropbox`."""
    command = ["pdftotext", "-bbox", *options, "-enc", "UTF-8", str(path), "-"]
    made = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    found = html.document_fromstring(made.stdout, parser=html.HTMLParser(encoding="utf-8"))
    return [word.text or "" for word in found.iter("word")]


def pypdf(path: Path) -> list[str]:
    """The text of a PDF's pages, in the order in which they print it."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    return [page.extract_text() for page in PdfReader(path).pages]


def chromium(browser: Browser, paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The text of web pages as a browser shows them, offline and without their scripts."""
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.route("**/*", lambda route: route.continue_() if _is_page(route.request.url) else route.abort())
    made = {}
    for path in paths:
        page.goto(path.resolve().as_uri(), wait_until="domcontentloaded")
        made[path] = [str(page.evaluate("document.body.innerText"))]
    context.close()
    return made


def _is_page(url: str) -> bool:
    return url.startswith("file:")


def ours(path: Path) -> Ours:
    """A file as we read it."""
    data = path.read_bytes()
    opened = without_odd_signs(reader_of(path, data).open(data))
    blocks = opened.blocks  # notes where the file has them: tidying puts them at the end of their section
    said = (f"{block.number} {block.marker} {block.all_words}" for block in blocks)
    aside = ((aside.rule, word) for aside in opened.asides for word in _of_aside(aside.text))
    heads = spelt(row.cell(at) for block in blocks for row in block.rows[: block.header] for at in _all(row))
    return Ours(spelt(said), tuple(aside), heads, spelt(block.marker for block in blocks))


def _all(row: Row) -> range:
    return range(len(row.cells))


def _of_aside(text: str) -> tuple[str, ...]:
    """The words of what was set aside; of "P a g e" the word that it makes, too."""
    spaced = re.findall(r"\b\w(?: \w\b){2,}", text)
    return (*spelt([text]), *spelt(word.replace(" ", "") for word in spaced))
