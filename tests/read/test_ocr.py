"""Pages that are only pictures: recognised where the settings say so, else named with the way out."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen import canvas

from archive_builder import pipeline, settings
from archive_builder.model import Archive, Document, DoubtfulWord, Recognition, Source
from archive_builder.problem import Problem
from archive_builder.read import ocr, read
from archive_builder.read.outcome import RefusedError
from archive_builder.render.lookups import context
from archive_builder.render.page_kinds.document import pages
from archive_builder.run.cache import Cache
from tests.factories import document, paragraph

LINES = (
    "Oxmere Library Board",
    "Minutes of the meeting held on Tuesday 6 May 2025",
    "Present: Ann Lee (Chair), Bo Ray, Cy Doe (Clerk)",
    "1. Welcome",
    "The chair welcomed everybody to the meeting.",
    "2. Roof",
    "RESOLVED: That the roof be mended before the winter.",
)


def scan(lines: tuple[str, ...] = LINES) -> bytes:
    """A page as a scanner gives it: a picture of its words."""
    sheet = Image.new("L", (1654, 2339), 255)
    drawn = ImageDraw.Draw(sheet)
    for place, line in enumerate(lines):
        drawn.text((180, 200 + 130 * place), line, fill=0, font=ImageFont.load_default(size=40))
    made = io.BytesIO()
    sheet.save(made, "PDF", resolution=200)
    return made.getvalue()


def typed(hidden: str = "") -> bytes:
    """A page with letters, and words in white, which nobody sees."""
    made = io.BytesIO()
    sheet = canvas.Canvas(made)
    for place in range(8):
        sheet.drawString(72, 760 - 30 * place, f"Line {place} of a page that was typed and not scanned.")
    sheet.setFillColorRGB(1, 1, 1)
    sheet.drawString(72, 300, hidden)
    sheet.save()
    return made.getvalue()


def bound(*parts: bytes) -> bytes:
    writer = PdfWriter()
    for part in parts:
        for page in PdfReader(io.BytesIO(part)).pages:
            writer.add_page(page)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def tesseract_or_skip() -> None:
    """Skip where Tesseract is missing; `make test-deep` then says so, and CI fails."""
    if shutil.which("tesseract") is None or importlib.util.find_spec("ocrmypdf") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Tesseract, or no ocrmypdf (see .ci/oracles)")
        pytest.skip("no Tesseract, or no ocrmypdf (see .ci/oracles)")


def archive_toml(folder: Path) -> settings.Settings:
    path = folder / "archive.toml"
    path.write_text('ocr = "missing"\n', "utf-8")
    return settings.load(path)


def gathered(folder: Path, data: bytes) -> tuple[list[Document], list[Problem]]:
    """What comes of a PDF in a worker, with its limits, and again from the cache."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "minutes.pdf").write_bytes(data)
    kept = Cache(folder / "cache")
    found = pipeline.gather([content], archive_toml(folder), jobs=1, cache=kept)
    again = pipeline.gather([content], archive_toml(folder), jobs=1, cache=kept)
    assert found == again
    return list(found.archive.documents), list(found.problems)


@pytest.mark.deep
def test_a_scan_is_read_by_text_recognition(tmp_path: Path) -> None:
    tesseract_or_skip()
    data = scan()
    [made], problems = gathered(tmp_path, data)
    assert made.organization == "Oxmere Library Board"
    assert str(made.date) == "2025-05-06"
    assert [each.name for each in made.attendance] == ["Ann Lee", "Bo Ray", "Cy Doe"]
    assert [each.text for each in made.decisions] == ["That the roof be mended before the winter."]
    recognition = made.source.recognition
    assert recognition is not None
    assert recognition.pages == (1,)
    assert recognition.confidence > 80
    assert recognition.words > 35
    assert all(word.confidence < ocr.DOUBTFUL and word.page == 1 for word in recognition.doubtful)
    assert made.source.size == len(data)
    assert not made.source.withheld
    [said] = [each.message for each in problems if each.code == "recognised-text"]
    assert said.startswith("page 1 was read by text recognition, ")
    found = pipeline.gather(
        [tmp_path / "content"], archive_toml(tmp_path), jobs=1, cache=Cache(tmp_path / "cache")
    )
    [page] = pages(context(found.archive, (), settings.load()))
    assert "Read by text recognition from pictures of pages (1)" in page.body


