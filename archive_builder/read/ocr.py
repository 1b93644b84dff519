"""Text recognition of PDF pages that are only pictures: ocrmypdf with Tesseract, where both are installed.

The recognised text comes as an invisible layer over the picture of each page, and is read as any PDF is.
Tesseract's confidence of each word is taken from the hOCR that it writes beside it.
"""

from __future__ import annotations

import importlib.util
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive_builder.model import DoubtfulWord, Recognition
from archive_builder.read.outcome import Doubt, RefusedError

UNREADABLE = frozenset({"no-text-layer", "unreadable-letters"})
"""Why a PDF is refused that text recognition can read."""
_CONFIDENCE = re.compile(r"\bx_wconf (?P<percent>\d{1,3})")
DOUBTFUL = 60
"""Percent: Tesseract is often wrong about words that it is less sure of."""
_INSTALL = 'install the extra, pip install "archive-builder[ocr]", and Tesseract from the system\'s packages'


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF with the text of its pictures, and what is said of it."""

    data: bytes
    recognition: Recognition


def recognise(data: bytes, pages: Sequence[int], seconds: int) -> Recognised:
    """Recognise the text of some pages of a PDF, counted from 1, within so many seconds on the clock.

    Refuses, by code: no-text-layer where the extra or Tesseract is missing, or recognition failed.
    """
    missing = missing_for_recognition()
    if missing:
        message = f"the PDF holds pages without text, and text recognition lacks {' and '.join(missing)}"
        raise RefusedError("no-text-layer", message, _INSTALL)
    with _files_allowed(), TemporaryDirectory(prefix="archive-ocr-") as folder:
        made = _run(data, pages, seconds, Path(folder))
        texts = {_page(path): path.read_bytes() for path in sorted(Path(folder).rglob("*.hocr"))}
    return Recognised(made, recognition_of(tuple(pages), texts))


def recognition_of(pages: tuple[int, ...], texts: Mapping[int, bytes]) -> Recognition:
    """How sure Tesseract is of its words, by the hOCR of each page.

    Source: hOCR 1.2, where `x_wconf` in the title of an `ocrx_word` is the confidence in percent.
    """
    found = [word for page, text in texts.items() for word in _words(page, text)]
    confidence = round(sum(word.confidence for word in found) / len(found)) if found else 0
    doubtful = tuple(word for word in found if word.confidence < DOUBTFUL)
    return Recognition(pages, confidence, len(found), doubtful)


def _page(path: Path) -> int:
    """The page that ocrmypdf names a file after: `000002_ocr_hocr.hocr`."""
    return int(path.name.partition("_")[0])


def _words(page: int, text: bytes) -> Iterator[DoubtfulWord]:
    """Each word of a page with its confidence, however high."""
    nodes: list[LexborNode] = LexborHTMLParser(text).css(".ocrx_word")
    for node in nodes:
        confidence = _CONFIDENCE.search(node.attributes.get("title") or "")
        if confidence:
            yield DoubtfulWord(node.text().strip(), page, int(confidence["percent"]))


def doubt(recognition: Recognition) -> Doubt:
    """The warning of a document that was read by text recognition."""
    pages = recognition.pages
    named = f"page {pages[0]} was" if len(pages) == 1 else f"pages {', '.join(map(str, pages))} were"
    message = f"{named} read by text recognition, {recognition.confidence} % sure of its words"
    if recognition.doubtful:
        message += f"; {len(recognition.doubtful)} of {recognition.words} words are doubtful"
    return Doubt("recognised-text", message, "hold the page against the original, which can be downloaded")


def missing_for_recognition() -> list[str]:
    """What text recognition needs and is not installed."""
    missing = [] if importlib.util.find_spec("ocrmypdf") else ["ocrmypdf"]
    return missing if shutil.which("tesseract") else [*missing, "Tesseract"]


def _run(data: bytes, pages: Sequence[int], seconds: int, folder: Path) -> bytes:
    """What ocrmypdf makes of a PDF; its own files are left in the folder."""
    command = [
        *(sys.executable, "-m", "ocrmypdf", "--mode", "force", "--pages", ",".join(map(str, pages))),
        *("--output-type", "pdf", "--optimize", "0", "--jobs", "1", "--quiet", "--keep-temporary-files"),
        *("-", "-"),
    ]
    environment = {"PATH": _path(), "TMPDIR": str(folder), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        made = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=True, env=environment
        )
    except subprocess.TimeoutExpired as error:
        message = f"text recognition took more than {seconds} seconds"
        hint = "split the document, or raise limits.seconds in archive.toml"
        raise RefusedError("no-text-layer", message, hint) from error
    except (OSError, subprocess.CalledProcessError) as error:
        hint = "run `ocrmypdf in.pdf out.pdf`, which says what is wrong, and put in out.pdf"
        raise RefusedError("no-text-layer", "text recognition failed", hint) from error
    return made.stdout


def _path() -> str:
    """The folders that programs are looked for in: Tesseract's first."""
    found = shutil.which("tesseract") or ""
    return f"{Path(found).parent}:/usr/local/bin:/usr/bin:/bin"


@contextmanager
def _files_allowed() -> Iterator[None]:
    """Let this process and those that it starts write files, as far as its hard limit allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
