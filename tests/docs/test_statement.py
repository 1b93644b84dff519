"""The accessibility statement says what tests/site/test_accessibility.py checks, in its own numbers."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import pytest

from tests.conftest import ROOT
from tests.docs.written import hold, with_passage
from tests.site import pages
from tests.site.test_accessibility import SCHEMES, WIDTHS

STATEMENT = ROOT / "archive_builder/lang/en/standing_pages/accessibility.md"


def checked() -> str:
    """The sentence on the check: a fault anywhere in it stops a change before it is published."""
    script = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    found = re.search(r"axe v([\d.]+)", script.read_text("utf-8")[:200])
    assert found is not None
    *most, last = (str(width) for width in sorted(WIDTHS.values(), reverse=True))
    widths, looks = f"{', '.join(most)} and {last} pixels", len(WIDTHS) * len(SCHEMES)
    return (
        f"The program axe-core {found[1]} checks {len(pages.KINDS)} kinds of page, each at {widths} and in"
        f" {' and '.join(SCHEMES)} colours ({len(pages.KINDS) * looks} checks), for every rule of WCAG 2.2 up to"
        " level AA and for good practice. It must find no fault at all: a change with a fault is not taken."
    )


def test_the_statement_says_what_is_checked(request: pytest.FixtureRequest) -> None:
    written = STATEMENT.read_text("utf-8")
    hold(STATEMENT, with_passage(written, "check", checked()), request.config.getoption("--update"))
