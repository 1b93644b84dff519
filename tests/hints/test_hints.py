"""Whoever does what a hint says, to the letter, is rid of the problem and gets no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.problem import Severity
from tests.docs.codes import codes
from tests.hints.cases import CASES, Case
from tests.hints.elsewhere import ELSEWHERE
from tests.hints.workbench import Workbench


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code} {case.way}".strip() for case in CASES])
def test_the_hint_leads_out(case: Case, tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    case.begin(bench)
    before = bench.check()
    [problem, *_] = [problem for problem in before if problem.code == case.code]
    assert problem.hint
    case.follow(bench, problem)
    after = bench.check()
    known = {one.code for one in before if one.severity is Severity.WARNING} - {case.code}
    assert [str(one) for one in after if one.code not in known] == []
    assert bench.gather().archive.documents or case.code == "unknown-address"


def test_each_code_has_a_case_or_is_tried_elsewhere() -> None:
    covered = {case.code for case in CASES}
    assert set(codes()) - covered == set(ELSEWHERE)


def test_what_is_tried_elsewhere_is_not_tried_here() -> None:
    assert {case.code for case in CASES} & set(ELSEWHERE) == set()
