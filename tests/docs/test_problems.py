"""docs/maintaining/problems.md explains every problem that the program reports, and no other."""

from __future__ import annotations

from tests.docs.codes import codes
from tests.docs.written import MAINTAINING, first_cells

EXPLAINED = first_cells((MAINTAINING / "problems.md").read_text("utf-8"))


def test_every_problem_is_explained() -> None:
    missing = {code: module for code, module in codes().items() if code not in EXPLAINED}
    assert missing == {}


def test_no_problem_is_explained_that_is_not_reported() -> None:
    assert [code for code in EXPLAINED if code not in codes()] == []


def test_each_problem_is_explained_once() -> None:
    assert len(EXPLAINED) == len(set(EXPLAINED))
