"""On paper: a meeting is one sheet, and every page says where it can be found."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.browsing import Opened
from tests.built import URL
from tests.site import pages

PRESSED = ("Link and quote", "Add to calendar", "On this page", "Show rows with", "Report an error", "Skip to")


def printed(path: str, opened: Opened) -> list[str]:
    """The text of each page that a browser prints on A4."""
    document = pypdfium2.PdfDocument(opened(path).pdf(format="A4"))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("kind", ["meeting", "notes", "question-register", "life-line", "thread", "person"])
def test_each_page_has_its_address_and_number_and_nothing_to_press(
    kind: str, opened: Opened, site: Path
) -> None:
    path = pages.address(site, kind)
    sheets = printed(path, opened)
    for number, text in enumerate(sheets, 1):
        assert f"{URL}{path}" in text
        assert f"{number} of {len(sheets)}" in text
    whole = " ".join(sheets)
    assert [words for words in PRESSED if words in whole] == []
    assert re.search(rf"printed on \d+ \w+ {date.today().year}", whole)


def test_every_meeting_goes_on_one_sheet(opened: Opened, site: Path) -> None:
    """On one side, or on two where many papers are for it; with its day, its brief and its items."""
    meetings = {"/".join(str(row["url"]).split("/")[:3]) + "/" for row in pages.rows(site, "agenda_items")}
    sides = {}
    for path in sorted(meetings):
        sheets = printed(path, opened)
        sides[path] = len(sheets)
        assert "In brief" in sheets[0]
        assert "Agenda" in " ".join(sheets)
    assert max(sides.values()) <= 2, sides
    assert sides[pages.address(site, "meeting")] == 1


def test_a_lifeline_and_a_short_register_are_one_page(opened: Opened, site: Path) -> None:
    assert len(printed(pages.address(site, "life-line"), opened)) == 1
    register = printed("actions/wpcp/2025/", opened)
    assert len(register) == 1
    assert "Owner" in register[0]