@pytest.mark.deep
def test_only_pages_without_letters_are_recognised_and_hidden_words_stay_hidden(tmp_path: Path) -> None:
    tesseract_or_skip()
    [made], problems = gathered(tmp_path, bound(typed("SECRETWORD in white ink"), scan(), typed()))
    text = "\n".join(block.text for block in made.blocks)
    assert "Line 7 of a page that was typed" in text
    assert "RESOLVED: That the roof be mended before the winter." in text
    assert "SECRETWORD" not in text
    assert made.source.recognition is not None
    assert made.source.recognition.pages == (2,)
    assert "hidden-words" in [each.code for each in problems]
    [minute] = [block for block in made.blocks if block.text.startswith("RESOLVED")]
    assert minute.page == 2


def hocr(*read: tuple[str, int]) -> bytes:
    """A page as Tesseract writes it: words with their confidence."""
    spans = (
        f"<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf {sure}'>{word}</span>" for word, sure in read
    )
    return f"<html><body><span class='ocr_line' title='bbox 1 2 3 4'>{' '.join(spans)}</span></body></html>".encode()


def test_words_below_the_threshold_are_kept_with_page_and_confidence() -> None:
    texts = {2: hocr(("Oxmcre", 41), ("Board", 96)), 5: hocr(("<strong>R&amp;D</strong>", 59), ("roof", 60))}
    found = ocr.recognition_of((2, 5), texts)
    assert (found.words, found.confidence) == (4, 64)
    assert found.doubtful == (DoubtfulWord("Oxmcre", 2, 41), DoubtfulWord("R&D", 5, 59))
    assert "2 of 4 words are doubtful" in ocr.doubt(found).message


def test_a_page_without_words_is_recognised_as_none() -> None:
    assert ocr.recognition_of((1,), {1: hocr()}).words == 0


def page_of(doubtful: tuple[DoubtfulWord, ...], *texts: str) -> str:
    source = Source(
        file="scan.pdf", sha256="0", size=1, media_type="application/pdf",
        recognition=Recognition((1,), 80, 100, doubtful),
    )  # fmt: skip
    made = document(tuple(map(paragraph, texts)), source=source)
    [page] = pages(context(Archive(documents=(made,)), (), settings.load()))
    return page.body


def test_the_page_names_the_words_that_may_be_misread() -> None:
    body = page_of((DoubtfulWord("Oxmcre", 1, 41), DoubtfulWord("gone", 1, 30)), "The Oxmcre board met.")
    assert "Text recognition is not sure of 1 word:" in body
    assert "“Oxmcre” (page 1, 41 %)" in body
    assert "gone" not in body


def test_the_page_names_the_first_twenty_words_that_may_be_misread() -> None:
    several = tuple(DoubtfulWord(f"word{number}x", 1, 40) for number in range(1, 31))
    body = page_of(several, " ".join(word.text for word in several))
    assert "not sure of 30 words, of which these are the first:" in body
    assert "“word20x”" in body
    assert "“word21x”" not in body


def test_where_all_words_are_sure_none_is_named() -> None:
    assert "may be misread" not in page_of((), "The board met.")


@pytest.mark.parametrize("missing", ["ocrmypdf", "tesseract"])
def test_without_the_extra_the_problem_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if missing == "ocrmypdf" else object())
    monkeypatch.setattr(shutil, "which", lambda name: None if missing == "tesseract" else f"/bin/{name}")
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan())
    problems: list[Problem] = []
    assert read(path, path.name, archive_toml(tmp_path), problems.append) is None
    [problem] = problems
    assert problem.code == "no-text-layer"
    assert missing in problem.message.lower()
    assert "archive-builder[ocr]" in problem.hint


def test_without_the_setting_nothing_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("recognised"))
    path = tmp_path / "scan.pdf"
    problems: list[Problem] = []
    path.write_bytes(scan())
    assert read(path, path.name, settings.load(), problems.append) is None
    path.write_bytes(bound(typed(), scan(), typed()))
    assert read(path, path.name, settings.load(), problems.append) is not None
    assert [problem.code for problem in problems] == ["no-text-layer", "page-without-text"]


def test_pages_with_letters_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("recognised"))
    path = tmp_path / "typed.pdf"
    path.write_bytes(typed())
    assert read(path, path.name, archive_toml(tmp_path), print) is not None


@pytest.mark.deep
def test_recognition_that_takes_too_long_is_named() -> None:
    tesseract_or_skip()
    with pytest.raises(RefusedError, match="more than 0 seconds"):
        ocr.recognise(scan(), (1,), 0)
