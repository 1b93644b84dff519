"""Names of originals: readable, short, and nothing that a server or a computer acts upon."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_builder.text.filenames import LONGEST, safe, shown


@pytest.mark.parametrize(
    ("name", "ending", "made"),
    [
        ("2025-03-18 PAB notes.txt", ".txt", "2025-03-18-PAB-notes.txt"),
        ("2025/Panel minutes (final).PDF", ".pdf", "Panel-minutes-final.pdf"),
        ("Café & Bürgerrat.docx", ".docx", "Cafe-Burgerrat.docx"),
        ("saved page.HTML", ".txt", "saved-page-html.txt"),
        ("notes.shtml.md", ".txt", "notes-shtml-md.txt"),
        ("a pdf in disguise.txt", ".pdf", "a-pdf-in-disguise-txt.pdf"),
        ("minutes", ".pdf", "minutes.pdf"),
        (".htaccess", ".txt", "htaccess.txt"),
        ("con.txt", ".txt", "document-con.txt"),
        ("LPT1.pdf", ".pdf", "document-LPT1.pdf"),
        ("Πρακτικά.pdf", ".pdf", "document.pdf"),
        ("..\\..\\etc\\passwd.txt", ".txt", "passwd.txt"),
        ("report\u202efdp.txt", ".txt", "reportfdp.txt"),
        ("a\tb\nc.txt", ".txt", "abc.txt"),
        ("<img src=x onerror=alert(1)>.txt", ".txt", "img-src-x-onerror-alert-1.txt"),
        (f"{'long ' * 40}.txt", ".txt", f"{'long-' * 15}l.txt"),
    ],
)
def test_a_name_is_made_safe(name: str, ending: str, made: str) -> None:
    assert safe(name, ending) == made


@given(st.text(max_size=300), st.sampled_from([".txt", ".pdf", ".docx", ".odt"]))
def test_every_name_is_made_safe(name: str, ending: str) -> None:
    made = safe(name, ending)
    assert re.fullmatch(rf"[A-Za-z0-9][A-Za-z0-9_-]*\{ending}", made)
    assert len(made) <= LONGEST
    assert safe(made, ending) == made


def test_a_name_is_shown_without_what_cannot_be_seen() -> None:
    assert shown("2025/minutes \u202efdp.exe") == "minutes \ufffdfdp.exe"
    assert shown("Πρακτικά & more.pdf") == "Πρακτικά & more.pdf"
