"""No word that another program shows is lost, or named by no rule, in any file at hand.

`pytest tests/oracle -m deep --update` writes the tables of docs/maintaining/formats.md.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reportlab.pdfgen import canvas

from tests.conftest import shared_or_skip
from tests.docs.written import MAINTAINING, with_passage
from tests.oracle.compare import BULLET, CUT, HEAD, OUTSIDE, Ours, compare, spelt
from tests.oracle.documents import (
    Row,
    by_document,
    by_rule,
    compared,
    files,
    out_of_order,
    short_of_words,
    table,
)
from tests.oracle.oracles import office, outside

NO_MANIFEST = {"lists.odt", "numbers.odt", "pictures.odt", "tracked.odt"}
"""Files of the tests that hold the least that is read: LibreOffice opens no package without a manifest."""


def programs_or_skip() -> None:
    """Skip where LibreOffice or poppler is missing; `make test-deep` then says so, and CI fails."""
    missing = [
        name for name, path in (("soffice", office()), ("pdftotext", shutil.which("pdftotext"))) if not path
    ]
    if missing:
        message = f"no {' and no '.join(missing)} (see .ci/oracles)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@pytest.mark.deep
def test_what_other_programs_see_is_read(request: pytest.FixtureRequest, browser: Browser) -> None:
    programs_or_skip()
    paths = files(shared_or_skip())
    rows = list(compared(paths, browser))
    assert {path.name for path in paths} - {row.path.name for row in rows} == NO_MANIFEST
    page = MAINTAINING / "formats.md"
    wanted = with_passage(page.read_text("utf-8"), "oracles", table(rows))
    wanted = with_passage(wanted, "oracle rules", by_rule(rows))
    wanted = with_passage(wanted, "oracle documents", by_document(rows))
    if request.config.getoption("--update"):  # not held: fields show another date each day
        page.write_text(wanted, "utf-8")
    assert (short_of_words(rows), out_of_order(rows)) == ({}, {})


@pytest.mark.parametrize(
    ("ours", "theirs", "missing", "more", "named"),
    [
        ("one two", "one two", "", "", {}),
        ("one", "one two", "two", "", {}),
        ("one two", "one", "", "two", {}),
        ("the cleaning is done", "the clean ing is done", "", "", {CUT: 1}),
        ("neighborhood watch", "eighborhood watch n", "", "", {CUT: 2}),
        ("sub group a", "a subgroup", "", "", {CUT: 1}),
        ("roof", "o roof", "", "", {BULLET: 1}),
        ("a long way", "along way", "", "", {CUT: 1}),
        ("\ufb01nance", "finance", "", "", {}),
    ],
)
def test_two_readings(ours: str, theirs: str, missing: str, more: str, named: dict[str, int]) -> None:
    found = compare(Ours(tuple(ours.replace("\ufb01", "fi").split())), [theirs])
    assert (" ".join(found.missing), " ".join(found.more), dict(found.named)) == (missing, more, named)


def test_what_is_set_aside_or_printed_again_is_named() -> None:
    ours = Ours(("one", "two"), (("running-head", "oxmere"),))
    found = compare(ours, ["Oxmere\none", "Oxmere\ntwo"])
    assert found.missing == ()
    assert found.named == {"running-head": 1, "printed again on each page": 1}


def test_the_order_counts_what_stands_in_it() -> None:
    found = compare(Ours(("a", "b", "c", "d")), ["c d a b"])
    assert (found.recall, found.order) == (1.0, 0.5)


def test_heads_of_tables_that_are_printed_again_are_named() -> None:
    ours = Ours(("what", "who", "roof", "gate"), heads=("what", "who"))
    found = compare(ours, ["what who\nroof", "what\nwho\ngate"])
    assert found.missing == ()
    assert found.named == {HEAD: 2}


def test_words_outside_the_page_are_named_and_no_others() -> None:
    found = compare(Ours(("roof",)), ["oxmere.indd roof gate"], spelt(["oxmere.indd"]))
    assert found.missing == ("gate",)
    assert found.named == {OUTSIDE: 2}


def test_poppler_places_words_outside_the_page(tmp_path: Path) -> None:
    programs_or_skip()
    path = tmp_path / "cropped.pdf"
    sheet = canvas.Canvas(str(path), cropBox=(50, 50, 400, 400))
    sheet.drawString(60, 200, "The roof is mended.")
    sheet.drawString(60, 20, "Printed by Oxmere Press")
    sheet.save()
    assert outside(path) == ("printed", "by", "oxmere", "press")


@pytest.mark.parametrize(("agreement", "failures"), [(0.9, 0), (1.0, 1)])
def test_the_order_is_held_as_far_as_oracles_agree(tmp_path: Path, agreement: float, failures: int) -> None:
    path = tmp_path / "columns.pdf"
    path.write_bytes(b"columns")
    turned = compare(Ours(tuple("abcdefghij")), [" ".join("bcdefghija")])
    assert turned.order == 0.9
    rows = [Row(path, "pdftotext", turned, agreement)]
    assert len(out_of_order(rows)) == failures
    assert short_of_words(rows) == {}


def test_each_published_document_has_its_measures_and_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "columns.pdf"
    path.write_bytes(b"columns")
    turned = compare(Ours(tuple("abcdefghij")), [" ".join("bcdefghija")])
    last = by_document([Row(path, "pdftotext", turned, 0.8)]).splitlines()[-1]
    reason = "oracles agree less with one another: 0.8000"
    assert last.endswith(f"| PDF | 10 | 1.0000 | 0.9000 | {reason} |")
