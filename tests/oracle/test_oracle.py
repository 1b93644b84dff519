"""No word that another program shows is lost, or named by no rule, in any file at hand.

`pytest tests/oracle -m deep --update` writes the tables of docs/maintaining/formats.md.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import shared_or_skip
from tests.docs.written import MAINTAINING, with_passage
from tests.oracle.compare import BULLET, CUT, Ours, compare
from tests.oracle.documents import ORDER, RECALL, by_rule, compared, files, name, orders, table
from tests.oracle.oracles import office

REASONS = tomllib.loads((Path(__file__).parent / "reasons.toml").read_text("utf-8"))
"""What is known of files that fall short, by the first signs of their hash."""


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
    if request.config.getoption("--update"):  # not held: fields show another date each day
        page.write_text(wanted, "utf-8")
    short = {
        f"{name(row.path)} {row.oracle}": len(row.found.missing)
        for row in rows
        if row.found.recall < RECALL and len(row.found.missing) > allowed(row.path, "words")
    }
    turned = {
        name(path): round(order, 4)
        for path, order in orders(rows).items()
        if order < ORDER and round(order, 4) < allowed(path, "order")
    }
    assert (short, turned) == ({}, {})


def allowed(path: Path, measure: str) -> float:
    """What is known to be missing of a file (words), or its known order; the reason stands beside it."""
    known = REASONS.get(name(path), {})
    assert measure not in known or known["reason"]
    return float(known.get(measure, 0 if measure == "words" else 1))


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
